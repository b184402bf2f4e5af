import { Button } from '@fluentui/react-components';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { usePane, useSession } from '../shared/SessionProvider';

/** Says that cells wait for a decision, with the way to them. */
export function ConflictsHint() {
  const { pane: { done: t } } = useMessages();
  const { conflicts, step } = usePane();
  const session = useSession();
  if (conflicts.length === 0) return null;
  const go = () => {
    if (step !== 'done') session.go('start');
    session.openTab('data');
  };
  return <Notice tone="info" title={t.conflictsHint(conflicts.length)} actions={<Button size="small" onClick={go}>{t.conflictsGo}</Button>} />;
}
