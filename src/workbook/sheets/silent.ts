import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { keyOfItem } from '../../retro/analyses/items';
import type { ItemSummary } from '../../retro/items';
import { column, columns, wordsOf } from '../columns';
import type { ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, CHART_ROWS, CHART_SIZE, cut, numberCell, ratio, sumCell } from './analysis';
import { blank } from './case';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** Bought without a chat and converting well; less than half without a chat (DOMAIN 5.8). The same bounds as `silentPatternOf`. */
const SELF = { share: 0.8, conversion: 0.1 } as const;
const NEEDS_SHARE = 0.5;

/** 4 静默 (R21): products bought without a chat, with both shares – of sales and of visitors – and why: product, page or offer. */
export function silentSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { silentStates, restMark, charts } = words.analyses;
  const all = retro.analyses.silent?.items ?? [];
  const { top, others } = cut(all);
  const money = column.given(14, { numberFormat: '#,##0.00', align: 'Right' });
  const percent = { numberFormat: '0.00%', align: 'Right' } as const;
  const people = column.given(10, { numberFormat: '#,##0', align: 'Right' });
  const orGiven = (top: string, bottom: string, given: string): string => `=IF(ISNUMBER(${ratio(top, bottom)}),${ratio(top, bottom)},IF(ISNUMBER({${given}}),{${given}},""))`;
  const table: TablePlan = {
    name: 'tblSilent',
    idPrefix: 'S',
    columns: columns('tblSilent', language, {
      id: column.id,
      item: column.given(20, { wrap: true }),
      sales: money, silentSales: money,
      share: column.calculated(10, orGiven('silentSales', 'sales', 'givenShare'), percent),
      silentBuyers: people, visitors: people,
      conversion: column.calculated(10, orGiven('silentBuyers', 'visitors', 'givenConversion'), percent),
      state: column.calculated(13, `=IF(OR(NOT(ISNUMBER({share})),{code}=${text(restMark)}),"",IF(AND({share}>${SELF.share},ISNUMBER({conversion})),IF({conversion}>${SELF.conversion},${text(silentStates.self)},""),IF({share}<${NEEDS_SHARE},${text(silentStates.needs)},"")))`, { align: 'Center' }),
      product: column.typed(18), page: column.typed(18), activity: column.typed(18), advice: column.typed(20),
      givenShare: column.given(10, percent), givenConversion: column.given(10, percent),
      code: column.given(16, { align: 'Center' }),
    }),
    rows: [...top.map(row), ...(others.length > 0 ? [rest(others)] : [])],
    rules: [
      { columns: ['item', 'state'], formula: `={state}=${text(silentStates.self)}`, tone: 'good' },
      { columns: ['item', 'state'], formula: `={state}=${text(silentStates.needs)}`, tone: 'near' },
      { columns: ['item', 'code'], formula: `={code}=${text(restMark)}`, tone: 'muted' },
    ],
    replaced: ['sales', 'silentSales', 'silentBuyers', 'visitors', 'givenShare', 'givenConversion'],
  };
  const drawn = all.filter((item) => item.figures.silent_sales?.kind === 'number' && item.figures.silent_sales.value > 0).length;
  const chart: ChartPlan | undefined = drawn === 0 ? undefined : {
      name: 'chtSilent', title: charts.silent.title, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered', source: { kind: 'table', table: 'tblSilent', firstRow: 0, limit: Math.min(CHART_ROWS, drawn) }, categories: 'item',
      series: [{ column: 'silentSales', name: charts.silent.sales, color: ACCENT }, { column: 'share', name: charts.silent.share, color: SECOND_COLOR, type: 'Line', secondary: true }], axisFormat: '#,##0',
    };
  return analysisSheet(tableSheet('silent', language, table), chart, language);

  function row(item: ItemSummary): RowPlan {
    const { figures } = item;
    const key = keyOfItem(item);
    return {
      id: retro.rowId('S', key), naturalKey: key,
      values: {
        item: item.item === '' ? item.itemId : item.item, code: blank(item.itemId), sales: numberCell(figures.sales_amount), silentSales: numberCell(figures.silent_sales), silentBuyers: numberCell(figures.silent_buyers), visitors: numberCell(figures.visitors),
        givenShare: numberCell(figures.silent_share), givenConversion: numberCell(figures.silent_conv),
      },
    };
  }

  /** Amounts are added; people of several products may be the same, so they stay out. */
  function rest(items: readonly ItemSummary[]): RowPlan {
    return {
      id: retro.rowId('S', 'rest'), naturalKey: 'rest',
      values: { item: words.analyses.rest(items.length), code: restMark, sales: sumCell(items, 'sales_amount'), silentSales: sumCell(items, 'silent_sales') },
    };
  }
}
