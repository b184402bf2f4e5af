import type { Language } from '../../i18n';
import { toSerial } from '../../retro/dates';
import type { Retro } from '../../retro/retro';
import { slotText, type HourRow } from '../../retro/analyses/hours';
import { column, columns, wordsOf } from '../columns';
import type { CellPlan, ChartPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, blockRow, CHART_SIZE, numberCell, ratio } from './analysis';
import { columnsOf, factRows } from './blocks';
import { blank } from './case';
import { sentence } from './cover-parts';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** An hour whose response is this many times the weighted response of all hours has slowed down. */
const SLOW = 1.3;
/** More slots than this are too many for one chart: it draws the day of the peak. */
const CHART_SLOTS = 48;

/** Lines of the block beside the table, with its heading. */
const FACTS = 12;
/** Columns at the end of the table that only find hours that follow each other. */
const HELPERS = 3;

/** Number of an hour among all hours, for slots of one hour: the next hour has the next number. */
const orderOf = ({ date, hour, hours }: HourRow): number | null => (hours === 1 ? (date === undefined ? 0 : toSerial(date)) * 24 + hour : null);

/** 3 时段 (R16): volume, response and people by hour against the whole and against an ordinary day; peak and slow hours in words and colour. */
export function hourSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { hourStates, findings, hourFacts } = words.analyses;
  const rows = retro.analyses.hours?.rows ?? [];
  const seconds = `#,##0.0"${words.units.秒}"`;
  const count = (width: number) => column.given(width, { numberFormat: '#,##0', align: 'Right' });
  const peak = 'COUNTIF({tblHour.volume},">"&{volume})=0';
  const slow = `IF(ISNUMBER({relative}),{relative}>=${SLOW},{volume}<0)`;
  const table: TablePlan = {
    name: 'tblHour',
    idPrefix: 'H',
    columns: columns('tblHour', language, {
      id: column.id,
      slot: column.given(18),
      volume: count(9), received: count(9),
      response: column.given(11, { numberFormat: seconds, align: 'Right' }),
      unanswered: count(9), agents: count(9),
      state: column.calculated(15, `=IF(NOT(ISNUMBER({volume})),"",IF(${peak},IF(${slow},${text(hourStates.both)},${text(hourStates.peak)}),IF(${slow},${text(hourStates.slow)},"")))`, { align: 'Center' }),
      relative: column.calculated(9, '=IF(AND(ISNUMBER({response}),SUM({tblHour.load})>0),ROUND({response}/(SUM({tblHour.load})/SUMIFS({tblHour.received},{tblHour.load},">0")),10),"")', { numberFormat: '0.00"×"', align: 'Right' }),
      perAgent: column.calculated(9, `=${ratio('received', 'agents')}`, { numberFormat: '#,##0.0', align: 'Right' }),
      why: column.typed(26),
      note: column.given(18, { wrap: true }),
      ordinaryVolume: column.given(10, { numberFormat: '#,##0', align: 'Right', keeps: true }),
      volumeTimes: column.calculated(10, `=${ratio('volume', 'ordinaryVolume')}`, { numberFormat: '0.00"×"', align: 'Right' }),
      ordinaryResponse: column.given(11, { numberFormat: seconds, align: 'Right', keeps: true }),
      responseChange: column.calculated(11, '=IF(AND(ISNUMBER({response}),ISNUMBER({ordinaryResponse})),ROUND({response}-{ordinaryResponse},10),"")', { numberFormat: `+${seconds};-${seconds};${seconds}`, align: 'Right' }),
      load: column.calculated(10, '=IF(AND(ISNUMBER({response}),ISNUMBER({received})),{response}*{received},"")', { numberFormat: '#,##0', align: 'Right' }),
      order: column.given(8, { numberFormat: '0', align: 'Right' }),
      pair: column.calculated(9, '=IF(ISNUMBER({order}),IF(COUNTIF({tblHour.order},{order}+1)>0,SUMIFS({tblHour.volume},{tblHour.order},{order})+SUMIFS({tblHour.volume},{tblHour.order},{order}+1),""),"")', { numberFormat: '#,##0', align: 'Right' }),
    }),
    rows: rows.map((row) => ({
      id: retro.rowId('H', row.key),
      naturalKey: row.key,
      values: {
        slot: slotText({ ...row, ...(row.date !== undefined && { date: row.date.slice(5) }) }), volume: numberCell(row.volume), received: numberCell(row.received), response: numberCell(row.response), unanswered: numberCell(row.unanswered),
        order: orderOf(row), agents: numberCell(row.agents), ordinaryVolume: numberCell(row.ordinaryVolume, 2), ordinaryResponse: numberCell(row.ordinaryResponse, 2), note: blank(row.note),
      },
    })),
    rules: [
      { columns: ['slot', 'volume', 'state'], formula: `=OR({state}=${text(hourStates.peak)},{state}=${text(hourStates.both)})`, tone: 'near' },
      { columns: ['response', 'relative', 'state'], formula: `=OR({state}=${text(hourStates.slow)},{state}=${text(hourStates.both)})`, tone: 'bad' },
    ],
  };
  const chart = chartOf(rows);
  const sheet = tableSheet('hour', language, table);
  const first = table.columns.length + 1;
  const top = blockRow(chart !== undefined);
  const col = columnsOf('tblHour', language);
  const at = (key: string, of: string): string => `INDEX(${col(key)},MATCH(MAX(${col(of)}),${col(of)},0))`;
  const finding =
    `=IF(MAX(${col('volume')})<=0,"",${sentence(findings.hour, at('slot', 'volume'), `TEXT(MAX(${col('volume')}),"#,##0")`)}` +
    `&IF(ISNUMBER(${at('relative', 'volume')}),${sentence(findings.hourResponse, `TEXT(${at('response', 'volume')},"0")`, `TEXT(${at('relative', 'volume')},"0.0")`)},""))`;
  return analysisSheet({ ...sheet, cells: [...sheet.cells, ...block()], printedColumns: table.columns.length - HELPERS, widths: [...table.columns.map((each) => each.width), 3, 26, 22] }, chart, language, finding);

  /** The whole, the peak, the busiest two hours, the swing of the response, and what an ordinary day says to it. */
  function block(): CellPlan[] {
    const when = (condition: string, formula: string): string => `=IF(${condition},${formula},"")`;
    const some = (key: string): string => `COUNT(${col(key)})>0`;
    const pair = at('order', 'pair');
    const overPair = (key: string): string => `(SUMIFS(${col(key)},${col('order')},${pair})+SUMIFS(${col(key)},${col('order')},${pair}+1))`;
    const received = `SUMIFS(${col('received')},${col('load')},">0")`;
    return [
      ...factRows(top, first, hourFacts.title, [
        [hourFacts.volume, `=SUM(${col('volume')})`, '#,##0'], [hourFacts.response, when(`${received}>0`, `SUM(${col('load')})/${received}`), `#,##0.0"${words.units.秒}"`],
        [hourFacts.peak, when(`MAX(${col('volume')})>0`, at('slot', 'volume')), 'General'], [hourFacts.peakVolume, when(`MAX(${col('volume')})>0`, `MAX(${col('volume')})`), '#,##0'],
        [hourFacts.pair, when(some('pair'), at('slot', 'pair')), 'General'], [hourFacts.pairVolume, when(some('pair'), `MAX(${col('pair')})`), '#,##0'],
        [hourFacts.pairResponse, when(some('pair'), `IF(${overPair('received')}>0,${overPair('load')}/${overPair('received')},"")`), `#,##0.0"${words.units.秒}"`],
        [hourFacts.slowest, when(`MAX(${col('response')})>0`, at('slot', 'response')), 'General'], [hourFacts.swing, when(some('response'), sentence(hourFacts.swingText, `TEXT(MIN(${col('response')}),"0")`, `TEXT(MAX(${col('response')}),"0")`)), 'General'],
        [hourFacts.times, when(`SUM(${col('ordinaryVolume')})>0`, `SUMIFS(${col('volume')},${col('ordinaryVolume')},">0")/SUM(${col('ordinaryVolume')})`), '0.00"×"'],
        [hourFacts.slower, when(some('responseChange'), `MAX(${col('responseChange')})`), `+${seconds};-${seconds};${seconds}`],
      ]),
      { row: top + FACTS, column: first, formula: `=IF(COUNT(${col('ordinaryVolume')})+COUNT(${col('ordinaryResponse')})=0,${text(hourFacts.noOrdinary)},"")`, style: 'note' },
    ];
  }


  function chartOf(drawn: readonly HourRow[]): ChartPlan | undefined {
    if (!drawn.some((row) => row.volume.kind === 'number' && row.volume.value > 0)) return undefined;
    const day = retro.analyses.hours?.summary.peak?.date;
    const many = drawn.length > CHART_SLOTS;
    const ofDay = drawn.filter((row) => row.date === day);
    const response = drawn.some((row) => row.response.kind === 'number');
    const { charts } = words.analyses;
    return {
      name: 'chtHour', title: `${charts.hour.title}${many && day !== undefined ? ` · ${day}` : ''}`, from: besideTable(table), to: { ...CHART_SIZE, width: 620 }, type: 'ColumnClustered',
      source: { kind: 'table', table: 'tblHour', firstRow: many ? drawn.findIndex((row) => row.date === day) : 0, limit: many ? ofDay.length : CHART_SLOTS }, categories: 'slot',
      series: [{ column: 'volume', name: charts.hour.volume, color: ACCENT }, ...(response ? [{ column: 'response', name: charts.hour.response, color: SECOND_COLOR, type: 'Line', secondary: true } as const] : [])],
      axisFormat: '#,##0',
    };
  }
}
