import type { Failure } from '../../excel/failures';
import type { Commands, Outcome } from '../commands/types';
import { toEvent } from './event';
import type { EventForm } from './event';
import { describeInput, looksLikeTable } from './inputs';
import type { Store } from './store';
import type { Origin, Step } from './types';
import type { SourceInput } from '../../intake/types';

/** What screens ask for. Work runs here, its course is told to the store; nothing is thrown. */
export interface Session {
  go(step: Step): void;
  editEvent(change: Partial<EventForm>): void;
  add(inputs: readonly SourceInput[], origin: Origin): void;
  remove(id: number): void;
  undoRemove(): void;
  editDraft(text: string): void;
  /** Adds the sample data and goes on to the review. */
  trySample(): Promise<void>;
  /** Reads all inputs; a draft that is a table is added first. */
  check(typedName: string): Promise<void>;
  generate(): Promise<void>;
  cancel(): void;
  openSheet(key: string): Promise<void>;
  readWorkbook(): Promise<void>;
  dismissFailure(): void;
}

export function createSession(commands: () => Commands, store: Store): Session {
  const { dispatch, getState } = store;
  let running: AbortController | undefined;
  let ticket = 0;

  const add = (inputs: readonly SourceInput[], origin: Origin): void => dispatch({ type: 'inputs-added', inputs: inputs.map((input) => describeInput(input, origin)) });
  const settle = <T>(outcome: Outcome<T>, onValue: (value: T) => void): void => (outcome.ok ? onValue(outcome.value) : dispatch({ type: 'failed', failure: outcome.failure }));

  async function read(): Promise<void> {
    const mine = (ticket += 1);
    dispatch({ type: 'reading-started' });
    const { inputs, event } = getState();
    try {
      const sources = await commands().readSources(inputs.map((card) => card.input), toEvent(event));
      if (mine === ticket) dispatch({ type: 'reading-ended', sources });
    } catch (error) {
      if (mine === ticket) dispatch({ type: 'failed', failure: unexpected(error) });
    }
  }

  return {
    go: (step) => {
      ticket += 1;
      dispatch({ type: 'went', step });
    },
    editEvent: (change) => dispatch({ type: 'event-edited', change }),
    add,
    remove: (id) => dispatch({ type: 'input-removed', id }),
    undoRemove: () => dispatch({ type: 'removal-undone' }),
    editDraft: (text) => dispatch({ type: 'draft-edited', text }),
    async trySample() {
      try {
        const inputs = await commands().sampleInputs();
        const already = new Set(getState().inputs.filter((card) => card.origin === 'sample').map((card) => card.input.name));
        add(inputs.filter((input) => !already.has(input.name)), 'sample');
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
        return;
      }
      await read();
    },
    async check(typedName) {
      const { draft } = getState();
      if (draft.trim() !== '' && (looksLikeTable(draft) || getState().inputs.length === 0)) {
        add([{ name: typedName, text: draft }], 'paste');
        dispatch({ type: 'draft-edited', text: '' });
      }
      await read();
    },
    async generate() {
      const { sources, event, generating } = getState();
      if (sources === undefined || generating) return;
      const controller = new AbortController();
      running = controller;
      dispatch({ type: 'generating-started' });
      try {
        const outcome = await commands().generate(sources, toEvent(event), (progress) => dispatch({ type: 'progressed', progress }), controller.signal);
        settle(outcome, (summary) => dispatch({ type: 'generated', summary }));
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
      } finally {
        running = undefined;
      }
    },
    cancel: () => running?.abort(),
    async openSheet(key) {
      dispatch({ type: 'failure-dismissed' });
      try {
        settle(await commands().openSheet(key), () => undefined);
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
      }
    },
    async readWorkbook() {
      try {
        settle(await commands().readWorkbook(), (workbook) => dispatch({ type: 'workbook-read', workbook }));
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
      }
    },
    dismissFailure: () => dispatch({ type: 'failure-dismissed' }),
  };
}

/** A bug or a host error that no command foresaw. */
export function unexpected(error: unknown): Failure {
  return { code: 'unexpected', technical: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
