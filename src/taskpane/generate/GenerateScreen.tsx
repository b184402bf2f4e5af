import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '8px' },
  row: { display: 'flex', justifyContent: 'space-between', gap: '8px', fontSize: '13px', lineHeight: '20px' },
  percent: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  hint: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

/** The work under way, and what stopped it. */
export function GenerateScreen({ takeFocus }: { readonly takeFocus: boolean }) {
  const styles = useStyles();
  const { pane: { generate: t, failure: f } } = useMessages();
  const pane = usePane();
  const session = useSession();
  const [cancelling, setCancelling] = useState(false);
  const stuck = useStuck(pane.generating && (pane.progress === undefined || pane.progress.step === 'planning' || pane.progress.step === 'reading'));
  const fraction = Math.min(1, Math.max(0, pane.progress?.fraction ?? 0));

  if (!pane.generating && pane.failure !== undefined) {
    const { failure } = pane;
    return (
      <Screen key="failed" title={t.failedTitle} takeFocus actions={<Button onClick={() => session.go('review')}>{f.backToReview}</Button>}>
        <FailureNotice failure={failure} onAction={() => (failure.code === 'too-large' ? session.go('paste') : void session.generate())} />
      </Screen>
    );
  }
  const stepText = cancelling ? t.cancelling : pane.progress === undefined ? t.starting : t.steps[pane.progress.step];
  return (
    <Screen
      key="running"
      title={t.title}
      takeFocus={takeFocus}
      actions={
        <Button
          disabledFocusable={cancelling}
          onClick={() => {
            setCancelling(true);
            session.cancel();
          }}
        >
          {t.cancel}
        </Button>
      }
    >
      <div className={styles.progress}>
        <ProgressBar thickness="large" aria-label={t.title} max={1} value={fraction} />
        <div className={styles.row}>
          <span role="status">{stepText}</span>
          <span className={styles.percent} aria-hidden="true">{t.percent(Math.round(fraction * 100))}</span>
        </div>
        <p className={styles.hint}>{t.keepOpen}</p>
      </div>
      <div role="status">{stuck && !cancelling && <Notice tone="warning" title={t.finishEditing}>{t.finishEditingText}</Notice>}</div>
    </Screen>
  );
}

/** Excel answers at once unless a cell is being edited. */
const usualWait = 2_000;

/** True when Excel has not even begun after the usual wait: then most likely a cell is being edited, which holds every request up. */
function useStuck(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLate(true), usualWait);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
