import type { Handler } from './inquiry-categories';

/**
 * One keyword rule of R20, as people edit it on 配置. A question belongs to the first rule, from top to bottom, of which it holds a word
 * and no excluded word. Words are plain text; `*` stands for up to six characters, `#` for a number, `(甲|乙)` for either of the two.
 */
export interface KeywordRule {
  /** id of a built-in category, or the team's own name of one */
  readonly category: string;
  readonly words: readonly string[];
  readonly excluded: readonly string[];
  /** of the category; without it a built-in one keeps its own and an own one is for people */
  readonly handler?: Handler;
}

/** Folds what people type alike: full width, case, outer blanks. */
export const foldQuestion = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Characters that separate words in a cell. */
const SEPARATORS = /[、,，;；\n\r\t]+/;

/** Words of a cell: `退货、退款，退*运费`. */
export const wordsOfCell = (cell: string): readonly string[] => cell.split(SEPARATORS).map((word) => word.trim()).filter((word) => word !== '');

const ALTERNATIVES = /(\([^()]*\|[^()]*\))/;
const literal = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.{0,6}').replace(/#/g, '\\d+\\s*');

/** A word as a pattern over folded text; undefined for a word without any character of its own (`*`), which would match everything. */
function patternOf(word: string): string | undefined {
  const folded = foldQuestion(word);
  if (folded.replace(/[*#()|\s]/g, '') === '') return undefined;
  return folded.split(ALTERNATIVES).map((part) => (ALTERNATIVES.test(part) ? `(?:${part.slice(1, -1).split('|').map(literal).join('|')})` : literal(part))).join('');
}

const never = /(?!)/;
function anyOf(words: readonly string[]): RegExp {
  const patterns = words.flatMap((word) => patternOf(word) ?? []);
  return patterns.length === 0 ? never : new RegExp(patterns.join('|'));
}

/** The rule a question falls under; undefined when none fits. Rules without a word never fit. */
export function createMatcher(rules: readonly KeywordRule[]): (question: string) => KeywordRule | undefined {
  const compiled = rules.map((rule) => ({ rule, words: anyOf(rule.words), excluded: anyOf(rule.excluded) }));
  return (question) => {
    const text = foldQuestion(question);
    return compiled.find(({ words, excluded }) => words.test(text) && !excluded.test(text))?.rule;
  };
}
