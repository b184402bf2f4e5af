import { TextDecoder, TextEncoder } from 'node:util';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { act, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TrackResult } from '../../../src/excel/track';
import type { Source, SourceInput } from '../../../src/intake/types';
import type { Language } from '../../../src/i18n';
import { Root } from '../../../src/taskpane/boot/Root';
import type { BootState } from '../../../src/taskpane/boot/Root';
import type { ActionCommands, Commands, GenerateSummary, Outcome, WorkbookState } from '../../../src/taskpane/commands/types';
import type { CopyCommands } from '../../../src/taskpane/commands/copies';
import type { StepCommands } from '../../../src/taskpane/commands/steps';
import { readHeadOf } from '../../../src/taskpane/commands/read-head';
import { readInputs } from '../../../src/taskpane/reading/read-inputs';
import { emptyMemory } from '../../../src/taskpane/state/memory';
import { toForm } from '../../../src/taskpane/state/event';
import { initialState } from '../../../src/taskpane/state/reducer';
import { createStore } from '../../../src/taskpane/state/store';
import type { Store } from '../../../src/taskpane/state/store';

// jsdom has no text codecs and cannot read files whole. Looking for hidden elements by their styles is most of the time such tests take; the browser tests look at what is visible.
Object.assign(globalThis, { TextDecoder, TextEncoder });
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};
configure({ defaultHidden: true });

export const today = '2025-11-17';

export const targets = '指标\t目标值\t单位\r\n退款率\t≤15%\t\r\n平响\t≤30秒\t\r\n满意度\t尽量高\t\r\n';
export const actuals = '指标名称\t本期实际\r\n退款率\t17.8%\r\n平响\t45秒\r\n';

const emptyWorkbook: WorkbookState = { event: undefined, sheets: [], readOnly: false, conflicts: [], memory: emptyMemory };
export const summary: GenerateSummary = {
  sheets: [{ key: 'cover', name: '封面' }, { key: 'comparison', name: '2 对比结果' }, { key: 'action', name: '6 行动计划' }],
  states: { reached: 4, close: 2, missed: 5, pending: 1 }, conflicts: [], errorCells: [],
};

const nothing: TrackResult = { sheet: undefined, language: 'zh-CN', actions: [], changes: [], added: [], waiting: [], owners: [], statuses: [], soonDays: 7, problems: [], notes: [] };

/** A workbook without actions that tells of no changes. */
export const noActions: ActionCommands = {
  today: () => today,
  now: () => `${today} 09:30:00`,
  track: async () => ({ ok: true, value: nothing }),
  edit: async () => ({ ok: false, failure: { code: 'sheet-gone', technical: '' } }),
  startWeek: async () => ({ ok: true, value: { added: 0, week: today, track: nothing } }),
  goTo: async () => ({ ok: true, value: undefined }),
  watch: async () => ({ ok: true, value: async () => undefined }),
  workbookId: async () => ({ ok: true, value: 'test' }),
  exportEvents: async () => ({ ok: true, value: {} }),
};

/** A retro without any rows. */
export const noSteps: StepCommands = {
  progress: async () => ({ ok: true, value: { steps: [], wording: [], language: 'zh-CN', ignored: new Set() } }),
  row: async () => ({ ok: false, failure: { code: 'row-gone', technical: '' } }),
  save: async () => ({ ok: false, failure: { code: 'row-gone', technical: '' } }),
  add: async () => ({ ok: false, failure: { code: 'sheet-gone', technical: '' } }),
  goTo: async () => ({ ok: true, value: undefined }),
  ignore: async () => ({ ok: true, value: undefined }),
};

/** Files that are no copies. */
export const noCopies: CopyCommands = {
  read: async () => ({ ok: false, problem: { code: 'not-xlsx', values: {} } }),
  compare: async () => ({ ok: false, failure: { code: 'sheet-gone', technical: '' } }),
  takeOver: async () => ({ ok: false, failure: { code: 'sheet-gone', technical: '' } }),
};

/** Commands in memory: the real intake, an Excel that does as told. */
export function commandsWith(changes: Partial<Commands> = {}): Commands {
  return {
    readSources: (inputs, event, { memory, onProgress, signal }) => readInputs(inputs, { today, year: Number((event.start ?? today).slice(0, 4)), choices: memory.tables }, onProgress, signal),
    readHead: readHeadOf,
    readCells: async () => ({ ok: true, value: { name: 'Sheet1!A1:B2', cells: { rows: [{ line: 1, cells: ['指标', '目标值'] }, { line: 2, cells: ['退款率', '15%'] }], lines: 2, unterminated: [] } } }),
    remember: async () => ({ ok: true, value: undefined }),
    sampleEvent: () => ({ name: '2025双11', start: '2025-10-20', end: '2025-11-14', next: '2025双12' }),
    sampleInputs: async () => [{ name: '01_targets.tsv', text: targets }, { name: '02_actuals.tsv', text: actuals }],
    generate: async (_sources, _event, onProgress) => {
      onProgress({ fraction: 0.5, step: 'tables' });
      return { ok: true, value: summary };
    },
    openSheet: async () => ({ ok: true, value: undefined }),
    readWorkbook: async () => ({ ok: true, value: emptyWorkbook }),
    actions: noActions,
    steps: noSteps,
    copies: noCopies,
    conflicts: { decide: async () => ({ ok: true, value: { taken: 0, kept: 0, notTaken: [], open: [] } }) },
    ...changes,
  };
}

export interface Shown {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly store: Store;
  readonly show: (state: BootState) => void;
}

/** Classes without their rules: jsdom would match every rule with every element for each name it is asked for. */
const withoutRules = createDOMRenderer(document, { unstable_filterCSSRule: () => false });

const noTheme = (): undefined => undefined;

// jsdom has no media queries: a light system without special wishes.
window.matchMedia = (media) => ({ media, matches: false, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => true });

interface Options {
  readonly commands?: Partial<Commands>;
  readonly language?: Language;
  readonly state?: BootState;
  readonly onRetry?: () => void;
}

/** The pane as the person sees it, after Excel has answered. */
export async function showPane({ commands, language = 'zh-CN', state = 'ready', onRetry = () => undefined }: Options = {}): Promise<Shown> {
  const store = createStore(initialState(toForm({ name: '' })));
  const all = commandsWith(commands);
  const create = (): Commands => all;
  const now = (): string => today;
  const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
  const element = (boot: BootState) => (
    <RendererProvider renderer={withoutRules}>
      <Root state={boot} language={language} store={store} today={now} createCommands={create} onRetry={onRetry} hostTheme={noTheme} />
    </RendererProvider>
  );
  const { rerender } = render(element(state));
  await act(async () => undefined);
  return { user, store, show: (next) => rerender(element(next)) };
}

/** A paste with what Excel or a back office puts on the clipboard. */
export async function pasteInto(user: Shown['user'], field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

export type { Commands, Outcome, Source, SourceInput };
