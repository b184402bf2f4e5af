import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { cutRefundLines, type RefundLine } from '../../retro/analyses/refunds';
import { refundGroupNames, refundGroups } from '../../retro/taxonomy/refund-groups';
import { column, columns, wordsOf } from '../columns';
import type { CellPlan, ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, blockRow, CHART_SIZE, MAX_ROWS, rank, shareOf } from './analysis';
import { cellAt, columnsOf, equalTo, figureCell, headingRow, nthName, orderFormula } from './blocks';
import { blank } from './case';
import { periodText } from './periods';
import { sentence } from './cover-parts';
import { ACCENT, HEADER_ROW, SECOND_COLOR, tableSheet } from './table-sheet';

/** Rows that count as the top. */
const TOP = 3;
/** Places of the lists beside the table. */
const PLACES = 10;
/** Columns at the end of the table that only order the lists. */
const HELPERS = 4;
const MONEY = '#,##0.00';
const CHANGE = '+0.0%;-0.0%;0.0%';

/**
 * 4 退款 (R19): product × reason × cause group by amount and count, against last year and the period before. Beside it, all by formula, the
 * cause groups and the reasons and products with the most money: they follow when people change a group, a reason or a figure.
 */
export function refundSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { restMark, refundState, refundBlocks, trends, charts, findings } = words.analyses;
  const lang = language === 'zh-CN' ? 'zh' : 'en';
  const { refunds } = retro.analyses;
  const cutLines = cutRefundLines(refunds?.lines ?? [], MAX_ROWS);
  const mark = text(restMark);
  const marked = { column: 'code', value: mark };
  const helper = (template: string) => column.calculated(8, template, { numberFormat: '#,##0', align: 'Right' });
  const money = column.given(12, { numberFormat: MONEY, align: 'Right' });
  const earlier = column.given(12, { numberFormat: MONEY, align: 'Right', keeps: true, validation: { kind: 'number' } });
  const change = (now: string, then: string): string => `=IF(AND(ISNUMBER({${now}}),ISNUMBER({${then}})),IF({${then}}>0,ROUND(({${now}}-{${then}})/{${then}},10),""),"")`;
  const table: TablePlan = {
    name: 'tblRefund',
    idPrefix: 'R',
    columns: columns('tblRefund', language, {
      id: column.id,
      item: column.given(22, { wrap: true }),
      reason: column.given(20, { wrap: true }),
      group: column.given(14, { validation: column.list('lstRefundGroup', false), align: 'Center' }),
      count: column.given(7, { numberFormat: '#,##0', align: 'Right' }),
      amount: money,
      share: column.calculated(9, shareOf('tblRefund', 'amount'), { numberFormat: '0.0%', align: 'Right' }),
      rank: column.calculated(9, rank('tblRefund', 'amount', 'code', mark), { numberFormat: '0', align: 'Center' }),
      state: column.calculated(10, `=IF(ISNUMBER({rank}),IF({rank}<=${TOP},${text(refundState)},""),"")`, { align: 'Center' }),
      lastAmount: earlier,
      change: column.calculated(9, change('amount', 'lastAmount'), { numberFormat: CHANGE, align: 'Right' }),
      trend: column.calculated(8, `=IF(OR(SUM({tblRefund.lastAmount})=0,{code}=${mark}),"",${trendOf('N({amount})', 'N({lastAmount})', ['N({amount})', 'N({lastAmount})'])})`, { align: 'Center' }),
      previousAmount: earlier,
      mom: column.calculated(9, change('amount', 'previousAmount'), { numberFormat: CHANGE, align: 'Right' }),
      cause: column.typed(22), measure: column.typed(22),
      code: column.given(14, { align: 'Center' }),
      reasonOrder: helper(orderFormula('tblRefund', 'reason', 'amount', marked)),
      reasonLast: helper(orderFormula('tblRefund', 'reason', 'lastAmount', marked, true)),
      itemOrder: helper(orderFormula('tblRefund', 'item', 'amount', marked)),
      itemLast: helper(orderFormula('tblRefund', 'item', 'lastAmount', marked, true)),
    }),
    rows: [...cutLines.top, ...cutLines.rest].map(row),
    rules: [
      { columns: ['item', 'amount', 'state'], formula: `={state}=${text(refundState)}`, tone: 'bad' },
      { columns: ['trend', 'change'], formula: `=OR({trend}=${text(trends.up)},{trend}=${text(trends.new)})`, tone: 'near' },
      { columns: ['item', 'reason'], formula: `={code}=${mark}`, tone: 'muted' },
    ],
    replaced: ['count', 'amount'],
  };
  const sheet = tableSheet('refund', language, table);
  const first = table.columns.length + 1;
  const groupRow = blockRow((refunds?.summary.amount ?? 0) > 0);
  const reasonRow = groupRow + refundGroups.length + 3;
  const itemRow = reasonRow + PLACES + 2;
  const col = columnsOf('tblRefund', language);
  const chart = chartOf();
  const cells = [...sheet.cells, ...period(), ...groups(), ...places(reasonRow, 'reason'), ...places(itemRow, 'item')];
  return analysisSheet({ ...sheet, cells, printedColumns: table.columns.length - HELPERS - 1, widths: [...table.columns.map((each) => each.width), 3, 6, 24, 8, 13, 9, 13, 9, 9, 9, 13, 9] }, chart, language, finding());

  function row(line: RefundLine): RowPlan {
    const isRest = line.key.startsWith('rest:');
    const summed = isRest || line.key.startsWith('large:');
    return {
      id: retro.rowId('R', line.key), naturalKey: line.key,
      values: {
        item: isRest ? words.analyses.rest(line.lines) : summed ? words.analyses.summed : blank(line.item === '' ? line.itemId : line.item), reason: line.reason === '' ? (summed ? restMark : words.analyses.noReason) : line.reason,
        group: refundGroupNames[line.group][lang], count: line.count, amount: line.amount, lastAmount: line.lastAmount ?? null, previousAmount: line.previousAmount ?? null, code: summed ? restMark : blank(line.itemId),
      },
    };
  }

  /** 新增, 消失, 上升, 下降, 持平: of a figure, or of a place, where the smaller number is the higher one. */
  function trendOf(now: string, then: string, [higher, lower]: readonly [string, string]): string {
    return `IF(${then}<=0,IF(${now}>0,${text(trends.new)},""),IF(${now}<=0,${text(trends.gone)},IF(${higher}>${lower},${text(trends.up)},IF(${higher}<${lower},${text(trends.down)},${text(trends.same)}))))`;
  }

  /** The cause group with the most money, and the reason. */
  function finding(): string {
    const run = (column: number): string => `${cellAt(groupRow + 1, column)}:${cellAt(groupRow + refundGroups.length, column)}`;
    const [names, amounts] = [run(first + 1), run(first + 3)];
    const total = cellAt(groupRow + 1 + refundGroups.length, first + 3);
    return `=IF(N(${total})<=0,"",${sentence(findings.refund, `INDEX(${names},MATCH(MAX(${amounts}),${amounts},0))`, `TEXT(MAX(${amounts}),"#,##0")`, `TEXT(MAX(${amounts})/${total},"0.0%")`, cellAt(reasonRow + 1, first + 1))})`;
  }

  /** Which days are compared, or which paste would bring last year. */
  function period(): CellPlan[] {
    if (refunds === undefined) return [];
    const value = periodText(refunds.days, refunds.otherDays, words);
    return [{ row: HEADER_ROW - 1, column: first, value, style: 'note', name: 'noteRefundDays' }];
  }

  /** Sums by group: a group changed in the table moves its money here. */
  function groups(): CellPlan[] {
    const total = groupRow + 1 + refundGroups.length;
    const sums = (at: number, sumOf: (key: string) => string): CellPlan[] => comparison(at, sumOf, `SUM(${col('amount')})`);
    return [
      ...headingRow(groupRow, first, ['', refundBlocks.groups, ...refundBlocks.columns.slice(0, 5), '', '', ...refundBlocks.columns.slice(7)]),
      ...refundGroups.flatMap((group, index): CellPlan[] => {
        const at = groupRow + 1 + index;
        const name = cellAt(at, first + 1);
        return [{ row: at, column: first + 1, value: refundGroupNames[group][lang], style: 'label' }, ...sums(at, (key) => `SUMIFS(${col(key)},${col('group')},${name})`)];
      }),
      { row: total, column: first + 1, value: refundBlocks.total, style: 'label' },
      ...sums(total, (key) => `SUM(${col(key)})`),
    ];
  }

  /** The reasons or products with the most money, their places last year, and what came, went, rose and fell. */
  function places(top: number, by: 'reason' | 'item'): CellPlan[] {
    const last = col(`${by}Last`);
    return [
      ...headingRow(top, first, [refundBlocks.place, by === 'reason' ? refundBlocks.reasons : refundBlocks.items, ...refundBlocks.columns]),
      ...Array.from({ length: PLACES }, (_, index): CellPlan[] => {
        const at = top + 1 + index;
        const [name, amount, before, lastPlace] = [first + 1, first + 3, first + 5, first + 7].map((each) => cellAt(at, each)) as [string, string, string, string];
        const named = (formula: string): string => `=IF(${name}="","",${formula})`;
        return [
          figureCell(at, first, named(`${index + 1}`), '0'),
          { row: at, column: first + 1, formula: `=${nthName(col(`${by}Order`), col(by), index + 1)}`, style: 'label' },
          ...comparison(at, (key) => `SUMIFS(${col(key)},${col(by)},${equalTo(name)})`, `SUM(${col('amount')})`, name),
          figureCell(at, first + 7, named(`IF(ISNUMBER(${before}),IF(${before}>0,COUNTIF(${last},">"&${before}+0.001)+1,""),"")`), '0'),
          { row: at, column: first + 8, formula: named(`IF(NOT(ISNUMBER(${before})),"",${trendOf(amount, before, [`N(${lastPlace})`, `${index + 1}`])})`), style: 'figure' },
        ];
      }).flat(),
    ];
  }

  /** Count, amount, share, last year, 同比, the period before, 环比 of one line; empty where `name` is, and where nothing of the period is known. */
  function comparison(at: number, sumOf: (key: string) => string, total: string, name?: string): CellPlan[] {
    const named = (formula: string): string => (name === undefined ? `=${formula}` : `=IF(${name}="","",${formula})`);
    const [amount, last, previous] = [first + 3, first + 5, first + 9].map((each) => cellAt(at, each)) as [string, string, string];
    const known = (key: string): string => `IF(COUNT(${col(key)})=0,"",${sumOf(key)})`;
    const than = (then: string): string => `IF(ISNUMBER(${then}),IF(${then}>0,ROUND((${amount}-${then})/${then},10),""),"")`;
    return [
      figureCell(at, first + 2, named(sumOf('count')), '#,##0'), figureCell(at, first + 3, named(sumOf('amount')), MONEY), figureCell(at, first + 4, named(`IF(${total}=0,"",ROUND(${amount}/${total},10))`), '0.0%'),
      figureCell(at, first + 5, named(known('lastAmount')), MONEY), figureCell(at, first + 6, named(than(last)), CHANGE),
      figureCell(at, first + 9, named(known('previousAmount')), MONEY), figureCell(at, first + 10, named(than(previous)), CHANGE),
    ];
  }

  function chartOf(): ChartPlan | undefined {
    if ((refunds?.summary.amount ?? 0) <= 0) return undefined;
    return {
      name: 'chtRefund', title: charts.refund.title, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered',
      source: { kind: 'cells', row: groupRow + 1, rowCount: refundGroups.length }, categories: first + 1,
      series: [{ column: first + 3, name: charts.refund.amount, color: ACCENT }, { column: first + 2, name: charts.refund.count, color: SECOND_COLOR, type: 'Line', secondary: true }], axisFormat: '#,##0',
    };
  }
}
