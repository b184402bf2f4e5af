import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { keyOfItem } from '../../retro/analyses/items';
import type { ItemSummary } from '../../retro/items';
import { column, columns, wordsOf } from '../columns';
import type { ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { columnsOf, factRows, orderOf, topRows } from './blocks';
import { analysisSheet, besideTable, blockRow, CHART_ROWS, CHART_SIZE, cut, numberCell, ratio, sumCell } from './analysis';
import { blank } from './case';
import { sentence } from './cover-parts';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** Bought without a chat and converting well; less than half without a chat (DOMAIN 5.8). The same bounds as `silentPatternOf`. */
const SELF = { share: 0.8, conversion: 0.1 } as const;
const NEEDS_SHARE = 0.5;

/** Lines of the block beside the table, with its heading; places of the list below it. */
const FACTS = 5;
const PLACES = 5;
/** Columns at the end of the table that only serve to check and to order: shares as pasted, the id, the order. */
const UNPRINTED = 4;

/** 4 静默 (R21): products bought without a chat, with both shares – of sales and of visitors – and why: product, page or offer. */
export function silentSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { silentStates, restMark, charts, findings, silentFacts, topTitles } = words.analyses;
  const all = retro.analyses.silent?.items ?? [];
  // What the item paste knows of the page a product was bought from without a question.
  const pages = new Map((retro.analyses.items?.items ?? []).map((item) => [keyOfItem(item), item.figures]));
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
      bounce: column.given(9, { ...percent, keeps: true }),
      probe: column.calculated(22, `=IF({state}=${text(silentStates.self)},${text(silentFacts.probeSelf)},IF({state}=${text(silentStates.needs)},${text(silentFacts.probeNeeds)},""))`, { wrap: true }),
      product: column.typed(18), page: column.typed(18), activity: column.typed(18), advice: column.typed(20),
      givenShare: column.given(10, percent), givenConversion: column.given(10, percent),
      code: column.given(16, { align: 'Center' }),
      shareOrder: column.calculated(8, orderOf('share', { column: 'code', value: text(restMark) }, 'fraction'), { numberFormat: '0.000', align: 'Right' }),
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
  const sheet = tableSheet('silent', language, table);
  const first = table.columns.length + 1;
  const at = blockRow(chart !== undefined);
  const col = columnsOf('tblSilent', language);
  const both = (top: string, bottom: string): string => `=IF(SUMIFS(${col(bottom)},${col(top)},">=0")>0,SUMIFS(${col(top)},${col(bottom)},">0")/SUMIFS(${col(bottom)},${col(top)},">=0"),"")`;
  const share = both('silentSales', 'sales');
  const named = `INDEX(${col('item')},MATCH(MAX(${col('shareOrder')}),${col('shareOrder')},0))`;
  const finding = `=IF(COUNT(${col('shareOrder')})=0,"",IF(ISNUMBER(${share.slice(1)}),${sentence(findings.silent, `TEXT(${share.slice(1)},"0.0%")`)},"")&${sentence(findings.silentTop, named, `TEXT(INDEX(${col('share')},MATCH(MAX(${col('shareOrder')}),${col('shareOrder')},0)),"0.0%")`)})`;
  const cells = [
    ...sheet.cells,
    ...factRows(at, first + 1, silentFacts.title, [
      [silentFacts.share, share, '0.0%'], [silentFacts.conversion, both('silentBuyers', 'visitors'), '0.00%'],
      [silentFacts.self, `=COUNTIF(${col('state')},${text(silentStates.self)})`, '0'], [silentFacts.needs, `=COUNTIF(${col('state')},${text(silentStates.needs)})`, '0'],
    ]),
    ...topRows(at + FACTS + 1, first, PLACES, [topTitles.place, silentFacts.top, silentFacts.shareHead, silentFacts.conversionHead], { order: col('shareOrder'), name: col('item'), none: silentFacts.none, figures: [[col('share'), '0.0%'], [col('conversion'), '0.00%']] }),
  ];
  return analysisSheet({ ...sheet, cells, printedColumns: table.columns.length - UNPRINTED, widths: [...table.columns.map((each) => each.width), 3, 6, 26, 14, 12] }, chart, language, finding);


  function row(item: ItemSummary): RowPlan {
    const { figures } = item;
    const key = keyOfItem(item);
    return {
      id: retro.rowId('S', key), naturalKey: key,
      values: {
        item: item.item === '' ? item.itemId : item.item, code: blank(item.itemId), sales: numberCell(figures.sales_amount), silentSales: numberCell(figures.silent_sales), silentBuyers: numberCell(figures.silent_buyers), visitors: numberCell(figures.visitors),
        bounce: numberCell(pages.get(key)?.bounce_rate ?? figures.bounce_rate), givenShare: numberCell(figures.silent_share), givenConversion: numberCell(figures.silent_conv),
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
