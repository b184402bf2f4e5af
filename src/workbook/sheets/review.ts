import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import type { ReviewCluster } from '../../retro/reviews';
import { refundGroupNames } from '../../retro/taxonomy/refund-groups';
import { column, columns, wordsOf } from '../columns';
import type { CellPlan, ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { analysisSheet, besideTable, blockRow, CHART_ROWS, CHART_SIZE, ratio } from './analysis';
import { columnsOf, factRows } from './blocks';
import { blank } from './case';
import { sentence } from './cover-parts';
import { ACCENT, tableSheet } from './table-sheet';

/** 4 评价 (R20, R31): what good reviews praise (好评关键词), and where neutral and bad ones cluster, by what they are about and by product. */
export function reviewSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { reviewKinds, reviewFacts, findings, charts } = words.analyses;
  const { reviews } = retro.analyses;
  const unhappy = reviews === undefined ? 0 : reviews.neutral + reviews.bad;
  const table: TablePlan = {
    name: 'tblReview',
    idPrefix: 'V',
    columns: columns('tblReview', language, {
      id: column.id,
      kind: column.given(14, { align: 'Center' }),
      word: column.given(22, { wrap: true }),
      count: column.given(8, { numberFormat: '#,##0', align: 'Right' }),
      total: column.given(11, { numberFormat: '#,##0', align: 'Right' }),
      share: column.calculated(9, `=${ratio('count', 'total')}`, { numberFormat: '0.0%', align: 'Right' }),
      rank: column.calculated(8, '=IF(ISNUMBER({count}),COUNTIFS({tblReview.kind},{kind},{tblReview.count},">"&{count})+1,"")', { numberFormat: '0', align: 'Center' }),
      item: column.given(22, { wrap: true }),
      example: column.given(40, { wrap: true }),
      use: column.typed(30),
    }),
    rows: [
      ...(reviews?.keywords ?? []).map((keyword) => row('good', keyword.phrase, keyword.phrase, keyword, reviews?.goodWritten ?? 0)),
      ...(reviews?.badThemes ?? []).map((theme) => row('theme', theme.group, refundGroupNames[theme.group][language === 'zh-CN' ? 'zh' : 'en'], theme, unhappy)),
      ...(reviews?.badItems ?? []).map((cluster) => row('item', cluster.item, cluster.item, cluster, unhappy)),
    ],
    rules: [
      { columns: ['kind', 'word'], formula: `={kind}=${text(reviewKinds.good)}`, tone: 'good' },
      { columns: ['kind', 'word'], formula: `=OR({kind}=${text(reviewKinds.theme)},{kind}=${text(reviewKinds.item)})`, tone: 'near' },
    ],
    replaced: ['count', 'total'],
  };
  const sheet = tableSheet('review', language, table);
  const first = table.columns.length + 1;
  const col = columnsOf('tblReview', language);
  const drawn = reviews?.keywords.length ?? 0;
  // Without a good word the chart draws where bad reviews cluster.
  const run = drawn > 0 ? drawn : (reviews?.badThemes.length ?? 0);
  const chart: ChartPlan | undefined = run === 0 ? undefined : {
    name: 'chtReview', title: charts.review.title, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered', source: { kind: 'table', table: 'tblReview', firstRow: 0, limit: Math.min(CHART_ROWS, run) }, categories: 'word',
    series: [{ column: 'count', name: charts.review.count, color: ACCENT }], axisFormat: '#,##0',
  };
  return analysisSheet({ ...sheet, cells: [...sheet.cells, ...block()], widths: [...table.columns.map((each) => each.width), 3, 26, 16] }, chart, language, finding());

  function row(kind: keyof typeof reviewKinds, key: string, word: string, cluster: ReviewCluster, total: number): RowPlan {
    const naturalKey = `${kind}:${key}`;
    return { id: retro.rowId('V', naturalKey), naturalKey, values: { kind: reviewKinds[kind], word, count: cluster.count, total, item: blank(cluster.item), example: blank(cluster.example) } };
  }

  /** The most frequent of each kind, live. */
  function finding(): string {
    const most = (kind: string, said: string): string => {
      const firstOf = `MATCH(${text(kind)},${col('kind')},0)`;
      return `IF(COUNTIFS(${col('kind')},${text(kind)},${col('count')},">0")=0,"",${sentence(said, `INDEX(${col('word')},${firstOf})`, `INDEX(${col('count')},${firstOf})`)})`;
    };
    const [good, bad] = [most(reviewKinds.good, findings.review), most(reviewKinds.theme, findings.reviewBad)];
    return `=${good}&IF(AND(${good}<>"",${bad}<>""),${text(findings.and)},"")&${bad}`;
  }

  /** How many reviews of each kind; numbers of the paste, because the rows count words and not reviews. */
  function block(): CellPlan[] {
    if (reviews === undefined) return [];
    const top = blockRow(chart !== undefined);
    const facts = factRows(top, first, reviewFacts.title, [
      [reviewFacts.total, '', '#,##0'], [reviewFacts.good, '', '#,##0'], [reviewFacts.neutral, '', '#,##0'], [reviewFacts.bad, '', '#,##0'], [reviewFacts.badRate, '', '0.00%'], [reviewFacts.service, '', '#,##0'],
    ]);
    const values = [reviews.total, reviews.good, reviews.neutral, reviews.bad, reviews.badRate ?? null, reviews.aboutService.length];
    const names = ['Total', 'Good', 'Neutral', 'Bad', 'BadRate', 'Service'];
    let index = -1;
    return facts.map((cell): CellPlan => {
      if (cell.formula === undefined) return cell;
      index++;
      const { formula: _, ...rest } = cell;
      return { ...rest, value: values[index] ?? null, name: `review${names[index] ?? ''}` };
    });
  }
}
