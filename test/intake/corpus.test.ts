import { scoreCorpus } from '../support/corpus-score';
import { realHeaders } from '../support/header-corpus';

describe('header rows of real and made tables are recognised', () => {
  const score = scoreCorpus();

  test('the corpus has at least 150 header rows', () => {
    expect(score.headers).toBeGreaterThanOrEqual(150);
  });

  test('no kind is wrong', () => {
    expect(score.wrongKinds).toEqual([]);
  });

  test('at least 98 % of the column meanings are right', () => {
    expect(1 - score.wrongMeanings.length / score.meanings).toBeGreaterThanOrEqual(0.98);
  });

  test('every column named from a real export is right', () => {
    expect(scoreCorpus(realHeaders).wrongMeanings).toEqual([]);
  });
});
