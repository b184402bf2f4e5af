import { findBlame } from '../../../src/retro/taxonomy/blame';
import { asksForPerson, categoryByRules, classifyInquiry } from '../../../src/retro/taxonomy/classify-inquiry';
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

  test('转人工 is its own signal, and the team’s words come first', () => {
    expect(asksForPerson('转人工')).toBe(true);
    expect(categoryByRules('88VIP券怎么领', [{ category: '会员', words: ['88vip'] }])).toBe('会员');
    expect(categoryByRules('到哪了', [{ category: '会员', words: ['88vip', ''] }])).toBeUndefined();
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
