import { baseOfKey, findMetric } from '../retro/catalogue';
import type { Figure, Unit } from '../retro/types';
import { isHashMarks } from './values/empty';
import { parseDuration } from './values/duration';
import { parseNumber, rounded } from './values/number';
import { parsePercent, type PercentScale } from './values/percent';
import type { Operator, Reading } from './values/reading';
import type { ProblemDetails } from './kinds/kind';

/** How the cells of one metric are read. */
export interface FigureFormat {
  readonly unit: Unit;
  /** unit of the column header or the unit column, e.g. `分钟`, `万元`, `%` */
  readonly columnUnit?: string;
  /** how bare numbers of a rate are meant (Q14) */
  readonly scale?: PercentScale;
  /** seconds of 1 in bare cells below 1, which Excel had turned into fractions of a day (Q16, Q17) */
  readonly timeFraction?: number;
  /** `1:20:00` is 1 分 20 秒 (Q17) */
  readonly minutesAsHours?: boolean;
}

export interface FigureReading {
  readonly figure: Figure;
  readonly op?: Operator;
  /** what was wrong or assumed; `column` and `value` are left to the caller */
  readonly problem?: ProblemDetails;
}

const moneyScale: Readonly<Record<string, number>> = { 万元: 1e4, 万: 1e4, 千元: 1e3, 亿元: 1e8, 亿: 1e8 };
const countUnits = new Set(['人', '件', '次', '单', '条', '笔', '个', '名', '位', '元', '天', '倍', '字', '分', '轮', '人次', '块', '小时']);

/**
 * Reads one cell as a figure of a metric: rates as fractions, durations as 秒, money as 元 (DESIGN rule 6).
 * A cell that cannot be read gives `missing` and a problem; `percent-assumed` comes with a value.
 */
export function readFigure(raw: string, format: FigureFormat): FigureReading {
  if (isHashMarks(raw)) return { figure: { kind: 'missing' }, problem: { code: 'hash-marks' } };
  const { unit } = format;
  if (unit === '文本' || unit === '时段') {
    const text = raw.trim();
    return { figure: text === '' ? { kind: 'missing' } : { kind: 'text', value: text } };
  }
  if (unit === '%') return fromReading(parsePercent(raw, format.columnUnit === '%' ? 'percent' : format.scale), 'not-a-number', raw, unit);
  const repaired = unit !== '秒' ? undefined : format.timeFraction ? fromFraction(raw, format.timeFraction) : format.minutesAsHours ? fromMinutes(raw) : undefined;
  if (repaired) return repaired;
  if (unit === '秒') return asked(fromReading(parseDuration(raw, format.columnUnit ?? '秒'), 'not-a-duration', raw, unit), raw);
  if (unit === '小时') return fromReading(inHours(parseDuration(raw, format.columnUnit ?? '小时')), 'not-a-duration', raw, unit);
  if (unit === '倍') return fromReading(asRatio(raw), 'not-a-number', raw, unit);
  return fromReading(scaled(parseNumber(raw), format.columnUnit), 'not-a-number', raw, unit);
}

function fromReading(reading: Reading, code: ProblemDetails['code'], raw: string, unit: Unit): FigureReading {
  if (reading.kind === 'bad') return { figure: { kind: 'missing' }, problem: problemOfBad(raw, code, unit) };
  if (reading.kind !== 'number') return { figure: { kind: reading.kind } };
  const result: FigureReading = { figure: { kind: 'number', value: reading.value }, ...(reading.op && { op: reading.op }) };
  return reading.assumed ? { ...result, problem: { code: 'percent-assumed', detail: { meaning: `${rounded(reading.value * 100)}%` } } } : result;
}

/** A figure that is fine in another unit says so: `95%` where seconds belong. Everything else is not a number. */
function problemOfBad(raw: string, code: ProblemDetails['code'], unit: Unit): ProblemDetails {
  const asPercent = parsePercent(raw);
  if (unit !== '%' && asPercent.kind === 'number' && asPercent.unit) return { code: 'unit-mismatch', detail: { expected: unit, found: asPercent.unit } };
  const asDuration = parseDuration(raw);
  if (unit !== '秒' && asDuration.kind === 'number' && asDuration.unit && asDuration.unit !== ':') return { code: 'unit-mismatch', detail: { expected: unit, found: asDuration.unit } };
  const asNumber = parseNumber(raw);
  if (asNumber.kind === 'number' && asNumber.unit && countUnits.has(asNumber.unit)) return { code: 'unit-mismatch', detail: { expected: unit, found: asNumber.unit } };
  return { code: unit === '%' || unit === '秒' || unit === '小时' ? (/\d/.test(raw) ? code : 'not-a-number') : 'not-a-number' };
}

function fromFraction(raw: string, seconds: number): FigureReading | undefined {
  const reading = parseNumber(raw);
  if (reading.kind !== 'number' || reading.unit || reading.value <= 0 || reading.value >= 1) return undefined;
  const value = rounded(Number((reading.value * seconds).toFixed(3)));
  return { figure: { kind: 'number', value }, problem: { code: 'excel-damage', detail: { meaning: `${value}秒` } } };
}

/** `1:20:00` read as 1 分 20 秒. */
function fromMinutes(raw: string): FigureReading | undefined {
  const reading = parseDuration(raw);
  if (reading.kind !== 'number' || reading.unit !== ':') return undefined;
  const value = rounded(reading.value / 60);
  return { figure: { kind: 'number', value }, problem: { code: 'excel-damage', detail: { meaning: `${value}秒` } } };
}

/** below this nobody answers: a bare number is a fraction of a day that Excel made of a time */
const shortestTime = 0.05;

/** A bare time too short to be seconds is kept and asked about (Q16). */
function asked(reading: FigureReading, raw: string): FigureReading {
  const { figure } = reading;
  if (reading.problem || figure.kind !== 'number' || figure.value <= 0 || figure.value >= shortestTime || !/^[\d.]+$/.test(raw.trim())) return reading;
  return { ...reading, problem: { code: 'excel-damage' } };
}

function inHours(reading: Reading): Reading {
  return reading.kind === 'number' ? { ...reading, value: rounded(reading.value / 3600) } : reading;
}

function asRatio(raw: string): Reading {
  const percent = parsePercent(raw);
  return percent.kind === 'number' && percent.unit ? percent : parseNumber(raw);
}

function scaled(reading: Reading, columnUnit: string | undefined): Reading {
  const factor = columnUnit ? moneyScale[columnUnit] : undefined;
  if (!factor || reading.kind !== 'number' || (reading.unit !== undefined && reading.unit !== '')) return reading;
  return { ...reading, value: rounded(reading.value * factor) };
}

/** Format of a metric key: unit from the catalogue (`csat@5分` is a score), column unit from the header. */
export function formatOf(key: string, columnUnit?: string): FigureFormat {
  const unit: Unit = key.endsWith('@5分') ? '分' : (findMetric(baseOfKey(key))?.unit ?? unitFromWords(columnUnit));
  return columnUnit === undefined ? { unit } : { unit, columnUnit };
}

/** Unit of an own metric from the words of a unit column, a header bracket or a cell. */
export function unitFromWords(words: string | undefined): Unit {
  const text = (words ?? '').normalize('NFKC').trim();
  if (text === '') return '';
  if (/%|百分/.test(text)) return '%';
  if (/^(?:秒|s|秒钟|分钟|min|:|毫秒|ms)$/i.test(text)) return '秒';
  if (/^(?:时|小时|h)$/i.test(text)) return '小时';
  if (/^(?:万|亿|千)?元$|^¥$|^块$/.test(text)) return '元';
  if (/^(?:人|名|位|人次)$/.test(text)) return text === '人次' ? '次' : '人';
  if (/^(?:件|个)$/.test(text)) return '件';
  if (/^(?:单|笔)$/.test(text)) return '单';
  if (/^(?:次|轮)$/.test(text)) return '次';
  if (/^(?:条|分|天|倍|字)$/.test(text)) return text as Unit;
  return '';
}

/** Unit a bare cell of an own metric shows: `45秒`, `12%`, `300元`. */
export function unitInCell(raw: string): string {
  if (/[%％]/.test(raw)) return '%';
  if (/秒|分钟|\d+分\d+|^\d+:\d+|\d\s*(?:s|sec|min|ms)$/i.test(raw)) return '秒';
  if (/[¥￥]/.test(raw)) return '元';
  const reading = parseNumber(raw);
  return reading.kind === 'number' ? (reading.unit ?? '') : '';
}
