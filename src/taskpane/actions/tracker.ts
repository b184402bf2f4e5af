import type { Failure } from '../../excel/failures';
import type { TrackMemory, TrackResult } from '../../excel/track';
import type { ChangeEntry, ChangeOrigin, TrackedField } from '../../retro/tracking';
import type { ActionCommands, ActionPlace, Outcome } from '../commands/types';
import { unexpected } from '../state/session';

/** Milliseconds of quiet after the last sign of a change before it is looked at. */
export const QUIET = 800;
/** Longest time that signs which keep coming can put a look off. */
export const LONGEST_WAIT = 5_000;
/** A person who comes back to the pane again within this time causes no new look. */
export const RETURN_PAUSE = 1_000;

export interface TrackerState {
  readonly looking: boolean;
  /** of the last look that succeeded */
  readonly result: TrackResult | undefined;
  /** `YYYY-MM-DD HH:MM:SS` of it; '' before the first */
  readonly lookedAt: string;
  /** of the last look, when it failed */
  readonly failure: Failure | undefined;
  /** what looks found and the person has not put away yet, oldest first */
  readonly found: readonly ChangeEntry[];
  /** false when the workbook does not tell of changes: then only coming back and the button look */
  readonly listening: boolean;
}

/** Keeps the pane's picture of the actions up to date and changes them (DESIGN rule 8). Knows no framework; nothing is thrown. */
export interface Tracker {
  getState(): TrackerState;
  subscribe(listener: () => void): () => void;
  /** Begins: a first look that finds changes as `origin`, then looks when the workbook tells of changes. */
  start(origin: ChangeOrigin): void;
  stop(): void;
  look(): Promise<void>;
  /** The person came back to the pane: some changes are never told of. */
  returned(): void;
  /** The workbook was generated anew: what is remembered of it no longer holds. */
  afresh(): void;
  edit(id: string, field: TrackedField, value: string, who: string): Promise<Outcome<void>>;
  startWeek(who: string): Promise<Outcome<{ readonly added: number; readonly week: string }>>;
  goTo(place: ActionPlace): Promise<Outcome<void>>;
  putAway(): void;
}

const initial: TrackerState = { looking: false, result: undefined, lookedAt: '', failure: undefined, found: [], listening: false };

export function createTracker(commands: () => ActionCommands): Tracker {
  let state = initial;
  let memory: TrackMemory = {};
  let firstOrigin: ChangeOrigin = 'found-on-open';
  let running: Promise<void> | undefined;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstSign = 0;
  let lookedMs = 0;
  /** grows with every start and stop: what an earlier one still has under way no longer counts */
  let life = 0;
  let stopWatching: (() => Promise<void>) | undefined;
  const listeners = new Set<() => void>();

  const set = (change: Partial<TrackerState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  /** What a command answers, an exception as a failure. */
  async function safely<T>(command: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await command();
    } catch (error) {
      return { ok: false, failure: unexpected(error) };
    }
  }

  function take(result: TrackResult): void {
    const known = new Set(state.found.map((entry) => entry.key));
    const found = result.added.filter((entry) => (entry.origin === 'found-on-open' || entry.origin === 'found-while-open') && !known.has(entry.key));
    set({ result, lookedAt: commands().now(), failure: undefined, found: found.length === 0 ? state.found : [...state.found, ...found] });
  }

  async function lookOnce(): Promise<void> {
    const mine = life;
    clearTimeout(timer);
    timer = undefined;
    set({ looking: true });
    const origin = state.result === undefined ? firstOrigin : 'found-while-open';
    const outcome = await safely(() => commands().track({ origin, memory }));
    lookedMs = Date.now();
    if (mine !== life) return;
    if (outcome.ok) take(outcome.value);
    else set({ failure: outcome.failure });
    set({ looking: false });
  }

  /** Looks; asked again while a look is under way, it looks once more afterwards, however often it was asked. */
  function look(): Promise<void> {
    if (running !== undefined) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await lookOnce();
      } while (again);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }

  function sign(): void {
    const now = Date.now();
    if (timer === undefined) firstSign = now;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), Math.max(0, Math.min(QUIET, firstSign + LONGEST_WAIT - now)));
  }

  async function watch(): Promise<void> {
    const mine = life;
    const outcome = await safely(() => commands().watch(() => mine === life && sign()));
    if (mine !== life) {
      if (outcome.ok) void outcome.value();
      return;
    }
    if (outcome.ok) stopWatching = outcome.value;
    set({ listening: outcome.ok });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(origin) {
      life += 1;
      firstOrigin = origin;
      // Watching begins first, so that nothing changes unseen between the first look and the first sign.
      void watch().then(look);
    },
    stop() {
      life += 1;
      clearTimeout(timer);
      timer = undefined;
      void stopWatching?.();
      stopWatching = undefined;
      set({ looking: false, listening: false });
    },
    look: async () => {
      if (!state.listening) await watch();
      await look();
    },
    returned() {
      if (timer !== undefined || running !== undefined || Date.now() - lookedMs < RETURN_PAUSE) return;
      if (state.listening) void look();
      else void watch().then(look);
    },
    afresh() {
      memory = {};
      if (state.result !== undefined || running !== undefined) void look();
    },
    async edit(id, field, value, who) {
      const outcome = await safely(() => commands().edit({ id, field, value, memory, ...(who === '' ? {} : { who }) }));
      if (!outcome.ok) return outcome;
      take(outcome.value);
      return { ok: true, value: undefined };
    },
    async startWeek(who) {
      const outcome = await safely(() => commands().startWeek({ origin: 'found-while-open', memory, ...(who === '' ? {} : { who }) }));
      if (outcome.ok) take(outcome.value.track);
      return outcome;
    },
    goTo: (place) => safely(() => commands().goTo(place)),
    putAway: () => set({ found: [] }),
  };
}
