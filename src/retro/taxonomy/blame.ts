import { blameExempt, blamePatterns, negatedBefore, onePerson, personWords, quotedWords, shortcoming, type BlamePattern } from './blame-patterns';

export interface BlameFinding {
  readonly pattern: BlamePattern;
  /** the words that matched */
  readonly words: string;
  /** the sentence around them */
  readonly sentence: string;
}

/**
 * Sentences that blame people, each with its neutral wording (R28). `roster`: agent names, so that `小满不行` is found and `系统太慢` is not.
 * Only for what the team writes. Negated sentences (不追究个人责任) and quoted words of others are fine. Nothing is changed and nothing is
 * counted per person.
 */
export function findBlame(text: string, roster: readonly string[] = []): readonly BlameFinding[] {
  const patterns = compile(roster);
  const findings: BlameFinding[] = [];
  for (const sentence of text.split(/(?<=[。！？!?；;\n])/)) {
    if (sentence.trim() === '' || blameExempt.test(sentence)) continue;
    const own = sentence.replace(quotedWords, (quoted) => '\u3000'.repeat(quoted.length));
    for (const { pattern, expression } of patterns) {
      const match = expression.exec(own);
      if (match && !negatedBefore.test(own.slice(0, match.index))) findings.push({ pattern, words: match[0], sentence: sentence.trim() });
    }
  }
  return findings;
}

interface Compiled {
  readonly pattern: BlamePattern;
  readonly expression: RegExp;
}

/** Expressions of the last roster: a workbook's cells are checked one after the other with the same names. */
let last: { readonly roster: string; readonly compiled: readonly Compiled[] } | undefined;

function compile(roster: readonly string[]): readonly Compiled[] {
  const names = roster.filter((name) => name.length >= 2).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const alternatives = names.length > 0 ? names.join('|') : '(?!)';
  if (last?.roster === alternatives) return last.compiled;
  const parts = [['{SHORTCOMING}', shortcoming], ['{PERSON}', personWords], ['{ONE}', onePerson], ['{ROSTER}', alternatives]] as const;
  const compiled = blamePatterns.map((pattern) => ({ pattern, expression: new RegExp(parts.reduce((source, [mark, words]) => source.replaceAll(mark, words), pattern.source)) }));
  last = { roster: alternatives, compiled };
  return compiled;
}
