import type { CellValue, WorkbookModel } from '../host/model/types';
import { cellKey } from '../host/model/types';
import { languages, messages, type Language } from '../i18n';
import { baseOfKey } from '../retro/catalogue';
import { buildRetro, type MetricRow, type RetroRecords } from '../retro/retro';
import type { ActualRecord, BaselineKey, Figure, InquiryCountRecord, RetroEvent } from '../retro/types';
import type { TableName } from '../workbook/plan';
import { unitByName } from '../workbook/units';

/** A workbook of an earlier retro, as `--last` names it. */
export interface EarlierRetro {
  readonly file: string;
  readonly event: RetroEvent | undefined;
  readonly book: WorkbookModel;
}

/** What came out of one of them, for the report and the person. */
export interface UsedEarlier {
  readonly file: string;
  readonly event: string;
  /** column it fills; null when another file serves better or the event lies in the future */
  readonly as: Extract<BaselineKey, 'lastYear' | 'lastPromo'> | null;
  /** figures filled */
  readonly filled: number;
}

/** One figure of an earlier retro. */
interface PastFigure {
  readonly key: string;
  readonly unit: string;
  readonly value: number;
}

/** Rows of a table of ours by column key, in whatever language its headers are; empty when the workbook lacks it. */
function rowsOf(book: WorkbookModel, name: Extract<TableName, 'tblActual' | 'tblInquiry'>): Record<string, CellValue>[] {
  const table = book.tables.find((candidate) => candidate.name === name);
  if (table === undefined) return [];
  const keys = new Map(languages.flatMap((language) => Object.entries(messages[language].workbook.columns[name]).map(([key, header]): [string, string] => [header, key])));
  const { sheet, range, columns, showTotals } = table;
  return Array.from({ length: range.rowCount - (showTotals ? 2 : 1) }, (_, row) =>
    Object.fromEntries(columns.flatMap(({ name: header }, index) => {
      const key = keys.get(header);
      return key === undefined ? [] : [[key, sheet.cells.get(cellKey(range.row + 1 + row, range.column + index))?.value ?? '']];
    })));
}

const figuresOf = (book: WorkbookModel): PastFigure[] =>
  rowsOf(book, 'tblActual').flatMap(({ code, unit, actual }) => (typeof actual === 'number' && typeof code === 'string' && code !== '' ? [{ key: code, unit: unitByName(String(unit ?? '')) ?? String(unit ?? ''), value: actual }] : []));

const yearOf = (event: RetroEvent | undefined): number | undefined => {
  const text = event?.start ?? event?.end ?? /(?:19|20)\d{2}/.exec(event?.name ?? '')?.[0];
  return text === undefined ? undefined : Number(text.slice(0, 4));
};
/** `2025双11` → `双11`: the same event in every year. */
const kindOf = (event: RetroEvent | undefined): string => (event?.name ?? '').replace(/(?:19|20)\d{2}\s*年?/, '').replace(/\s+/g, '').toLowerCase();
/** Days order events; an event without days counts from the start of its year. */
const dayOf = (event: RetroEvent | undefined): string => event?.end ?? event?.start ?? (yearOf(event) === undefined ? '' : `${yearOf(event) ?? ''}-01-01`);

/**
 * Which earlier retro serves as which baseline (R40): the same event a year before is 去年同期; of the others before the
 * event, the latest is 上次大促. One whose year nobody knows counts as the last promotion.
 */
export function rolesOf(event: RetroEvent, earlier: readonly Pick<EarlierRetro, 'event'>[]): (UsedEarlier['as'])[] {
  const year = yearOf(event);
  const lastYear = earlier.findIndex((one) => year !== undefined && kindOf(one.event) === kindOf(event) && yearOf(one.event) === year - 1);
  const before = earlier.map((one, index) => ({ index, day: dayOf(one.event) })).filter(({ index, day }) => index !== lastYear && (dayOf(event) === '' || day < dayOf(event)));
  const [latest] = before.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.index - b.index));
  return earlier.map((_, index) => (index === lastYear ? 'lastYear' : index === latest?.index ? 'lastPromo' : null));
}

/** The figure of a metric: by its key with basis, else the only one of the same metric. Another unit is another thing. */
function figureFor(metric: MetricRow, figures: readonly PastFigure[]): number | undefined {
  const sameUnit = figures.filter(({ unit }) => unit === metric.unit);
  const exact = sameUnit.find(({ key }) => key === metric.ref.key || key === metric.key);
  if (exact !== undefined) return exact.value;
  const [only, ...others] = sameUnit.filter(({ key }) => baseOfKey(key) === baseOfKey(metric.key));
  return others.length === 0 ? only?.value : undefined;
}

const isMissing = (figure: Figure | undefined): boolean => figure === undefined || figure.kind === 'missing';

/** The record of a metric, to hang baselines on: that of the paste, or one that says the same as the figures it was made from. */
const recordOf = (metric: MetricRow): ActualRecord => {
  const value: Figure = metric.derived === undefined ? metric.actual : { kind: 'missing' };
  return {
    metric: metric.ref, unit: metric.unit, value, raw: '', baselines: metric.baselines, file: metric.actualOrigin?.file ?? '', line: metric.actualOrigin?.line ?? 0,
    ...(metric.note === '' ? {} : { note: metric.note }), ...(metric.period === '' ? {} : { period: metric.period }), ...(metric.attribution === '' ? {} : { attribution: metric.attribution }), ...(metric.addedOverDays ? { addedOverDays: true as const } : {}),
  };
};

/**
 * Fills baselines that nothing pasted gives from earlier retros, with the file's name in the note. Pasted figures are never
 * replaced; of two files for one column the one that fits better is used.
 */
export function fillFromEarlier(event: RetroEvent, records: RetroRecords, earlier: readonly EarlierRetro[], language: Language): { readonly records: RetroRecords; readonly used: readonly UsedEarlier[] } {
  const words = messages[language];
  const roles = rolesOf(event, earlier);
  const actuals = [...records.actuals];
  let inquiryCounts: readonly InquiryCountRecord[] = records.inquiryCounts ?? [];
  const metrics = buildRetro(event, records).metrics;
  const used = earlier.map(({ file, event: theirs, book }, position): UsedEarlier => {
    const as = roles[position] ?? null;
    let filled = 0;
    const figures = as === null ? [] : figuresOf(book);
    for (const metric of metrics) {
      const value = figureFor(metric, figures);
      if (as === null || value === undefined || !isMissing(metric.baselines[as])) continue;
      const found = actuals.findIndex((record) => record.metric.key === metric.ref.key);
      const record = actuals[found] ?? recordOf(metric);
      if (!isMissing(record.baselines[as])) continue;
      const source = words.cli.fromEarlier(words.workbook.columns.tblActual[as], file);
      const filledRecord: ActualRecord = { ...record, baselines: { ...record.baselines, [as]: { kind: 'number', value } }, note: record.note === undefined || record.note === '' ? source : `${record.note}；${source}` };
      if (found < 0) actuals.push(filledRecord);
      else actuals[found] = filledRecord;
      filled += 1;
    }
    if (as === 'lastYear') {
      const shares = new Map(rowsOf(book, 'tblInquiry').flatMap(({ category, share }) => (typeof share === 'number' ? [[String(category ?? '').trim(), share] as const] : [])));
      inquiryCounts = inquiryCounts.map((record) => {
        const value = shares.get(record.label.trim());
        if (value === undefined || !isMissing(record.lastShare) || !isMissing(record.lastCount)) return record;
        filled += 1;
        return { ...record, lastShare: { kind: 'number', value } };
      });
    }
    return { file, event: theirs?.name ?? '', as, filled };
  });
  return { records: { ...records, actuals, ...(records.inquiryCounts && { inquiryCounts }) }, used };
}
