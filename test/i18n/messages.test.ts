import { failureCodes } from '../../src/excel/failures';
import { languageOf, languages, messages } from '../../src/i18n';
import { problemCodes, sourceKinds } from '../../src/intake/types';
import type { Problem } from '../../src/intake/types';

/** Chinese that may stand in English texts: names of the other language and of products, and what is quoted from data. */
const allowedChinese = new Set(['pane.otherLanguage', 'pane.switchLanguage']);
const chinese = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/;

type Leaf = readonly [path: string, value: unknown];

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
  return [[path, value]];
}

/** Only the parts of the pane: the words of the workbook are tested with the workbook. */
const parts = ['pane', 'failures', 'problems', 'actions'] as const;
const of = (language: (typeof languages)[number]): ReadonlyMap<string, unknown> => new Map(parts.flatMap((part) => leaves(messages[language][part], part)));
const zh = of('zh-CN');
const en = of('en-US');

test('both languages have the same texts', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
});

test('no text is empty, and none of the English ones is Chinese', () => {
  for (const [path, value] of [...zh, ...en]) if (typeof value === 'string') expect([path, value.trim()]).not.toEqual([path, '']);
  const left = [...en].filter(([path, value]) => typeof value === 'string' && chinese.test(value) && !allowedChinese.has(path));
  expect(left).toEqual([]);
});

/** A value for each parameter that can be found again in the text. */
const problem: Problem = { code: 'not-a-number', line: 4711, column: 'COLUMN', value: 'VALUE', detail: { limit: 'LIMIT', options: 'OPTIONS', meaning: 'MEANING', expected: 'EXPECTED', rows: 'ROWS', total: 'TOTAL', sum: 'SUM', columns: 'COLUMNS', firstValue: 'FIRST', firstLine: 'FIRSTLINE' } };
const marks = ['AAA', 'BBB', 'CCC'];
const filled = /AAA|BBB|CCC|4711|COLUMN|VALUE|LIMIT|OPTIONS|MEANING|EXPECTED|ROWS|TOTAL|SUM|COLUMNS|FIRST/g;

function fill(path: string, text: unknown): string {
  if (typeof text !== 'function') return String(text);
  if (path.startsWith('problems.') && !path.startsWith('problems.notes')) return String(text(problem));
  if (path === 'pane.promotion') return String(text('double11', 'BBB'));
  // Numbers are checked as numbers below: here every parameter is a mark.
  return String(text(...marks.slice(0, text.length)));
}

test('every text takes in the same things in both languages', () => {
  for (const [path, text] of zh) {
    if (path.startsWith('problems.message') || path === 'problems.sentence' || path === 'pane.paste.bytes') continue;
    const inZh = [...new Set(fill(path, text).match(filled))].sort();
    const inEn = [...new Set(fill(path, en.get(path)).match(filled))].sort();
    expect([path, inEn]).toEqual([path, inZh]);
  }
});

describe.each(languages)('%s', (language) => {
  const { pane, problems, failures } = messages[language];

  test.each(problemCodes)('the problem %s is a sentence that ends', (code) => {
    const sentence = problems.sentence({ code, line: 3, column: '目标值', value: '1,2O0' });
    expect(sentence).toMatch(language === 'zh-CN' ? /[。？！]$/ : /^[A-Z“].*[.?!]$/);
    expect(sentence).not.toMatch(/undefined|NaN|\[object|。。|\.\.$/);
    expect(problems.sentence({ code, line: 0, column: '', value: '' })).not.toMatch(/undefined|NaN|“”/);
  });

  test('a problem says where it is', () => {
    expect(problems.where({ ...problem, line: 5, column: '目标值' })).toContain('5');
    expect(problems.where({ ...problem, line: 5, column: '目标值' })).toContain('目标值');
    expect(problems.message({ ...problem, line: 5, column: '目标值', value: '1,2O0' })).toContain('1,2O0');
    expect(problems.where({ ...problem, line: 0, column: '' })).not.toMatch(/\d/);
  });

  test('a long value is cut in the sentence', () => {
    expect(problems.sentence({ ...problem, value: '长'.repeat(200) })).not.toContain('长'.repeat(41));
  });

  test.each(failureCodes)('the failure %s has a title, a text and a way on', (code) => {
    const { title, text, action } = failures[code];
    expect(title.length).toBeLessThanOrEqual(40);
    expect(text(undefined)).not.toMatch(/undefined/);
    expect(action.length).toBeGreaterThan(1);
    expect(action.length).toBeLessThanOrEqual(24);
  });

  test('the sheet in the way is named', () => {
    expect(failures.protected.text('6 行动计划')).toContain('6 行动计划');
    expect(failures.filtered.text('6 行动计划')).toContain('6 行动计划');
  });

  test('every kind has a name', () => {
    expect(new Set(sourceKinds.map((kind) => problems.kinds[kind])).size).toBe(sourceKinds.length);
  });

  test('numbers are grouped and sizes are readable', () => {
    expect(pane.paste.lines(12340)).toContain('12,340');
    expect(pane.paste.bytes(500)).toContain('500');
    expect(pane.paste.bytes(2048)).toContain('2 KB');
    expect(pane.paste.bytes(5 * 1_048_576)).toContain('5.0 MB');
  });
});

test('one is not said in the plural', () => {
  const { pane } = messages['en-US'];
  expect([pane.paste.lines(1), pane.paste.lines(2), pane.review.attention(1), pane.done.errors(1)]).toEqual(['1 line', '2 lines', '1 point to look at', '1 formula shows an error']);
});

test.each([
  ['zh-CN', 'zh-CN'], ['zh-TW', 'zh-CN'], ['zh', 'zh-CN'], ['en-US', 'en-US'], ['de-DE', 'en-US'], [undefined, 'zh-CN'],
] as const)('an Excel in %s gets %s', (locale, language) => expect(languageOf(locale)).toBe(language));
