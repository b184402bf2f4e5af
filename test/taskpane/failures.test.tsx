import { act, screen } from '@testing-library/react';
import { failureCodes } from '../../src/excel/failures';
import type { FailureCode } from '../../src/excel/failures';
import { messages } from '../../src/i18n';
import { describeInput } from '../../src/taskpane/state/inputs';
import { emptyMemory } from '../../src/taskpane/state/memory';
import { takeKept } from '../../src/taskpane/state/keep';
import { commandsWith, deferred, showPane, targets } from './support/pane';
import type { Commands } from './support/pane';
import type { WorkbookState } from '../../src/taskpane/commands/types';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const zh = messages['zh-CN'];

/** The pane after generating has ended in a failure. */
async function failWith(code: FailureCode, sheet?: string) {
  const generate = jest.fn(commandsWith().generate);
  const commands = commandsWith({ generate });
  const shown = await showPane({ commands });
  const inputs = await commands.sampleInputs();
  const sources = (await commands.readSources(inputs, { name: '' }, { memory: emptyMemory, onProgress: () => undefined, signal: new AbortController().signal })).flat();
  act(() => {
    const { dispatch } = shown.store;
    dispatch({ type: 'inputs-added', inputs: inputs.map((input) => describeInput(input, 'sample')) });
    dispatch({ type: 'reading-started' });
    dispatch({ type: 'reading-ended', sources });
    dispatch({ type: 'generating-started' });
    dispatch({ type: 'failed', failure: { code, technical: 'AccessDenied Range.values', ...(sheet !== undefined && { sheet }) } });
  });
  screen.getByRole('heading', { level: 1, name: '没有生成完' });
  return { ...shown, generate };
}

test.each(failureCodes)('%s: says what happened, keeps everything and offers a way on', async (code) => {
  const { store, user } = await failWith(code);
  expect(screen.getByText(zh.failures[code].title)).toBeTruthy();
  expect(button(zh.failures[code].action)).toBeTruthy();
  expect(store.getState().inputs).toHaveLength(2);
  expect(store.getState().sources).toHaveLength(2);
  await user.click(button('返回核对'));
  expect(await screen.findAllByRole('article')).toHaveLength(2);
});

test.each<FailureCode>(['cell-edit', 'read-only', 'protected', 'filtered', 'inactive', 'busy', 'cancelled', 'unexpected'])('%s: once it is out of the way, one click finishes the work', async (code) => {
  const { user, generate } = await failWith(code, '6 行动计划');
  await user.click(button(zh.failures[code].action));
  expect(await screen.findByRole('heading', { level: 1, name: '复盘表做好了' })).toBeTruthy();
  expect(generate).toHaveBeenCalledTimes(1);
});

test('the sheet in the way is named', async () => {
  await failWith('protected', '6 行动计划');
  expect(screen.getByRole('alert').textContent).toContain('工作表“6 行动计划”受保护');
});

test('too much at once leads back to the data', async () => {
  const { user } = await failWith('too-large');
  await user.click(button('回去调整'));
  expect(await screen.findByRole('heading', { level: 1, name: '粘贴后台数据' })).toBeTruthy();
});

test('the diagnostics hold versions and counts, and nothing of the data', async () => {
  const { user } = await failWith('unexpected');
  await user.click(button('复制诊断信息'));
  expect(await screen.findByText('诊断信息已复制')).toBeTruthy();
  const text = await navigator.clipboard.readText();
  expect(text).toContain('AccessDenied Range.values');
  expect(text).toContain('source targets: rows 3, used 3');
  for (const secret of ['退款率', '尽量高', '01_targets', '2025双11']) expect(text).not.toContain(secret);
});

test('where the clipboard is closed, the text is shown selected', async () => {
  const { user } = await failWith('unexpected');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
  await user.click(button('复制诊断信息'));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '按 Ctrl+C 复制：' });
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toContain('AccessDenied');
  jest.restoreAllMocks();
});

test('after a lost connection the reload brings back what was pasted', async () => {
  const { user, store } = await failWith('session');
  act(() => store.dispatch({ type: 'inputs-added', inputs: [{ origin: 'file', input: { name: 'b.csv', bytes: Uint8Array.from([0, 200, 255]) }, lines: 1, bytes: 3, peek: '' }] }));
  // jsdom cannot reload and says so: the sign that the pane asked for it.
  const reloads = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await user.click(button('刷新窗格'));
  expect(String(reloads.mock.calls[0]?.[0])).toContain('navigation');
  reloads.mockRestore();
  const kept = takeKept();
  expect(kept?.inputs.map(({ input }) => input)).toEqual([{ name: '01_targets.tsv', text: targets }, expect.objectContaining({ name: '02_actuals.tsv' }), { name: 'b.csv', bytes: Uint8Array.from([0, 200, 255]) }]);
  expect(kept?.event.name).toBe('2025双11');
  expect(takeKept()).toBeUndefined();
});

test('what is too much to bring back must be copied before the reload', async () => {
  const { user, store } = await failWith('session');
  act(() => store.dispatch({ type: 'inputs-added', inputs: [{ origin: 'paste', input: { name: 'x', text: 'x'.repeat(4_000_001) }, lines: 1, bytes: 1, peek: '' }] }));
  await user.click(button('刷新窗格'));
  expect(screen.getByText(/刷新后不能自动恢复/)).toBeTruthy();
  expect(button('已存好，刷新')).toBeTruthy();
  expect(takeKept()).toBeUndefined();
});

describe('a command that breaks its promise and throws', () => {
  test.each<{ why: string; commands: Partial<Commands> }>([
    { why: 'reading', commands: { readSources: () => Promise.reject(new Error('boom')) } },
    { why: 'the sample', commands: { sampleInputs: () => Promise.reject(new Error('boom')) } },
    { why: 'generating', commands: { generate: () => Promise.reject(new Error('boom')) } },
    { why: 'the workbook', commands: { readWorkbook: () => Promise.reject(new Error('boom')) } },
  ])('is a message, not a dead pane: $why', async ({ why, commands }) => {
    const { user } = await showPane({ commands });
    if (why !== 'the workbook') await user.click(button('先用示例数据看看'));
    if (why === 'generating') {
      await screen.findAllByRole('article');
      await user.click(button('生成复盘表'));
    }
    expect((await screen.findByRole('alert')).textContent).toContain('没有完成');
  });
});

describe('the workbook that is open', () => {
  const withRetro: WorkbookState = { event: { name: '2024双11' }, sheets: [{ key: 'action', name: '行动' }], readOnly: false, conflicts: [], memory: emptyMemory };
  test('with a retro in it is recognised, can be gone to and is updated', async () => {
    const { user } = await showPane({ commands: { readWorkbook: async () => ({ ok: true, value: withRetro }) } });
    expect(await screen.findByRole('heading', { level: 1, name: '六步复盘' })).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: '数据' }));
    expect(await screen.findByText('这个工作簿里已有“2024双11”复盘')).toBeTruthy();
    expect(button('打开“行动”')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '先用示例数据看看' })).toBeNull();
    await user.click(button('粘贴新数据，更新这份复盘'));
    expect(await screen.findByRole('heading', { level: 1, name: '粘贴后台数据' })).toBeTruthy();
  });
  test('that is read-only is told at once', async () => {
    await showPane({ commands: { readWorkbook: async () => ({ ok: true, value: { ...withRetro, event: undefined, readOnly: true } }) } });
    expect(await screen.findByText('这个工作簿是只读的')).toBeTruthy();
  });
});

test('a reading that comes back after the person has gone back is dropped', async () => {
  const gate = deferred<readonly never[]>();
  const { user, store } = await showPane({ commands: { readSources: () => gate.promise } });
  await user.click(button('先用示例数据看看'));
  await screen.findByRole('heading', { level: 1, name: '核对' });
  await user.click(button('返回修改数据'));
  await act(async () => gate.resolve([]));
  expect(store.getState()).toMatchObject({ step: 'paste', sources: undefined });
});
