import fc from 'fast-check';
import type { Failure } from '../../src/excel/failures';
import type { Source } from '../../src/intake/types';
import type { EventForm } from '../../src/taskpane/state/event';
import { describeInput } from '../../src/taskpane/state/inputs';
import { emptyMemory } from '../../src/taskpane/state/memory';
import { initialState, reachable, reduce } from '../../src/taskpane/state/reducer';
import { createStore } from '../../src/taskpane/state/store';
import type { Action, PaneState } from '../../src/taskpane/state/types';
import { steps } from '../../src/taskpane/state/types';

const event: EventForm = { name: '2025双11', start: '2025-10-20', end: '2025-11-14', next: '2025双12', shop: '' };
const start = initialState(event);
const input = (name: string) => describeInput({ name, text: '指标\t目标值\n退款率\t15%\n' }, 'paste');
const run = (state: PaneState, ...actions: readonly Action[]): PaneState => actions.reduce(reduce, state);
const source: Source = { file: '粘贴 1', kind: 'targets', evidence: [], lines: 2, headerLine: 1, columns: [], rows: 1, used: 1, skipped: [], problems: [], unusedLines: [], notes: [], records: {} };
const failure: Failure = { code: 'cell-edit', technical: '' };
const summary = { sheets: [], states: {}, conflicts: [], errorCells: [] };
const added = run(start, { type: 'inputs-added', inputs: [input('粘贴 1'), input('粘贴 2')] });
const read = run(added, { type: 'reading-started' }, { type: 'reading-ended', sources: [source] });

test('two files of one name are told apart, so that each source finds its original', () => {
  const state = run(start, { type: 'inputs-added', inputs: [input('a.csv'), input('a.csv')] }, { type: 'inputs-added', inputs: [input('a.csv')] });
  expect(state.inputs.map((card) => card.input.name)).toEqual(['a.csv', 'a.csv (2)', 'a.csv (3)']);
  expect(new Set(state.inputs.map((card) => card.id)).size).toBe(3);
});

test('a removed input comes back to its place', () => {
  const first = added.inputs[0]!;
  const removed = run(added, { type: 'input-removed', id: first.id });
  expect(removed.inputs.map((card) => card.input.name)).toEqual(['粘贴 2']);
  expect(run(removed, { type: 'removal-undone' }).inputs).toEqual(added.inputs);
  expect(run(removed, { type: 'input-removed', id: 99 })).toBe(removed);
});

describe('what was recognised is thrown away when the data changes, because it no longer fits', () => {
  test.each<{ why: string; action: Action }>([
    { why: 'more data', action: { type: 'inputs-added', inputs: [input('x')] } },
    { why: 'less data', action: { type: 'input-removed', id: 1 } },
  ])('$why', ({ action }) => {
    expect(read.sources).toHaveLength(1);
    const changed = run(read, { type: 'went', step: 'paste' }, action);
    expect(changed.sources).toBeUndefined();
    expect(reachable(changed)).not.toContain('review');
  });
});

describe('a failure leaves the person where the work was, with everything she gave', () => {
  test.each<{ why: string; before: Action }>([
    { why: 'reading', before: { type: 'reading-started' } },
    { why: 'generating', before: { type: 'generating-started' } },
  ])('$why', ({ before }) => {
    const state = run(read, { type: 'draft-edited', text: '半句' }, before, { type: 'failed', failure });
    expect(state).toMatchObject({ failure, reading: false, generating: false, draft: '半句', event });
    expect(state.inputs).toBe(read.inputs);
    expect(state.sources).toBe(read.sources);
  });
});

test('while the workbook is written nobody walks away by a click', () => {
  const state = run(read, { type: 'generating-started' });
  expect(run(state, { type: 'went', step: 'paste' })).toBe(state);
});

test('a person who went back is not pulled forward by a reading that ends later', () => {
  const state = run(added, { type: 'reading-started' }, { type: 'went', step: 'paste' }, { type: 'reading-ended', sources: [source] });
  expect(state).toMatchObject({ step: 'paste', sources: undefined });
});

test('progress of a run that has ended is not shown', () => {
  expect(run(read, { type: 'progressed', progress: { fraction: 0.5, step: 'tables' } })).toBe(read);
});

test('the done screen can be seen again after going back for more data', () => {
  const done = run(read, { type: 'generating-started' }, { type: 'generated', summary }, { type: 'went', step: 'paste' });
  expect(run(done, { type: 'went', step: 'done' }).step).toBe('done');
});

describe('the event', () => {
  const suggestion: EventForm = { ...event, name: '2026 618' };
  test('is suggested until a person changes it', () => {
    expect(run(start, { type: 'event-suggested', event: suggestion }).event.name).toBe('2026 618');
    expect(run(start, { type: 'event-edited', change: { shop: '示例店' } }, { type: 'event-suggested', event: suggestion }).event).toEqual({ ...event, shop: '示例店' });
  });
  test('comes from the workbook when that holds a retro, and the suggestion no longer replaces it', () => {
    const state = run(start, { type: 'workbook-read', workbook: { event: { name: '2024双11', end: '2024-11-11' }, sheets: [], readOnly: false, conflicts: [], memory: emptyMemory } }, { type: 'event-suggested', event: suggestion });
    expect(state.event).toEqual({ name: '2024双11', start: '', end: '2024-11-11', next: '', shop: '' });
  });
  test('that was typed stays when the workbook is read later', () => {
    const state = run(start, { type: 'event-edited', change: { name: '我的活动' } }, { type: 'workbook-read', workbook: { event: { name: '2024双11' }, sheets: [], readOnly: true, conflicts: [], memory: emptyMemory } });
    expect(state.event.name).toBe('我的活动');
    expect(state.workbook?.readOnly).toBe(true);
  });
});

test('the first screen does not take the focus from the sheet, every later one does', () => {
  expect(start.moved).toBe(false);
  expect(run(start, { type: 'event-edited', change: { shop: 'x' } }).moved).toBe(false);
  expect(run(start, { type: 'went', step: 'paste' }).moved).toBe(true);
});

test('whatever happens in whatever order, nothing given is lost but by removing it', () => {
  const actions = fc.oneof<fc.Arbitrary<Action>[]>(
    fc.constantFrom<Action>(
      { type: 'reading-started' }, { type: 'reading-ended', sources: [source] }, { type: 'generating-started' }, { type: 'generated', summary }, { type: 'failed', failure },
      { type: 'failure-dismissed' }, { type: 'progressed', progress: { fraction: 1, step: 'checking' } }, { type: 'workbook-read', workbook: { event: undefined, sheets: [], readOnly: false, conflicts: [], memory: emptyMemory } }, { type: 'removal-undone' },
    ),
    fc.constantFrom(...steps).map((step): Action => ({ type: 'went', step })),
    fc.string().map((name): Action => ({ type: 'inputs-added', inputs: [input(name)] })),
  );
  fc.assert(fc.property(fc.array(actions, { maxLength: 30 }), (list) => {
    const state = run(added, ...list);
    const given = list.filter((action) => action.type === 'inputs-added').length + added.inputs.length;
    expect(state.inputs).toHaveLength(given);
    expect(new Set(state.inputs.map((card) => card.input.name)).size).toBe(given);
    expect(state.event).toEqual(event);
    if (state.step === 'done') expect(state.summary).toBeDefined();
  }));
});

test('the store tells of a change once, and of none when nothing changed', () => {
  const store = createStore(start);
  const heard = jest.fn();
  const stop = store.subscribe(heard);
  store.dispatch({ type: 'removal-undone' });
  expect(heard).not.toHaveBeenCalled();
  store.dispatch({ type: 'draft-edited', text: 'x' });
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  store.dispatch({ type: 'draft-edited', text: 'y' });
  expect(heard).toHaveBeenCalledTimes(1);
});
