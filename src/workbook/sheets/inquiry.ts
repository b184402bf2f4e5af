import type { Language } from '../../i18n';
import type { Retro } from '../../retro/retro';
import { questionKey } from '../../retro/facts';
import { questionName, type QuestionRow } from '../../retro/inquiries';
import { column, columns, wordsOf } from '../columns';
import { gapFormat } from '../number-formats';
import type { CellPlan, ChartPlan, RowPlan, SheetPlan, TablePlan } from '../plan';
import { text } from '../references';
import { columnsOf, factRows } from './blocks';
import { analysisSheet, besideTable, blockRow, CHART_ROWS, CHART_SIZE, cut, numberCell, rank, ratio, shareOf } from './analysis';
import { blank } from './case';
import { sentence } from './cover-parts';
import { ACCENT, SECOND_COLOR, tableSheet } from './table-sheet';

/** Questions among these places are worth training when a bot alone cannot answer them. */
const TRAINED = 10;
/** A change of share below this is none. */
const SAME = 0.005;

/** Lines of the block beside the table, with its heading. */
const FACTS = 11;

/** 4 咨询 (R20): questions by volume against last year's share, by bot or by people, with a training list for temporary staff. */
export function inquirySheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { restMark, handlers, trends, training, charts, findings, inquiryFacts } = words.analyses;
  const asked = retro.analyses.inquiries;
  const { top, others } = cut(asked?.top ?? []);
  const mark = text(restMark);
  const table: TablePlan = {
    name: 'tblInquiry',
    idPrefix: 'Q',
    columns: columns('tblInquiry', language, {
      id: column.id,
      category: column.given(22, { wrap: true }),
      count: column.given(10, { numberFormat: '#,##0', align: 'Right' }),
      share: column.calculated(9, shareOf('tblInquiry', 'count'), { numberFormat: '0.0%', align: 'Right' }),
      rank: column.calculated(8, rank('tblInquiry', 'count', 'example', mark), { numberFormat: '0', align: 'Center' }),
      lastShare: column.given(10, { numberFormat: '0.0%', align: 'Right', keeps: true }),
      change: column.calculated(11, '=IF(AND(ISNUMBER({share}),ISNUMBER({lastShare})),ROUND({share}-{lastShare},10),"")', { numberFormat: gapFormat('%', words), align: 'Right' }),
      lastRank: column.calculated(9, '=IF(ISNUMBER({lastShare}),IF({lastShare}>0,COUNTIF({tblInquiry.lastShare},">"&{lastShare})+1,""),"")', { numberFormat: '0', align: 'Center' }),
      move: column.calculated(9, '=IF(AND(ISNUMBER({rank}),ISNUMBER({lastRank})),{lastRank}-{rank},"")', { numberFormat: '"↑"0;"↓"0;"–"', align: 'Center' }),
      trend: column.calculated(8, `=IF(OR({category}="",{example}=${mark},SUM({tblInquiry.lastShare})=0),"",IF(NOT(ISNUMBER({lastRank})),${text(trends.new)},IF(NOT(ISNUMBER({rank})),${text(trends.gone)},IF({count}=0,${text(trends.gone)},IF({change}>=${SAME},${text(trends.up)},IF({change}<=-${SAME},${text(trends.down)},${text(trends.same)}))))))`, { align: 'Center' }),
      bot: column.given(11, { numberFormat: '#,##0', align: 'Right' }),
      botShare: column.calculated(10, `=${ratio('bot', 'count')}`, { numberFormat: '0.0%', align: 'Right' }),
      handler: column.given(14, { validation: column.list('lstHandler', false), align: 'Center' }),
      training: column.calculated(14, `=IF(AND(ISNUMBER({rank}),{handler}<>"",{handler}<>${text(handlers.bot)}),IF({rank}<=${TRAINED},${text(training)},""),"")`, { align: 'Center' }),
      example: column.given(26, { wrap: true }),
      answer: column.typed(30),
    }),
    rows: [...top.map(row), ...(others.length > 0 ? [rest(others)] : [])],
    rules: [
      { columns: ['trend', 'change'], formula: `=OR({trend}=${text(trends.up)},{trend}=${text(trends.new)})`, tone: 'near' },
      { columns: ['trend', 'change'], formula: `=OR({trend}=${text(trends.down)},{trend}=${text(trends.gone)})`, tone: 'muted' },
      { columns: ['training'], formula: `={training}=${text(training)}`, tone: 'wait' },
    ],
    replaced: ['count', 'bot'],
  };
  const drawn = (asked?.top ?? []).filter((question) => question.count > 0).length;
  const compared = asked?.top.some((question) => question.lastShare.kind === 'number') === true;
  const chart: ChartPlan | undefined = drawn === 0 ? undefined : {
      name: 'chtInquiry', title: compared ? charts.inquiry.title : charts.inquiry.only, from: besideTable(table), to: CHART_SIZE, type: 'ColumnClustered', source: { kind: 'table', table: 'tblInquiry', firstRow: 0, limit: Math.min(CHART_ROWS, drawn) }, categories: 'category',
      series: [{ column: 'share', name: charts.inquiry.share, color: ACCENT }, ...(compared ? [{ column: 'lastShare', name: charts.inquiry.lastShare, color: SECOND_COLOR }] : [])], axisFormat: '0%',
    };
  const sheet = tableSheet('inquiry', language, table);
  const first = table.columns.length + 1;
  const at = blockRow(chart !== undefined);
  const col = columnsOf('tblInquiry', language);
  const [names, counts, changes] = [col('category'), col('count'), col('change')];
  const finding = `=IF(OR(SUM(${counts})<=0,COUNTIF(${col('rank')},1)=0),"",${sentence(findings.inquiry, `INDEX(${names},MATCH(1,${col('rank')},0))`, `TEXT(INDEX(${col('share')},MATCH(1,${col('rank')},0)),"0.0%")`)}&IF(MAX(${changes})>0,${sentence(findings.rise, `INDEX(${names},MATCH(MAX(${changes}),${changes},0))`, `TEXT(100*MAX(${changes}),"0.0")`)},""))`;
  return analysisSheet({ ...sheet, cells: [...sheet.cells, ...block()], widths: [...table.columns.map((each) => each.width), 3, 26, 16] }, chart, language, finding);

  /** Who could answer how much, what to train, and what changed against last year. */
  function block(): CellPlan[] {
    const by = (handler: string): string => `=IF(SUM(${counts})=0,"",SUMIFS(${counts},${col('handler')},${text(handler)})/SUM(${counts}))`;
    const of = (trend: string): string => `=COUNTIF(${col('trend')},${text(trend)})`;
    return [
      ...factRows(at, first, inquiryFacts.title, [
        [inquiryFacts.total, `=SUM(${counts})`, '#,##0'], [inquiryFacts.bot, `=IF(SUM(${counts})=0,"",SUM(${col('bot')})/SUM(${counts}))`, '0.0%'],
        [inquiryFacts.couldBot, by(handlers.bot), '0.0%'], [inquiryFacts.mixed, by(handlers.mixed), '0.0%'], [inquiryFacts.human, by(handlers.human), '0.0%'],
        [inquiryFacts.training, `=COUNTIF(${col('training')},${text(training)})`, '0'],
        ...([trends.new, trends.gone, trends.up, trends.down] as const).map((trend): [string, string, string] => [inquiryFacts.trend(trend), of(trend), '0']),
      ]),
      { row: at + FACTS, column: first, formula: `=IF(COUNT(${col('lastShare')})=0,${text(inquiryFacts.noLastYear)},"")`, style: 'note' },
    ];
  }


  function row(question: QuestionRow): RowPlan {
    const key = questionKey(asked?.from ?? 'counts', question);
    return {
      id: retro.rowId('Q', key), naturalKey: key,
      values: {
        category: questionName(question, asked?.from ?? 'counts', language === 'zh-CN' ? 'zh' : 'en'), count: question.count, lastShare: numberCell(question.lastShare, 6), bot: question.bot, handler: handlers[question.handler], example: blank(question.example),
      },
    };
  }

  function rest(questions: readonly QuestionRow[]): RowPlan {
    const sum = (pick: (question: QuestionRow) => number): number => questions.reduce((all, question) => all + pick(question), 0);
    return { id: retro.rowId('Q', 'rest'), naturalKey: 'rest', values: { category: words.analyses.rest(questions.length), count: sum((question) => question.count), bot: sum((question) => question.bot), example: restMark } };
  }
}
