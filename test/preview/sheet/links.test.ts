import { addressArgument } from '../../../src/preview/sheet/links';
import { createBench } from '../support';

describe('links', () => {
  test.each<[string, string | undefined, string]>([
    ['=HYPERLINK("#A1","go")', '"#A1"', 'plain'],
    ['=IF(A1="","",HYPERLINK("#\'1 回顾,目标\'!A"&MATCH(A1,B:B,0),A1))', '"#\'1 回顾,目标\'!A"&MATCH(A1,B:B,0)', 'inside another function, with commas of its own'],
    ['=hyperlink("#A1")', '"#A1"', 'without a text'],
    ['=A1&"HYPERLINK("', undefined, 'only a word in a text'],
  ])('%s → %s (%s)', (formula, argument) => expect(addressArgument(formula)).toBe(argument));

  test.each<[string, string, string]>([
    ['=HYPERLINK("#\'对比 结果\'!B3","go")', "对比 结果!B3", 'a formula'],
    ['=HYPERLINK("#"&"lstOwner","go")', 'Sheet1!D1', 'a defined name'],
  ])('%s leads to %s', (formula, target) => {
    const bench = createBench();
    bench.session.book.names.push({ name: 'lstOwner', formula: '=Sheet1!$D$1:$D$2', comment: '', visible: true });
    bench.fill('A1', [[formula]]);
    expect(bench.controller.followLink(0, 0)).toBe(true);
    const { row, column } = bench.session.book.selection;
    expect(`${bench.sheet().name}!${'ABCD'[column] ?? '?'}${String(row + 1)}`).toBe(target);
  });

  test('an address outside the workbook opens only when it is the web or mail', () => {
    const bench = createBench();
    bench.fill('A1', [['=HYPERLINK("https://example.com","a")', '=HYPERLINK("javascript:alert(1)","b")']]);
    bench.controller.followLink(0, 0);
    bench.controller.followLink(0, 1);
    expect(bench.opened).toEqual(['https://example.com']);
  });

  test('a place that is gone is said, not silent', () => {
    const bench = createBench();
    bench.fill('A1', [['=HYPERLINK("#\'没有\'!A1","go")']]);
    bench.controller.followLink(0, 0);
    expect(bench.controller.store.get().notice).toMatchObject({ kind: 'refused', refusal: { reason: 'place' } });
  });
});
