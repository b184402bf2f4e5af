import { classifyInquiry, createClassifier } from '../../src/retro/taxonomy/classify-inquiry';
import { defaultRuleLists, readInquiryRules } from '../../src/workbook/inquiry-rules';
import cases from '../fixtures/domain/taxonomy.json';

const asRead = (language: 'zh-CN' | 'en-US'): ReadonlyMap<string, readonly string[]> => new Map(defaultRuleLists(language).map(({ name, values }) => [name, [...values, '', '']]));
const lists = (lines: readonly (readonly [string, string, string, string])[]): ReadonlyMap<string, readonly string[]> =>
  new Map((['lstRuleCategory', 'lstRuleWords', 'lstRuleExcluded', 'lstRuleHandler'] as const).map((name, index) => [name, lines.map((line) => line[index] ?? '')]));

describe('the keyword rules on 配置 (R20)', () => {
  test.each(['zh-CN', 'en-US'] as const)('read back unchanged they say what the built-in ones say (%s)', (language) => {
    const classify = createClassifier(readInquiryRules(asRead(language)) ?? []);
    for (const { text } of cases.inquiries) {
      const { id, handler } = classifyInquiry(text);
      expect({ text, ...classify(text) }).toEqual({ text, category: id, handler });
    }
  });

  test.each(['zh-CN', 'en-US'] as const)('every line fits its column (%s)', (language) => {
    for (const list of defaultRuleLists(language)) for (const value of list.values) expect({ value, fits: [...value].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0) < list.width }).toEqual({ value, fits: true });
  });

  test.each([
    { why: 'nothing on the sheet', lines: [], rules: undefined },
    { why: 'lines without words or without a category say nothing', lines: [['尺码', '', '', ''], ['', '码', '', '']], rules: undefined },
    { why: 'a name of our categories in either language is that category', lines: [['size', '码', '', '']], rules: [{ category: 'size', words: ['码'], excluded: [] }] },
    { why: 'any other name is a category of the team', lines: [[' 会员日 ', '会员', '会员价', '机器人']], rules: [{ category: '会员日', words: ['会员'], excluded: ['会员价'], handler: 'bot' }] },
    { why: 'the handler in either language; what is none is left out', lines: [['尺码', '码', '', 'bot + human'], ['赠品', '送', '', '随便']], rules: [{ category: 'size', words: ['码'], excluded: [], handler: 'mixed' }, { category: 'gift', words: ['送'], excluded: [] }] },
  ] as const)('$why', ({ lines, rules }) => {
    expect(readInquiryRules(lists(lines))).toEqual(rules);
  });
});
