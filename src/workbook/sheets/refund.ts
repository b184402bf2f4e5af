import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { cutRefundLines, type RefundLine } from '../../retro/analyses/refunds';
import { refundGroupNames, refundGroups } from '../../retro/taxonomy/refund-groups';
import { column, columns, wordsOf } from '../columns';
import type { CellPlan, ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { columnOf, headerOf, text } from '../references';
import { analysisSheet, besideTable, CHART_SIZE, MAX_ROWS, rank, shareOf } from './analysis';
import { blank } from './case';
import { ACCENT, HEADER_ROW, SECOND_COLOR, tableSheet } from './table-sheet';

/** Rows that count as the top. */
const TOP = 3;

/** 4 退款 (R19): product × reason × cause group by amount and count; beside it the sums of the groups, which follow when people change a group. */
export function refundSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { restMark, refundState, groups, charts } = words.analyses;
  const lang = language === 'zh-CN' ? 'zh' : 'en';
  const cutLines = cutRefundLines(retro.analyses.refunds?.lines ?? [], MAX_ROWS);
  const table: TablePlan = {
    name: 'tblRefund',
    idPrefix: 'R',
    columns: columns('tblRefund', language, {
      id: column.id,
      item: column.given(24, { wrap: true }),
      reason: column.given(22, { wrap: true }),
      group: column.given(14, { validation: column.list('lstRefundGroup', false), align: 'Center' }),
      count: column.given(8, { numberFormat: '#,##0', align: 'Right' }),
      amount: column.given(13, { numberFormat: '#,##0.00', align: 'Right' }),
      share: column.calculated(9, shareOf('tblRefund', 'amount'), { numberFormat: '0.0%', align: 'Right' }),
      rank: column.calculated(9, rank('tblRefund', 'amount', 'reason', text(restMark)), { numberFormat: '0', align: 'Center' }),
      state: column.calculated(11, `=IF(ISNUMBER({rank}),IF({rank}<=${TOP},${text(refundState)},""),"")`, { align: 'Center' }),
      lastAmount: column.typed(12, { numberFormat: '#,##0.00', align: 'Right', wrap: false, validation: { kind: 'number' } }),
      change: column.calculated(9, '=IF(AND(ISNUMBER({amount}),ISNUMBER({lastAmount})),IF({lastAmount}>0,ROUND(({amount}-{lastAmount})/{lastAmount},10),""),"")', { numberFormat: '+0.0%;-0.0%;0.0%', align: 'Right' }),
      cause: column.typed(24), measure: column.typed(24),
    }),
    rows: [...cutLines.top, ...cutLines.rest].map(row),
    rules: [
      { columns: ['item', 'amount', 'state'], formula: `={state}=${text(refundState)}`, tone: 'bad' },
      { columns: ['item', 'reason'], formula: `={reason}=${text(restMark)}`, tone: 'muted' },
    ],
    replaced: ['count', 'amount'],
  };
  const sheet = tableSheet('refund', language, table);
  const first = table.columns.length + 1;
  const chart = chartOf();
  return analysisSheet({ ...sheet, cells: [...sheet.cells, ...block()], widths: [...table.columns.map((each) => each.width), 3, 16, 10, 14, 10] }, chart, language);

  function row(line: RefundLine): RowPlan {
    const isRest = line.key.startsWith('rest:');
    return {
      id: retro.rowId('R', line.key), naturalKey: line.key,
      values: {
        item: isRest ? words.analyses.rest(line.lines) : blank(line.item === '' ? line.itemId : line.item), reason: isRest ? restMark : blank(line.reason), group: refundGroupNames[line.group][lang], count: line.count, amount: line.amount,
      },
    };
  }

  /** Sums by group, live: a group changed in the table moves its money here. */
  function block(): CellPlan[] {
    const col = (key: string): string => columnOf('tblRefund', headerOf('tblRefund', key, words));
    const total = HEADER_ROW + 1 + refundGroups.length;
    const cell = (row: number, offset: number): string => `${String.fromCharCode(65 + first + offset)}${row + 1}`;
    const share = (row: number): string => `=IF(${cell(total, 2)}=0,"",${cell(row, 2)}/${cell(total, 2)})`;
    return [
      ...[groups.title, groups.count, groups.amount, groups.share].map((value, offset): CellPlan => ({ row: HEADER_ROW, column: first + offset, value, style: 'heading' })),
      ...refundGroups.flatMap((group, index): CellPlan[] => {
        const at = HEADER_ROW + 1 + index;
        const name = refundGroupNames[group][lang];
        return [
          { row: at, column: first, value: name, style: 'label' },
          { row: at, column: first + 1, formula: `=SUMIFS(${col('count')},${col('group')},${text(name)})`, numberFormat: '#,##0', style: 'figure' },
          { row: at, column: first + 2, formula: `=SUMIFS(${col('amount')},${col('group')},${text(name)})`, numberFormat: '#,##0.00', style: 'figure' },
          { row: at, column: first + 3, formula: share(at), numberFormat: '0.0%', style: 'figure' },
        ];
      }),
      { row: total, column: first, value: groups.total, style: 'label' },
      { row: total, column: first + 1, formula: `=SUM(${col('count')})`, numberFormat: '#,##0', style: 'figure' },
      { row: total, column: first + 2, formula: `=SUM(${col('amount')})`, numberFormat: '#,##0.00', style: 'figure' },
      { row: total, column: first + 3, formula: share(total), numberFormat: '0.0%', style: 'figure' },
    ];
  }

  function chartOf(): ChartPlan | undefined {
    if ((retro.analyses.refunds?.summary.amount ?? 0) <= 0) return undefined;
    return {
      name: 'chtRefund', title: charts.refund.title, from: besideTable(table, HEADER_ROW + refundGroups.length + 3), to: CHART_SIZE, type: 'ColumnClustered',
      source: { kind: 'cells', row: HEADER_ROW + 1, rowCount: refundGroups.length }, categories: first,
      series: [{ column: first + 2, name: charts.refund.amount, color: ACCENT }, { column: first + 1, name: charts.refund.count, color: SECOND_COLOR, type: 'Line', secondary: true }], axisFormat: '#,##0',
    };
  }
}
