import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { keyOfItem } from '../../retro/analyses/items';
import type { ItemSummary } from '../../retro/items';
import { column, columns, wordsOf } from '../columns';
import type { ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, CHART_ROWS, CHART_SIZE, cut, numberCell, rank, ratio, shareOf, sumCell } from './analysis';
import { blank } from './case';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** A product whose refunds take this many times the share of all products has many refunds. */
const MANY_REFUNDS = 1.1;
/** Places that count as the top. */
const TOP = 3;

/** 4 热卖 (R18): products by sales and by units, with tier, audience and age; notes for marketing, conversion and recommendation. */
export function itemSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { itemStates, restMark, charts } = words.analyses;
  const all = retro.analyses.items?.items ?? [];
  const { top, others } = cut(all);
  const mark = text(restMark);
  const money = column.given(14, { numberFormat: '#,##0.00', align: 'Right' });
  const isTop = (key: string): string => `IF(ISNUMBER({${key}}),{${key}}<=${TOP},{id}="")`;
  const table: TablePlan = {
    name: 'tblItem',
    idPrefix: 'I',
    columns: columns('tblItem', language, {
      id: column.id,
      item: column.given(20, { wrap: true }),
      sales: money,
      units: column.given(10, { numberFormat: '#,##0', align: 'Right' }),
      state: column.calculated(16, `=IF({item}="","",IF(${isTop('rankSales')},IF(${isTop('rankUnits')},${text(itemStates.both)},${text(itemStates.sales)}),IF(${isTop('rankUnits')},${text(itemStates.units)},"")))`, { align: 'Center' }),
      salesShare: column.calculated(9, shareOf('tblItem', 'sales'), { numberFormat: '0.0%', align: 'Right' }),
      rankSales: column.calculated(9, rank('tblItem', 'sales', 'code', mark), { numberFormat: '0', align: 'Center' }),
      rankUnits: column.calculated(9, rank('tblItem', 'units', 'code', mark), { numberFormat: '0', align: 'Center' }),
      refunds: money,
      refundShare: column.calculated(9, `=${ratio('refunds', 'sales')}`, { numberFormat: '0.0%', align: 'Right' }),
      refundState: column.calculated(10, `=IF(ISNUMBER({refundShare}),IF({refundShare}>${MANY_REFUNDS}*SUM({tblItem.refunds})/SUM({tblItem.sales}),${text(itemStates.refunds)},""),"")`, { align: 'Center' }),
      conversion: column.given(9, { numberFormat: '0.00%', align: 'Right' }),
      consult: column.given(9, { numberFormat: '#,##0', align: 'Right' }),
      tier: column.given(8, { align: 'Center' }), audience: column.given(11, { wrap: true }), age: column.given(9, { align: 'Center' }),
      marketing: column.typed(18), convert: column.typed(18), recommend: column.typed(18),
      code: column.given(15, { align: 'Center' }),
    }),
    rows: [...top.map(row), ...(others.length > 0 ? [rest(others)] : [])],
    rules: [
      { columns: ['item', 'state'], formula: `=OR({state}=${text(itemStates.both)},{state}=${text(itemStates.sales)},{state}=${text(itemStates.units)})`, tone: 'good' },
      { columns: ['refundShare', 'refundState'], formula: `={refundState}=${text(itemStates.refunds)}`, tone: 'bad' },
      { columns: ['item', 'code'], formula: `={code}=${mark}`, tone: 'muted' },
    ],
    replaced: ['sales', 'units', 'refunds', 'conversion', 'consult'],
  };
  const withSales = all.filter((item) => item.figures.sales_amount?.kind === 'number' && item.figures.sales_amount.value > 0).length;
  const withUnits = all.some((item) => item.figures.paid_items?.kind === 'number');
  const chart: ChartPlan | undefined = withSales === 0 ? undefined : {
      name: 'chtItem', title: charts.item.title, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered', source: { kind: 'table', table: 'tblItem', firstRow: 0, limit: Math.min(CHART_ROWS, withSales) }, categories: 'item',
      series: [{ column: 'sales', name: charts.item.sales, color: ACCENT }, ...(withUnits ? [{ column: 'units', name: charts.item.units, color: SECOND_COLOR, type: 'Line', secondary: true } as const] : [])], axisFormat: '#,##0',
    };
  return analysisSheet(tableSheet('item', language, table), chart, language);

  function row(item: ItemSummary): RowPlan {
    const { figures } = item;
    const key = keyOfItem(item);
    return {
      id: retro.rowId('I', key), naturalKey: key,
      values: {
        item: item.item === '' ? item.itemId : item.item, code: blank(item.itemId), tier: blank(item.tier), audience: blank(item.audience), age: blank(item.age), sales: numberCell(figures.sales_amount), units: numberCell(figures.paid_items),
        refunds: numberCell(figures.refund_amount), conversion: numberCell(figures.pay_cvr), consult: numberCell(figures.consult_users ?? figures.consult_sessions ?? figures.inquiry_users),
      },
    };
  }

  /** Amounts and units are added; people and rates of several products are not. */
  function rest(items: readonly ItemSummary[]): RowPlan {
    return {
      id: retro.rowId('I', 'rest'), naturalKey: 'rest',
      values: { item: words.analyses.rest(items.length), code: restMark, sales: sumCell(items, 'sales_amount'), units: sumCell(items, 'paid_items'), refunds: sumCell(items, 'refund_amount') },
    };
  }
}
