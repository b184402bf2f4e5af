import { screen, within } from '@testing-library/react';
import type { ReadProgress } from '../../src/excel/progress';
import type { RowEdit, RowSaved, RowView } from '../../src/excel/rows';
import type { Outcome } from '../../src/excel/run';
import { stepKeys } from '../../src/retro/steps';
import { commandsWith, noSteps, showPane } from './support/pane';
import type { Shown } from './support/pane';

const cause: RowView = {
  table: 'tblCause', id: 'C-04', index: 3,
  cells: { id: 'C-04', metric: '退款率', state: '未达', shown: 'R-01 大衣', team: '', cause: '', root: '', part: '', control: '', mitigation: '', conclusion: '', evidence: '' },
  headers: { id: '编号', metric: '指标/节点', state: '状态', shown: '数据显示', team: '团队看法', cause: '直接原因', root: '根本原因', part: '环节', control: '可控性', mitigation: '缓解办法', conclusion: '主管结论', evidence: '证据' },
};
const badCase: RowView = {
  table: 'tblCase', id: 'K-01', index: 0,
  cells: { id: 'K-01', kind: '负面警示', scene: '没发货', reply: '急也没用', breakdown: '', method: '统一物流话术', script: '' },
  headers: { id: '编号', kind: '类型', scene: '用户咨询场景', reply: '客服回复内容', breakdown: '问题拆解', method: '方法提炼', script: '话术模板' },
};
const progress: ReadProgress = {
  language: 'zh-CN', ignored: new Set(), wording: [],
  steps: stepKeys.map((key) => ({
    key, done: 0, total: key === 'causes' ? 4 : 0, analyses: [], state: key === 'targets' ? 'finished' : 'in-progress',
    gaps: key === 'causes' ? [{ code: 'missed-without-cause', count: 1, rows: [{ table: 'tblCause', id: 'C-04', index: 3, label: '退款率', column: 'cause' }] }]
      : key === 'cases' ? [{ code: 'case-open', count: 1, rows: [{ table: 'tblCase', id: 'K-01', index: 0, label: '没发货', column: 'script' }] }] : [],
  })),
};
const withRetro = { event: { name: '2025双11' }, sheets: [{ key: 'cause', name: '4 分析原因' }], readOnly: false };

async function showSteps(save: (edit: RowEdit) => Promise<Outcome<RowSaved>>, changes: Partial<typeof noSteps> = {}): Promise<Shown> {
  const shown = await showPane({ commands: {
    readWorkbook: async () => {
      const empty = await commandsWith().readWorkbook();
      return empty.ok ? { ok: true, value: { ...empty.value, ...withRetro } } : empty;
    },
    steps: { ...noSteps, progress: async () => ({ ok: true, value: progress }), row: async ({ table }) => ({ ok: true, value: table === 'tblCase' ? badCase : cause }), save, ...changes },
  } });
  await screen.findByRole('heading', { level: 1, name: '六步复盘' });
  return shown;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });
const openCause = async ({ user }: Shown): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: /^4 分析原因/ }));
  await user.click(await screen.findByRole('button', { name: /C-04\s*退款率/ }));
  await screen.findByRole('heading', { level: 1, name: 'C-04 退款率' });
};

test('a workbook with a retro opens on the steps; what is missing leads to its row, with what the data show', async () => {
  const shown = await showSteps(async ({ values }) => ({ ok: true, value: { saved: true, row: { ...cause, cells: { ...cause.cells, ...values } } } }));
  expect(screen.getByText('7 步里 1 步已齐。表里改、这里改，都一样。')).toBeTruthy();
  await openCause(shown);
  expect(screen.getByText('R-01 大衣')).toBeTruthy();
});

test('what was typed is saved with what was seen, and said', async () => {
  const save = jest.fn(async ({ values }: RowEdit): Promise<Outcome<RowSaved>> => ({ ok: true, value: { saved: true, row: { ...cause, cells: { ...cause.cells, ...values } } } }));
  const shown = await showSteps(save);
  await openCause(shown);
  await shown.user.type(field('直接原因'), '规则没同步');
  await shown.user.click(button('保存到表里'));
  expect(save).toHaveBeenCalledWith({ table: 'tblCause', id: 'C-04', index: 3, values: { cause: '规则没同步' }, seen: cause.cells });
  expect(await screen.findByText('已保存到表里')).toBeTruthy();
});

test('leaving a form unsaved loses nothing, neither does a failure', async () => {
  const shown = await showSteps(async () => ({ ok: false, failure: { code: 'cell-edit', technical: '' } }));
  await openCause(shown);
  await shown.user.type(field('直接原因'), '规则没同步');
  await shown.user.click(button('保存到表里'));
  expect(await screen.findByText('有单元格正在编辑')).toBeTruthy();
  await shown.user.click(button('返回六步'));
  await screen.findByRole('heading', { level: 1, name: '六步复盘' });
  await shown.user.click(screen.getByRole('tab', { name: '数据' }));
  await shown.user.click(screen.getByRole('tab', { name: '六步' }));
  await openCause(shown);
  expect(field('直接原因')).toHaveProperty('value', '规则没同步');
});

test('a cell somebody else changed meanwhile is shown beside one’s own text, to take either', async () => {
  const theirs: RowView = { ...cause, cells: { ...cause.cells, cause: '别人写的' } };
  const shown = await showSteps(async ({ values, seen }) => ({ ok: true, value: seen['cause'] === '别人写的' ? { saved: true, row: { ...theirs, cells: { ...theirs.cells, ...values } } } : { saved: false, row: theirs, changed: ['cause'] } }));
  await openCause(shown);
  await shown.user.type(field('直接原因'), '我写的');
  await shown.user.click(button('保存到表里'));
  expect(await screen.findByText('直接原因 现在是：别人写的')).toBeTruthy();
  expect(field('直接原因')).toHaveProperty('value', '我写的');
  await shown.user.click(button('用我写的'));
  expect(await screen.findByText('已保存到表里')).toBeTruthy();
});

test('a sentence that blames gets wordings to take or leave; nothing changes by itself', async () => {
  const ignore = jest.fn(noSteps.ignore);
  const shown = await showSteps(async () => ({ ok: false, failure: { code: 'busy', technical: '' } }), { ignore });
  await openCause(shown);
  await shown.user.type(field('团队看法'), '都怪客服A。流程少一步');
  expect(field('团队看法')).toHaveProperty('value', '都怪客服A。流程少一步');
  const hint = screen.getByText('这句像在说人').closest('div')!.parentElement!;
  await shown.user.click(within(hint).getAllByRole('button', { name: /^换成这句/ })[0]!);
  expect(field('团队看法')).toHaveProperty('value', '由以下因素共同造成：①流程 ②资料 ③人力 ④系统流程少一步');
  expect(screen.queryByText('这句像在说人')).toBeNull();
  await shown.user.type(field('主管结论'), '客服B太懒了');
  await shown.user.click(button('就这样写'));
  expect(screen.queryByText('这句像在说人')).toBeNull();
  expect(ignore).toHaveBeenCalledWith('tblCause|C-04|conclusion|客服B太懒了');
});

test('one click drafts a script from a case; a cause becomes a lesson or an action with its evidence', async () => {
  const add = jest.fn(async () => ({ ok: true, value: { table: 'tblLesson', id: 'L-01', index: 0, cells: { rule: '提前同步规则' }, headers: {} } }) as const);
  const shown = await showSteps(async () => ({ ok: false, failure: { code: 'busy', technical: '' } }), { add });
  await shown.user.click(await screen.findByRole('button', { name: /^案例/ }));
  await shown.user.click(await screen.findByRole('button', { name: /K-01\s*没发货/ }));
  await shown.user.click(await screen.findByRole('button', { name: '用案例起草话术模板' }));
  expect(field('话术模板')).toHaveProperty('value', expect.stringContaining('【统一物流话术】'));
  expect(field('话术模板')).toHaveProperty('value', expect.stringContaining('非常理解您'));
  await shown.user.click(button('写成规律'));
  await screen.findByRole('heading', { level: 1, name: '新的规律' });
  expect(field('依据编号')).toHaveProperty('value', 'K-01');
  await shown.user.type(field('规律'), '提前同步规则');
  await shown.user.click(button('加到表里'));
  expect(add).toHaveBeenCalledWith('tblLesson', { evidence: 'K-01', rule: '提前同步规则' });
  expect(await screen.findByText('已加为 L-01')).toBeTruthy();
});
