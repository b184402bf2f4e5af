import type { SourceInput } from '../../src/intake/types';
import { addressOf, rowsOf, sheetNamed, startExcel } from '../support/excel';
import { generate } from '../support/retro';

type Cell = string | number | boolean;
const by = (rows: Record<string, Cell>[], header: string): Record<string, Record<string, Cell>> => Object.fromEntries(rows.map((row) => [String(row[header]), row]));

const refunds = (name: string, rows: readonly string[]): SourceInput => ({ name, text: ['退款编号\t订单编号\t宝贝标题\t买家退款金额\t退款状态\t买家退款原因\t退款的申请时间', ...rows].join('\n') });
const thisYear = refunds('2025.tsv', ['1\t11\t大衣\t100\t退款成功\t做工问题\t2025-11-02', '2\t12\t卫衣\t50\t退款成功\t缺货\t2025-11-12', '3\t13\t卫衣\t25\t退款成功\t缺货\t2025-12-20']);
const lastYear = refunds('2024.tsv', ['4\t14\t大衣\t40\t退款成功\t做工问题\t2024-11-03', '5\t15\t水壶\t300\t退款成功\t快递太慢\t2024-12-31', '6\t16\t大衣\t7\t退款关闭\t做工问题\t2024-11-03']);
const june = refunds('618.tsv', ['7\t17\t卫衣\t30\t退款成功\t缺货\t2025-06-18']);

describe('refunds of last year and of the period before, pasted beside this year’s (R19)', () => {
  test('are compared with and never added; a later paste of this year alone leaves them standing', async () => {
    const host = await startExcel();
    expect((await generate([thisYear, lastYear, june])).errorCells).toEqual([]);
    const lines = by(rowsOf(host, 'tblRefund'), '退款原因');
    expect(lines['做工问题']).toMatchObject({ 笔数: 1, 金额: 100, 去年金额: 40, 同比: 1.5, 升降: '上升', 上期金额: '', 环比: '' });
    expect(lines['缺货']).toMatchObject({ 笔数: 2, 金额: 75, 去年金额: '', 升降: '新增', 上期金额: 30, 环比: 1.5 });
    expect(lines['快递太慢']).toMatchObject({ 笔数: 0, 金额: 0, 去年金额: 300, 同比: -1, 升降: '消失' });
    const note = [...sheetNamed(host.book, '4 退款').cells.values()].map((cell) => String(cell.value)).find((value) => value.startsWith('本期'));
    expect(note).toBe('本期 2025-11-02 至 2025-12-20（49 天）；去年 2024-11-03 至 2024-12-31（59 天）；上期 2025-06-18 至 2025-06-18（1 天）');
    await generate([refunds('2025.tsv', ['1\t11\t大衣\t120\t退款成功\t做工问题\t2025-11-02'])]);
    const later = by(rowsOf(host, 'tblRefund'), '退款原因');
    expect(later['做工问题']).toMatchObject({ 金额: 120, 去年金额: 40, 同比: 2 });
    expect(later['快递太慢']).toMatchObject({ 金额: '', 去年金额: 300 });
  });

  test.each([
    { why: 'rows of all the year in between are no period to compare with, and are said', rows: ['8\t18\t袜子\t9\t退款成功\t缺货\t2025-03-01', '9\t19\t袜子\t9\t退款成功\t缺货\t2025-08-01'], note: '另有 2 行' },
    { why: 'older than last year’s event', rows: ['8\t18\t袜子\t9\t退款成功\t缺货\t2023-11-11'], note: '另有 1 行' },
    { why: 'a row without a date is of this event', rows: ['8\t18\t袜子\t9\t退款成功\t缺货\t-'], note: '没有去年' },
  ])('$why', async ({ rows, note }) => {
    const host = await startExcel();
    await generate([thisYear, refunds('more.tsv', rows)]);
    expect([...sheetNamed(host.book, '4 退款').cells.values()].map((cell) => String(cell.value)).some((value) => value.includes(note))).toBe(true);
    const amount = rowsOf(host, 'tblRefund').reduce((sum, row) => sum + Number(row['金额']), 0);
    expect(amount).toBe(note === '没有去年' ? 184 : 175);
  });

  test('dates that are not those of the event: every refund counts', async () => {
    const host = await startExcel();
    await generate([lastYear]);
    expect(rowsOf(host, 'tblRefund').reduce((sum, row) => sum + Number(row['金额']), 0)).toBe(340);
  });
});

const log = (name: string, rows: readonly (readonly [string, string])[]): SourceInput => ({ name, text: ['开始时间\t买家\t接待客服\t买家首句', ...rows.map(([day, question], index) => `${day} 10:00:0${index % 10}\tt**${index}\t小满\t${question}`)].join('\n') });

describe('questions by the team’s own rules (R20)', () => {
  const now = log('log.tsv', [['2025-11-01', '什么时候发货'], ['2025-11-01', '什么时候发货'], ['2025-11-01', '什么时候发货'], ['2025-11-02', '直播间的福袋在哪领'], ['2025-11-02', '福袋没到账'], ['2025-11-02', '怎么开发票']]);
  const before = log('log2024.tsv', [['2024-11-01', '怎么开发票'], ['2024-11-01', '是正品吗'], ['2024-11-02', '什么时候发货'], ['2024-11-02', '是正品吗']]);

  test('last year’s log gives the shares of then: up, down, new, gone and the places', async () => {
    const host = await startExcel();
    expect((await generate([now, before])).errorCells).toEqual([]);
    const asked = by(rowsOf(host, 'tblInquiry'), '问题类别');
    expect(asked['发货/催发货']).toMatchObject({ 咨询量: 3, 占比: 0.5, 去年占比: 0.25, 排名: 1, 去年排名: 2, 升降: '上升', 代表问法: '什么时候发货' });
    expect(asked['其他']).toMatchObject({ 咨询量: 2, 去年占比: 0, 升降: '新增', 代表问法: '直播间的福袋在哪领；福袋没到账' });
    expect(asked['发票']).toMatchObject({ 咨询量: 1, 去年占比: 0.25, 升降: '下降' });
    expect(asked['真伪']).toMatchObject({ 咨询量: 0, 去年占比: 0.5, 去年排名: 1, 升降: '消失' });
  });

  test('a rule typed on 配置 is used the next time; a category a person renamed stays', async () => {
    const host = await startExcel();
    await generate([now]);
    const renamed = rowsOf(host, 'tblInquiry').findIndex((row) => row['问题类别'] === '发票');
    const cell = addressOf(host.book, 'tblInquiry', renamed, '问题类别');
    host.userEdit(cell.sheet, cell.address, '开票与抬头');
    // Below the last rule: a category of the team, answered by the bot.
    const { cells } = sheetNamed(host.book, '配置');
    const head = [...cells].find(([, { value }]) => value === '咨询归类')?.[0] ?? 0;
    const [row, column] = [Math.floor(head / 16_384), head % 16_384];
    let last = row + 1;
    while (String(cells.get(last * 16_384 + column)?.value ?? '') !== '') last++;
    const letters = (index: number): string => (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));
    const type = (offset: number, value: string): void => void host.userEdit('配置', `${letters(column + offset)}${last + 1}`, value);
    type(0, '直播福袋');
    type(1, '福袋');
    type(3, '机器人');
    expect((await generate([now])).errorCells).toEqual([]);
    const asked = by(rowsOf(host, 'tblInquiry'), '问题类别');
    expect(asked['直播福袋']).toMatchObject({ 咨询量: 2, 处理方式: '机器人', 代表问法: '直播间的福袋在哪领；福袋没到账' });
    expect(asked['其他']).toMatchObject({ 咨询量: '' });
    expect(asked['开票与抬头']).toMatchObject({ 咨询量: 1 });
    expect(asked['发票']).toBeUndefined();
  });

  test('without any rule left the built-in ones hold', async () => {
    const host = await startExcel();
    await generate([now]);
    const { cells } = sheetNamed(host.book, '配置');
    const head = [...cells].find(([, { value }]) => value === '关键词')?.[0] ?? 0;
    const column = (head % 16_384) < 26 ? String.fromCharCode(65 + (head % 16_384)) : `${String.fromCharCode(64 + Math.floor((head % 16_384) / 26))}${String.fromCharCode(65 + ((head % 16_384) % 26))}`;
    host.userEdit('配置', `${column}5`, Array.from({ length: 60 }, () => ['']));
    await generate([now]);
    expect(by(rowsOf(host, 'tblInquiry'), '问题类别')['发货/催发货']).toMatchObject({ 咨询量: 3 });
  });
});
