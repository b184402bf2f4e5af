import { keywordsOf, keywordsOfText } from '../../src/retro/review-words';
import { summariseReviews, themeOf } from '../../src/retro/reviews';
import type { ReviewRecord } from '../../src/retro/types';

describe('keywords of good reviews (R20)', () => {
  test('of the sample: what people praise, as words and short phrases (DOMAIN 5.10)', () => {
    const found = keywordsOf(['客服很耐心，尺码推荐准，质量好', '发货快，客服回复快', '划算👍👍']).map(({ phrase }) => phrase);
    for (const phrase of ['客服耐心', '尺码推荐准', '质量好', '发货快', '客服回复快', '划算']) expect(found).toContain(phrase);
    expect(keywordsOf(['客服很耐心，尺码推荐准，质量好', '发货快，客服回复快'])[0]).toMatchObject({ phrase: '客服', count: 2 });
  });

  test.each([
    { why: 'degree adverbs and particles drop out', text: '真的非常好看啊', has: ['好看'], lacks: ['非常', '真的'] },
    { why: 'a word that only looks like one stays whole', text: '太阳镜的确了解', has: ['了解'], lacks: ['阳镜'] },
    { why: 'no single characters, no numbers, no emoji', text: '好 100 👍', has: [], lacks: ['好', '100', '👍'] },
    { why: 'nothing in an empty text', text: '', has: [], lacks: [''] },
  ])('$why', ({ text, has, lacks }) => {
    const found = keywordsOfText(text);
    for (const word of has) expect(found).toContain(word);
    for (const word of lacks) expect(found).not.toContain(word);
  });

  test('a word counts once a text, and a part that comes more often than the phrase stays beside it', () => {
    expect(keywordsOf(['发货快，发货快', '发货快', '发货慢了点但还行'])).toEqual(expect.arrayContaining([expect.objectContaining({ phrase: '发货快', count: 2 }), expect.objectContaining({ phrase: '发货', count: 3 })]));
  });
});

const review = (mood: ReviewRecord['mood'], item: string, text: string, more: Partial<ReviewRecord> = {}): ReviewRecord => ({ file: 'r', line: 1, item, itemId: '', mood, isDefault: false, text, followUp: '', ...more });

describe('where bad reviews cluster (R31)', () => {
  test.each([
    ['问客服三次都不回，最后说“自己看”', 'service-answer'], ['等了9天，快递太慢', 'logistics'], ['收到就破了', 'product-quality'], ['说好的赠品没有', 'activity-rules'], ['有点起球，客服处理得很好', 'product-quality'], ['不说了', 'other'],
  ])('%s → %s', (text, group) => {
    expect(themeOf({ text, followUp: '' })).toBe(group);
  });

  test('by theme and by product, most first, with the product that has most of them and an example', () => {
    const summary = summariseReviews([review('bad', '大衣', '起球'), review('neutral', '大衣', '掉色'), review('bad', '水壶', '快递太慢'), review('good', '大衣', '客服耐心'), review('good', '大衣', '', { isDefault: true })]);
    expect(summary.badThemes).toEqual([{ group: 'product-quality', count: 2, item: '大衣', example: '起球' }, { group: 'logistics', count: 1, item: '水壶', example: '快递太慢' }]);
    expect(summary.badItems).toEqual([{ count: 2, item: '大衣', example: '起球' }, { count: 1, item: '水壶', example: '快递太慢' }]);
    expect(summary).toMatchObject({ good: 2, goodWritten: 1, keywords: [{ phrase: '客服耐心', count: 1, item: '大衣', example: '客服耐心' }] });
  });

  test('no reviews, nothing invented', () => {
    expect(summariseReviews([])).toMatchObject({ total: 0, keywords: [], badThemes: [], badItems: [], badRate: undefined });
  });
});
