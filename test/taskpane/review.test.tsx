import { act, cleanup, screen, within } from '@testing-library/react';
import { messages } from '../../src/i18n';
import type { Source } from '../../src/intake/types';
import type { AgentMask } from '../../src/retro/masking';
import type { RetroEvent } from '../../src/retro/types';
import type { ReadingMemory } from '../../src/taskpane/state/memory';
import { emptyMemory, fromStore, toStore } from '../../src/taskpane/state/memory';
import { commandsWith, deferred, pasteInto, showPane } from './support/pane';
import type { Commands, Shown } from './support/pane';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const article = (name: string) => screen.findByRole('article', { name });
const unknown = '说明\n店员\t接了多少\t平响\n小满\t10\t20\n阿橙\t30\t40\n';
const signature = '店员|接了多少|平响';

/** The review of some pastes. */
async function review(texts: readonly string[], commands: Partial<Commands> = {}): Promise<Shown> {
  const shown = await showPane({ commands });
  await shown.user.click(button('粘贴数据'));
  for (const text of texts) await pasteInto(shown.user, screen.getByRole('textbox', { name: '粘贴框' }), text);
  await shown.user.click(button(/^核对这/));
  await screen.findAllByRole('article');
  return shown;
}

describe('a table that was not recognised', () => {
  test('is put right once: kind, header row and columns; it is read at once and the workbook remembers', async () => {
    const kept: ReadingMemory[] = [];
    const remember: Commands['remember'] = async (memory) => {
      kept.push(memory);
      return { ok: true, value: undefined };
    };
    const { user, store } = await review([unknown], { remember });
    const card = await article('没认出来');
    await user.click(within(card).getByRole('button', { name: '认错了？改一下' }));
    const header = await within(card).findByRole('combobox', { name: '表头是哪一行' });
    expect(within(header).getAllByRole('option').map((option) => option.textContent)).toContain('第 2 行：店员、接了多少、平响');
    await user.selectOptions(header, signature);
    await user.selectOptions(within(card).getByRole('combobox', { name: '这是什么表' }), '客服绩效');

    const agents = await article('客服绩效');
    await user.click(within(agents).getByRole('button', { name: '改“店员”' }));
    await user.selectOptions(within(agents).getByRole('combobox', { name: '“店员”是什么' }), '客服');
    await within(await article('客服绩效')).findByText('用上 2 行');
    await user.click(within(await article('客服绩效')).getByRole('button', { name: '改“接了多少”' }));
    await user.selectOptions(within(await article('客服绩效')).getByRole('combobox', { name: '“接了多少”是什么' }), '接待人数');

    await screen.findByText('接待人数 10 人');
    expect(store.getState().sources?.[0]).toMatchObject({ kind: 'agents', used: 2, headerLine: 2 });
    expect(kept.at(-1)?.tables).toEqual([{ signature, kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }]);
    expect(store.getState().memoryUnsaved).toBe(false);
    expect(screen.getAllByText('你定的')).toHaveLength(2);
  });

  test('is known the next time, and what was decided can be forgotten', async () => {
    const memory: ReadingMemory = { ...emptyMemory, tables: [{ signature, kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }] };
    const { user } = await review([unknown], { readWorkbook: async () => ({ ok: true, value: { event: undefined, sheets: [], readOnly: false, conflicts: [], memory } }) });
    const card = await article('客服绩效');
    expect(within(card).getByText('按你定的认法读的，已记在工作簿里，下次同样的表头照办。')).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: '恢复自动识别' }));
    expect(await article('没认出来')).toBeTruthy();
  });
});

describe('figures of single agents', () => {
  const agents = '客服昵称\t接待人数\t平响\n小满\t10\t20\n阿橙\t30\t40\n';

  test('are off until the switch is turned, which the workbook remembers, and reach the generation only then', async () => {
    const kept: ReadingMemory[] = [];
    const given: (boolean | undefined)[] = [];
    const { user, store } = await review([agents], {
      remember: async (memory) => {
        kept.push(memory);
        return { ok: true, value: undefined };
      },
      generate: async (sources) => {
        given.push(sources[0]?.perAgent);
        return { ok: false, failure: { code: 'cell-edit', technical: '' } };
      },
    });
    const control = () => within(screen.getByRole('article', { name: '客服绩效' })).getByRole('switch', { name: '列出每位客服的数据（用代号）' });
    expect(control()).toHaveProperty('checked', false);
    await act(async () => undefined);
    await user.click(control());
    expect(control()).toHaveProperty('checked', true);
    expect(fromStore(toStore(kept.at(-1) ?? emptyMemory)).answers).toEqual({ 'per-agent': 'on' });
    await user.click(button(/^生成/));
    await user.click(button('返回核对'));
    await user.click(control());
    expect(store.getState().memory.answers).toEqual({ 'per-agent': 'off' });
    await user.click(button(/^生成/));
    expect(given).toEqual([true, undefined]);
  });

  test('are no matter where no agents came', async () => {
    await review(['指标\t目标值\n退款率\t15%\n']);
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

test('a column that was taken for the wrong metric is put right; its old column gives the meaning up', async () => {
  const { user, store } = await review(['客服昵称\t接待人数\t首响\t平响\n小满\t10\t5\t20\n']);
  const card = await article('客服绩效');
  await user.click(within(card).getByRole('button', { name: '认错了？改一下' }));
  await user.click(await within(card).findByRole('button', { name: '改“首响”' }));
  await user.selectOptions(within(card).getByRole('combobox', { name: '“首响”是什么' }), '平均响应时长');
  await within(await article('客服绩效')).findByText('平均响应时长 5 秒');
  expect(store.getState().memory.tables[0]?.columns).toEqual({ 首响: 'avg_resp', 平响: '' });
});

test('a choice that the workbook could not take is kept again before generating', async () => {
  const outcomes: boolean[] = [false, true];
  const remember = jest.fn<ReturnType<Commands['remember']>, Parameters<Commands['remember']>>(async () => (outcomes.shift() === true ? { ok: true, value: undefined } : { ok: false, failure: { code: 'cell-edit', technical: '' } }));
  const { user, store } = await review(['指标\t目标值\n退款率\t15%\n'], { remember });
  await user.click(screen.getByRole('radio', { name: '退款率(笔数)' }));
  expect(store.getState().memoryUnsaved).toBe(true);
  await user.click(button('生成复盘表'));
  await screen.findByRole('heading', { level: 1, name: '复盘表做好了' });
  expect(remember).toHaveBeenCalledTimes(2);
  expect(store.getState().memoryUnsaved).toBe(false);
});

describe('what the data do not say', () => {
  test('is asked once in plain words, and the answer is what gets written', async () => {
    const generate = jest.fn(commandsWith().generate);
    const { user } = await review(['指标\t目标值\n退款率\t15%\n', '指标名称\t本期实际\n退款率\t17%\n'], { generate });
    const question = screen.getByRole('radiogroup', { name: '“退款率”指的是哪一个？' });
    expect(within(question).getAllByRole('radio').map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false]);
    expect(within(question).getByText('先按这个算')).toBeTruthy();
    await user.click(within(question).getByRole('radio', { name: '退款率(笔数)' }));
    expect(within(question).queryByText('先按这个算')).toBeNull();
    expect(screen.getByText('没有发现问题')).toBeTruthy();
    await user.click(button('生成复盘表'));
    await screen.findByRole('heading', { level: 1, name: '复盘表做好了' });
    const sources = generate.mock.calls[0]?.[0] as readonly Source[];
    expect([sources[0]?.records.targets?.[0]?.metric.key, sources[1]?.records.actuals?.[0]?.metric.key]).toEqual(['refund_rate_cnt', 'refund_rate_cnt']);
  });

  test('in English the metrics have English names', async () => {
    const { user } = await review(['指标\t目标值\n退款率\t15%\n']);
    await user.click(button('Switch to English'));
    const { questions } = messages['en-US'].reading;
    expect(screen.getByRole('radiogroup', { name: questions.metric('退款率') })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Refund rate by count' })).toBeTruthy();
    expect(screen.getByText(/can be measured in more than one way/).textContent).not.toMatch(/金额|笔数/);
  });
});

describe('the look at what was read', () => {
  test('shows figures with their units, agents by their letter', async () => {
    await review(['客服昵称\t接待人数\t平均响应(秒)\t回复率\n小满\t1200\t32.5\t99.1%\n阿橙\t98\t延迟统计\t98%\n']);
    const card = await article('客服绩效');
    expect(within(card).getByText('客服A')).toBeTruthy();
    expect(within(card).getByText('接待人数 1,200 人')).toBeTruthy();
    expect(within(card).getByText('平均响应时长 32.5 秒')).toBeTruthy();
    expect(within(card).getByText('平均响应时长 待出数')).toBeTruthy();
    expect(within(card).queryByText(/小满/)).toBeNull();
  });

  test('who is who is shown when asked for, and is nowhere else', async () => {
    const { user, store } = await review(['客服昵称\t接待人数\t平均响应(秒)\n小满\t10\t20\n阿橙\t30\t40\n']);
    const card = await article('客服绩效');
    await user.click(within(card).getByRole('button', { name: '看客服代号对照' }));
    expect(within(card).getByText('客服A = 小满')).toBeTruthy();
    expect(within(card).getByText('客服B = 阿橙')).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: '收起' }));
    expect(within(card).queryByText(/小满/)).toBeNull();
    expect(JSON.stringify(store.getState().memory)).not.toContain('小满');
  });
});

test('every remembered header is listed, also of tables not pasted today, and can be forgotten', async () => {
  const kept: ReadingMemory[] = [];
  const memory: ReadingMemory = { ...emptyMemory, tables: [{ signature: '上月的表|甲|乙', kind: 'hourly' }, { signature, kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }] };
  const { user, store } = await review([unknown], {
    readWorkbook: async () => ({ ok: true, value: { event: undefined, sheets: [], readOnly: false, conflicts: [], memory } }),
    remember: async (now) => {
      kept.push(now);
      return { ok: true, value: undefined };
    },
  });
  expect(screen.getByText('这个工作簿记住了 2 种表头的认法')).toBeTruthy();
  await user.click(button('忘掉“上月的表、甲、乙”的认法'));
  expect(kept.at(-1)?.tables.map((table) => table.signature)).toEqual([signature]);
  expect(store.getState().sources?.[0]?.kind).toBe('agents');
  await user.click(button('忘掉“店员、接了多少、平响”的认法'));
  expect(await article('没认出来')).toBeTruthy();
  expect(screen.queryByText(/这个工作簿记住了/)).toBeNull();
});

describe('letters of agents', () => {
  const agents = (...names: readonly string[]): string => `客服昵称\t接待人数\t平均响应(秒)\n${names.map((name) => `${name}\t10\t20`).join('\n')}\n`;

  test('stay the same in a later session, whatever comes first; the workbook keeps no name and nothing is kept of the window', async () => {
    const kept: ReadingMemory[] = [];
    const masks: AgentMask[] = [];
    const remember: Commands['remember'] = async (memory) => {
      kept.push(memory);
      return { ok: true, value: undefined };
    };
    const generate: Commands['generate'] = async (sources, event, onProgress, signal, mask) => {
      masks.push(mask);
      return commandsWith().generate(sources, event, onProgress, signal, mask);
    };
    const first = await review([agents('小满', '阿橙')], { remember, generate });
    await first.user.click(button('生成复盘表'));
    await screen.findByRole('heading', { level: 1, name: '复盘表做好了' });
    const stored: unknown = JSON.parse(JSON.stringify(toStore(kept.at(-1) ?? emptyMemory)));
    expect(JSON.stringify(stored)).not.toMatch(/小满|阿橙/);
    expect(`${JSON.stringify({ ...localStorage })}${JSON.stringify({ ...sessionStorage })}`).not.toMatch(/小满|阿橙/);
    cleanup();

    const memory = fromStore(stored);
    const second = await review([agents('海盐', '阿橙', '小满')], { generate, readWorkbook: async () => ({ ok: true, value: { event: undefined, sheets: [], readOnly: false, conflicts: [], memory } }) });
    await second.user.click(within(await article('客服绩效')).getByRole('button', { name: '看客服代号对照' }));
    for (const pair of ['客服C = 海盐', '客服B = 阿橙', '客服A = 小满']) expect(screen.getByText(pair)).toBeTruthy();
    await second.user.click(button('生成复盘表'));
    await screen.findByRole('heading', { level: 1, name: '复盘表做好了' });
    expect(masks.at(-1)?.mask('阿橙')).toBe('客服B');
  });
});

describe('a paste with problems', () => {
  test('is copied back out as it was, corrected and pasted again', async () => {
    const wrong = '用户咨询场景\t客服回复内容\t处理结果\t类型\t是否峰值\t是否跨部门\r\n"问\t券"\t"您先""别急""\n再点"\t\t负面\t是\t否\r\n';
    const { user, store } = await review([wrong]);
    const card = await article('案例');
    expect(within(card).getByText('1 处问题')).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: /^复制原文/ }));
    await within(card).findByText('已复制，改好后可以再贴进来');
    const copied = await navigator.clipboard.readText();
    expect(copied).toBe(wrong);
    await user.click(button('返回修改数据'));
    await user.click(button(/^移除/));
    await pasteInto(user, screen.getByRole('textbox', { name: '粘贴框' }), copied.replace('\t\t负面', '\t好评\t负面'));
    await user.click(button(/^核对这/));
    expect(await screen.findByText('没有发现问题')).toBeTruthy();
    expect(store.getState().sources?.[0]?.records.cases?.[0]).toMatchObject({ scene: '问\t券', reply: '您先"别急"\n再点', outcome: '好评' });
  });
});

describe('cells of the open workbook', () => {
  test('are taken like a paste and read by the same reader', async () => {
    const { user } = await showPane();
    await user.click(button('粘贴数据'));
    await user.click(button('用选中的区域'));
    expect(await screen.findByText('已取用“Sheet1!A1:B2”')).toBeTruthy();
    await user.click(button('核对这 1 份'));
    expect(await article('目标')).toBeTruthy();
  });
  test('that are empty are told, and the message goes away', async () => {
    const { user } = await showPane({ commands: { readCells: async () => ({ ok: false, failure: { code: 'nothing-selected', technical: '' } }) } });
    await user.click(button('粘贴数据'));
    await user.click(button('用整张工作表'));
    expect((await screen.findByRole('alert')).textContent).toContain('选中的地方没有数据');
    await user.click(button('知道了'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a large file', () => {
  const progress = { file: 'orders.csv', bytes: 5_000_000, total: 20_000_000, rows: 30_000, elapsed: 1_000 };

  test('shows how far and how fast it is read and can be stopped; the data stay', async () => {
    const readSources: Commands['readSources'] = (_inputs, _event, { onProgress, signal }) => {
      onProgress(progress);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    const { user, store } = await showPane({ commands: { readSources } });
    await user.click(button('先用示例数据看看'));
    expect((await screen.findByRole('progressbar', { name: '正在读“orders.csv”' })).getAttribute('aria-valuenow')).toBe('0.25');
    expect(screen.getByText('已读 30,000 行，每秒约 30,000 行')).toBeTruthy();
    await user.click(button('取消'));
    expect(await screen.findByRole('heading', { level: 1, name: '粘贴后台数据' })).toBeTruthy();
    expect(store.getState()).toMatchObject({ reading: false, failure: undefined });
    expect(store.getState().inputs).toHaveLength(2);
  });

  test('is summed up, not kept row by row, and every line is accounted for', async () => {
    const rows = 20_000;
    const file = new File([`订单编号,宝贝标题,买家实际支付金额,订单状态,订单付款时间,宝贝总数量,买家会员名\n${'1234567890123456789,羊毛混纺大衣,329.00,交易成功,2025-11-11 00:31:20,1,tb_someone_with_a_name\n'.repeat(rows)}`], 'orders.csv');
    expect(file.size).toBeGreaterThan(2_000_000);
    const { user, store } = await showPane();
    await user.click(button('粘贴数据'));
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), file);
    await screen.findByText('已加入 1 个文件');
    await user.click(button('核对这 1 份'));
    const card = await screen.findByRole('article', { name: '订单明细' }, { timeout: 20_000 });
    expect(within(card).getByText('用上 20,000 行')).toBeTruthy();
    expect(within(card).getByText('成交订单 20,000 笔，658 万元')).toBeTruthy();
    const source = store.getState().sources?.[0];
    expect(source?.records.orders).toBeUndefined();
    expect(source?.lines).toBe(rows + 1);
  });
});

describe('while a cell is being edited', () => {
  test('the pane says after two seconds what it waits for, and stops saying it when Excel answers', async () => {
    const gate = deferred<undefined>();
    const generate: Commands['generate'] = async (sources, event, onProgress, signal, mask) => {
      onProgress({ step: 'planning', fraction: 0.1 });
      await gate.promise;
      return commandsWith().generate(sources, event, onProgress, signal, mask);
    };
    const { user } = await review(['指标\t目标值\n平响\t30秒\n'], { generate });
    await user.click(button('生成复盘表'));
    expect(screen.queryByText('请先按 Enter 结束单元格编辑')).toBeNull();
    expect(await screen.findByText('请先按 Enter 结束单元格编辑', {}, { timeout: 4_000 })).toBeTruthy();
    await act(async () => gate.resolve(undefined));
    expect(await screen.findByRole('heading', { level: 1, name: '复盘表做好了' })).toBeTruthy();
  });
});

test('the sample brings its own event, whatever day it is; an event of the person stays', async () => {
  const sampleEvent = (): RetroEvent => ({ name: '2019双11', start: '2019-10-20', end: '2019-11-14', next: '2019双12' });
  const first = await showPane({ commands: { sampleEvent } });
  await first.user.click(button('先用示例数据看看'));
  expect(await screen.findByText('活动：2019双11，2019-10-20 至 2019-11-14')).toBeTruthy();
});

test('an event that was typed is not replaced by the sample’s', async () => {
  const { user, store } = await showPane();
  act(() => store.dispatch({ type: 'event-edited', change: { name: '年货节' } }));
  await user.click(button('先用示例数据看看'));
  expect(await screen.findByText(/活动：年货节/)).toBeTruthy();
});
