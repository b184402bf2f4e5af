import { inquiryCategories, otherInquiry, type InquiryCategory } from './inquiry-categories';

/** A team's own keyword rule from 配置: tried before the built-in ones. */
export interface KeywordRule {
  readonly category: string;
  readonly words: readonly string[];
}

/** Category of one question by the built-in patterns: the first that matches (DOMAIN 3.2); 其他 when none does. */
export function classifyInquiry(text: string): InquiryCategory {
  const question = text.normalize('NFKC').trim();
  return inquiryCategories.find((category) => category.pattern.test(question)) ?? otherInquiry;
}

/** Asked for a person: its own signal, whatever the category (a bot failed). */
export function asksForPerson(text: string): boolean {
  return /转人工|人工客服|找人工/.test(text);
}

/** Own category name of the first rule with a word in the text; undefined when no rule fits. */
export function categoryByRules(text: string, rules: readonly KeywordRule[]): string | undefined {
  const question = text.normalize('NFKC').toLowerCase();
  return rules.find((rule) => rule.words.some((word) => word !== '' && question.includes(word.toLowerCase())))?.category;
}
