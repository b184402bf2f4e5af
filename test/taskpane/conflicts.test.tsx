import { screen, within } from '@testing-library/react';
import type { ConflictChoice } from '../../src/excel/conflicts';
import type { Commands, Conflict } from '../../src/taskpane/commands/types';
import { emptyMemory } from '../../src/taskpane/state/memory';
import { showPane, summary, type Shown } from './support/pane';

// jsdom lacks it; arrow keys between radio buttons look them up by name.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });

const conflict = (number: number, column = 'actual', header = '实际值'): Conflict => {
  const id = `M-${String(number).padStart(2, '0')}`;
  return {
    key: `conflict|tblActual|${id}|${column}`, sheet: '2 实际数据', row: id, column: header, kept: '45', offered: String(number),
    cell: { table: 'tblActual', id, column, kept: 45, offered: number, sheet: '2 实际数据', header, numberFormat: 'General' },
  };
};
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const taken = (choices: readonly ConflictChoice[]): string[] => choices.filter(({ take }) => take).map(({ id }) => id);

async function generated(conflicts: readonly Conflict[], decide: Commands['conflicts']['decide'], language: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<Shown> {
  const shown = await showPane({ language, commands: { generate: async () => ({ ok: true, value: { ...summary, conflicts } }), conflicts: { decide } } });
  await shown.user.click(button(language === 'zh-CN' ? '先用示例数据看看' : 'Try sample data'));
  await screen.findAllByRole('article');
  await shown.user.click(button(language === 'zh-CN' ? '生成复盘表' : 'Generate the retro'));
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

/** Takes what it is told and leaves the rest open. */
function remembering(open: readonly Conflict[] = [], notTaken: Awaited<ReturnType<Commands['conflicts']['decide']>> extends infer T ? (T extends { ok: true; value: { notTaken: infer N } } ? N : never) : never = []) {
  const calls: (readonly ConflictChoice[])[] = [];
  const decide: Commands['conflicts']['decide'] = async (choices) => {
    calls.push(choices);
    return { ok: true, value: { taken: taken(choices).length, kept: choices.length - taken(choices).length, notTaken, open } };
  };
  return { calls, decide };
}

describe('cells both changed are decided in the pane', () => {
  test('kept and offered stand side by side, mine is chosen until the person chooses otherwise', async () => {
    const { calls, decide } = remembering();
    const { user } = await generated([conflict(1), conflict(2)], decide);
    expect(screen.getByText('2 格你改过，新数据不一样，等你决定')).toBeTruthy();
    const second = screen.getByRole('radiogroup', { name: '2 实际数据 · M-02 · 实际值' });
    expect(within(second).getByRole('radio', { name: '保留我的：45' })).toHaveProperty('checked', true);
    await user.click(within(second).getByRole('radio', { name: '用新数据：2' }));
    await user.click(button('按此处理：1 格用新数据，1 格保留'));
    expect(calls.map(taken)).toEqual([['M-02']]);
    expect(await screen.findByText('1 格换成了新数据，1 格保留了你的')).toBeTruthy();
    expect(screen.queryByText(/等你决定/)).toBeNull();
  });

  test('with the keyboard alone', async () => {
    const { calls, decide } = remembering();
    const { user } = await generated([conflict(1)], decide);
    const mine = screen.getByRole('radio', { name: '保留我的：45' });
    mine.focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: '用新数据：1' })).toHaveProperty('checked', true);
    await user.tab();
    expect(document.activeElement).toBe(button('写入新数据（1 格）'));
    await user.keyboard('{Enter}');
    expect(calls.map(taken)).toEqual([['M-01']]);
    expect(document.activeElement?.textContent).toContain('1 格换成了新数据');
  });

  test('all and none; more than fifty are all reachable and all decided', async () => {
    const { calls, decide } = remembering();
    const { user } = await generated(Array.from({ length: 120 }, (_, index) => conflict(index + 1)), decide);
    expect(screen.getAllByRole('radiogroup')).toHaveLength(50);
    await user.click(button('再看 70 格'));
    await user.click(button('再看 20 格'));
    expect(screen.getAllByRole('radiogroup')).toHaveLength(120);
    await user.click(button('全部用新数据'));
    expect(button('写入新数据（120 格）')).toBeTruthy();
    await user.click(button('全部保留我的'));
    await user.click(button('就保留我的（120 格）'));
    expect(calls.map((call) => [call.length, taken(call).length])).toEqual([[120, 0]]);
  });

  test('what could not be written stays, with the reason', async () => {
    const { decide } = remembering([conflict(1), conflict(2)], [
      { table: 'tblActual', id: 'M-01', column: 'actual', code: 'changed' }, { table: 'tblActual', id: 'M-02', column: 'actual', code: 'protected', sheet: '2 实际数据' },
    ]);
    const { user } = await generated([conflict(1), conflict(2), conflict(3)], decide);
    await user.click(button('全部用新数据'));
    await user.click(button('写入新数据（3 格）'));
    expect(await screen.findByText(/2 格没有写成/)).toBeTruthy();
    expect(screen.getByText(/这一格刚被改过，没有覆盖/)).toBeTruthy();
    expect(screen.getByText(/工作表“2 实际数据”受保护/)).toBeTruthy();
    expect(screen.getAllByRole('radiogroup')).toHaveLength(2);
  });

  test('when nothing could be done the pane says why and keeps the choices', async () => {
    const { user } = await generated([conflict(1)], async () => ({ ok: false, failure: { code: 'read-only', technical: '' } }));
    await user.click(screen.getByRole('radio', { name: '用新数据：1' }));
    await user.click(button('写入新数据（1 格）'));
    expect((await screen.findByRole('alert')).textContent).toContain('只读');
    expect(screen.getByRole('radio', { name: '用新数据：1' })).toHaveProperty('checked', true);
  });

  test('a pane opened later shows them from the workbook, and the way to them', async () => {
    const { decide } = remembering();
    const workbook = { event: { name: '2025双11' }, sheets: [{ key: 'cover', name: '封面' }], readOnly: false, conflicts: [conflict(1)], memory: emptyMemory };
    const { user } = await showPane({ commands: { readWorkbook: async () => ({ ok: true, value: workbook }), conflicts: { decide } } });
    expect(await screen.findByText('1 格新数据和你改的不一样，等你决定')).toBeTruthy();
    await user.click(button('去决定'));
    expect(screen.getByRole('radiogroup', { name: '2 实际数据 · M-01 · 实际值' })).toBeTruthy();
  });

  test('in English', async () => {
    const { decide } = remembering();
    await generated([conflict(1), conflict(2)], decide, 'en-US');
    expect(screen.getByText('2 cells you changed differ from the new data: decide')).toBeTruthy();
    expect(screen.getAllByRole('radio', { name: 'Keep mine: 45' })).toHaveLength(2);
    expect(button('Keep mine (2 cells)')).toBeTruthy();
  });
});
