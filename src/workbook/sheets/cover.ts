import type { Language } from '../../i18n';
import { metricName, unitOfKey } from '../../retro/catalogue';
import { comparesByDifference } from '../../retro/compare';
import { toSerial } from '../../retro/dates';
import type { Retro } from '../../retro/retro';
import { wordsOf } from '../columns';
import { changeFormat, DATE_FORMAT, valueFormat } from '../number-formats';
import type { CellPlan, ChartPlan, PlanValue, SheetKey, SheetPlan, TableName } from '../plan';
import { columnOf, headerOf, text } from '../references';
import { mapCells, MAP_ROWS } from './cover-map';
import { isCompared } from './comparison';
import { arrivingTables, isArriving, ROW_HEIGHT, sentence, type ArrivingKey } from './cover-parts';
import { ACCENT, SECOND_COLOR } from './table-sheet';

const WIDTHS = [20, 36, 3, 26, 15, 12, 13] as const;
const FACTS_ROW = 4;
const MAP_ROW = 15;
const CONTENTS_ROW = MAP_ROW + MAP_ROWS + 1;
/** Parts of the bar of the completeness meter. */
const BAR = 10;

/** Figures that say most of an event (R13), as far as they are known. */
const headlines = ['sales_amount', 'conv_final', 'refund_rate_amt', 'csat', 'avg_resp'] as const;

/** Lines of the contents, in the order of the sheets. */
const order = ['target', 'actual', 'comparison', 'node', 'hour', 'cause', 'item', 'refund', 'inquiry', 'silent', 'review', 'case', 'lesson', 'action', 'department'] as const satisfies readonly SheetKey[];
type StepKey = Exclude<(typeof order)[number], ArrivingKey>;

/** 封面: the event, the verdict, the headline figures, the map, every sheet with what it still lacks, the gaps in the chain of evidence, the chart (R1–R5, R13). */
export function coverSheet(retro: Retro, language: Language, present: ReadonlySet<SheetKey>): SheetPlan {
  const words = wordsOf(language);
  const { cover, states, chain } = words;
  const { lacking } = chain;
  const col = (table: TableName, key: string): string => columnOf(table, headerOf(table, key, words));
  const count = (table: TableName, key: string, value: string): string => `COUNTIF(${col(table, key)},${text(value)})`;
  const filled = (table: TableName, key: string): string => `COUNTA(${col(table, key)})`;
  const state = (name: keyof typeof states): string => count('tblComparison', 'state', states[name]);
  const judged = `(${state('reached')}+${state('close')}+${state('missed')})`;
  const { event } = retro;
  const date = (value: string | undefined): PlanValue => (value === undefined ? null : toSerial(value));

  const facts: readonly [label: string, name: string, value: PlanValue, more?: Partial<CellPlan>][] = [
    [cover.event, 'retroEvent', event.name],
    [cover.shop, 'retroShop', event.shop ?? null],
    [cover.start, 'retroStart', date(event.start), { numberFormat: DATE_FORMAT, validation: { kind: 'date' } }],
    [cover.end, 'retroEnd', date(event.end), { numberFormat: DATE_FORMAT, validation: { kind: 'date' } }],
    [cover.phases, 'retroPhases', null],
    [chain.previous, 'retroPrevious', null],
    [cover.next, 'retroNext', event.next ?? null],
    [cover.verdict, 'retroVerdict', null, { height: 3 * ROW_HEIGHT }],
  ];
  const verdictRow = FACTS_ROW + 1 + facts.length;
  const figures: readonly (readonly [label: string, formula: string])[] = [
    [cover.reached, state('reached')], [cover.close, state('close')], [cover.missed, state('missed')], [chain.headline.unsettled, `${state('pending')}+${state('no-actual')}`],
  ];

  /** of each step: what is there, and the first thing that lacks: count and sentence */
  const steps: Readonly<Record<StepKey, readonly [done: string, ...lacks: readonly (readonly [count: string, words: string])[]]>> = {
    target: [filled('tblTarget', 'metric'), [`${count('tblTarget', 'quantified', words.quantified.no)}+${count('tblTarget', 'quantified', words.quantified.zero)}`, lacking.target]],
    actual: [filled('tblActual', 'actual'), [`${filled('tblActual', 'metric')}-${filled('tblActual', 'actual')}`, lacking.actual]],
    comparison: [judged, [count('tblComparison', 'why', chain.cause.none), lacking.cause], [`MAX(0,${judged}-${filled('tblComparison', 'satisfied')})`, lacking.satisfied]],
    node: [filled('tblNode', 'result'), [`${filled('tblNode', 'node')}-${filled('tblNode', 'result')}`, lacking.node]],
    cause: [count('tblCause', 'check', chain.causeMissing.complete), [count('tblCause', 'check', `${chain.causeMissing.prefix}*`), lacking.causes]],
    case: [filled('tblCase', 'scene'), [count('tblCase', 'complete', `${words.caseMissing.prefix}*`), lacking.cases], [`IF(AND(${filled('tblCase', 'scene')}>0,${filled('tblCase', 'scene')}<5),${filled('tblCase', 'scene')},0)`, lacking.few],
      [`IF(${filled('tblCase', 'scene')}>10,${filled('tblCase', 'scene')},0)`, lacking.many], [`IF(AND(${filled('tblCase', 'scene')}>0,${count('tblCase', 'kind', words.caseKinds.negative)}*${count('tblCase', 'kind', words.caseKinds.positive)}=0),1,0)`, lacking.oneSided]],
    lesson: [filled('tblLesson', 'rule'), [`${count('tblLesson', 'check', chain.evidence.none)}+${count('tblLesson', 'check', chain.evidence.unknown)}`, lacking.evidence]],
    action: [filled('tblAction', 'what'), [[words.reminders.noOwner, words.reminders.noDeadline, words.reminders.notDate, words.reminders.overdue].map((value) => count('tblAction', 'reminder', value)).join('+'), lacking.action]],
  };
  const gaps: readonly (readonly [label: string, formula: string])[] = [
    [chain.gaps.missed, count('tblComparison', 'why', chain.cause.none)],
    [chain.gaps.lesson, count('tblLesson', 'check', chain.evidence.none)],
    [chain.gaps.unknown, `${count('tblLesson', 'check', chain.evidence.unknown)}+${count('tblCause', 'link', chain.evidence.unknown)}+${count('tblCause', 'check', chain.evidence.unknown)}+${count('tblAction', 'link', chain.evidence.unknown)}`],
    [chain.gaps.action, `COUNTIFS(${col('tblAction', 'what')},"<>",${col('tblAction', 'source')},"")`],
  ];
  const firstLine = CONTENTS_ROW + 1;
  const lastLine = CONTENTS_ROW + order.length;
  const lines = `$E$${firstLine + 1}:$E$${lastLine + 1}`;
  const { before, after } = words.analyses.written;
  const finished = `(COUNTIF(${lines},${text(cover.finished)})+COUNTIF(${lines},${text(`${before}*${after}`)}))`;
  const bar = `=REPT("█",ROUND(${BAR}*${finished}/${order.length},0))&REPT("░",${BAR}-ROUND(${BAR}*${finished}/${order.length},0))&"  "&${finished}&" / ${order.length}"`;
  const chainRow = lastLine + 3;
  const chartRow = chainRow + 5;

  const heading = (row: number, values: readonly (readonly [column: number, value: string])[]): CellPlan[] =>
    WIDTHS.flatMap((_, column): CellPlan[] => (column === 2 ? [] : [{ row, column, value: values.find(([at]) => at === column)?.[1] ?? null, style: 'heading', height: ROW_HEIGHT }]));
  const cells: CellPlan[] = [
    { row: 0, column: 0, formula: `=retroEvent&${text(cover.title(''))}`, style: 'title', height: 30 },
    { row: 1, column: 0, value: cover.subtitle, style: 'guide', height: ROW_HEIGHT },
    { row: 2, column: 0, value: cover.noBlame, style: 'note', height: ROW_HEIGHT },
    ...heading(FACTS_ROW, [[0, cover.facts], [3, cover.summary]]),
    ...facts.flatMap(([label, name, value, more], index): CellPlan[] => [
      { row: FACTS_ROW + 1 + index, column: 0, value: label, style: 'label', height: more?.height ?? ROW_HEIGHT },
      { row: FACTS_ROW + 1 + index, column: 1, wrap: true, value, style: 'value', name, numberFormat: '@', ...more },
    ]),
    { row: verdictRow, column: 0, value: chain.meter, style: 'label', height: ROW_HEIGHT },
    { row: verdictRow, column: 1, formula: bar, style: 'value' },
    ...figures.flatMap(([label, formula], index): CellPlan[] => {
      const [row, column] = [FACTS_ROW + 1 + Math.floor(index / 2), 3 + 2 * (index % 2)];
      return [{ row, column, value: label, style: 'label' }, { row, column: column + 1, formula: `=${formula}`, numberFormat: '0', style: 'figure' }];
    }),
    ...[chain.headline.title, chain.headline.actual, chain.headline.state, chain.headline.yoy].map((value, index): CellPlan => ({ row: FACTS_ROW + 3, column: 3 + index, value, style: 'heading' })),
    ...headlines.flatMap((code, index) => headline(code, FACTS_ROW + 4 + index)),
    ...mapCells(MAP_ROW, language, present, { filled, col }),
    ...heading(CONTENTS_ROW, [[0, cover.contents], [3, cover.rows], [4, cover.status]]),
    ...order.flatMap((key, index) => (isArriving(key) ? arrivingLine(key, firstLine + index) : stepLine(key, firstLine + index))),
    { row: lastLine + 1, column: 0, value: words.sheets.config, style: 'link', linkTo: 'config', height: ROW_HEIGHT },
    { row: lastLine + 1, column: 1, value: words.guides.config, style: 'plain' },
    ...heading(chainRow, [[0, chain.gaps.title], [3, chain.gaps.checked]]),
    ...gaps.flatMap(([label, formula], index): CellPlan[] => {
      const [row, column] = [chainRow + 1 + Math.floor(index / 2), 3 * (index % 2)];
      return [{ row, column, value: label, style: 'label', height: ROW_HEIGHT }, { row, column: column + 1, formula: `=${formula}`, numberFormat: '0', style: 'figure' }];
    }),
    { row: chainRow + 3, column: 0, value: cover.readable, style: 'note', height: ROW_HEIGHT },
  ];
  const chart = attainmentChart(retro, language, chartRow);
  return { key: 'cover', name: words.sheets.cover, tabColor: ACCENT, cells, headerRow: 0, widths: WIDTHS, landscape: false, ...(chart ? { chart } : {}) };

  /** A metric of the catalogue as it came out, live; without an actual figure it says so. */
  function headline(code: string, row: number): CellPlan[] {
    // Looked up among the actual figures, which are values: a lookup through the comparison would calculate its columns cell by cell.
    const of = (key: string): string => `INDEX(${col('tblActual', key)},MATCH(${text(code)},${col('tblActual', 'code')},0))`;
    const unit = unitOfKey(code);
    const change = `${of('actual')}-${of('lastYear')}`;
    const yoy = `=IFERROR(IF(AND(ISNUMBER(${of('actual')}),ISNUMBER(${of('lastYear')})),${comparesByDifference(unit) ? `ROUND(${change},10)` : `ROUND((${change})/${of('lastYear')},10)`},""),"")`;
    const status = Object.values(states).reduceRight((otherwise, name) => `IF(COUNTIFS(${col('tblComparison', 'id')},${of('id')},${col('tblComparison', 'state')},${text(name)})>0,${text(name)},${otherwise})`, '""');
    return [
      { row, column: 3, value: metricName(code, language), style: 'label' },
      { row, column: 4, formula: `=IFERROR(IF(${of('actual')}="","",${of('actual')}),"")`, numberFormat: unit === '元' ? '#,##0' : valueFormat(unit, words), style: 'figure' },
      { row, column: 5, formula: `=IFERROR(${status},${text(chain.headline.none)})`, style: 'figure' },
      { row, column: 6, formula: yoy, numberFormat: changeFormat(unit, words), style: 'figure' },
    ];
  }

  function stepLine(key: StepKey, row: number): CellPlan[] {
    const [done, ...lacks] = steps[key];
    const status = lacks.reduceRight((otherwise, [number, sentenceWords]) => `IF(${number}>0,${sentence(sentenceWords, number)},${otherwise})`, `IF($D$${row + 1}=0,${text(cover.notStarted)},${text(cover.finished)})`);
    return [
      { row, column: 0, value: words.sheets[key], style: 'link', linkTo: key, height: ROW_HEIGHT },
      { row, column: 1, value: words.steps[key], style: 'plain' },
      { row, column: 3, formula: `=${done}`, numberFormat: '0', style: 'figure' },
      { row, column: 4, formula: `=${status}`, style: 'plain' },
      ...line(row),
    ];
  }

  /** A sheet that appears with its data: linked and counted when it is there, else what to paste for it. */
  function arrivingLine(key: ArrivingKey, row: number): CellPlan[] {
    const name = `cover${key[0]?.toUpperCase()}${key.slice(1)}`;
    const { table, what, notes } = arrivingTables[key];
    if (!present.has(key)) {
      return [
        { row, column: 0, value: words.sheets[key], style: 'absent', height: ROW_HEIGHT, name, about: key },
        { row, column: 1, value: words.analyses.hints[key], style: 'absent', about: key },
        { row, column: 3, value: null, style: 'absent', about: key },
        { row, column: 4, value: words.analyses.notPasted, style: 'absent', about: key },
        ...line(row),
      ];
    }
    const written = notes.map((note) => filled(table, note)).join('+');
    const unasked = `${filled(table, what)}-${written}`;
    const status = key === 'department' ? `=IF(${unasked}>0,${sentence(lacking.department, unasked)},${text(cover.finished)})` : `=IF(${written}=0,${text(words.analyses.toWrite)},${text(before)}&(${written})&${text(after)})`;
    return [
      { row, column: 0, value: words.sheets[key], style: 'link', linkTo: key, height: ROW_HEIGHT, name, about: key },
      { row, column: 1, value: words.steps[key], style: 'plain', about: key },
      { row, column: 3, formula: `=${filled(table, what)}`, numberFormat: '0', style: 'figure', about: key },
      { row, column: 4, formula: status, style: 'plain', about: key },
      ...line(row),
    ];
  }
}

/** Empty cells that let the line below a state run to the edge. */
const line = (row: number): CellPlan[] => [5, 6].map((column) => ({ row, column, style: 'plain' }));

/**
 * Target against actual: metrics have different units, so the bars are attainments and the line is the target (100 %).
 * Rows with a target come first in the table; without any figure to draw there is no chart.
 */
function attainmentChart(retro: Retro, language: Language, row: number): ChartPlan | undefined {
  const words = wordsOf(language);
  const withTarget = retro.metrics.filter((metric) => isCompared(metric) && metric.target !== undefined).length;
  if (!retro.metrics.some((metric) => metric.comparison.attainment !== null)) return undefined;
  return {
    name: 'chtAttainment', title: words.chart.comparison, from: { row, column: 0 }, to: { row: row + 18, column: 6 }, type: 'ColumnClustered',
    source: { kind: 'table', table: 'tblComparison', firstRow: 0, limit: withTarget }, categories: 'metric',
    series: [{ column: 'attainment', name: words.chart.series, color: ACCENT }, { column: 'line', name: words.chart.line, color: SECOND_COLOR, type: 'Line' }], axisFormat: '0%',
  };
}
