/** Starts the page: a workbook in memory, the sheet that shows it, the real task pane beside it. */
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createGridController } from './grid/controller';
import { createGridStore } from './grid/state';
import { languageOf, texts } from './i18n';
import './preview.css';
import { acceptPanes } from './pane/accept';
import { computerDate, startSession } from './session/start';
import { createStore } from './session/store';
import { startSettings } from './settings/settings';

async function start(container: HTMLElement): Promise<void> {
  const { host, session } = await startSession(computerDate);
  const settings = createStore(startSettings(languageOf(navigator.language)));
  const controller = createGridController(session, createGridStore(), (address) => window.open(address, '_blank', 'noopener,noreferrer'));
  settings.subscribe(() => {
    const { readOnly, cellEditing, slow } = settings.get();
    if (session.book.readOnly !== readOnly) session.setReadOnly(readOnly);
    session.holdCellEditing(cellEditing);
    session.setDelay(slow ? 500 : 0);
  });
  acceptPanes(host, () => settings.get());
  // For the browser's console and the tests: the workbook behind the page.
  Object.assign(window, { preview: { host } });
  createRoot(container).render(<App controller={controller} settings={settings} />);
}

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no #root');
start(container).catch((error: unknown) => {
  container.textContent = `${texts[languageOf(navigator.language)].startFailed} ${error instanceof Error ? error.message : String(error)}`;
});
