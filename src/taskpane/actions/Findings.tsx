import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { useSession } from '../shared/SessionProvider';
import { useTracked, useTracker } from './ActionsProvider';

/** Changes listed before the rest is left to the log. */
const most = 5;

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '16px', overflowWrap: 'anywhere' },
  meta: { color: tokens.colorNeutralForeground3 },
});

/** What the looks found: changes made elsewhere, changes that could not be logged, and what to know about the workbook. */
export function Findings() {
  const styles = useStyles();
  const { actions: t, tracking, workbook: { tracking: words } } = useMessages();
  const tracker = useTracker();
  const session = useSession();
  const { found, result, listening, lookedAt } = useTracked();
  const onOpen = found.length > 0 && found.every((entry) => entry.origin === 'found-on-open');
  return (
    <>
      {found.length > 0 && (
        <Notice
          tone="info"
          role="status"
          title={onOpen ? t.foundOnOpen(found.length) : t.foundTitle(found.length)}
          actions={
            <>
              <Button size="small" onClick={() => tracker.putAway()}>{t.dismiss}</Button>
              <Button size="small" appearance="subtle" onClick={() => void session.openSheet('change')}>{t.openLog}</Button>
            </>
          }
        >
          <ul className={styles.list}>
            {found.slice(0, most).map((entry) => (
              <li key={entry.key}>{t.foundLine(entry.action, t.change(entry.field, entry.old, entry.new))} <span className={styles.meta}>{words.origins[entry.origin]}</span></li>
            ))}
            {found.length > most && <li>{t.andMore(found.length - most)}</li>}
          </ul>
        </Notice>
      )}
      {result !== undefined && (result.waiting.length > 0 || result.notes.length > 0) && (
        <Notice tone="warning" title={result.waiting.length > 0 ? t.waiting(result.waiting.length) : t.notesTitle}>
          <ul className={styles.list}>{result.notes.map((note) => <li key={`${note.code}${JSON.stringify(note.values)}`}>{tracking.note(note)}</li>)}</ul>
        </Notice>
      )}
      {!listening && lookedAt !== '' && <Notice tone="info">{t.eventsOff}</Notice>}
    </>
  );
}
