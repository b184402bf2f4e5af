import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startExcel } from '../../cli/excel';
import { generateWorkbook } from '../../excel/generate';
import { readSource } from '../../intake';
import { combineRecords } from '../../intake/combine';
import type { SourceInput } from '../../intake/types';

const samples = join(__dirname, '../../../assets/samples');
const TODAY = '2025-11-17';

export async function sampleInputs(): Promise<SourceInput[]> {
  const names = (await readdir(samples)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(samples, name))) })));
}

const MONEY = 100;
const reasons = ['7天无理由退换货', '做工问题', '缺货', '快递太慢', '没用/少用优惠', '大小尺寸与商品描述不符', '拍错/多拍/不想要', '客服态度'];
const questions = ['什么时候发货', '券怎么用', '穿什么码', '怎么退货', '到哪了', '开发票', '赠品没有', '昨天买的今天降了', '是正品吗', '量子纠缠'];

/** Pastes of every analysis for a shop with this many products: a line a product, five refunds and five questions a product, three of last year. */
function productInputs(products: number): SourceInput[] {
  const each = <T>(count: number, line: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => line(index));
  const of = (index: number): string => `7${String(index % products).padStart(11, '0')}\t商品${index % products}`;
  const table = (name: string, head: string, lines: readonly string[]): SourceInput => ({ name, text: [head, ...lines].join('\n') });
  const day = (year: number, index: number): string => `${year}-11-${String(1 + (index % 14)).padStart(2, '0')}`;
  const refundHead = '退款编号\t商品ID\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因\t退款的申请时间';
  const refunds = (year: number, count: number): string[] => each(count, (index) => `${year}${String(index).padStart(12, '0')}\t${of(index)}\t${(index % 97) + 1}.50\t退款成功\t${reasons[(index * 7) % reasons.length] ?? ''}\t${day(year, index)}`);
  return [
    table('items.tsv', '商品ID\t商品名称\t支付件数\t支付金额\t成功退款金额\t商品支付转化率', each(products, (index) => `${of(index)}\t${index + 1}\t${(products - index) * MONEY}.00\t${index}.25\t${(index % 20) + 1}%`)),
    table('silent.tsv', '商品ID\t商品标题\t店铺销售额\t静默销售额\t静默销售人数\t商品访客数', each(products, (index) => `${of(index)}\t${(index + 1) * MONEY}\t${(index + 1) * 61}\t${index}\t${(index + 1) * 9}`)),
    table('refunds.tsv', refundHead, refunds(2025, products * 5)), table('refunds2024.tsv', refundHead, refunds(2024, products * 3)),
    table('log.tsv', '开始时间\t买家\t接待客服\t商品名称\t买家首句', each(products * 5, (index) => `${day(2025, index)} 10:00:00\tt**${index % 10}\t小满\t商品${index % products}\t${questions[(index * 3) % questions.length] ?? ''}`)),
    table('reviews.tsv', '评价时间\t商品名称\t评价结果\t评价内容', each(products, (index) => `${day(2025, index)}\t商品${index}\t${index % 5 === 0 ? '差评' : '好评'}\t${index % 5 === 0 ? '快递太慢' : '客服很耐心，发货快'}`)),
  ];
}

/** Round trips, requests and the largest request in bytes: the samples alone and with more metrics, then all analyses of shops with more and more products. */
export async function benchGenerate(): Promise<string[]> {
  const samples = await sampleInputs();
  const metrics = (extra: number): SourceInput => ({ name: 'more.tsv', text: ['指标\t本期实际', ...Array.from({ length: extra }, (_, index) => `自有指标${index}\t${index}`)].join('\n') });
  const cases: readonly (readonly [name: string, inputs: readonly SourceInput[]])[] = [
    ['the samples', samples], ...[100, 1000].map((extra) => [`${extra} more metrics`, [...samples, metrics(extra)]] as const), ...[10, 100, 1000, 10_000].map((products) => [`${products.toLocaleString('en-US')} products`, productInputs(products)] as const),
  ];
  const lines: string[] = [];
  for (const [name, inputs] of cases) {
    const records = combineRecords(inputs.flatMap((input) => [...readSource(input, { today: TODAY, year: 2025 })]));
    const excel = await startExcel({ today: TODAY });
    const rows = await run(records);
    const cost = excel.cost();
    await run(records);
    const again = excel.cost();
    lines.push(`${name}, ${rows.toLocaleString('en-US')} rows: ${cost.syncs} syncs (goal ≤ 10), ${kilobytes(cost.requestBytes)} in all, largest request ${kilobytes(cost.largestRequest)} (goal < 1,000 KB); again: ${again.syncs - cost.syncs} syncs, ${kilobytes(again.requestBytes - cost.requestBytes)}`);
  }
  return lines;
}

/** Generates; answers the rows of all tables. */
async function run(records: Parameters<typeof generateWorkbook>[0]['records']): Promise<number> {
  const outcome = await generateWorkbook({ event: { name: '2025双11', start: '2025-10-20', end: '2025-11-14' }, records, language: 'zh-CN' });
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  return outcome.value.plan.sheets.reduce((sum, sheet) => sum + (sheet.table?.rows.length ?? 0), 0);
}

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('en-US')} KB`;
