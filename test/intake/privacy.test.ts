import fc from 'fast-check';
import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { kindModules } from '../../src/intake/kinds';
import type { KindModule } from '../../src/intake/kinds/kind';
import { readLarge } from '../../src/intake/large/read-large';
import { canSummarise } from '../../src/intake/large/summariser';
import { answerSources, perAgentSwitch } from '../../src/intake/questions';
import type { Source } from '../../src/intake/types';
import { buildRetro } from '../../src/retro/retro';
import { planWorkbook } from '../../src/workbook';

const options = { today: '2025-11-17', year: 2025 };
const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };

/** Everything a run would write with the figures of single agents turned on: cells, rows, ids and the keys that the hidden sheet remembers. */
const written = (sources: readonly Source[]): string => JSON.stringify(planWorkbook(buildRetro(event, combineRecords(answerSources(sources, { [perAgentSwitch]: 'on' }, event))), 'zh-CN'));

/** What people write into free text. The names of buyers are known by the word before them. */
const secrets = [
  '13812345678', '138-1234-5678', '+86 13812345678', '138****5678', '0571-88886666', '4012345678901230001', '260531-662941284701219', 'SF1234567890123', 'lixiaohong@qq.com', '收货人：李小红', '姓名:李小红', '买家：tb_secret_1990', '旺旺号：tb_secret_1990', 't**8', '李**',
  '330106199001011234', '浙江省杭州市西湖区文三路1号2幢301室', '地址：余杭区仓前街道文三路969号3单元502室',
] as const;
const leaks = /13812345678|1234-5678|\*{2,}5678|88886666|4012345678901230001|662941284701219|SF1234567890123|lixiaohong|李小红|tb_secret|t\*\*8|李\*\*|330106199001011234|文三路/;

/** Columns that exports bring along and nobody reads. */
const noise = { 收货人姓名: '李小红', 联系手机: '13812345678', 收货地址: '文三路1号', 买家支付宝账号: 'lixiaohong@qq.com', 买家会员名称: 'tb_secret_1990', 卖家电话: '0571-88886666', 买家留言: '我是李小红', 快递单号: 'SF1234567890123' };

/** A cell that is right for its field; every other field holds free text. */
const proper: Readonly<Record<string, string>> = {
  metric: '客户满意率', value: '93%', target: '95%', lastYear: '90%', previous: '90%', lastPromo: '90%', ordinary: '90%', industry: '90%', competitor: '90%', agent: '小满', account: 'kf01', date: '2025-11-01', hour: '10点', refundId: '4012345678901230001', orderId: '4012345678901230001', itemId: '700000000001',
  amount: '20', freight: '0', paid: '20', status: '退款成功', applied: '2025-11-01', finished: '2025-11-02', ordered: '2025-11-01', quantity: '1', due: '20', refund: '0', created: '2025-11-01', paidAt: '2025-11-01', rank: '1', count: '5', share: '5%', lastShare: '4%', lastCount: '3', bot: '1', start: '2025-11-01', end: '2025-11-01',
  buyer: 'tb_secret_1990', time: '2025-11-01', result: '好评', score: '5', peak: '是', crossTeam: '否', deadline: '2025-11-30', kind: '负面',
};
/** Numbers, dates, states and the product's own number: no free text and no number of a person. */
const plain = new Set(['value', 'target', 'lastYear', 'previous', 'lastPromo', 'ordinary', 'industry', 'competitor', 'date', 'hour', 'itemId', 'amount', 'freight', 'paid', 'applied', 'finished', 'ordered', 'quantity', 'due', 'refund', 'created', 'paidAt', 'rank', 'count', 'share', 'lastShare', 'lastCount', 'bot', 'start', 'end', 'score', 'status', 'result']);
const metricHeaders = { shop: ['静默销售额', '咨询人数', '支付金额', '访客数'], agents: ['接待人数', '平均响应(秒)', '客服销售额'] };

/** A table with every column the kind may have; `fill` gives the free text of a field. */
function tableOf({ spec }: KindModule, fill: (field: string) => string): string {
  const fields = spec.fields.filter(({ names }) => names.length > 0);
  const metrics = spec.metrics === undefined ? [] : metricHeaders[spec.metrics].filter((header) => spec.kind === 'silent' || header !== '静默销售额');
  const noises = Object.entries(noise).filter(([header]) => spec.against?.includes(header) !== true);
  const hours = spec.fields.some(({ field }) => field === 'slot') ? ['9点', '10点', '11点', '12点', '13点', '14点'] : [];
  const header = [...fields.map(({ names }) => names[0] ?? ''), ...metrics, ...hours, ...noises.map(([name]) => name)];
  const row = (number: number, right: boolean): string[] => [
    ...fields.map(({ field }) => (field === 'itemId' ? `70000000000${number}` : right || plain.has(field) ? (proper[field] ?? '正常') : fill(field))), ...[...metrics, ...hours].map(() => '10'), ...noises.map(([, value]) => value),
  ];
  return [header, row(1, true), row(2, false), row(3, false)].map((cells) => cells.join('\t')).join('\n');
}

const named = kindModules.map((module, index) => [`${module.spec.kind} (${index})`, module] as const);

describe('names, phones, addresses, order numbers and buyers never reach a sheet (R28)', () => {
  test.each(named)('whatever stands in the free text and the id columns of %s', (_name, module) => {
    const first = tableOf(module, (field) => proper[field] ?? '正常');
    expect(readSource({ name: '粘贴', text: first }, options)[0]).toMatchObject({ kind: module.spec.kind });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...secrets), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '说', '，', ' '), fc.constantFrom('', '，谢谢', ' 。'), (chosen, before, after) => {
        let at = 0;
        const text = tableOf(module, () => `${before}${chosen[at++ % chosen.length] ?? ''}${after}`);
        expect(written(readSource({ name: '粘贴', text }, options))).not.toMatch(leaks);
      }),
      { numRuns: 12 },
    );
  });

  test.each(named.filter(([, { spec }]) => canSummarise(spec.kind)))('nor out of a large file of %s that is only summed up', async (_name, module) => {
    let at = 0;
    const bytes = new TextEncoder().encode(tableOf(module, () => secrets[at++ % secrets.length] ?? ''));
    const sources = await readLarge({ name: '大文件', size: bytes.length, read: async (from, to) => bytes.slice(from, to) }, options, 1 << 16);
    expect(sources?.[0]?.large).toBeDefined();
    expect(written(sources ?? [])).not.toMatch(leaks);
  });

  test('nor out of a raw chat', () => {
    const sources = readSource({ name: '聊天', text: '某旗舰店:小满 2025-11-01 10:58:01\n您好\ntb_secret_1990 2025-11-01 10:59:00\n我电话13812345678，收货人：李小红\n某旗舰店:小满 2025-11-01 11:00:00\n好的\n' }, options);
    expect(sources[0]?.kind).toBe('chat');
    expect(JSON.stringify(sources[0]?.records)).not.toMatch(leaks);
    expect(written(sources)).not.toMatch(/小满/);
  });
});

describe('agents go by letters', () => {
  const agents = '客服昵称\t账号名称\t接待人数\t平均响应(秒)\n某旗舰店:小满\tkf_xiaoman\t10\t20\n阿橙\tkf_acheng\t30\t40\n客服D（临促）\tkf_d\t5\t80\n';
  const texts = [
    '用户咨询场景\t客服回复内容\t处理结果\t问题拆解\t方法提炼\n小满问了三遍\t阿橙：好的\t小满被投诉\t客服D响应太慢\t向阿橙学\n',
    '阶段\t关键节点\t工作内容\t结果\t遇到的问题\n执行\t小满值守\t阿橙排班\t小满满意\t客服D迟到\n',
    '买家首句\t买家\t接待客服\n小满在吗我要退款\ttb1\t小满\n',
    '退款编号\t退款状态\t买家退款金额\t买家退款原因\t买家退款说明\n1\t退款成功\t10\t小满说可以退\t阿橙答应的\n',
    '指标\t实际\t备注\n平均响应时长\t45秒\t小满请假\n',
    '日期\t时段\t咨询人数\t备注\n2025-11-01\t10点\t5\t阿橙吃饭\n',
  ];

  test('in every sheet, also where free text names them, with the same letter everywhere', () => {
    const sources = [agents, ...texts].flatMap((text, index) => readSource({ name: `粘贴${index}`, text }, options));
    const all = written(sources);
    expect(all).not.toMatch(/小满|阿橙|kf_|客服D/);
    for (const masked of ['客服A问了三遍', '客服B：好的', '客服C响应太慢', '客服B排班', '客服A请假']) expect(all).toContain(masked);
  });

  test('on the sheet of their figures too, whatever their table, its shops and its file are called', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('小满', '阿橙', '青柠', '客服D（临促）', '某店:海盐', 'kf_xiaoman'), { minLength: 2 }), fc.constantFrom('小满的店', '13812345678', '收货人：李小红', '天猫'), fc.constantFrom('小满.xlsx', '客服数据.csv'), (people, shop, name) => {
        const text = `客服昵称\t账号名称\t店铺\t组别\t接待人数\t平均响应(秒)\t备注\n${people.map((person, index) => `${person}\tkf_${index}\t${shop}\t小满组\t${10 + index}\t20\t小满请假`).join('\n')}`;
        const all = written(readSource({ name, text }, options));
        expect(all).toMatch(/tblAgent.*客服A/);
        for (const person of people) expect(all).not.toContain(person.replace(/^某店:/, ''));
        if (people.includes('小满')) expect(all).not.toContain('小满');
        expect(all).not.toMatch(/kf_|13812345678|李小红/);
      }),
      { numRuns: 20 },
    );
  });

  test('but those who take an action on keep their names: the team has to know who', () => {
    const action = readSource({ name: '行动', text: '改进措施\t负责人\t截止时间\t来源\n整理话术\t小满\t2025-11-30\tK-01\n' }, options);
    expect(written([...readSource({ name: '客服', text: agents }, options), ...action])).toContain('小满');
  });
});
