import type { Host } from '../../src/host';
import { findOrphans, idsIn, type EvidenceTables } from '../../src/retro/evidence';
import { addressOf, rowsOf, sheetNamed, startExcel, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs } from '../support/samples';

const samples = ['01_targets.tsv', '02_actuals.tsv', '04_hourly.tsv', '05a_refunds_taobao.tsv', '06b_inquiry_top10.tsv', '07_item_sales_sycm.tsv', '08_silent.tsv', '09_cases.tsv', '10_reviews.tsv', '12_actions.tsv'];
const type = (host: Host, table: string, row: number, header: string, value: string | number): void => {
  const { sheet, address } = addressOf(host.book, table, row, header);
  host.userEdit(sheet, address, value);
};

/** The figure beside a label of the cover. */
function cover(host: Host, label: string): unknown {
  host.calculate();
  const { cells } = sheetNamed(host.book, '封面');
  const [key] = [...cells].find(([, cell]) => cell.value === label) ?? [NaN];
  return cells.get(key + 1)?.value;
}

const text = (row: Readonly<Record<string, unknown>>, header: string): string => String(row[header] ?? '');

/** The tables as `findOrphans` takes them, read by their Chinese headers. */
function evidenceTables(host: Host): EvidenceTables {
  const states = { 未达: 'missed', 达成: 'reached' } as const;
  return {
    comparison: rowsOf(host, 'tblComparison').map((row) => ({ id: text(row, '编号'), metric: text(row, '指标'), state: states[text(row, '状态') as '未达'] })),
    causes: rowsOf(host, 'tblCause').map((row) => ({ id: text(row, '编号'), source: text(row, '来源编号'), cause: text(row, '直接原因'), root: text(row, '根本原因'), conclusion: text(row, '主管结论'), evidence: text(row, '证据') })),
    lessons: rowsOf(host, 'tblLesson').map((row) => ({ id: text(row, '编号'), rule: text(row, '规律'), evidence: text(row, '依据编号') })),
    actions: rowsOf(host, 'tblAction').map((row) => ({ id: text(row, '编号'), what: text(row, '行动'), source: text(row, '来源') })),
    named: [...rowsOf(host, 'tblActual').map((row) => ({ id: text(row, '编号'), name: text(row, '指标') })), ...rowsOf(host, 'tblCase').map((row) => ({ id: text(row, '编号'), name: text(row, '原编号') }))],
    ids: new Set(host.book.tables.filter(({ name }) => name !== 'tblBase').flatMap(({ name }) => rowsOf(host, name).map((row) => text(row, '编号')))),
  };
}
const gaps = (host: Host): Record<string, number> => Object.fromEntries((['missed-without-cause', 'lesson-without-evidence', 'unknown-evidence', 'action-without-source'] as const).map((code) => [code, findOrphans(evidenceTables(host)).filter((orphan) => orphan.code === code).length]));
const shown = (host: Host): Record<string, unknown> => ({ 'missed-without-cause': cover(host, '未达指标没写原因'), 'lesson-without-evidence': cover(host, '规律没有依据'), 'unknown-evidence': cover(host, '依据编号不存在'), 'action-without-source': cover(host, '行动没写来源') });

describe('the chain of evidence', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startExcel();
    expect((await generate(sampleInputs(...samples))).errorCells).toEqual([]);
  });

  test('every id that a cause or a finding names stands in a table', () => {
    const { ids } = evidenceTables(host);
    const named = [...rowsOf(host, 'tblCause').map((row) => text(row, '数据显示')), ...rowsOf(host, 'tblDepartment').flatMap((row) => [text(row, '数据显示'), text(row, '依据编号')])].flatMap((cell) => idsIn(cell));
    expect(new Set(named.map((id) => id[0]))).toEqual(new Set(['H', 'I', 'R', 'Q', 'S', 'K']));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('each department finding names rows and leads there; what is asked of them is empty', () => {
    const rows = rowsOf(host, 'tblDepartment');
    expect(new Set(rows.map((row) => row['部门']))).toEqual(new Set(['运营', '商品', '仓配']));
    for (const row of rows) expect(row).toMatchObject({ 跳转: '去看 →', 希望对方做什么: '' });
  });

  test('gaps on the cover are those the function finds, as people write', () => {
    const first = gaps(host);
    expect(first['missed-without-cause']).toBeGreaterThan(0);
    expect(shown(host)).toEqual(first);
    const causes = rowsOf(host, 'tblCause');
    const missed = causes.findIndex((row) => row['状态'] === '未达');
    type(host, 'tblCause', missed, '根本原因', '峰值排班不足');
    type(host, 'tblCause', missed, '可控性', '不可控');
    type(host, 'tblLesson', 0, '规律', '开卖两小时双倍排班');
    expect(shown(host)).toEqual({ ...first, 'missed-without-cause': Number(first['missed-without-cause']) - 1, 'lesson-without-evidence': 1 });
    expect(shown(host)).toEqual(gaps(host));
    type(host, 'tblLesson', 0, '依据编号', 'C-99');
    expect(shown(host)).toEqual(gaps(host));
    expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 依据检查: '编号不存在', 跳转: '', 可控性: '' });
    type(host, 'tblLesson', 0, '依据编号', `${String(causes[missed]?.['编号'])}、M-01`);
    expect(shown(host)).toEqual(gaps(host));
    // R25: carried from step 4, not asked twice.
    expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 依据检查: '有依据', 跳转: '去看 →', 可控性: '不可控' });
    type(host, 'tblLesson', 0, '依据编号', String(causes[missed]?.['来源编号']));
    expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 可控性: '不可控' });
    // R17: an uncontrollable cause asks for a mitigation.
    expect(text(rowsOf(host, 'tblCause')[missed]!, '完整性')).toMatch(/缓解办法/);
    type(host, 'tblAction', 0, '来源', '');
    expect(shown(host)).toEqual(gaps(host));
  });

  test('a row may be named as people call it: the metric’s name, a case’s own number, an id in small letters; each leads there', () => {
    const actions = rowsOf(host, 'tblAction');
    const of = (source: string): Record<string, unknown> | undefined => actions.find((row) => row['来源'] === source);
    expect(of('C01')).toMatchObject({ 跳转: '去看 →' });
    expect(of('10-12点响应 45 秒')).toMatchObject({ 跳转: '' });
    type(host, 'tblAction', 1, '来源', 'c-01');
    type(host, 'tblAction', 2, '来源', '大促话术与规则培训');
    type(host, 'tblNode', 1, '关键节点', '大促话术与规则培训');
    expect(rowsOf(host, 'tblAction').slice(1, 3).map((row) => row['跳转'])).toEqual(['去看 →', '去看 →']);
    const lesson = (evidence: string): unknown => {
      type(host, 'tblLesson', 0, '依据编号', evidence);
      return rowsOf(host, 'tblLesson')[0]?.['依据检查'];
    };
    expect([lesson('平均响应时长'), lesson('C01'), lesson('m-01'), lesson('第一天的排队')]).toEqual(['有依据', '有依据', '有依据', '没写编号']);
  });

  test('an id that no row has is found wherever people write one, also as the second of a cell', () => {
    type(host, 'tblLesson', 0, '依据编号', 'M-01');
    const before = Number(cover(host, '依据编号不存在'));
    type(host, 'tblLesson', 0, '依据编号', 'M-01、C-99');
    expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 依据检查: '编号不存在', 跳转: '' });
    type(host, 'tblLesson', 0, '依据编号', 'M-01，m-02 XL-20 R-01 2025-11-11');
    expect(rowsOf(host, 'tblLesson')[0]).toMatchObject({ 依据检查: '有依据', 跳转: '去看 →' });
    type(host, 'tblAction', 0, '来源', 'K-77');
    expect(rowsOf(host, 'tblAction')[0]).toMatchObject({ 跳转: '编号不存在' });
    type(host, 'tblCause', 0, '证据', 'R-01 K-88');
    expect(rowsOf(host, 'tblCause')[0]).toMatchObject({ 完整性: '编号不存在' });
    expect(cover(host, '依据编号不存在')).toBe(before + 2);
    expect(shown(host)).toEqual(gaps(host));
    type(host, 'tblAction', 0, '来源', '平均响应时长');
    type(host, 'tblCause', 0, '证据', '');
    expect(cover(host, '依据编号不存在')).toBe(before);
  });

  test('a cause typed below the table with the metric’s name as its source explains that metric', () => {
    const before = rowsOf(host, 'tblComparison').filter((row) => row['状态'] === '未达' && row['原因'] !== '已写原因');
    const [metric] = before;
    const at = rowsOf(host, 'tblCause').findIndex((row) => row['来源编号'] === metric?.['编号']);
    type(host, 'tblCause', at, '来源编号', String(metric?.['指标']));
    type(host, 'tblCause', at, '根本原因', '排班少两人');
    expect(rowsOf(host, 'tblCause')[at]).toMatchObject({ '指标/节点': metric?.['指标'], 状态: '未达' });
    expect(cover(host, '未达指标没写原因')).toBe(before.length - 1);
    expect(shown(host)).toEqual(gaps(host));
  });

  test('the map counts what stands in the tables', () => {
    expect(cover(host, '促前培训')).toBe('已回看 0/3 · 有问题 0');
    type(host, 'tblNode', 0, '结果', '全员通过');
    type(host, 'tblNode', 0, '遇到的问题', '口径临时改了两次');
    expect(cover(host, '促前培训')).toBe('已回看 1/3 · 有问题 1');
    const own = rowsOf(host, 'tblComparison').filter((row) => row['类别'] === '过程');
    const of = (state: string): number => own.filter((row) => row['状态'] === state).length;
    expect(cover(host, '过程数据')).toBe(`已判断 ${of('达成') + of('接近') + of('未达')} · 达成 ${of('达成')} · 未达 ${of('未达')}`);
  });

  test('a node with a problem asks for its cause at the next generation; what was typed stays', async () => {
    const before = rowsOf(host, 'tblCause').length;
    useExcel(host, 'later');
    expect((await generate(sampleInputs(...samples))).errorCells).toEqual([]);
    const rows = rowsOf(host, 'tblCause');
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ 成败: '失败', 切入点: '事情的关键点', 来源编号: 'N-01', 现象: '口径临时改了两次', 跳转: '去看 →' });
    expect(rows.some((row) => row['根本原因'] === '峰值排班不足')).toBe(true);
  });
});

test('the case sheet says what the set of cases lacks (R26)', async () => {
  const host = await startExcel();
  const line = (kind: string, index: number): string => `C0${index}\t${kind}\t问发货\t马上帮您查\t好评\t是\t否`;
  await generate([{ name: 'cases.tsv', text: ['案例编号\t类型\t用户咨询场景\t客服回复内容\t处理结果\t是否峰值\t是否跨部门', line('正面', 1), line('正面', 2)].join('\n') }]);
  const said = (): unknown => {
    host.calculate();
    return sheetNamed(host.book, '案例').cells.get(2 * 16_384 + 2)?.value;
  };
  expect(said()).toBe('只有 2 个案例，建议 5–10 个。还没有负面警示案例。');
  type(host, 'tblCase', 0, '类型', '负面警示');
  expect(said()).toBe('只有 2 个案例，建议 5–10 个。');
});
