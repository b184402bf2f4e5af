import { readFileSync } from 'node:fs';
import { findBlame } from '../../retro/taxonomy/blame';

/** Sets of sentences with the label a person gave them: `blaming` or `fair`, then the sentence. */
const SETS = [
  ['test/fixtures/blame-sentences.tsv', '100 sentences written before the patterns were tuned on them'],
  ['test/fixtures/blame-held-out.tsv', '100 more, written without looking at the patterns; since used (then: precision 100 %, recall 36 %)'],
  ['test/fixtures/blame-held-out-2.tsv', '40 more, since used as well (then: precision 80 %, recall 20 %)'],
  ['test/fixtures/blame-held-out-3.tsv', '40 more, since used for the idioms (then: precision 100 %, recall 25 %)'],
] as const;

/** How well the no-blame check tells blaming sentences from fair ones (R28): precision and recall by set, with the mistakes. */
export function benchBlame(): Promise<readonly string[]> {
  return Promise.resolve(SETS.flatMap(([file, about]) => measure(file, about)));
}

function measure(file: string, about: string): string[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  const mistakes: string[] = [];
  const count = { hit: 0, falseAlarm: 0, miss: 0 };
  for (const [label, sentence = ''] of rows) {
    const found = findBlame(sentence);
    if (label === 'blaming' && found.length > 0) count.hit += 1;
    else if (label === 'blaming') count.miss += 1;
    else if (found.length > 0) count.falseAlarm += 1;
    else continue;
    if (label === 'blaming' && found.length > 0) continue;
    mistakes.push(`    ${label === 'blaming' ? 'missed' : 'false alarm'}: ${sentence}`);
  }
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return [`${about}: precision ${percent(count.hit, count.hit + count.falseAlarm)}, recall ${percent(count.hit, count.hit + count.miss)} (${rows.length} sentences)`, ...mistakes];
}
