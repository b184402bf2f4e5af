import { findBlame } from '../../../src/retro/taxonomy/blame';
import { asksForPerson, classifyInquiry, createClassifier } from '../../../src/retro/taxonomy/classify-inquiry';
import { createMatcher, wordsOfCell, type KeywordRule } from '../../../src/retro/taxonomy/keyword-rule';
import { classifyRefund, groupOfReason } from '../../../src/retro/taxonomy/classify-refund';
import { refundGroupNames } from '../../../src/retro/taxonomy/refund-groups';
import { readTone } from '../../../src/retro/taxonomy/tone';
import cases from '../../fixtures/domain/taxonomy.json';

describe('refunds fall into the five cause groups of the method (R19)', () => {
  test.each(cases.refundReasons)('$list: $reason → $expect', ({ reason, expect: group }) => {
    const found = groupOfReason(reason);
    expect(found && refundGroupNames[found].zh).toBe(group);
  });

  test.each(cases.refundTexts)('$reason + $note → $expect', ({ reason, note, expect: group }) => {
    expect(refundGroupNames[classifyRefund(reason, note).group].zh).toBe(group);
  });

  test.each([
    ['其他', '', '赠品规则页面写“前500名”', 'activity-rules', 'memo', 'a generic reason falls back to the memo'],
    ['大小尺寸与商品描述不符', '按客服推荐的L码买的，太小', '', 'service-answer', 'note', 'the buyer’s words beat the reason'],
    ['完全没见过的原因', '', '', 'other', 'none', 'an unknown reason is 其他'],
  ])('%s / %s / %s → %s by %s (%s)', (reason, note, memo, group, basis) => {
    expect(classifyRefund(reason, note, memo)).toMatchObject({ group, basis });
  });

  test('物流 says whose it is, and a composite reason asks for a look', () => {
    expect(classifyRefund('缺货', '').part).toBe('warehouse');
    expect(classifyRefund('物流停滞', '').part).toBe('carrier');
    expect(classifyRefund('包装/商品破损/污渍', '')).toMatchObject({ group: 'logistics', review: true });
    expect(classifyRefund('质量问题', '').review).toBe(false);
  });

  test.each(['断货', '买断', '垄断', '诊断', '断舍离', '断码', '直播断开', '尺寸不合适', '多拍/拍错/不想要'])('%s is no quality problem', (text) => {
    expect(classifyRefund('其他', text).group).not.toBe('product-quality');
  });

  test.each(['断裂', '珠串断了', '开裂', '有裂纹', '质量问题', '做工粗糙'])('%s is one', (text) => {
    expect(classifyRefund('其他', text).group).toBe('product-quality');
  });
});

describe('questions fall into categories', () => {
  test.each(cases.inquiries)('$text → $expect', ({ text, expect: category }) => {
    expect(classifyInquiry(text).zh).toBe(category);
  });

  test('转人工 is its own signal', () => {
    expect(asksForPerson('转人工')).toBe(true);
  });

  const rule = (category: string, words: string, excluded = '', more: Partial<KeywordRule> = {}): KeywordRule => ({ category, words: wordsOfCell(words), excluded: wordsOfCell(excluded), ...more });
  test.each([
    { why: 'a word anywhere, whatever its case and width', rules: [rule('会员', '88vip')], question: '８８VIP券怎么领', category: '会员' },
    { why: 'no word, no rule', rules: [rule('会员', '88vip')], question: '到哪了', category: undefined },
    { why: 'an excluded word takes the sentence out of the rule', rules: [rule('券', '券、卷', '卷发')], question: '卷发棒怎么用', category: undefined },
    { why: 'the next rule gets what the first excludes', rules: [rule('券', '卷', '卷发'), rule('商品', '怎么用')], question: '卷发棒怎么用', category: '商品' },
    { why: 'from top to bottom', rules: [rule('甲', '退'), rule('乙', '退货')], question: '退货', category: '甲' },
    { why: '* is up to six characters', rules: [rule('发货', '什么*发')], question: '什么时候能发呀', category: '发货' },
    { why: 'and no more than six', rules: [rule('发货', '什么*发')], question: '什么一二三四五六七发', category: undefined },
    { why: '# is a number', rules: [rule('满减', '满#')], question: '满 300减50'.replace(' ', ''), category: '满减' },
    { why: '(a|b) is either', rules: [rule('质量', '质量(好|太)差')], question: '质量太差了', category: '质量' },
    { why: 'a cell of nothing but signs matches nothing', rules: [rule('空', '*、#、()、 ')], question: '随便什么 12', category: undefined },
    { why: 'signs of a pattern are plain text', rules: [rule('价', '¥9.9[')], question: '¥9x9[', category: undefined },
    { why: 'commas of any kind separate', rules: [rule('价', '价保,差价；降价\n买贵')], question: '买贵了', category: '价' },
  ])('a team’s own rules: $why', ({ rules, question, category }) => {
    expect(createMatcher(rules)(question)?.category).toBe(category);
  });

  test('greetings stay greetings, what no rule catches is 其他, and the first handler of a category counts', () => {
    const classify = createClassifier([rule('会员', '88vip', '', { handler: 'bot' }), rule('会员', '会员', '', { handler: 'human' }), rule('size', '码')]);
    expect(['在吗？', '会员怎么开', '穿什么码', '量子纠缠'].map(classify)).toEqual([{ category: 'greeting', handler: 'bot' }, { category: '会员', handler: 'bot' }, { category: 'size', handler: 'mixed' }, { category: 'other', handler: 'human' }]);
  });
});

describe('no-blame: people are not blamed, facts pass (R28)', () => {
  test.each(cases.blame)('$text', ({ text, flag }) => {
    expect(findBlame(text, ['小满', '海盐', '阿橙']).length > 0).toBe(flag);
  });

  test.each([
    ['顾客说“客服根本不负责任”，核对后是消息没有送达', false, 'words in quotation marks are the customer’s'],
    ['买家原话：客服太懒了', false, 'so is what follows 原话'],
    ['“发货慢”是客服A的错', true, 'what stands outside the quotation is ours'],
    ['没有客服偷懒，是系统掉线', false, 'a negation right before'],
    ['不是客服的错，页面写错了时间', false, 'a negation before the person'],
    ['没有培训，所以客服态度差', true, 'a negation in another clause does not count'],
    ['图片懒加载让页面打开慢', false, 'a page is no person'],
  ])('%s → %s (%s)', (text, flag) => {
    expect(findBlame(text).length > 0).toBe(flag);
  });
});

describe('tone of a reply', () => {
  test.each<[string, readonly string[], string]>([
    ['这是大促正常情况，急也没用', ['impatient'], 'seed example'],
    ['您自己看详情页规则', ['counter-question'], 'case C03'],
    ['不可能的，价格都是系统定的', ['flat-refusal', 'passing-the-buck'], 'case C04'],
    ['好的', ['one-word'], 'case C07'],
  ])('%s → %j (%s)', (reply, problems) => {
    expect(readTone(reply).problems.map((problem) => problem.id)).toEqual(problems);
  });

  test('a reply without empathy and plan lacks both in a negative case', () => {
    expect(readTone('赠品送完就没有了哦', true)).toMatchObject({ problems: [], lacks: ['empathy', 'plan'] });
    expect(readTone('亲亲，先跟您说声抱歉！今天内安排上门取件，我帮您申请补偿').marks).toEqual(['apology', 'plan', 'time']);
  });
});
