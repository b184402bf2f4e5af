import { createAgentMask, letters, maskAgentNames, maskText } from '../../src/retro/masking';

describe('what must never reach a sheet is masked (R28)', () => {
  test.each([
    ['电话13800000001联系', '电话〔电话〕联系', 'mobile'],
    ['138-0000-0001', '〔电话〕', 'mobile with dashes'],
    ["138****0001", '〔电话〕', 'half-masked mobile is still a person'],
    ['0571-88888888', '〔电话〕', 'landline'],
    ['订单4012345678901230001没到', '订单〔单号〕没到', 'order number'],
    ['260531-662941284701219', '〔单号〕', 'PDD order number'],
    ['买家t**8说', '买家〔买家〕说', 'half-masked buyer name'],
    ['张**、小***鱼', '〔买家〕、〔买家〕', 'half-masked Chinese names'],
    ['旺旺：小鱼儿123，要退款', '旺旺：〔买家〕，要退款', 'buyer name after a label'],
    ['收货人：张三', '收货人：〔姓名〕', 'name after a label'],
    ['地址是 浙江省杭州市西湖区文三路1号2幢301室', '地址是 〔地址〕', 'address'],
    ['邮箱 abc.d@qq.com', '邮箱 〔邮箱〕', 'e-mail'],
  ])('%s → %s (%s)', (text, expected) => {
    const masked = maskText(text);
    expect(masked).toBe(expected);
    expect(maskText(masked)).toBe(masked);
  });

  test.each([
    ['下单3天没发货，怀疑虚假发货', 'no private data'],
    ['满300减50，12,860,433.50元', 'amounts stay'],
    ['2025-11-11 20:05', 'dates stay'],
    ['10-12点峰值4216', 'hours and volume stay'],
    ['今天内安排上门取件，全程不用您承担运费', 'the seed’s model reply stays'],
    ['165/110斤穿什么码', 'sizes stay'],
  ])('%s stays as it is: %s', (text) => expect(maskText(text)).toBe(text));

  test('agents get letters by first appearance, the same name the same letter, with or without shop', () => {
    const mask = createAgentMask();
    expect([mask.mask('小满'), mask.mask('某旗舰店:阿橙'), mask.mask('阿橙'), mask.mask('小满')]).toEqual(['客服A', '客服B', '客服B', '客服A']);
    expect([letters(25), letters(26), letters(701), letters(702)]).toEqual(['Z', 'AA', 'ZZ', 'AAA']);
    expect(maskAgentNames('小满说得对，阿橙跟进', mask.key())).toBe('客服A说得对，客服B跟进');
    expect(maskAgentNames('客服D响应慢', new Map([['客服D（临促）', '客服B']]))).toBe('客服B响应慢');
  });

  test('a roster keeps the letters in whatever order agents come the next time, and holds no name', () => {
    const first = createAgentMask({ salt: 's', prints: [] });
    for (const name of ['小满', '阿橙', '青柠']) first.mask(name);
    const roster = first.roster();
    const next = createAgentMask(roster);
    expect(['海盐', '青柠', '小满', '阿橙'].map((name) => next.mask(name))).toEqual(['客服D', '客服C', '客服A', '客服B']);
    expect(JSON.stringify(roster)).not.toMatch(/[\u4e00-\u9fff]/);
    expect(createAgentMask({ salt: 'other', prints: [] }).mask('小满')).toBe('客服A');
    const many = createAgentMask({ salt: 's', prints: [] });
    for (let index = 0; index < 2_000; index++) many.mask(`客服${index}`);
    const prints = new Set(many.roster().prints);
    expect(prints.size).toBe(2_000);
  });
});
