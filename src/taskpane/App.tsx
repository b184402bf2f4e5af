import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { DoneScreen } from './done/DoneScreen';
import { GenerateScreen } from './generate/GenerateScreen';
import { PasteScreen } from './paste/PasteScreen';
import { ReviewScreen } from './review/ReviewScreen';
import { Footer } from './shared/Footer';
import { usePane, useSession } from './shared/SessionProvider';
import { Steps } from './shared/Steps';
import { StartScreen } from './start/StartScreen';

const screens = { start: StartScreen, paste: PasteScreen, review: ReviewScreen, generate: GenerateScreen, done: DoneScreen } as const;

const useStyles = makeStyles({
  app: { height: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontSize: '14px', lineHeight: '20px' },
});

/** The pane: where the person is, the screen of that step, and the foot. */
export function App() {
  const styles = useStyles();
  const { step, moved } = usePane();
  const session = useSession();
  useEffect(() => {
    void session.readWorkbook();
  }, [session]);
  const Step = screens[step];
  return (
    <div className={styles.app}>
      <Steps />
      <Step key={step} takeFocus={moved} />
      <Footer />
    </div>
  );
}
