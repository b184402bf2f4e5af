import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';
import { aggregateAgents } from '../../src/retro/aggregate';

const options = { today: '2025-11-17', year: 2025 };

function paste(...lines: readonly string[]): Source {
  const [source] = readSource({ name: '粘贴', text: lines.join('\n') }, options);
  if (!source) throw new Error('nothing came back');
  return source;
}

const row = (...cells: readonly string[]): string => cells.join('\t');
const codes = (source: Source): readonly string[] => source.problems.map((problem) => problem.code);
const team = (source: Source) => Object.fromEntries(aggregateAgents(source.records.agents ?? []).map(({ metric, value, unit }) => [metric.key, value.kind === 'number' ? `${Number(value.value.toFixed(4))}${unit}` : value.kind]));

describe('the acceptance list of the domain (2A), by number', () => {
  test('Q05 guards of every kind come off', () => {
    const source = paste('指标,目标值', '"=""接待人数""","=""1200"""', "'拉新,'80", '\t首响\t, 10s ');
    expect(source.records.targets?.map(({ metric, value }) => [metric.key, value])).toEqual([
      ['received_users', { kind: 'number', value: 1200 }], ['new_buyers', { kind: 'number', value: 80 }], ['first_resp', { kind: 'number', value: 10 }],
    ]);
  });

  test('Q06 the header is found by content below notes, wherever it stands', () => {
    const source = paste('下载数据最多5000条，超出部分会被截断！', '', '导出时间：2025-11-12', row('旺旺昵称', '接待人数', '平均响应时长'), row('小满', '10', '20'));
    expect(source).toMatchObject({ kind: 'agents', headerLine: 4, used: 1 });
    expect(source.notes.filter((note) => note.code === 'banner')).toHaveLength(2);
  });

  test('Q07 a title row is the caption', () => {
    expect(paste('名称：双11目标', row('指标', '目标值'), row('拉新', '80')).notes).toContainEqual({ code: 'caption', text: '双11目标' });
  });

  test('Q08 a two-row header is joined: 邀请·满意率 and 总·满意率 stay apart', () => {
    const source = paste(row('旺旺昵称', '接待人数', '总', '', '邀请', ''), row('', '', '发出', '满意率', '发出', '满意率'), row('小满', '10', '8', '90%', '6', '95%'));
    expect(source).toMatchObject({ kind: 'agents', headerLine: 2, used: 1, skipped: [{ line: 1, reason: 'header' }] });
    expect(source.records.agents?.[0]?.figures).toMatchObject({ csat: { value: 0.9 }, 'csat@邀请': { value: 0.95 } });
  });

  test('Q09 a repeated column does not overwrite the first one and is named', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)', '接待人数'), row('小满', '10', '20', '99'));
    expect(source.records.agents?.[0]?.figures.received_users).toEqual({ kind: 'number', value: 10 });
    expect(source.problems).toEqual([{ code: 'duplicate-header', line: 1, column: '接待人数', value: '接待人数', detail: { first: 2, second: 4 } }]);
  });

  test('Q10 a date once per block is carried down, a number never', () => {
    const source = paste(row('日期', '时段', '咨询人数', '接待人数'), row('2025/11/1', '8点', '100', '90'), row('', '9点', '', '80'), row('2025/11/2', '8点', '50', '40'));
    expect(source.records.hours?.map((hour) => [hour.date, hour.figures.consult_users])).toEqual([
      ['2025-11-01', { kind: 'number', value: 100 }], ['2025-11-01', { kind: 'missing' }], ['2025-11-02', { kind: 'number', value: 50 }],
    ]);
  });

  test.each(['合计', '总计', '汇总值', '店铺汇总值', '均值', '平均值', '店铺平均值', '全店', '同行', '同行同层优秀', '行业均值', '环比'])('Q11 %s is not an agent, at the top or at the bottom', (word) => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row(word, '10', '20'), row('小满', '10', '20'), row(word, '10', '20'));
    expect(source.records.agents?.map((agent) => agent.agent)).toEqual(['小满']);
    expect(source.skipped).toHaveLength(2);
  });

  test('Q12 a total that is not the sum is named with both numbers; fewer people in the total is normal', () => {
    const source = paste(row('客服昵称', '接待人数', '未回复人数', '平均响应(秒)'), row('小满', '10', '1', '20'), row('阿橙', '20', '2', '30'), row('合计', '28', '5', '99'));
    expect(source.problems).toEqual([{ code: 'total-differs', line: 4, column: '未回复人数', value: '5', detail: { total: 5, sum: 3 } }]);
  });

  test('Q12 repeated header rows of a merged paste are dropped', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('小满', '10', '20'), row('客服昵称', '接待人数', '平均响应(秒)'), row('阿橙', '5', '30'));
    expect(source).toMatchObject({ used: 2, skipped: [{ line: 3, reason: 'header' }] });
  });

  test('Q13 a weighted average beside another mean row is no problem', () => {
    expect(codes(paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('小满', '10', '20'), row('阿橙', '30', '40'), row('均值', '20', '30')))).toEqual([]);
  });

  test('Q14 fractions, percents and a lone 1 in one rate column', () => {
    const source = paste(row('客服昵称', '接待人数', '回复率'), row('小满', '10', '0.5'), row('阿橙', '10', '100.00%'), row('青柠', '10', '1'));
    expect(source.records.agents?.map((agent) => agent.figures.reply_rate)).toEqual([0.5, 1, 1].map((value) => ({ kind: 'number', value })));
  });

  test('Q14 bare percentages: one value over 1 makes all of them percent', () => {
    const source = paste(row('客服昵称', '接待人数', '回复率'), row('小满', '10', '97.5'), row('阿橙', '10', '0.8'));
    expect(source.records.agents?.map((agent) => agent.figures.reply_rate)).toEqual([0.975, 0.008].map((value) => ({ kind: 'number', value })));
  });

  test('Q15 the unit of the header beats a guess, the unit of the cell beats the header', () => {
    const source = paste(row('客服昵称', '接待人数', '平均人工响应时长(分钟)', '客服销售额(万元)'), row('小满', '10', '0.5', '1.2'), row('阿橙', '10', '45秒', '300元'));
    expect(source.records.agents?.map((agent) => [agent.figures.avg_resp, agent.figures.cs_sales])).toEqual([
      [{ kind: 'number', value: 30 }, { kind: 'number', value: 12_000 }], [{ kind: 'number', value: 45 }, { kind: 'number', value: 300 }],
    ]);
  });

  test('Q22 shop prefix off, 临促 found, names never merged', () => {
    const source = paste(row('旺旺昵称', '接待人数', '平均响应时长'), row('某旗舰店:小满', '10', '20'), row('小满（临促）', '5', '30'), row('小满2', '5', '30'));
    expect(source.records.agents?.map(({ agent, group, shop }) => [agent, group, shop])).toEqual([['小满', undefined, '某旗舰店'], ['小满（临促）', '临促', undefined], ['小满2', undefined, undefined]]);
  });

  test('Q22 an agent without a name is a problem, not lost', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('', '10', '20'), row('小满', '10', '20'));
    expect(source).toMatchObject({ used: 1, unusedLines: [2] });
    expect(codes(source)).toEqual(['missing-name']);
  });

  test('Q23 bots are not people', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('机器人', '1000', '1'), row('智能客服01', '10', '1'), row('小满', '10', '20'));
    expect(source.skipped.map((skip) => skip.reason)).toEqual(['bot', 'bot']);
    expect(team(source)).toMatchObject({ received_users: '10人', avg_resp: '20秒' });
  });

  test('Q31 text that begins like a formula stays text', () => {
    const source = paste(row('用户咨询场景', '客服回复内容', '处理结果', '类型', '是否峰值', '是否跨部门'), row('=1+1', '+86', '@x', '负面', '-是', '否'));
    expect(source.records.cases?.[0]).toMatchObject({ scene: '=1+1', reply: '+86', outcome: '@x', peak: '-是' });
  });

  test('Q34 nobody served: 0 seconds is no result', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('小满', '10', '20'), row('星河', '0', '0'));
    expect(source.skipped).toEqual([{ line: 3, reason: 'idle' }]);
    expect(team(source)).toEqual({ received_users: '10人', avg_resp: '20秒' });
  });

  test('Q35 a column entirely delayed or empty is pending, not lacking', () => {
    const source = paste(row('客服昵称', '接待人数', '询单转化率', '客户满意率'), row('小满', '10', '延迟统计', ''), row('阿橙', '10', '延迟统计', ''));
    expect(team(source)).toMatchObject({ conv_final: 'pending', csat: 'pending' });
    expect(source.notes).toContainEqual({ code: 'pending-column', text: '询单转化率' });
  });

  test('Q37 a pending actual is neither 0 nor missing', () => {
    expect(paste(row('指标', '实际'), row('询单转化率', '延迟统计'), row('拉新', '80')).records.actuals?.[0]?.value).toEqual({ kind: 'pending' });
  });

  test('Q40 an unknown column is kept by name, not dropped in silence', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)', '星座'), row('小满', '10', '20', '白羊'));
    expect(source.columns.at(-1)).toEqual({ header: '星座', meaning: undefined, confidence: 0 });
    expect(source.notes).toContainEqual({ code: 'columns-ignored', text: '星座' });
  });

  test('Q16 a duration that became a fraction of a day is turned back when its siblings are seconds', () => {
    const source = paste(row('时段', '咨询人数', '平均响应时长'), row('10-11', '5', '43'), row('11-12', '5', '0.0005'));
    expect(source.records.hours?.[1]?.figures.avg_resp).toEqual({ kind: 'number', value: 43.2 });
    expect(source.problems).toMatchObject([{ code: 'excel-damage', line: 3, value: '0.0005', detail: { meaning: '43.2秒' } }]);
  });

  test('Q17 a whole column of 1:20 taken for hours is read as 分:秒 and says so', () => {
    const source = paste(row('客服昵称', '接待人数', '平均响应(秒)'), row('小满', '10', '0.0555555556'), row('阿橙', '10', '0.03125'));
    expect(source.records.agents?.map((agent) => agent.figures.avg_resp)).toEqual([{ kind: 'number', value: 80 }, { kind: 'number', value: 45 }]);
    expect(codes(source)).toEqual(['excel-damage', 'excel-damage']);
  });

  test.each([
    ['0:00-1:00', 0, 1], ['10:00~11:00', 10, 1], ['8点', 8, 1], ['20时', 20, 1], ['12-13', 12, 1], ['20~21', 20, 1], ['10-11', 10, 1], ['上午10点', 10, 1], ['10', 10, 1], ['下午3点', 15, 1],
    ['10:00-12:00', 10, 2], ['23:00-24:00', 23, 1], ['23:00-0:00', 23, 1], ['00:00-00:59', 0, 1], ['8点-9点', 8, 1],
  ])('Q18 the slot %s begins at %i and covers %i hour(s)', (slot, hour, hours) => {
    expect(paste(row('时段', '咨询人数', '接待人数'), row(slot, '5', '4')).records.hours?.[0]).toMatchObject({ hour, hours });
  });

  test.each(['10月11日', '2025/10/11', '45941', '2025-10-11'])('Q18 the slot %s was 10-11 before Excel changed it', (slot) => {
    const source = paste(row('时段', '咨询人数', '接待人数'), row(slot, '5', '4'));
    expect(source.records.hours?.[0]).toMatchObject({ hour: 10, hours: 1 });
    expect(source.problems).toMatchObject([{ code: 'excel-damage', value: slot, detail: { meaning: '10-11' } }]);
  });

  test('Q18 a slot nobody can read is a problem, its row is not lost', () => {
    const source = paste(row('时段', '咨询人数', '接待人数'), row('高峰', '5', '4'), row('25点', '5', '4'), row('9点', '5', '4'));
    expect(source).toMatchObject({ used: 1, unusedLines: [2, 3] });
  });

  test('Q19 times that are all 16:00 are a day early: said, not changed', () => {
    const refund = (id: string) => row(id, '退款成功', '10', '缺货', '2025-11-10 16:00:00');
    expect(codes(paste(row('退款编号', '退款状态', '买家退款金额', '买家退款原因', '退款的申请时间'), refund('1'), refund('2'), refund('3')))).toEqual(['date-shift']);
  });

  test('Q24, Q28 masked buyers never decide anything, a refund above the paid amount is accepted', () => {
    const source = paste(row('退款编号', '买家会员名称', '退款状态', '买家退款金额', '买家实际支付金额', '买家退款原因'), row('1', 't**8', '退款成功', '110', '100', '缺货'), row('2', 't**8', '退款成功', '10', '100', '缺货'));
    expect(source).toMatchObject({ used: 2, problems: [] });
    expect(JSON.stringify(source.records)).not.toContain('t**8');
  });

  test('Q25 价保 counts as refunded money, 换货 and 补寄 do not', () => {
    const line = (id: string, type: string) => row(id, type, '退款成功', '10', '缺货');
    const source = paste(row('售后单号', '售后类型', '售后状态', '退商品金额', '售后原因'), line('1', '价保'), line('2', '换货'), line('3', '补寄'), line('4', '退货退款'));
    expect(source.records.refunds?.map((refund) => refund.counts)).toEqual([true, false, false, true]);
  });

  test('Q26 a refund in two downloads counts once, the one closed last', () => {
    const line = (id: string, amount: string, end: string) => row(id, '退款成功', amount, '缺货', end);
    const source = paste(row('退款编号', '退款状态', '买家退款金额', '买家退款原因', '退款完结时间'), line('1', '10', '2025-11-03'), line('1', '8', '2025-11-02'), line('2', '5', '2025-11-02'));
    expect(source.records.refunds?.map((refund) => refund.amount)).toEqual([{ kind: 'number', value: 10 }, { kind: 'number', value: 5 }]);
    expect(source.skipped).toEqual([{ line: 3, reason: 'duplicate' }]);
  });

  test('Q29 refunds exported as negative numbers are positive, said once', () => {
    const source = paste(row('退款编号', '退款状态', '买家退款金额', '买家退款原因'), row('1', '退款成功', '-10', '缺货'), row('2', '退款成功', '-5', '缺货'));
    expect(source.records.refunds?.map((refund) => refund.amount)).toEqual([{ kind: 'number', value: 10 }, { kind: 'number', value: 5 }]);
    expect(source.notes.filter((note) => note.code === 'negative-refunds')).toHaveLength(1);
  });

  test('Q30 exactly 5000 rows under the banner may be cut off', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row(String(index), '大衣', '10'));
    expect(codes(paste('下载数据最多5000条，超出部分会被截断！', row('商品ID', '商品名称', '支付金额'), ...rows))).toEqual(['truncated']);
  });

  test('Q43 50,000 refunds are read in a few seconds', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => row(`="${190_000_000_000_000_001n + BigInt(index)}"`, '退款成功', '10.5', '缺货', '断货，客服让退'));
    const source = paste(row('退款编号', '退款状态', '买家退款金额', '买家退款原因', '买家退款说明'), ...rows);
    expect(source.used).toBe(50_000);
  });
});
