import { zipSync, strToU8 } from 'fflate';
import { encodeGb18030 } from '../../support/gb18030';
import { codes, firstAgent, paste, read, readAll, retroOf, show, tsv } from './reading';

/** DOMAIN 2A, structure and context, Q03–Q22: what a table may look like. */

test.each<{ why: string; name: string; bytes: Uint8Array; kind: string; codes: readonly string[] }>([
  { why: '.xlsx that holds an old binary xls (拼多多)', name: '客服_服务数据.xlsx', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), kind: 'unknown', codes: ['old-xls'] },
  { why: '.xls that is a web page', name: '商品.xls', bytes: strToU8('<table><tr><td>指标</td></tr></table>'), kind: 'unknown', codes: ['html-file'] },
  { why: '.xls that is tab-separated text', name: '目标.xls', bytes: encodeGb18030('指标\t目标值\r\n退款率(金额)\t15%\r\n'), kind: 'targets', codes: [] },
  { why: '.csv that is a zip without a workbook', name: '目标.csv', bytes: zipSync({ 'a.txt': strToU8('x') }), kind: 'unknown', codes: ['broken-xlsx'] },
  { why: 'no extension at all', name: '目标', bytes: strToU8('指标,目标值\n平响,30秒\n'), kind: 'targets', codes: [] },
])('Q03 the bytes decide, not the extension: $why', ({ name, bytes, kind, codes: expected }) => {
  const source = read({ name, bytes });
  expect(source.kind).toBe(kind);
  expect(codes(source)).toEqual(expected);
});

test.each([
  ['="4012345678901230001"', 'a formula guard'], ["'4012345678901230001", 'an apostrophe'], ['\t4012345678901230001', 'a TAB in front'], ['4012345678901230001\t', 'a TAB behind'], ['  4012345678901230001 ', 'blanks'],
])('Q05 guard %j gives the id whole: %s', (id) => {
  const source = paste(['退款编号 ', '退款状态', ' 买家退款金额', '买家退款原因'], [id, '退款成功', '="20.00"', '缺货']);
  expect(source.records.refunds?.[0]).toMatchObject({ refundId: '4012345678901230001', amount: { value: 20 } });
  expect(source.problems).toEqual([]);
});

test('Q05 guard of a CSV: "=""123"""', () => {
  expect(read({ name: 'a.csv', text: '退款编号,退款状态,买家退款金额,买家退款原因\n"=""0012345678901234567""",退款成功,1,缺货\n' }).records.refunds?.[0]?.refundId).toBe('0012345678901234567');
});

test('Q06 banner and note rows above the header are found by content and kept as notes', () => {
  const source = paste(['下载数据最多5000条，超出部分会被截断！'], ['收藏网址：d.alibaba.com'], [''], ['注：口径为付款判定'], ['旺旺昵称', '接待人数', '平均响应时长（秒)'], ['小满', '10', '20']);
  expect(source).toMatchObject({ kind: 'agents', headerLine: 5, used: 1 });
  expect(source.notes.filter(({ code }) => code === 'banner').map(({ text }) => text)).toEqual(['下载数据最多5000条，超出部分会被截断！', '收藏网址：d.alibaba.com', '注：口径为付款判定']);
});

test.each([['名称：双11交易概况', '双11交易概况'], ['2025双11客服目标表（内部）', '2025双11客服目标表（内部）']])('Q07 title row %j is the caption', (title, caption) => {
  const source = paste([title, ''], ['指标', '目标值'], ['平响', '30秒']);
  expect(source.skipped).toEqual([{ line: 1, reason: 'title' }]);
  expect(source.notes).toContainEqual({ code: 'caption', text: caption });
});

test('Q08 two header rows: the group is filled rightwards and becomes the basis', () => {
  const source = paste(['旺旺昵称', '接待人数', '总', '', '邀请', '', '自主', ''], ['', '', '发出', '满意率', '发出', '满意率', '发出', '满意率'], ['小满', '10', '8', '90%', '6', '95%', '2', '80%']);
  expect(source).toMatchObject({ kind: 'agents', headerLine: 2, used: 1 });
  expect(firstAgent(source)).toMatchObject({ csat: 0.9, 'csat@邀请': 0.95, 'csat@自主': 0.8 });
});

test('Q10 a merged date, shop or group is carried down, a number never', () => {
  const source = paste(['日期', '客服昵称', '旺旺分组', '接待人数', '平均响应(秒)'], ['2025-11-01', '小满', '售前组', '10', '20'], ['', '阿橙', '', '', '30'], ['2025-11-02', '小满', '售后组', '30', '40'], ['', '豆包-临促', '', '40', '50'], ['合计', '', '', '80', '']);
  expect(source.records.agents?.map(({ date, group, figures }) => [date, group, show(figures['received_users'])])).toEqual([
    ['2025-11-01', '售前组', 10], ['2025-11-01', '售前组', 'missing'], ['2025-11-02', '售后组', 30], ['2025-11-02', '临促', 40],
  ]);
});

test('Q10 a column that repeats its value was not merged: its blanks stay blank', () => {
  const source = paste(['客服昵称', '旺旺分组', '接待人数', '平均响应(秒)'], ['小满', '售前组', '10', '20'], ['阿橙', '售前组', '10', '20'], ['豆包', '', '10', '20']);
  expect(source.records.agents?.map(({ group }) => group)).toEqual(['售前组', '售前组', undefined]);
});

describe('Q11 summary rows are no agents, at the top or at the bottom', () => {
  test.each<[string, string]>([
    ...['合计', '总计', '小计', '汇总', '汇总值', '总和', '店铺汇总值', '全店', '环比', '同比'].map((word): [string, string] => [word, 'total']),
    ...['均值', '平均', '平均值', '店铺平均值'].map((word): [string, string] => [word, 'average']),
    ...['同行', '同行同层优秀', '行业均值', '行业优秀'].map((word): [string, string] => [word, 'peer']),
  ])('%s is a %s row', (word, reason) => {
    const [head, people, summary] = [['客服昵称', '接待人数', '平均响应(秒)'], [['小满', '10', '20'], ['阿橙', '30', '40']], [word, '40', '35']] as const;
    for (const rows of [[head, summary, ...people], [head, ...people, summary]]) {
      const source = paste(...rows);
      expect(source.records.agents?.map(({ agent }) => agent)).toEqual(['小满', '阿橙']);
      expect(source.skipped.map((skip) => skip.reason)).toEqual([reason]);
    }
  });
});

describe('Q12 a total that is not the sum', () => {
  test('of amounts is named with both numbers, the rows count', () => {
    const source = paste(['客服昵称', '接待人数', '客服销售额'], ['小满', '10', '100'], ['阿橙', '30', '200'], ['合计', '40', '290']);
    expect(source.problems).toEqual([{ code: 'total-differs', line: 4, column: '客服销售额', value: '290', detail: { total: 290, sum: 300 } }]);
    expect(show(retroOf(source).metrics.find(({ key }) => key === 'cs_sales')?.actual)).toBe(300);
  });
  test('of people is normal when it is smaller', () => {
    expect(paste(['客服昵称', '接待人数', '平均响应(秒)'], ['小满', '10', '1'], ['阿橙', '30', '2'], ['合计', '35', '']).problems).toEqual([]);
  });
  test('and a header row repeated where two pastes were joined is left out', () => {
    const source = paste(['客服昵称', '接待人数', '客服销售额'], ['小满', '10', '100'], ['客服昵称', '接待人数', '客服销售额'], ['阿橙', '30', '200']);
    expect(source).toMatchObject({ used: 2, skipped: [{ line: 3, reason: 'header' }], problems: [] });
  });
});

test('Q13 a 均值 row that differs from the weighted average is no warning', () => {
  const source = paste(['客服昵称', '接待人数', '平均响应(秒)'], ['小满', '10', '20'], ['阿橙', '30', '40'], ['均值', '20', '30.01']);
  expect(source.problems).toEqual([]);
  expect(show(retroOf(source).metrics.find(({ key }) => key === 'avg_resp')?.actual)).toBe(35);
});

test.each<{ why: string; cells: readonly string[]; values: readonly unknown[] }>([
  { why: 'ratio and percent in one column', cells: ['0.9971', '99.71%'], values: [0.9971, 0.9971] },
  { why: 'a lone 1 among ratios is 100 %', cells: ['1', '0.98'], values: [1, 0.98] },
  { why: 'bare numbers over 1 are percents', cells: ['99.7', '1'], values: [0.997, 0.01] },
  { why: '1.0 and 100.00%', cells: ['1.0', '100.00%'], values: [1, 1] },
])('Q14 rates by the whole column: $why', ({ cells, values }) => {
  const source = paste(['客服昵称', '接待人数', '回复率'], ...cells.map((cell, index) => [`客服${index}`, '10', cell]));
  expect(source.records.agents?.map(({ figures }) => show(figures['reply_rate']))).toEqual(values);
});

test.each<{ why: string; header: string; cell: string; key: string; value: number }>([
  { why: 'the header gives minutes', header: '平均人工响应时长(分钟)', cell: '0.52', key: 'avg_resp', value: 31.2 },
  { why: 'the cell beats the header', header: '平均人工响应时长(分钟)', cell: '45秒', key: 'avg_resp', value: 45 },
  { why: 'the header gives 万元', header: '客服销售额(万元)', cell: '1.5', key: 'cs_sales', value: 15_000 },
  { why: '元 in the cell beats 万元', header: '客服销售额(万元)', cell: '800元', key: 'cs_sales', value: 800 },
  { why: 'hours in the header of seconds', header: '在线总时长(秒)', cell: '7200', key: 'online_hours', value: 2 },
])('Q15 unit: $why', ({ header, cell, key, value }) => {
  expect(firstAgent(paste(['客服昵称', '接待人数', header], ['小满', '10', cell]))[key]).toBe(value);
});

describe('Q16 seconds that Excel made a fraction of a day', () => {
  test('beside real seconds are read and named', () => {
    const source = paste(['客服昵称', '接待人数', '平均响应(秒)'], ['小满', '10', '0.0005'], ['阿橙', '10', '41']);
    expect(firstAgent(source)['avg_resp']).toBe(43.2);
    expect(source.problems).toMatchObject([{ code: 'excel-damage', line: 2, column: '平均响应(秒)', value: '0.0005', detail: { meaning: '43.2秒' } }]);
  });
  test('alone are kept and asked about', () => {
    const source = paste(['指标', '实际'], ['平均响应时长', '0.0005']);
    expect(source.problems).toMatchObject([{ code: 'excel-damage', line: 2, column: '实际', value: '0.0005' }]);
  });
  test('half a second is a time', () => {
    expect(paste(['客服昵称', '接待人数', '平均响应(秒)'], ['小满', '10', '0.5'], ['阿橙', '10', '1.2']).problems).toEqual([]);
  });
});

test.each<{ why: string; cells: readonly string[]; seconds: readonly number[] }>([
  { why: '1:20 as the fraction 0.05556', cells: ['0.055555556', '0.031944444'], seconds: [80, 46] },
  { why: '1:20 shown as 1:20:00', cells: ['1:20:00', '0:46:00'], seconds: [80, 46] },
])('Q17 a response column that Excel took for hours is read as 分:秒 and named: $why', ({ cells, seconds }) => {
  const source = paste(['客服昵称', '接待人数', '平均响应时长'], ...cells.map((cell, index) => [`客服${index}`, '10', cell]));
  expect(source.records.agents?.map(({ figures }) => Math.round(Number(show(figures['avg_resp']))))).toEqual(seconds);
  expect(codes(source)).toEqual(['excel-damage', 'excel-damage']);
});

test('Q17 a length of chats in whole minutes is left alone', () => {
  const source = paste(['客服昵称', '接待人数', '平均接待时长'], ['小满', '10', '0:12:00'], ['阿橙', '10', '0:11:00']);
  expect(firstAgent(source)['avg_session']).toBe(720);
  expect(source.problems).toEqual([]);
});

test('Q18 hour slots in every style; what Excel made a date of is turned back and named', () => {
  const slots = ['0:00-1:00', '10:00~11:00', '8点', '20时', '12-13', '20~21', '10-11', '上午10点', '10', '10月11日', '45941', '2025/10/11', '45942'];
  const source = paste(['时段', '咨询人数'], ...slots.map((slot) => [slot, '5']));
  expect(source.records.hours?.map(({ hour, hours }) => [hour, hours])).toEqual([[0, 1], [10, 1], [8, 1], [20, 1], [12, 1], [20, 1], [10, 1], [10, 1], [10, 1], [10, 1], [10, 1], [10, 1], [10, 2]]);
  expect(source.problems.map(({ code, line }) => [code, line])).toEqual([10, 11, 12, 13].map((position) => ['excel-damage', position + 1]));
});

test('Q19 a date without a year is of the promo; dates that all stand at 16:00 were moved to another day', () => {
  expect(paste(['日期', '时段', '咨询人数'], ['11月11日', '10点', '5']).records.hours?.[0]?.date).toBe('2025-11-11');
  const refunds = ['2025-11-01', '2025-11-02', '2025-11-03'].map((day, index) => [String(index), '退款成功', '10', '缺货', `${day} 16:00:00`]);
  expect(codes(paste(['退款编号', '退款状态', '买家退款金额', '买家退款原因', '退款的申请时间'], ...refunds))).toEqual(['date-shift']);
});

test('Q20 an opening day of four hours is four hours: no total of a day, no average of days is made of it', () => {
  const source = paste(['日期', '时段', '咨询人数', '接待人数', '平均响应时长'], ...[20, 21, 22, 23].map((hour) => ['2025-10-20', `${hour}:00-${hour + 1}:00`, String(hour * 10), '100', String(hour)]));
  expect(source).toMatchObject({ kind: 'hourly', used: 4, problems: [] });
  const retro = retroOf(source);
  expect(retro.metrics.map(({ key }) => key).sort()).toEqual(['peak_hour', 'peak_volume']);
  expect(show(retro.metrics.find(({ key }) => key === 'peak_volume')?.actual)).toBe(230);
  expect(show(retro.analyses.hours?.summary.response)).toBe(21.5);
});

test('Q22 agents: shop prefix off, 临促 from the suffix, every name listed, none merged', () => {
  const source = paste(['客服昵称', '接待人数', '平均响应(秒)'], ['某旗舰店:小满', '10', '20'], ['小满', '5', '20'], ['客服D（临促）', '10', '20'], ['客服G-临促', '10', '20'], ['没人认识', '10', '20']);
  expect(source.records.agents?.map(({ agent, shop, group }) => [agent, shop, group])).toEqual([['小满', '某旗舰店', undefined], ['小满', undefined, undefined], ['客服D（临促）', undefined, '临促'], ['客服G-临促', undefined, '临促'], ['没人认识', undefined, undefined]]);
  expect(source.used).toBe(5);
});

test('Q09 a column name that repeats is told apart by its left neighbour, and each can be given its own meaning', () => {
  const table = [['统计时间', '成交金额', '较上周期', '成交买家数', '较上周期'], ['2025-11-11', '100', '12%', '10', '-3%']] as const;
  const source = paste(...table);
  expect(source).toMatchObject({ kind: 'actuals', used: 1, problems: [] });
  expect(source.columns.map(({ header }) => header)).toEqual(['统计时间', '成交金额', '较上周期（成交金额）', '成交买家数', '较上周期（成交买家数）']);
  const [chosen] = readAll({ name: '粘贴', text: tsv(...table) }, [{ signature: source.signature ?? '', columns: { '较上周期(成交买家数)': 'pay_cvr' } }]);
  expect(chosen?.columns.map(({ meaning }) => meaning)).toEqual(['date', 'sales_amount', undefined, 'paid_buyers', 'pay_cvr']);
});

test('Q09 a column named twice that both say the same is named as a problem, the first counts', () => {
  const source = paste(['客服昵称', '接待人数', '接待人数'], ['小满', '10', '99'], ['阿橙', '10', '99']);
  expect(source.kind === 'agents' ? codes(source) : codes(paste(['客服昵称', '接待人数', '平响', '接待人数'], ['小满', '10', '20', '99']))).toEqual(['duplicate-header']);
});
