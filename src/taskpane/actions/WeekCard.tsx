import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { useSession } from '../shared/SessionProvider';
import { useTracker } from './ActionsProvider';
import { Card } from './Card';
import { readName } from './who';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  said: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

/** Begins the follow-up of this week: one check row for each open action. */
export function WeekCard() {
  const styles = useStyles();
  const { actions: { sending: t } } = useMessages();
  const tracker = useTracker();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ readonly added: number; readonly week: string }>();
  const [failure, setFailure] = useState<Failure>();
  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    const outcome = await tracker.startWeek(readName());
    setBusy(false);
    if (outcome.ok) setDone(outcome.value);
    else setFailure(outcome.failure);
  };
  return (
    <Card title={t.week} text={t.weekText}>
      {failure !== undefined && <FailureNotice failure={failure} onAction={() => void start()} />}
      <div className={styles.row}>
        <Button size="small" disabledFocusable={busy} onClick={() => void start()}>{busy ? t.weekStarting : t.weekStart}</Button>
        {done !== undefined && <Button size="small" appearance="subtle" onClick={() => void session.openSheet('followUp')}>{t.weekOpen}</Button>}
        <span role="status" className={styles.said}>{done === undefined ? '' : t.weekDone(done.added, done.week)}</span>
      </div>
    </Card>
  );
}
