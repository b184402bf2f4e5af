import { languages, messages, type Language } from '../i18n';
import { defaultRules, inquiryCategories, type Handler } from '../retro/taxonomy/inquiry-categories';
import { inquiryCategory } from '../retro/taxonomy/classify-inquiry';
import { wordsOfCell, type KeywordRule } from '../retro/taxonomy/keyword-rule';
import { ruleListNames, type RuleListName } from './plan';

/** One of the four lists on 配置 that hold the keyword rules of R20: line by line category, words, excluded words and who answers. */
export interface RuleList {
  readonly name: RuleListName;
  readonly header: string;
  readonly values: readonly string[];
  /** characters */
  readonly width: number;
}

const WIDTHS: Readonly<Record<RuleListName, number>> = { lstRuleCategory: 32, lstRuleWords: 72, lstRuleExcluded: 18, lstRuleHandler: 14 };
/** Characters of words that one line shows; longer rules go on in the next line of the same category. */
const LINE = 60;

const handlerNames = (language: Language): Readonly<Record<Handler, string>> => messages[language].workbook.analyses.handlers;
const nameOf = (id: string, language: Language): string => inquiryCategory(id)?.[language === 'zh-CN' ? 'zh' : 'en'] ?? id;
/** CJK counts double. */
const widthOf = (text: string): number => [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);

/** The rules a new workbook starts with, as lists. */
export function defaultRuleLists(language: Language): readonly RuleList[] {
  const { rules } = messages[language].workbook.analyses;
  const lines = defaultRules.flatMap((rule) => linesOf(rule.words).map((words) => [nameOf(rule.category, language), words, rule.excluded.join('、'), handlerNames(language)[inquiryCategory(rule.category)?.handler ?? 'human']]));
  return ruleListNames.map((name, index) => ({ name, header: rules.headers[name], values: lines.map((line) => line[index] ?? ''), width: WIDTHS[name] }));
}

function linesOf(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last}、${word}`) <= LINE) lines[lines.length - 1] = `${last}、${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The rules as they stand in a workbook, whoever wrote them, in either language. Lines without a category or without words say nothing.
 * Undefined when there is no such line: the built-in rules hold then.
 */
export function readInquiryRules(lists: ReadonlyMap<string, readonly string[]>): readonly KeywordRule[] | undefined {
  const column = (name: RuleListName): readonly string[] => lists.get(name) ?? [];
  const rules = column('lstRuleCategory').flatMap((label, line): KeywordRule[] => {
    const words = wordsOfCell(column('lstRuleWords')[line] ?? '');
    if (label.trim() === '' || words.length === 0) return [];
    const handler = handlerOf(column('lstRuleHandler')[line] ?? '');
    return [{ category: categoryOf(label.trim()), words, excluded: wordsOfCell(column('lstRuleExcluded')[line] ?? ''), ...(handler && { handler }) }];
  });
  return rules.length === 0 ? undefined : rules;
}

const categoryOf = (label: string): string => inquiryCategories.find(({ zh, en }) => zh === label || en.toLowerCase() === label.toLowerCase())?.id ?? label;

function handlerOf(text: string): Handler | undefined {
  return (['bot', 'human', 'mixed'] as const).find((handler) => languages.some((language) => handlerNames(language)[handler].toLowerCase() === text.trim().toLowerCase()));
}
