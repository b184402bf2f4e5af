import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { keyOfItem, proposeTiers, type Tier } from '../../retro/analyses/items';
import type { ItemSummary } from '../../retro/items';
import { column, columns, wordsOf } from '../columns';
import type { CellPlan, ChartPlan, PlanValue, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, blockRow, CHART_ROWS, CHART_SIZE, cut, numberCell, rank, ratio, shareOf, sumCell } from './analysis';
import { cellAt, columnsOf, figureCell, headingRow, orderOf, topRows } from './blocks';
import { blank } from './case';
import { sentence } from './cover-parts';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** A product whose refunds take this many times the share of all products has many refunds. */
const MANY_REFUNDS = 1.1;
/** Places that count as the top. */
const TOP = 3;
/** Places of the lists beside the table. */
const PLACES = 5;
/** Columns at the end of the table that only order the lists. */
const HELPERS = 4;
const MONEY = '#,##0.00';

/**
 * 4 热卖 (R18): products by sales, units, inquiries and refunds, with tier, audience and age; notes for marketing, conversion and
 * recommendation. Beside it, by formula, the sums of the tiers and the lists of the first.
 */
export function itemSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { itemStates, restMark, charts, findings, itemBlocks, topTitles } = words.analyses;
  const all = retro.analyses.items?.items ?? [];
  const asked = retro.analyses.items?.asked ?? new Map<string, number>();
  const tiers = all.some((item) => item.tier !== '') ? new Map<string, Tier>() : proposeTiers(all);
  const tierNames: Readonly<Record<Tier, string | undefined>> = { high: words.lists.lstTier[0], middle: words.lists.lstTier[1], low: words.lists.lstTier[2] };
  const { top, others } = cut(all);
  const mark = text(restMark);
  const marked = { column: 'code', value: mark };
  const money = column.given(13, { numberFormat: MONEY, align: 'Right' });
  const helper = (figure: string, kind?: 'fraction') => column.calculated(8, orderOf(figure, marked, kind), { numberFormat: kind === 'fraction' ? '0.000' : '#,##0', align: 'Right' });
  const isTop = (key: string): string => `IF(ISNUMBER({${key}}),{${key}}<=${TOP},{id}="")`;
  const table: TablePlan = {
    name: 'tblItem',
    idPrefix: 'I',
    columns: columns('tblItem', language, {
      id: column.id,
      item: column.given(19, { wrap: true }),
      sales: money,
      units: column.given(9, { numberFormat: '#,##0', align: 'Right' }),
      state: column.calculated(13, `=IF({item}="","",IF(${isTop('rankSales')},IF(${isTop('rankUnits')},${text(itemStates.both)},${text(itemStates.sales)}),IF(${isTop('rankUnits')},${text(itemStates.units)},"")))`, { align: 'Center', wrap: true }),
      salesShare: column.calculated(8, shareOf('tblItem', 'sales'), { numberFormat: '0.0%', align: 'Right' }),
      rankSales: column.calculated(8, rank('tblItem', 'sales', 'code', mark), { numberFormat: '0', align: 'Center' }),
      rankUnits: column.calculated(8, rank('tblItem', 'units', 'code', mark), { numberFormat: '0', align: 'Center' }),
      price: column.calculated(10, `=IF({code}=${mark},"",${ratio('sales', 'units')})`, { numberFormat: '#,##0.00', align: 'Right' }),
      tier: column.given(8, { align: 'Center', validation: column.list('lstTier', false) }),
      refunds: money,
      refundShare: column.calculated(8, `=${ratio('refunds', 'sales')}`, { numberFormat: '0.0%', align: 'Right' }),
      refundState: column.calculated(9, `=IF(ISNUMBER({refundShare}),IF({refundShare}>${MANY_REFUNDS}*SUM({tblItem.refunds})/SUM({tblItem.sales}),${text(itemStates.refunds)},""),"")`, { align: 'Center' }),
      conversion: column.given(9, { numberFormat: '0.00%', align: 'Right' }),
      consult: column.given(8, { numberFormat: '#,##0', align: 'Right', keeps: true }),
      audience: column.given(10, { wrap: true, keeps: true }), age: column.given(9, { align: 'Center', keeps: true }),
      marketing: column.typed(16), convert: column.typed(16), recommend: column.typed(16),
      code: column.given(15, { align: 'Center' }),
      salesOrder: helper('sales'), unitsOrder: helper('units'), consultOrder: helper('consult'), refundOrder: helper('refundShare', 'fraction'),
    }),
    rows: [...top.map(row), ...(others.length > 0 ? [rest(others)] : [])],
    rules: [
      { columns: ['item', 'state'], formula: `=OR({state}=${text(itemStates.both)},{state}=${text(itemStates.sales)},{state}=${text(itemStates.units)})`, tone: 'good' },
      { columns: ['refundShare', 'refundState'], formula: `={refundState}=${text(itemStates.refunds)}`, tone: 'bad' },
      { columns: ['item', 'code'], formula: `={code}=${mark}`, tone: 'muted' },
    ],
    replaced: ['sales', 'units', 'refunds', 'conversion', 'consult'],
  };
  const sheet = tableSheet('item', language, table);
  const first = table.columns.length + 1;
  const col = columnsOf('tblItem', language);
    const withSales = all.filter((item) => item.figures.sales_amount?.kind === 'number' && item.figures.sales_amount.value > 0).length;
  const withUnits = all.some((item) => item.figures.paid_items?.kind === 'number');
  const chart: ChartPlan | undefined = withSales === 0 ? undefined : {
      name: 'chtItem', title: charts.item.title, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered', source: { kind: 'table', table: 'tblItem', firstRow: 0, limit: Math.min(CHART_ROWS, withSales) }, categories: 'item',
      series: [{ column: 'sales', name: charts.item.sales, color: ACCENT }, ...(withUnits ? [{ column: 'units', name: charts.item.units, color: SECOND_COLOR, type: 'Line', secondary: true } as const] : [])], axisFormat: '#,##0',
    };
  const tierRow = blockRow(chart !== undefined);
  const listRow = tierRow + words.lists.lstTier.length + 3;
  const cells = [...sheet.cells, ...tierBlock(), ...lists()];
  return analysisSheet({ ...sheet, cells, printedColumns: table.columns.length - HELPERS - 1, widths: [...table.columns.map((each) => each.width), 3, 6, 26, 14, 13, 13, 10, 10] }, chart, language, finding());

  function row(item: ItemSummary): RowPlan {
    const { figures } = item;
    const key = keyOfItem(item);
    const tier = tiers.get(key);
    return {
      id: retro.rowId('I', key), naturalKey: key,
      values: {
        item: item.item === '' ? item.itemId : item.item, code: blank(item.itemId), tier: blank(item.tier) ?? (tier === undefined ? null : (tierNames[tier] ?? null)), audience: blank(item.audience), age: blank(item.age), sales: numberCell(figures.sales_amount), units: numberCell(figures.paid_items),
        refunds: numberCell(figures.refund_amount), conversion: numberCell(figures.pay_cvr), consult: consultOf(item),
      },
    };
  }

  /** As the item paste says, else counted in the log of questions where that names products. */
  function consultOf(item: ItemSummary): PlanValue {
    const { figures } = item;
    return numberCell(figures.consult_users ?? figures.consult_sessions ?? figures.inquiry_users) ?? asked.get(item.itemId) ?? asked.get(item.item) ?? null;
  }

  /** Amounts and units are added; people and rates of several products are not. */
  function rest(items: readonly ItemSummary[]): RowPlan {
    return {
      id: retro.rowId('I', 'rest'), naturalKey: 'rest',
      values: { item: words.analyses.rest(items.length), code: restMark, sales: sumCell(items, 'sales_amount'), units: sumCell(items, 'paid_items'), refunds: sumCell(items, 'refund_amount') },
    };
  }

  function finding(): string {
    const nameOf = (order: string): string => `INDEX(${col('item')},MATCH(MAX(${col(order)}),${col(order)},0))`;
    const share = `TEXT(INDEX(${col('salesShare')},MATCH(MAX(${col('salesOrder')}),${col('salesOrder')},0)),"0.0%")`;
    return `=IF(SUM(${col('sales')})<=0,"",${sentence(findings.item, nameOf('salesOrder'), share)}&IF(COUNT(${col('unitsOrder')})=0,"",${sentence(findings.itemUnits, nameOf('unitsOrder'))}))`;
  }

  /** 高, 中, 低档 (R18): follows when people change a tier. Products of no tier stand in a line of their own. */
  function tierBlock(): CellPlan[] {
    const line = (at: number, label: string, of: (key: string) => string, count: string): CellPlan[] => {
      const [sales, refunds] = [of('sales'), of('refunds')];
      return [
        { row: at, column: first + 1, value: label, style: 'label' },
        figureCell(at, first + 2, `=${sales}`, MONEY), figureCell(at, first + 3, `=IF(SUM(${col('sales')})=0,"",${cellAt(at, first + 2)}/SUM(${col('sales')}))`, '0.0%'),
        figureCell(at, first + 4, `=${of('units')}`, '#,##0'), figureCell(at, first + 5, `=${count}`, '0'), figureCell(at, first + 6, `=IF(${sales}=0,"",${refunds}/${sales})`, '0.0%'),
      ];
    };
    const names = words.lists.lstTier;
    const sumOf = (criterion: string) => (key: string): string => `SUMIFS(${col(key)},${col('tier')},${criterion})`;
    const others = (key: string): string => `(SUM(${col(key)})-${names.map((name) => sumOf(text(name))(key)).join('-')})`;
    return [
      ...headingRow(tierRow, first + 1, itemBlocks.tiers),
      ...names.flatMap((name, index) => line(tierRow + 1 + index, name, sumOf(text(name)), `COUNTIFS(${col('tier')},${text(name)})`)),
      ...line(tierRow + 1 + names.length, itemBlocks.noTier, others, `COUNTA(${col('item')})-${names.map((name) => `COUNTIFS(${col('tier')},${text(name)})`).join('-')}`),
    ];
  }

  function lists(): CellPlan[] {
    const name = col('item');
    const of = (order: string, figures: readonly (readonly [string, string])[], titles: readonly string[], index: number): CellPlan[] =>
      topRows(listRow + index * (PLACES + 2), first, PLACES, [topTitles.place, ...titles], { order: col(order), name, none: itemBlocks.none[index] ?? '', figures: figures.map(([key, format]) => [col(key), format]) });
    return [
      ...of('salesOrder', [['sales', MONEY], ['salesShare', '0.0%']], itemBlocks.bySales, 0), ...of('unitsOrder', [['units', '#,##0'], ['price', MONEY]], itemBlocks.byUnits, 1),
      ...of('consultOrder', [['consult', '#,##0'], ['conversion', '0.00%']], itemBlocks.byConsult, 2), ...of('refundOrder', [['refundShare', '0.0%'], ['refunds', MONEY]], itemBlocks.byRefunds, 3),
    ];
  }
}
