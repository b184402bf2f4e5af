import { maskText } from '../../retro/masking';
import { commonWordings, type InquirySummary, type QuestionRow } from '../../retro/inquiries';
import { asksForPerson, classifyInquiry } from '../../retro/taxonomy/classify-inquiry';
import type { InquiryCategory } from '../../retro/taxonomy/inquiry-categories';
import { botNames } from '../kinds/agents';
import { emptiness } from '../values/empty';
import { unguard } from '../values/text';
import { indexOf, type Accumulator, type LargeTable } from './accumulator';
import { createInterner } from './interner';

/** Adds up a consultation log by category (R20), with the wordings that came most often among the first 50,000 different ones, masked. */
export function accumulateInquiries(table: LargeTable): Accumulator {
  const [agentColumn, humanColumn, repliedColumn] = ['agent', 'toHuman', 'replied'].map((field) => indexOf(table, field));
  const questionColumn = indexOf(table, 'question') ?? indexOf(table, 'category');
  const agents = createInterner((text) => (botNames.test(text) ? 'bot' : 'person'), 20_000);
  const moved = createInterner((text) => (/^(?:是|y|yes|true|1|已转)/i.test(unguard(text)) ? 'yes' : 'no'), 2_000);
  const replies = createInterner((text) => (/^(?:否|n|no|false|0|未)/i.test(unguard(text)) ? 'no' : 'yes'), 2_000);
  const questions = createInterner((text) => unguard(text), 50_000);
  const known: InquiryCategory[] = [];
  /** how often each remembered question came */
  const times: number[] = [];
  const sums = new Map<string, Sum>();
  let [rows, bot, unanswered, toHuman, greetings] = [0, 0, 0, 0, 0];
  return {
    add(row) {
      if (!questionColumn) return 'missing-name';
      const id = questions.of(row, questionColumn.index);
      const question = id < 0 ? unguard(row.text(questionColumn.index)) : questions.text(id);
      if (emptiness(question)) return 'missing-name';
      rows++;
      const category = (id < 0 ? undefined : known[id]) ?? classifyInquiry(question);
      if (id >= 0) {
        known[id] = category;
        times[id] = (times[id] ?? 0) + 1;
      }
      const byBot = agentColumn !== undefined && agents.text(agents.of(row, agentColumn.index)) === 'bot';
      if (byBot) bot++;
      if (repliedColumn && replies.text(replies.of(row, repliedColumn.index)) === 'no') unanswered++;
      if ((humanColumn && moved.text(moved.of(row, humanColumn.index)) === 'yes') || asksForPerson(question)) toHuman++;
      if (category.id === 'greeting') {
        greetings++;
        return 'greeting';
      }
      const sum = sums.get(category.id) ?? { category, count: 0, bot: 0, wordings: new Map<string, number>() };
      if (sum.count === 0) sums.set(category.id, sum);
      sum.count++;
      if (byBot) sum.bot++;
      return 'used';
    },
    result() {
      for (const [id, count] of times.entries()) {
        const wordings = sums.get(known[id]?.id ?? '')?.wordings;
        const question = maskText(questions.text(id));
        wordings?.set(question, (wordings.get(question) ?? 0) + count);
      }
      return { inquiries: { total: rows - greetings, bot, unanswered, toHuman, greetings, top: topOf([...sums.values()], rows - greetings) } satisfies InquirySummary };
    },
  };
}

interface Sum {
  readonly category: InquiryCategory;
  count: number;
  bot: number;
  /** of the questions that were remembered, masked */
  readonly wordings: Map<string, number>;
}

function topOf(sums: readonly Sum[], total: number): readonly QuestionRow[] {
  return sums
    .map(({ category, count, bot, wordings }): QuestionRow => ({
      label: category.zh, category: category.id, count, share: total > 0 ? count / total : 0, lastShare: { kind: 'missing' }, shareChange: { kind: 'missing' }, bot, handler: category.handler,
      example: commonWordings(wordings, category.id),
    }))
    .sort((a, b) => b.count - a.count);
}
