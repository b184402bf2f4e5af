import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { dueView } from '../retro/due';
import { ActionsScreen } from './actions/ActionsScreen';
import { useTracked } from './actions/ActionsProvider';
import { DoneScreen } from './done/DoneScreen';
import { GenerateScreen } from './generate/GenerateScreen';
import { PasteScreen } from './paste/PasteScreen';
import { ReviewScreen } from './review/ReviewScreen';
import { Footer } from './shared/Footer';
import { HomeTabs, panelId } from './shared/HomeTabs';
import { usePane, useSession } from './shared/SessionProvider';
import { Steps } from './shared/Steps';
import { DraftsProvider } from './steps/Drafts';
import { StepsScreen } from './steps/StepsScreen';
import { StartScreen } from './start/StartScreen';
import { hasRetro } from './state/reducer';
import type { Tab } from './state/types';

const screens = { start: StartScreen, paste: PasteScreen, review: ReviewScreen, generate: GenerateScreen, done: DoneScreen } as const;

/** The parts of the pane, in the order of their tabs. */
const parts: readonly { readonly tab: Tab; readonly Part: () => React.ReactNode }[] = [
  { tab: 'steps', Part: StepsScreen },
  { tab: 'data', Part: DataWay },
  { tab: 'actions', Part: ActionsScreen },
];

const useStyles = makeStyles({
  app: { height: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontSize: '14px', lineHeight: '20px' },
  part: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** The pane. A new workbook begins with the data; once it holds a retro, tabs lead to the other parts. */
export function App() {
  const styles = useStyles();
  const pane = usePane();
  const session = useSession();
  const { result } = useTracked();
  useEffect(() => {
    void session.readWorkbook();
  }, [session]);
  const home = hasRetro(pane);
  const shown = parts.find(({ tab }) => home && tab === pane.tab) ?? { tab: 'data', Part: DataWay } as const;
  return (
    <div className={styles.app}>
      {home && <HomeTabs tabs={parts.map(({ tab }) => tab)} current={shown.tab} overdue={result === undefined ? 0 : dueView(result.actions).counts.overdue} onChoose={(tab) => session.openTab(tab)} />}
      <div className={styles.part} {...(home && { role: 'tabpanel', id: panelId(shown.tab) })}>
        <DraftsProvider><shown.Part /></DraftsProvider>
      </div>
      <Footer />
    </div>
  );
}

/** From pasting to the finished workbook: where the person is, and the screen of that step. */
function DataWay() {
  const { step, moved } = usePane();
  const Step = screens[step];
  return (
    <>
      <Steps />
      <Step key={step} takeFocus={moved} />
    </>
  );
}
