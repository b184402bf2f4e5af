import { toForm } from './event';
import type { EventForm } from './event';
import { emptyMemory } from './memory';
import type { Action, InputCard, NewInput, PaneState, Step } from './types';

export function initialState(event: EventForm): PaneState {
  return {
    tab: 'data', step: 'start', moved: false, event, eventSettled: false, inputs: [], removed: undefined, draft: '', nextId: 1, reading: false, readingProgress: undefined, sources: undefined,
    memory: emptyMemory, memoryUnsaved: false, generating: false, progress: undefined, summary: undefined, conflicts: [], failure: undefined, workbook: undefined,
  };
}

/** The next state of the pane. Inputs, draft, event and sources survive every failure (R43). An action that does not fit changes nothing. */
export function reduce(state: PaneState, action: Action): PaneState {
  const next = apply(state, action);
  return next.step === state.step || next.moved ? next : { ...next, moved: true };
}

function apply(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'event-suggested':
      return state.eventSettled || hasSample(state) ? state : { ...state, event: action.event };
    case 'sample-event':
      return state.eventSettled ? state : { ...state, event: action.event };
    case 'event-edited':
      return { ...state, event: { ...state.event, ...action.change }, eventSettled: true };
    case 'workbook-read': {
      const found = action.workbook.event;
      const takeOver = found !== undefined && !state.eventSettled;
      const { memory } = action.workbook;
      // A pane that opens on a retro begins with the steps.
      const opened = found !== undefined && state.workbook === undefined && state.step === 'start';
      return { ...state, workbook: action.workbook, conflicts: action.workbook.conflicts, ...(opened && { tab: 'steps' }), ...(takeOver && { event: toForm(found), eventSettled: true }), ...(!state.memoryUnsaved && { memory }) };
    }
    case 'tab-chosen':
      return { ...state, tab: action.tab };
    case 'went':
      return state.generating || !reachable(state).includes(action.step) ? state : { ...state, step: action.step, reading: false, readingProgress: undefined, failure: undefined };
    case 'inputs-added':
      return { ...state, ...numbered(state, action.inputs), removed: undefined, sources: undefined };
    case 'input-removed': {
      const index = state.inputs.findIndex((card) => card.id === action.id);
      const card = state.inputs[index];
      return card === undefined ? state : { ...state, inputs: state.inputs.filter((other) => other !== card), removed: { card, index }, sources: undefined };
    }
    case 'removal-undone':
      return state.removed === undefined
        ? state
        : { ...state, inputs: [...state.inputs.slice(0, state.removed.index), state.removed.card, ...state.inputs.slice(state.removed.index)], removed: undefined, sources: undefined };
    case 'draft-edited':
      return { ...state, draft: action.text };
    case 'reading-started':
      return { ...state, step: 'review', reading: true, readingProgress: undefined, removed: undefined, failure: undefined };
    case 'reading-progressed':
      return state.reading ? { ...state, readingProgress: action.progress } : state;
    case 'reading-cancelled':
      return state.reading ? { ...state, step: state.sources === undefined ? 'paste' : 'review', reading: false, readingProgress: undefined } : state;
    case 'memory-changed':
      return { ...state, memory: action.memory, memoryUnsaved: true };
    case 'memory-saved':
      return state.memory === action.memory ? { ...state, memoryUnsaved: false } : state;
    case 'reading-ended':
      return state.reading ? { ...state, reading: false, readingProgress: undefined, sources: action.sources } : state;
    case 'generating-started':
      return { ...state, step: 'generate', generating: true, progress: undefined, failure: undefined };
    case 'progressed':
      return state.generating ? { ...state, progress: action.progress } : state;
    case 'generated':
      return { ...state, step: 'done', generating: false, progress: undefined, summary: action.summary, conflicts: action.summary.conflicts, failure: undefined };
    case 'conflicts-decided':
      return { ...state, conflicts: action.conflicts };
    case 'failed':
      return { ...state, reading: false, readingProgress: undefined, generating: false, progress: undefined, failure: action.failure };
    case 'failure-dismissed':
      return { ...state, failure: undefined };
  }
}

/** Steps a person may go to now without starting work. Generating is never entered by going. */
export function reachable(state: PaneState): readonly Step[] {
  return ['start', 'paste', ...(state.sources === undefined ? [] : (['review'] as const)), ...(state.summary === undefined ? [] : (['done'] as const))];
}

/** True once the workbook holds a retro: before that there is nothing but data to hand over. */
export const hasRetro = (state: PaneState): boolean => state.workbook?.event !== undefined || state.summary !== undefined;

const hasSample = (state: PaneState): boolean => state.inputs.some((card) => card.origin === 'sample');

/** Inputs that would get a name already taken are numbered, so that every source can be found by its name. */
function numbered(state: PaneState, added: readonly NewInput[]): Pick<PaneState, 'inputs' | 'nextId'> {
  const taken = new Set(state.inputs.map((card) => card.input.name));
  const cards = added.map((entry, offset): InputCard => {
    let name = entry.input.name;
    for (let count = 2; taken.has(name); count += 1) name = `${entry.input.name} (${count})`;
    taken.add(name);
    return { ...entry, input: { ...entry.input, name }, id: state.nextId + offset };
  });
  return { inputs: [...state.inputs, ...cards], nextId: state.nextId + cards.length };
}
