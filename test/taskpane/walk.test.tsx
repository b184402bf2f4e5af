import { act, screen, within } from '@testing-library/react';
import type { Source } from '../../src/intake/types';
import type { GenerateSummary, Outcome, Progress } from '../../src/taskpane/commands/types';
import type { RetroEvent } from '../../src/retro/types';
import { actuals, commandsWith, deferred, pasteInto, showPane, summary, targets } from './support/pane';
import type { Shown } from './support/pane';

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = () => screen.getByRole('textbox', { name: '粘贴框' });

async function toPaste(): Promise<Shown> {
  const shown = await showPane();
  await shown.user.click(button('粘贴数据'));
  await heading('粘贴后台数据');
  return shown;
}

test('the first screen says what it does and proposes the last big promotion', async () => {
  await showPane();
  await heading('贴进数据，生成六步复盘表');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(expect.arrayContaining([expect.stringContaining('粘贴'), expect.stringContaining('核对'), expect.stringContaining('生成'), expect.stringContaining('跟进')]));
  expect(screen.getByText('2025双11')).toBeTruthy();
  expect(screen.getByText('2025-10-20 至 2025-11-14')).toBeTruthy();
  expect(screen.getByText('下一场：2025双12')).toBeTruthy();
  expect(screen.getByText('数据不出本机')).toBeTruthy();
});

test('paste, check, generate, done: the whole way', async () => {
  const generate = jest.fn(commandsWith().generate);
  const openSheet = jest.fn(commandsWith().openSheet);
  const { user } = await showPane({ commands: { generate, openSheet } });
  await user.click(button('粘贴数据'));
  await pasteInto(user, box(), targets);
  expect(screen.getByText('已粘贴 4 行，记为“粘贴 1”')).toBeTruthy();
  expect(box()).toHaveProperty('value', '');
  await pasteInto(user, box(), actuals);
  expect(screen.getByRole('heading', { name: '已有 2 份' })).toBeTruthy();

  await user.click(button('核对这 2 份'));
  await heading('核对');
  const target = await screen.findByRole('article', { name: '目标' });
  expect(within(target).getByText('用上 3 行')).toBeTruthy();
  expect(within(target).getByText(/第 4 行 · 目标值/)).toBeTruthy();
  expect(within(target).getByText(/“尽量高”里没有数字/)).toBeTruthy();
  expect(within(screen.getByRole('article', { name: '实际数据' })).getByText('用上 2 行')).toBeTruthy();

  await user.click(button('生成复盘表'));
  await heading('复盘表做好了');
  expect(screen.getByText('11 项有目标也有实际，达成 4 项')).toBeTruthy();
  expect(screen.getByText('未达 5')).toBeTruthy();
  const [sources, event] = generate.mock.calls[0] ?? [];
  expect((sources as readonly Source[]).map((source) => source.kind)).toEqual(['targets', 'actuals']);
  expect(event).toEqual<RetroEvent>({ name: '2025双11', start: '2025-10-20', end: '2025-11-14', next: '2025双12' });
  await user.click(button('打开“6 行动计划”'));
  expect(openSheet).toHaveBeenCalledWith('action');
});

test('the sample leads straight to the check, marked as a sample', async () => {
  const { user } = await showPane();
  await user.click(button('先用示例数据看看'));
  await heading('核对');
  expect(await screen.findAllByRole('article')).toHaveLength(2);
  await user.click(button('返回修改数据'));
  expect(screen.getAllByText('示例')).toHaveLength(2);
});

test('loading the sample twice does not double it', async () => {
  const { user, store } = await showPane();
  await user.click(button('先用示例数据看看'));
  await heading('核对');
  await user.click(screen.getByRole('button', { name: /开始/ }));
  await user.click(button('先用示例数据看看'));
  await heading('核对');
  expect(store.getState().inputs).toHaveLength(2);
});

describe('the focus', () => {
  test('stays in the sheet when the pane opens and goes to the heading of each later screen', async () => {
    const { user } = await showPane();
    expect(document.activeElement).toBe(document.body);
    await user.click(button('粘贴数据'));
    expect(document.activeElement).toBe(await heading('粘贴后台数据'));
  });

  test('the way can be gone with the keyboard alone', async () => {
    const { user } = await showPane();
    const seen: string[] = [];
    for (let tab = 0; tab < 12 && !seen.includes('粘贴数据'); tab += 1) {
      await user.tab();
      seen.push(document.activeElement?.textContent ?? '');
    }
    expect(document.activeElement).toBe(button('粘贴数据'));
    await user.keyboard('{Enter}');
    await heading('粘贴后台数据');
  });
});

describe('the event', () => {
  test('must have a name before going on', async () => {
    const { user } = await showPane();
    await user.click(button('修改'));
    await user.clear(screen.getByRole('textbox', { name: /活动名称/ }));
    await user.click(button('粘贴数据'));
    expect(screen.getByText('请填写活动名称，比如 2025双11')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '粘贴后台数据' })).toBeNull();
  });
  test('may not end before it starts', async () => {
    const { user, store } = await showPane();
    act(() => store.dispatch({ type: 'event-edited', change: { start: '2025-11-20' } }));
    await user.click(button('粘贴数据'));
    expect(screen.getByText('结束日期早于开始日期，请核对')).toBeTruthy();
  });
  test('typed by the person reaches the workbook', async () => {
    const generate = jest.fn(commandsWith().generate);
    const { user } = await showPane({ commands: { generate } });
    await user.click(button('修改'));
    await user.type(screen.getByRole('textbox', { name: /店铺/ }), '示例旗舰店');
    await user.click(button('先用示例数据看看'));
    await screen.findAllByRole('article');
    await user.click(button('生成复盘表'));
    await heading('复盘表做好了');
    expect(generate.mock.calls[0]?.[1]).toMatchObject({ shop: '示例旗舰店' });
  });
});

describe('what comes in', () => {
  test('a large paste never enters the text field', async () => {
    const { user, store } = await toPaste();
    const large = `指标\t目标值\r\n${'退款率\t15%\r\n'.repeat(12_339)}`;
    await pasteInto(user, box(), large);
    expect(screen.getByText('已粘贴 12,340 行，记为“粘贴 1”')).toBeTruthy();
    expect(box()).toHaveProperty('value', '');
    expect(store.getState().inputs[0]?.input).toEqual({ name: '粘贴 1', text: large });
  });
  test('typed text can be added, and a typed table is taken along when going on', async () => {
    const { user } = await toPaste();
    await user.type(box(), '指标,目标值{Enter}退款率,15%');
    await user.click(button('加入手打的内容'));
    expect(screen.getByRole('heading', { name: '已有 1 份' })).toBeTruthy();
    await user.type(box(), '指标,实际{Enter}退款率,17%');
    await user.click(button('核对这 1 份'));
    await heading('核对');
    expect(await screen.findAllByRole('article')).toHaveLength(2);
  });
  test('a word pasted into the field is just text', async () => {
    const { user } = await toPaste();
    await pasteInto(user, box(), '退款率');
    expect(box()).toHaveProperty('value', '退款率');
    expect(screen.getByRole('heading', { name: '已有 0 份' })).toBeTruthy();
  });
  test('a clipboard without text is told', async () => {
    const { user } = await toPaste();
    await pasteInto(user, box(), '');
    expect(screen.getByRole('alert').textContent).toContain('剪贴板里没有文字');
  });
  test('several files at once, each with its bytes', async () => {
    const { user, store } = await toPaste();
    const file = (name: string, text: string) => new File([text], name, { type: 'text/csv' });
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), [file('a.csv', '指标,目标值\n'), file('b.csv', 'x')]);
    await screen.findByText('已加入 2 个文件');
    expect(store.getState().inputs.map((card) => [card.input.name, card.bytes])).toEqual([['a.csv', 17], ['b.csv', 1]]);
  });
  test('a file that cannot be opened is named, the others are taken', async () => {
    const { user } = await toPaste();
    const bad = new File(['x'], 'locked.csv');
    bad.arrayBuffer = () => Promise.reject(new Error('locked'));
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), [bad, new File(['y'], 'good.csv')]);
    expect((await screen.findByRole('alert')).textContent).toContain('locked.csv');
    expect(screen.getByText('good.csv')).toBeTruthy();
  });
  test('what is removed can be brought back', async () => {
    const { user } = await toPaste();
    await pasteInto(user, box(), targets);
    await user.click(button('移除 粘贴 1'));
    expect(screen.getByRole('heading', { name: '已有 0 份' })).toBeTruthy();
    await user.click(button('撤销'));
    expect(screen.getByText('粘贴 1')).toBeTruthy();
  });
  test('going on without anything says what is missing', async () => {
    const { user } = await toPaste();
    await user.click(button('核对'));
    expect(screen.getByText('先贴入至少一份数据。')).toBeTruthy();
  });
});

describe('the check', () => {
  test('does not let a workbook be made of nothing', async () => {
    const generate = jest.fn(commandsWith().generate);
    const { user } = await showPane({ commands: { generate } });
    await user.click(button('粘贴数据'));
    await pasteInto(user, box(), '随便\t写的\r\n1\t2\r\n');
    await user.click(button('核对这 1 份'));
    expect(await screen.findByRole('article', { name: '没认出来' })).toBeTruthy();
    expect(button('生成复盘表').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('生成复盘表'));
    expect(generate).not.toHaveBeenCalled();
    expect(screen.getByText('没有能用上的数据，还不能生成。请按下面的说明改好再贴。')).toBeTruthy();
  });
  test('gives the original back to copy', async () => {
    const { user } = await toPaste();
    await pasteInto(user, box(), targets);
    await user.click(button('核对这 1 份'));
    await user.click(await screen.findByRole('button', { name: '复制原文：粘贴 1' }));
    expect(await screen.findByText('已复制，改好后可以再贴进来')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(targets);
  });
  test('shows a few of very many problems and more on request', async () => {
    const problems = Array.from({ length: 60 }, (_, index) => ({ code: 'not-a-number', line: index + 2, column: '实际', value: `x${index}` }) as const);
    const source: Source = { file: '粘贴 1', kind: 'actuals', evidence: [], lines: 61, headerLine: 1, columns: [], rows: 60, used: 60, skipped: [], problems, unusedLines: [], notes: [], records: {} };
    const { user } = await showPane({ commands: { readSources: async () => [[source]] } });
    await user.click(button('先用示例数据看看'));
    expect(await screen.findByText('60 处要看一下')).toBeTruthy();
    expect(screen.getAllByText(/不是数字/)).toHaveLength(5);
    await user.click(button('再看 20 处'));
    expect(screen.getAllByText(/不是数字/)).toHaveLength(25);
  });
});

describe('while it is written', () => {
  test('the step is read out and cancelling keeps everything', async () => {
    const gate = deferred<Outcome<GenerateSummary>>();
    let progress: (progress: Progress) => void = () => undefined;
    let stopped = false;
    const { user, store } = await showPane({
      commands: {
        generate: (_sources, _event, onProgress, signal) => {
          progress = onProgress;
          signal.addEventListener('abort', () => {
            stopped = true;
            gate.resolve({ ok: false, failure: { code: 'cancelled', technical: '' } });
          });
          return gate.promise;
        },
      },
    });
    await user.click(button('先用示例数据看看'));
    await screen.findAllByRole('article');
    await user.click(button('生成复盘表'));
    await heading('正在生成');
    act(() => progress({ fraction: 0.45, step: 'tables' }));
    expect(screen.getByText('正在写入表格和公式').getAttribute('role')).toBe('status');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.45');
    await user.click(button('取消'));
    await heading('没有生成完');
    expect(stopped).toBe(true);
    expect(screen.getByText(/粘贴的数据也都在/)).toBeTruthy();
    await user.click(button('返回核对'));
    expect(await screen.findAllByRole('article')).toHaveLength(2);
    expect(store.getState().inputs).toHaveLength(2);
  });
});

describe('when it is done', () => {
  test('formulas with errors are named', async () => {
    const { user } = await showPane({ commands: { generate: async () => ({ ok: true, value: { ...summary, errorCells: ['2 对比结果!F7'] } }) } });
    await user.click(button('先用示例数据看看'));
    await screen.findAllByRole('article');
    await user.click(button('生成复盘表'));
    await heading('复盘表做好了');
    expect(screen.getByText(/2 对比结果!F7/)).toBeTruthy();
  });
  test('a sheet that cannot be shown says why', async () => {
    const { user } = await showPane({ commands: { openSheet: async () => ({ ok: false, failure: { code: 'inactive', technical: '' } }) } });
    await user.click(button('先用示例数据看看'));
    await screen.findAllByRole('article');
    await user.click(button('生成复盘表'));
    await heading('复盘表做好了');
    await user.click(screen.getAllByRole('button', { name: '打开“2 对比结果”' })[0]!);
    expect((await screen.findByRole('alert')).textContent).toContain('当前在另一个工作簿');
  });
});
