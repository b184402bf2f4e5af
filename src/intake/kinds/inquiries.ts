import { maskText } from '../../retro/masking';
import { asksForPerson, classifyInquiry } from '../../retro/taxonomy/classify-inquiry';
import type { Figure, InquiryCountRecord, InquiryRecord } from '../../retro/types';
import { formatOf, readFigure } from '../figures';
import { roleOfRow } from '../roles';
import type { TableRow } from '../table';
import type { IntakeOptions } from '../types';
import { emptiness } from '../values/empty';
import { percentScale } from '../values/percent';
import { unguard } from '../values/text';
import { botNames } from './agents';
import { dateNames, idNames, itemIdNames, itemNames } from './fields';
import { cellOf, columnOf, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { readTime } from './times';
import { checkTotals } from './totals';

export const inquiriesSpec: KindSpec = {
  kind: 'inquiries',
  fields: [
    { field: 'rank', names: ['排名', '排序', ...idNames] },
    { field: 'category', names: ['问题类型', '咨询类型', '问题分类', '咨询类别', '问题类别', '咨询分类', '咨询问题', '高频问题'] },
    { field: 'question', names: ['买家首句', '咨询内容', '问题', '客户问题', '买家消息', '咨询首句', '首句', '用户问题'] },
    { field: 'count', names: ['咨询量', '咨询次数', '数量', '次数', '咨询人数', '出现次数', '频次'] },
    { field: 'share', names: ['占比', '咨询占比', '比例'] },
    { field: 'lastShare', names: ['去年占比', '去年双11占比', '去年同期占比', '上次占比'], pattern: /^去年.*占比$/ },
    { field: 'lastCount', names: ['去年咨询量', '去年同期咨询量'], pattern: /^去年.*(?:咨询量|数量|次数)$/ },
    { field: 'bot', names: ['机器人拦截量', '机器人解决量', '机器人接待量'] },
    { field: 'example', names: ['代表问法', '典型问法', '示例', '例句'] },
    { field: 'start', names: ['开始时间', '咨询时间', '会话开始时间', ...dateNames] },
    { field: 'end', names: ['结束时间', '会话结束时间'] },
    { field: 'buyer', names: ['买家', '买家昵称', '顾客', '客户', '买家id', '用户昵称', '用户'] },
    { field: 'agent', names: ['接待客服', '客服', '客服昵称', '接待人'] },
    { field: 'toHuman', names: ['是否转人工', '转人工'] },
    { field: 'replied', names: ['是否回复', '是否接待', '回复状态'] },
    { field: 'tag', names: ['会话标签', '标签'] },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: itemIdNames },
  ],
  signature: [['category', 'question'], ['count', 'share', 'buyer', 'start', 'agent']],
  against: ['订单编号', '评价内容', '用户咨询场景', '客服回复内容'],
  weight: 4,
};

export const inquiries: KindModule = {
  spec: inquiriesSpec,
  read: (table, ledger, options) => (columnOf(table, 'count') ?? columnOf(table, 'share') ? readCounts(table, ledger) : readLog(table, ledger, options)),
};

/** A log: one consultation per row, classified by its first words. Greetings are skipped but kept, they never enter the TOP10 (DOMAIN 3.2). */
function readLog(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const records: InquiryRecord[] = [];
  const text = (row: TableRow, field: string): string => unguard(cellOf(row, columnOf(table, field)));
  const questionField = columnOf(table, 'question') ? 'question' : 'category';
  for (const row of table.rows) {
    const role = roleOfRow(row, 2);
    const question = text(row, questionField);
    if (role) {
      ledger.skip(row, role);
      continue;
    }
    if (emptiness(question)) {
      ledger.unusable(row, { code: 'missing-name', column: columnOf(table, questionField)?.header.raw ?? '', value: row.cells.join(' ').trim() });
      continue;
    }
    const category = classifyInquiry(question);
    if (category.id === 'greeting') ledger.skip(row, 'greeting');
    else ledger.used(row);
    const start = readTime(row, columnOf(table, 'start'), options, ledger);
    records.push({
      file: table.file, line: row.line, question: maskText(question), category: category.id,
      byBot: botNames.test(text(row, 'agent')), toHuman: /^(?:是|y|yes|true|1|已转)/i.test(text(row, 'toHuman')) || asksForPerson(question),
      unanswered: /^(?:否|n|no|false|0|未)/i.test(text(row, 'replied')),
      ...(start && { start }), ...productOf(text(row, 'item'), text(row, 'itemId')),
    });
  }
  return { records: { inquiries: records } };
}

const productOf = (item: string, itemId: string): Pick<InquiryRecord, 'item' | 'itemId'> => ({ ...(!emptiness(item) && { item: maskText(item) }), ...(!emptiness(itemId) && { itemId }) });

/** A table that somebody counted already: label, count, share. The user's label is kept, and no number is split (DOMAIN 3.2). */
function readCounts(table: BoundTable, ledger: Ledger): KindReading {
  const records: InquiryCountRecord[] = [];
  const totals: InquiryCountRecord[] = [];
  const labelField = columnOf(table, 'category') ? 'category' : 'question';
  const label = (row: TableRow): string => unguard(cellOf(row, columnOf(table, labelField)));
  for (const row of table.rows) {
    const role = roleOfRow(row);
    if (role) {
      ledger.skip(row, role);
      if (role === 'total') totals.push(readCount(table, row, label(row)));
    } else if (emptiness(label(row))) {
      ledger.unusable(row, { code: 'missing-name', column: columnOf(table, labelField)?.header.raw ?? '', value: row.cells.join(' ').trim() });
    } else {
      ledger.used(row);
      records.push(readCount(table, row, label(row), ledger));
    }
  }
  const asRows = (list: readonly InquiryCountRecord[]) => list.map((record) => ({ line: record.line, figures: { consult_sessions: record.count, bot_intercepted: record.bot } }));
  checkTotals(asRows(totals), asRows(records), [
    { key: 'consult_sessions', header: columnOf(table, 'count')?.header.raw ?? '' }, { key: 'bot_intercepted', header: columnOf(table, 'bot')?.header.raw ?? '' },
  ], ledger);
  return { records: { inquiryCounts: records } };
}

function readCount(table: BoundTable, row: TableRow, label: string, ledger?: Ledger): InquiryCountRecord {
  const figure = (field: string, metric: string): Figure => {
    const column = columnOf(table, field);
    if (!column) return { kind: 'missing' };
    const format = formatOf(metric, column.header.unit);
    const scale = format.unit === '%' ? percentScale(table.rows.map((other) => cellOf(other, column))) : undefined;
    const { figure: value, problem } = readFigure(cellOf(row, column), scale ? { ...format, scale } : format);
    if (problem && problem.code !== 'percent-assumed') ledger?.problem(row.line, { ...problem, column: column.header.raw, value: cellOf(row, column) });
    return value;
  };
  return {
    file: table.file, line: row.line, label: maskText(label), category: classifyInquiry(label).id,
    count: figure('count', 'consult_sessions'), share: figure('share', 'consult_rate'), lastShare: figure('lastShare', 'consult_rate'), lastCount: figure('lastCount', 'consult_sessions'),
    bot: figure('bot', 'bot_intercepted'), example: maskText(unguard(cellOf(row, columnOf(table, 'example')))),
  };
}
