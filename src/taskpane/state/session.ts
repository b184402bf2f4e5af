import type { Failure } from '../../excel/failures';
import type { Head } from '../../intake/head';
import { maskOf } from '../../intake/agent-mask';
import { answerSources } from '../../intake/questions';
import type { Source, TableChoice } from '../../intake/types';
import type { ConflictChoice } from '../../excel/conflicts';
import type { ConflictsDecided } from '../commands/conflicts';
import type { CellsWanted, Commands, Outcome, ReadingProgress } from '../commands/types';
import { toEvent, toForm } from './event';
import type { EventForm } from './event';
import { describeInput, inputOf, looksLikeTable, pastedInput } from './inputs';
import { withAnswer, withChoice, withoutChoice, withRoster, type ReadingMemory } from './memory';
import type { Store } from './store';
import type { InputCard, Origin, PaneInput, PaneState, Step, Tab } from './types';

/** What screens ask for. Work runs here, its course is told to the store; nothing is thrown. */
export interface Session {
  go(step: Step): void;
  openTab(tab: Tab): void;
  editEvent(change: Partial<EventForm>): void;
  add(inputs: readonly PaneInput[], origin: Origin): void;
  remove(id: number): void;
  undoRemove(): void;
  editDraft(text: string): void;
  /** Adds the sample data and goes on to the review. */
  trySample(): Promise<void>;
  /** Adds cells of the open workbook; answers with what was added. */
  addCells(what: CellsWanted): Promise<InputCard | undefined>;
  /** Reads all inputs; a draft that is a table is added first. */
  check(typedName: string): Promise<void>;
  cancelReading(): void;
  /** The head of the input that a source came from. */
  readHead(file: string): Promise<Head | undefined>;
  /** Decides about the header of a source and reads again at once what has that header; `replaces` is the header decided about before. */
  choose(choice: TableChoice, file: string, replaces?: string): Promise<void>;
  /** Forgets what was decided about a header and reads again. */
  forget(signature: string, file: string): Promise<void>;
  answer(key: string, option: string): void;
  generate(): Promise<void>;
  cancel(): void;
  /** Carries out what was decided about conflicts; undefined when it failed as a whole, which the pane then says. */
  decideConflicts(choices: readonly ConflictChoice[], who: string): Promise<ConflictsDecided | undefined>;
  openSheet(key: string): Promise<void>;
  readWorkbook(): Promise<void>;
  dismissFailure(): void;
}

export function createSession(commands: () => Commands, store: Store): Session {
  const { dispatch, getState } = store;
  let running: AbortController | undefined;
  let reading: AbortController | undefined;
  let ticket = 0;

  const add = (inputs: readonly PaneInput[], origin: Origin): void => dispatch({ type: 'inputs-added', inputs: inputs.map((input) => describeInput(input, origin)) });
  const settle = <T>(outcome: Outcome<T>, onValue: (value: T) => void): void => (outcome.ok ? onValue(outcome.value) : dispatch({ type: 'failed', failure: outcome.failure }));

  /** Reads the inputs; with `again` only those it is true for, the others keep their sources. */
  async function read(again?: (card: InputCard, sources: readonly Source[]) => boolean): Promise<void> {
    const mine = (ticket += 1);
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    const { inputs, event, memory, sources: before } = getState();
    const old = (card: InputCard): readonly Source[] => before?.filter((source) => inputOf(inputs, source.file) === card) ?? [];
    const wanted = inputs.filter((card) => before === undefined || again === undefined || again(card, old(card)));
    dispatch({ type: 'reading-started' });
    try {
      const onProgress = (progress: ReadingProgress): void => void (mine === ticket && dispatch({ type: 'reading-progressed', progress }));
      const lists = await commands().readSources(wanted.map((card) => card.input), toEvent(event), { memory, onProgress, signal: controller.signal });
      const sources = inputs.flatMap((card) => lists[wanted.indexOf(card)] ?? old(card));
      if (mine === ticket) dispatch({ type: 'reading-ended', sources });
    } catch (error) {
      if (mine === ticket) dispatch(controller.signal.aborted ? { type: 'reading-cancelled' } : { type: 'failed', failure: unexpected(error) });
    }
  }

  async function save(memory: ReadingMemory): Promise<void> {
    try {
      // What cannot be kept now (a cell is being edited, the workbook is read-only) is tried again before generating.
      if ((await commands().remember(memory)).ok) dispatch({ type: 'memory-saved', memory });
    } catch {
      return;
    }
  }

  function decide(memory: ReadingMemory): void {
    dispatch({ type: 'memory-changed', memory });
    void save(memory);
  }

  return {
    go: (step) => {
      ticket += 1;
      reading?.abort();
      dispatch({ type: 'went', step });
    },
    openTab: (tab) => dispatch({ type: 'tab-chosen', tab }),
    editEvent: (change) => dispatch({ type: 'event-edited', change }),
    add,
    remove: (id) => dispatch({ type: 'input-removed', id }),
    undoRemove: () => dispatch({ type: 'removal-undone' }),
    editDraft: (text) => dispatch({ type: 'draft-edited', text }),
    async trySample() {
      try {
        const inputs = await commands().sampleInputs();
        const already = new Set(getState().inputs.filter((card) => card.origin === 'sample').map((card) => card.input.name));
        dispatch({ type: 'sample-event', event: toForm(commands().sampleEvent()) });
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
        add([pastedInput(typedName, draft)], 'paste');
        dispatch({ type: 'draft-edited', text: '' });
      }
      await read();
    },
    async addCells(what) {
      try {
        const outcome = await commands().readCells(what);
        settle(outcome, (cells) => add([cells], 'sheet'));
        return outcome.ok ? getState().inputs.at(-1) : undefined;
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
        return undefined;
      }
    },
    cancelReading: () => reading?.abort(),
    async readHead(file) {
      const card = inputOf(getState().inputs, file);
      try {
        return card === undefined ? undefined : await commands().readHead(card.input, file);
      } catch {
        return undefined;
      }
    },
    async choose(choice, file, replaces) {
      const { memory } = getState();
      decide(withChoice(replaces === undefined || replaces === choice.signature ? memory : withoutChoice(memory, replaces), choice));
      await read(concerns(getState(), file, [choice.signature, replaces]));
    },
    async forget(signature, file) {
      decide(withoutChoice(getState().memory, signature));
      await read(concerns(getState(), file, [signature]));
    },
    answer: (key, option) => decide(withAnswer(getState().memory, key, option)),
    async generate() {
      const { sources, event, generating, memory: before, memoryUnsaved } = getState();
      if (sources === undefined || generating) return;
      const mask = maskOf(sources, before.roster ?? { salt: newSalt(), prints: [] });
      const memory = withRoster(before, mask.roster());
      const controller = new AbortController();
      running = controller;
      dispatch({ type: 'generating-started' });
      try {
        if (memory !== before) dispatch({ type: 'memory-changed', memory });
        if (memoryUnsaved || memory !== before) await save(memory);
        const outcome = await commands().generate(answerSources(sources, memory.answers, toEvent(event)), toEvent(event), (progress) => dispatch({ type: 'progressed', progress }), controller.signal, mask);
        settle(outcome, (summary) => dispatch({ type: 'generated', summary }));
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
      } finally {
        running = undefined;
      }
    },
    cancel: () => running?.abort(),
    async decideConflicts(choices, who) {
      dispatch({ type: 'failure-dismissed' });
      try {
        const outcome = await commands().conflicts.decide(choices, who);
        settle(outcome, ({ open }) => dispatch({ type: 'conflicts-decided', conflicts: open }));
        return outcome.ok ? outcome.value : undefined;
      } catch (error) {
        dispatch({ type: 'failed', failure: unexpected(error) });
        return undefined;
      }
    },
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

/** The inputs a decision is about: the one it was made on, and all with the same header. */
function concerns({ inputs }: PaneState, file: string, signatures: readonly (string | undefined)[]): (card: InputCard, sources: readonly Source[]) => boolean {
  const own = inputOf(inputs, file);
  return (card, sources) => card === own || sources.some((source) => signatures.includes(source.signature));
}

/** Makes the fingerprints of agents in this workbook unlike those in any other; not a secret. */
const newSalt = (): string => Math.random().toString(36).slice(2, 10);

/** A bug or a host error that no command foresaw. */
export function unexpected(error: unknown): Failure {
  return { code: 'unexpected', technical: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
