import type { Language } from '../../i18n';
import { toSerial } from '../../retro/dates';
import type { Retro } from '../../retro/retro';
import { wordsOf } from '../columns';
import { DATE_FORMAT } from '../number-formats';
import type { CellPlan, ChartPlan, PlanValue, SheetKey, SheetPlan, TableName } from '../plan';
import { columnOf, headerOf, text } from '../references';
import { ACCENT, SECOND_COLOR } from './table-sheet';

const WIDTHS = [18, 34, 3, 16, 12, 12, 12] as const;
/** points */
const ROW_HEIGHT = 20;
const FACTS_ROW = 4;
const CONTENTS_ROW = 14;

/** 封面: the event, the verdict, how many targets were reached, the six steps with their state and links, the chart (R1–R5, R13). */
export function coverSheet(retro: Retro, language: Language, present: ReadonlySet<SheetKey>): SheetPlan {
  const words = wordsOf(language);
  const { cover, states } = words;
  const col = (table: TableName, key: string): string => columnOf(table, headerOf(table, key, words));
  const count = (table: TableName, key: string, value: string): string => `COUNTIF(${col(table, key)},${text(value)})`;
  const filled = (table: TableName, key: string): string => `COUNTA(${col(table, key)})`;
  const { event } = retro;
  const date = (value: string | undefined): PlanValue => (value === undefined ? null : toSerial(value));

  const facts: readonly [label: string, name: string, value: PlanValue, more?: Partial<CellPlan>][] = [
    [cover.event, 'retroEvent', event.name],
    [cover.shop, 'retroShop', event.shop ?? null],
    [cover.start, 'retroStart', date(event.start), { numberFormat: DATE_FORMAT, validation: { kind: 'date' } }],
    [cover.end, 'retroEnd', date(event.end), { numberFormat: DATE_FORMAT, validation: { kind: 'date' } }],
    [cover.phases, 'retroPhases', null],
    [cover.next, 'retroNext', event.next ?? null],
    [cover.verdict, 'retroVerdict', null],
  ];
  const judged = `${count('tblComparison', 'state', states.reached)}+${count('tblComparison', 'state', states.close)}+${count('tblComparison', 'state', states.missed)}`;
  const figures: readonly [label: string, formula: string, format?: string][] = [
    [cover.judged, `=${judged}`],
    [cover.reached, `=${count('tblComparison', 'state', states.reached)}`],
    [cover.close, `=${count('tblComparison', 'state', states.close)}`],
    [cover.missed, `=${count('tblComparison', 'state', states.missed)}`],
    [cover.pending, `=${count('tblComparison', 'state', states.pending)}`],
    [cover.noActual, `=${count('tblComparison', 'state', states['no-actual'])}`],
    [cover.rate, `=IF(${judged}=0,"",${count('tblComparison', 'state', states.reached)}/(${judged}))`, '0%'],
  ];
  const steps: readonly [key: Exclude<SheetKey, 'cover' | 'config' | AnalysisKey>, done: string, missing: string][] = [
    ['target', filled('tblTarget', 'metric'), `${count('tblTarget', 'quantified', words.quantified.no)}+${count('tblTarget', 'quantified', words.quantified.zero)}`],
    ['actual', filled('tblActual', 'actual'), `${filled('tblActual', 'metric')}-${filled('tblActual', 'actual')}`],
    ['comparison', judged, `${count('tblComparison', 'state', states.pending)}+${count('tblComparison', 'state', states['no-actual'])}`],
    ['node', filled('tblNode', 'result'), `${filled('tblNode', 'node')}-${filled('tblNode', 'result')}`],
    ['cause', filled('tblCause', 'root'), `${filled('tblCause', 'source')}-${filled('tblCause', 'root')}`],
    ['case', filled('tblCase', 'scene'), `COUNTIF(${col('tblCase', 'complete')},${text(`${words.caseMissing.prefix}*`)})`],
    ['lesson', filled('tblLesson', 'rule'), `${filled('tblLesson', 'rule')}-${filled('tblLesson', 'evidence')}`],
    ['action', filled('tblAction', 'what'), [words.reminders.noOwner, words.reminders.noDeadline, words.reminders.notDate, words.reminders.overdue].map((value) => count('tblAction', 'reminder', value)).join('+')],
  ];

  const cells: CellPlan[] = [
    { row: 0, column: 0, formula: `=retroEvent&${text(cover.title(''))}`, style: 'title', height: 30 },
    { row: 1, column: 0, value: cover.subtitle, style: 'guide', height: ROW_HEIGHT },
    { row: 2, column: 0, value: cover.noBlame, style: 'note', height: ROW_HEIGHT },
    { row: FACTS_ROW, column: 0, value: cover.facts, style: 'heading', height: ROW_HEIGHT },
    { row: FACTS_ROW, column: 1, value: null, style: 'heading' },
    { row: FACTS_ROW, column: 3, value: cover.summary, style: 'heading' },
    { row: FACTS_ROW, column: 4, value: null, style: 'heading' },
    ...facts.flatMap(([label, name, value, more], index): CellPlan[] => [
      { row: FACTS_ROW + 1 + index, column: 0, value: label, style: 'label', height: name === 'retroVerdict' ? 3 * ROW_HEIGHT : ROW_HEIGHT },
      { row: FACTS_ROW + 1 + index, column: 1, wrap: true, value, style: 'value', name, numberFormat: '@', ...more },
    ]),
    ...figures.flatMap(([label, formula, numberFormat = '0'], index): CellPlan[] => [
      { row: FACTS_ROW + 1 + index, column: 3, value: label, style: 'label' },
      { row: FACTS_ROW + 1 + index, column: 4, formula, numberFormat, style: 'figure' },
    ]),
    ...[cover.contents, '', '', cover.rows, cover.status, '', ''].map((value, column): CellPlan => ({ row: CONTENTS_ROW, column, value: value === '' ? null : value, style: 'heading', height: ROW_HEIGHT })),
    ...order.flatMap((key, index): CellPlan[] => {
      const row = CONTENTS_ROW + 1 + index;
      if (isAnalysis(key)) return analysisLine(key, row);
      const [, done, missing] = steps.find(([step]) => step === key) ?? [key, '0', '0'];
      const a1 = `D${row + 1}`;
      return [
        { row, column: 0, value: words.sheets[key], style: 'link', linkTo: key, height: ROW_HEIGHT },
        { row, column: 1, value: words.steps[key], style: 'plain' },
        { row, column: 3, formula: `=${done}`, numberFormat: '0', style: 'figure' },
        { row, column: 4, formula: `=IF(${missing}>0,${text(cover.missing('#').split('#')[0] ?? '')}&(${missing})&${text(cover.missing('#').split('#')[1] ?? '')},IF(${a1}=0,${text(cover.notStarted)},${text(cover.finished)}))`, style: 'plain' },
      ];
    }),
    { row: CONTENTS_ROW + 1 + order.length, column: 0, value: words.sheets.config, style: 'link', linkTo: 'config' },
    { row: CONTENTS_ROW + 1 + order.length, column: 1, value: words.guides.config, style: 'plain' },
    { row: CONTENTS_ROW + 3 + order.length, column: 0, value: cover.readable, style: 'note' },
  ];
  const chart = attainmentChart(retro, language, CONTENTS_ROW + 5 + order.length);
  return { key: 'cover', name: words.sheets.cover, tabColor: ACCENT, cells, headerRow: 0, widths: WIDTHS, landscape: false, ...(chart ? { chart } : {}) };

  /** A sheet that appears with its data: linked and counted when it is there, else what to paste for it. */
  function analysisLine(key: AnalysisKey, row: number): CellPlan[] {
    const name = `cover${key[0]?.toUpperCase()}${key.slice(1)}`;
    const { table, what, notes } = analysisTables[key];
    if (!present.has(key)) {
      return [
        { row, column: 0, value: words.sheets[key], style: 'absent', height: ROW_HEIGHT, name, about: key },
        { row, column: 1, value: words.analyses.hints[key], style: 'absent', about: key },
        { row, column: 3, value: null, style: 'absent', about: key },
        { row, column: 4, value: words.analyses.notPasted, style: 'absent', about: key },
      ];
    }
    const written = notes.map((note) => filled(table, note)).join('+');
    const { before, after } = words.analyses.written;
    return [
      { row, column: 0, value: words.sheets[key], style: 'link', linkTo: key, height: ROW_HEIGHT, name, about: key },
      { row, column: 1, value: words.steps[key], style: 'plain', about: key },
      { row, column: 3, formula: `=${filled(table, what)}`, numberFormat: '0', style: 'figure', about: key },
      { row, column: 4, formula: `=IF(${written}=0,${text(words.analyses.toWrite)},${text(before)}&(${written})&${text(after)})`, style: 'plain', about: key },
    ];
  }
}

/** Lines of the contents, in the order of the sheets. */
const order = ['target', 'actual', 'comparison', 'node', 'hour', 'cause', 'item', 'refund', 'inquiry', 'silent', 'case', 'lesson', 'action'] as const satisfies readonly SheetKey[];
type AnalysisKey = 'hour' | 'item' | 'refund' | 'inquiry' | 'silent';

/** The table of each analysis, a column every row of it has, and the columns for what people conclude. */
const analysisTables: Readonly<Record<AnalysisKey, { readonly table: TableName; readonly what: string; readonly notes: readonly string[] }>> = {
  hour: { table: 'tblHour', what: 'slot', notes: ['why'] },
  item: { table: 'tblItem', what: 'item', notes: ['marketing', 'convert', 'recommend'] },
  refund: { table: 'tblRefund', what: 'item', notes: ['cause', 'measure'] },
  inquiry: { table: 'tblInquiry', what: 'category', notes: ['answer'] },
  silent: { table: 'tblSilent', what: 'item', notes: ['product', 'page', 'activity', 'advice'] },
};
const isAnalysis = (key: string): key is AnalysisKey => key in analysisTables;

/**
 * Target against actual: metrics have different units, so the bars are attainments and the line is the target (100 %).
 * Rows with a target come first in the table; without any figure to draw there is no chart.
 */
function attainmentChart(retro: Retro, language: Language, row: number): ChartPlan | undefined {
  const words = wordsOf(language);
  const withTarget = retro.metrics.filter((metric) => metric.target !== undefined).length;
  if (!retro.metrics.some((metric) => metric.comparison.attainment !== null)) return undefined;
  return {
    name: 'chtAttainment', title: words.chart.comparison, from: { row, column: 0 }, to: { row: row + 18, column: 6 }, type: 'ColumnClustered',
    source: { kind: 'table', table: 'tblComparison', firstRow: 0, limit: withTarget }, categories: 'metric',
    series: [{ column: 'attainment', name: words.chart.series, color: ACCENT }, { column: 'line', name: words.chart.line, color: SECOND_COLOR, type: 'Line' }], axisFormat: '0%',
  };
}
