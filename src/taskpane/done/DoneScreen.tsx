import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';
import { Conflicts } from './Conflicts';
import { SheetButtons } from './SheetButtons';
import { StateSummary } from './StateSummary';

/** Error cells listed before the rest is cut. */
const mostErrors = 20;

const useStyles = makeStyles({
  title: { margin: '0 0 6px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', fontSize: '13px', lineHeight: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** What came out, where to look and what to do next. */
export function DoneScreen({ takeFocus }: { readonly takeFocus: boolean }) {
  const styles = useStyles();
  const { pane: { done: t, listSeparator } } = useMessages();
  const pane = usePane();
  const session = useSession();
  const { summary } = pane;
  if (summary === undefined) return null;
  const first = summary.sheets.find((sheet) => sheet.key === 'comparison') ?? summary.sheets[0];
  const missed = summary.states['missed'] ?? 0;
  const pending = summary.states['pending'] ?? 0;
  const sample = pane.inputs.some((card) => card.origin === 'sample');
  const next = [...(missed > 0 ? [t.nextMissed(missed)] : []), ...(pending > 0 ? [t.nextPending(pending)] : []), t.nextActions, sample ? t.nextSample : t.nextShare];

  return (
    <Screen title={t.title} takeFocus={takeFocus} actions={
        <>
          {first !== undefined && <Button appearance="primary" onClick={() => void session.openSheet(first.key)}>{t.open(first.name)}</Button>}
          <Button onClick={() => session.go('paste')}>{t.more}</Button>
        </>
      }>
      {pane.failure !== undefined && <FailureNotice failure={pane.failure} onAction={() => session.dismissFailure()} />}
      <StateSummary states={summary.states} />
      {summary.errorCells.length > 0 && (
        <Notice tone="warning" title={t.errors(summary.errorCells.length)}>
          {t.errorsText} {summary.errorCells.slice(0, mostErrors).join(listSeparator)}
          {summary.errorCells.length > mostErrors ? '…' : ''}
        </Notice>
      )}
      <Conflicts />
      <SheetButtons sheets={summary.sheets} />
      <section aria-labelledby="next-title">
        <h2 id="next-title" className={styles.title}>{t.next}</h2>
        <ol className={styles.list}>{next.map((text) => <li key={text}>{text}</li>)}</ol>
      </section>
    </Screen>
  );
}
