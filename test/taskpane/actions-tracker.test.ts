/** When the pane looks at the actions: at signs of change, on coming back, on the button; never by the clock alone. */
import type { TrackResult } from '../../src/excel/track';
import type { ChangeEntry, ChangeOrigin } from '../../src/retro/tracking';
import { createTracker, LONGEST_WAIT, QUIET, RETURN_PAUSE, type Tracker } from '../../src/taskpane/actions/tracker';
import type { ActionCommands, Outcome } from '../../src/taskpane/commands/types';

const tracked = (added: readonly ChangeEntry[]): TrackResult => ({ sheet: '6 行动计划', language: 'zh-CN', actions: [], changes: added, added, waiting: [], owners: [], statuses: [], soonDays: 7, problems: [], notes: [] });
const result = (added: readonly ChangeEntry[] = []): Outcome<TrackResult> => ({ ok: true, value: tracked(added) });
const change = (key: string, origin: ChangeOrigin): ChangeEntry => ({ key, action: 'A-01', what: '', field: 'owner', old: '', new: '主管', ordinal: 1, at: '', origin, who: '', postponed: false, note: '' });
const busy: Outcome<never> = { ok: false, failure: { code: 'busy', technical: '' } };

interface Bench {
  readonly tracker: Tracker;
  /** origin of every look so far */
  readonly looks: ChangeOrigin[];
  /** the workbook says that something changed */
  readonly sign: () => void;
  readonly watching: () => number;
  readonly commands: ActionCommands;
}

function bench(changes: Partial<ActionCommands> = {}): Bench {
  const looks: ChangeOrigin[] = [];
  const signs = new Set<() => void>();
  const commands: ActionCommands = {
    today: () => '2025-11-17', now: () => '2025-11-17 09:30:00',
    edit: async () => result(),
    startWeek: async () => ({ ok: true, value: { added: 0, week: '2025-11-17', track: tracked([]) } }),
    goTo: async () => ({ ok: true, value: undefined }),
    workbookId: async () => ({ ok: true, value: 'x' }),
    exportEvents: async () => ({ ok: true, value: {} }),
    watch: async (onChange) => {
      signs.add(onChange);
      return { ok: true, value: async () => void signs.delete(onChange) };
    },
    ...changes,
    track: async (request) => {
      looks.push(request.origin);
      return changes.track?.(request) ?? result();
    },
  };
  return { tracker: createTracker(() => commands), looks, sign: () => signs.forEach((tell) => tell()), watching: () => signs.size, commands };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});
const pass = (milliseconds = 0): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

async function started(changes?: Partial<ActionCommands>): Promise<Bench> {
  const made = bench(changes);
  made.tracker.start('found-on-open');
  await pass(RETURN_PAUSE + 1);
  return made;
}

test('the first look finds what changed before the pane was open, later ones what changed since', async () => {
  const { tracker, looks, sign } = await started();
  expect(looks).toEqual(['found-on-open']);
  sign();
  await pass(QUIET);
  await tracker.look();
  expect(looks).toEqual(['found-on-open', 'found-while-open', 'found-while-open']);
});

test('a first look that failed does not use up “found on open”', async () => {
  let fails = true;
  const { tracker, looks } = await started({ track: async () => (fails ? busy : result()) });
  expect(tracker.getState().failure?.code).toBe('busy');
  fails = false;
  await tracker.look();
  expect(looks).toEqual(['found-on-open', 'found-on-open']);
  expect(tracker.getState().failure).toBeUndefined();
});

test('an idle pane asks nothing, however long it stays open', async () => {
  const { looks } = await started();
  await pass(24 * 3_600_000);
  expect(looks).toHaveLength(1);
});

test('many signs in a row are one look, when they have ended', async () => {
  const { looks, sign } = await started();
  for (let index = 0; index < 5; index++) {
    sign();
    await pass(QUIET - 100);
  }
  expect(looks).toHaveLength(1);
  await pass(100);
  expect(looks).toHaveLength(2);
});

test('signs that never end cannot put a look off for ever', async () => {
  const { looks, sign } = await started();
  for (let passed = 0; passed < LONGEST_WAIT + QUIET; passed += 200) {
    sign();
    await pass(200);
  }
  expect(looks.length).toBeGreaterThan(1);
});

test('what is asked for during a look is one more look afterwards, not several', async () => {
  const ends: (() => void)[] = [];
  const { tracker, looks } = await started({ track: () => new Promise((resolve) => ends.push(() => resolve(result()))) });
  ends.shift()?.();
  await pass();
  const all = [tracker.look(), tracker.look(), tracker.look()];
  await pass();
  ends.shift()?.();
  await pass();
  ends.shift()?.();
  await Promise.all(all);
  expect(looks).toHaveLength(3);
});

test('coming back to the pane looks, but not twice within a moment', async () => {
  const { tracker, looks } = await started();
  tracker.returned();
  tracker.returned();
  await pass();
  tracker.returned();
  await pass();
  expect(looks).toHaveLength(2);
  await pass(RETURN_PAUSE);
  tracker.returned();
  await pass();
  expect(looks).toHaveLength(3);
});

test('a workbook that tells of nothing is still looked at, and listening is tried again', async () => {
  let refuses = true;
  const { tracker, looks, sign } = await started({
    watch: async (onChange) => {
      if (refuses) throw new Error('no events here');
      signs.push(onChange);
      return { ok: true, value: async () => undefined };
    },
  });
  const signs: (() => void)[] = [];
  expect(tracker.getState().listening).toBe(false);
  expect(looks).toHaveLength(1);
  refuses = false;
  tracker.returned();
  await pass(RETURN_PAUSE);
  expect(tracker.getState().listening).toBe(true);
  expect(signs).toHaveLength(1);
  signs[0]?.();
  sign();
  await pass(QUIET);
  expect(looks).toHaveLength(3);
});

test('stopped, it listens no more and looks no more, also when it was stopped while it began', async () => {
  const { tracker, looks, sign, watching } = await started();
  sign();
  tracker.stop();
  await pass(LONGEST_WAIT);
  expect([looks.length, watching()]).toEqual([1, 0]);
  tracker.start('found-on-open');
  tracker.stop();
  await pass();
  expect(watching()).toBe(0);
});

test('changes found elsewhere are told until they are put away; changes made here are not', async () => {
  const answers = [result([change('a', 'found-on-open')]), result([change('b', 'found-while-open'), change('c', 'data')]), result()];
  const { tracker } = await started({ track: async () => answers.shift() ?? result(), edit: async () => result([change('d', 'here')]) });
  await tracker.look();
  await tracker.edit('A-01', 'owner', '主管', '');
  await tracker.look();
  expect(tracker.getState().found.map((entry) => entry.key)).toEqual(['a', 'b']);
  tracker.putAway();
  expect(tracker.getState().found).toEqual([]);
});

test('a generation in this pane makes it look anew, without what it remembered', async () => {
  const memories: unknown[] = [];
  const { tracker } = await started({
    track: async ({ memory }) => {
      memories.push(memory === undefined ? 'none' : Object.keys(memory));
      if (memory !== undefined) Object.assign(memory, { state: 'remembered' });
      return result();
    },
  });
  await tracker.look();
  tracker.afresh();
  await pass();
  expect(memories).toEqual([[], ['state'], []]);
});
