import { blameExempt, blamePatterns, negatedBefore, personWords, quotedWords, type BlamePattern } from './blame-patterns';

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

function compile(roster: readonly string[]): readonly { readonly pattern: BlamePattern; readonly expression: RegExp }[] {
  const names = roster.filter((name) => name.length >= 2).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const alternatives = names.length > 0 ? names.join('|') : '(?!)';
  return blamePatterns.map((pattern) => ({ pattern, expression: new RegExp(pattern.source.replaceAll('{PERSON}', personWords).replaceAll('{ROSTER}', alternatives)) }));
}
