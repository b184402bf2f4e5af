import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';
import { periodOf } from '../start/period';
import { usePasteNames } from '../paste/names';
import { SourceCard } from './SourceCard';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  wait: { justifyContent: 'flex-start', color: tokens.colorNeutralForeground2 },
});

/** What each source was recognised as, what was used, skipped and not understood – before anything is written. */
export function ReviewScreen({ takeFocus }: { readonly takeFocus: boolean }) {
  const styles = useStyles();
  const { pane: { review: t, event: eventWords } } = useMessages();
  const pane = usePane();
  const session = useSession();
  const names = usePasteNames();
  const sources = pane.sources ?? [];
  const used = sources.reduce((sum, source) => sum + source.used, 0);
  const problems = sources.reduce((sum, source) => sum + source.problems.length, 0);
  const usable = used > 0 && !pane.reading;
  const existing = pane.workbook?.event !== undefined;

  return (
    <Screen
      title={t.title}
      lead={t.event(pane.event.name, periodOf(pane.event, eventWords))}
      takeFocus={takeFocus}
      note={pane.reading ? undefined : used === 0 ? t.nothingUsable : existing ? t.willUpdate : t.willDo}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={!usable} onClick={() => usable && void session.generate()}>{existing ? t.updateRetro : t.generate}</Button>
          <Button onClick={() => session.go('paste')}>{t.again}</Button>
        </>
      }
    >
      {pane.failure !== undefined && <FailureNotice failure={pane.failure} onAction={() => void session.check(names.typed())} />}
      <div role="status">
        {pane.reading && <Spinner className={styles.wait} size="tiny" label={t.reading} />}
        {!pane.reading && pane.sources !== undefined && (
          <Notice tone={problems === 0 ? 'good' : used === 0 ? 'bad' : 'warning'} title={t.sum(sources.length, used)}>{problems === 0 ? t.clean : t.attention(problems)}</Notice>
        )}
      </div>
      {!pane.reading && (
        <ul className={styles.list}>
          {sources.map((source, index) => <li key={`${index} ${source.file}`}><SourceCard source={source} /></li>)}
        </ul>
      )}
    </Screen>
  );
}
