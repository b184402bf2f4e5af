import { defaultRules, greetingPattern, inquiryCategories, otherInquiry, type Handler, type InquiryCategory } from './inquiry-categories';
import { createMatcher, foldQuestion, type KeywordRule } from './keyword-rule';

const byId = new Map<string, InquiryCategory>([...inquiryCategories, otherInquiry].map((category) => [category.id, category]));
const greeting = byId.get('greeting') ?? otherInquiry;
const matchDefault = createMatcher(defaultRules);

/** Category of one question by the rules a workbook starts with: the first that fits (DOMAIN 3.2); 其他 when none does. */
export function classifyInquiry(text: string): InquiryCategory {
  if (greetingPattern.test(foldQuestion(text))) return greeting;
  return byId.get(matchDefault(text)?.category ?? '') ?? otherInquiry;
}

/** Asked for a person: its own signal, whatever the category (a bot failed). */
export function asksForPerson(text: string): boolean {
  return /转人工|人工客服|找人工/.test(text);
}

/** What the rules say of a question: a built-in category, or one of the team's own, with who answers it. */
export interface RuledQuestion {
  /** id of a built-in category, or the team's own name */
  readonly category: string;
  readonly handler: Handler;
}

/** Classifies by a team's own rules (from 配置). The first rule of a category that names a handler decides who answers. */
export function createClassifier(rules: readonly KeywordRule[]): (question: string) => RuledQuestion {
  const match = createMatcher(rules);
  const handlers = new Map<string, Handler>();
  for (const { category, handler } of rules) if (handler !== undefined && !handlers.has(category)) handlers.set(category, handler);
  return (question) => {
    const category = greetingPattern.test(foldQuestion(question)) ? 'greeting' : (match(question)?.category ?? 'other');
    return { category, handler: handlers.get(category) ?? byId.get(category)?.handler ?? 'human' };
  };
}

/** A built-in category by its id; undefined for a team's own. */
export const inquiryCategory = (id: string): InquiryCategory | undefined => byId.get(id);
