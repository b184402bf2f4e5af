import { createRoot } from 'react-dom/client';
import { connect } from './boot/office';
import { Root } from './boot/Root';
import type { BootState } from './boot/Root';
import { createCommands } from './commands';
import type { HostTheme } from './shared/theme';
import { startLanguage } from './shared/language';
import { toForm } from './state/event';
import { describeInput } from './state/inputs';
import { takeKept } from './state/keep';
import { initialState } from './state/reducer';
import { createStore } from './state/store';

/** The day on this computer, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Missing until Office is ready, and always on the web, whatever its type says. */
function hostTheme(): HostTheme | undefined {
  return typeof Office === 'undefined' ? undefined : (Office.context as Office.Context | undefined)?.officeTheme;
}

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no #root');
const root = createRoot(container);
const store = createStore(initialState(toForm({ name: '' })));
const kept = takeKept();
if (kept !== undefined) {
  store.dispatch({ type: 'event-edited', change: kept.event });
  store.dispatch({ type: 'draft-edited', text: kept.draft });
  store.dispatch({ type: 'inputs-added', inputs: kept.inputs.map(({ input, origin }) => describeInput(input, origin)) });
}

function show(state: BootState): void {
  const displayLanguage = state === 'ready' ? Office.context.displayLanguage : navigator.language;
  root.render(<Root key="root" state={state} language={startLanguage(displayLanguage)} store={store} today={today} createCommands={createCommands} onRetry={() => location.reload()} hostTheme={hostTheme} />);
}

const { answer, late } = connect();
show('waiting');
void late.then((isLate) => isLate && show({ code: 'no-answer', technical: 'Office.onReady did not answer in time' }));
void answer.then(show);
