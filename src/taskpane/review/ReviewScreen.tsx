import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { maskOf } from '../../intake/agent-mask';
import { answerSources, questionsOf } from '../../intake/questions';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';
import { periodOf } from '../start/period';
import { usePasteNames } from '../paste/names';
import { toEvent } from '../state/event';
import { countsOf } from './counts';
import { Questions } from './Questions';
import { Remembered } from './Remembered';
import { ReadingProgressBar } from './ReadingProgressBar';
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
  const { sources: read, memory, event } = pane;
  const sources = useMemo(() => answerSources(read ?? [], memory.answers, toEvent(event)), [read, memory.answers, event]);
  const questions = useMemo(() => questionsOf(read ?? [], toEvent(event)), [read, event]);
  const mask = useMemo(() => maskOf(read ?? [], memory.roster), [read, memory.roster]);
  const used = sources.reduce((sum, source) => sum + source.used, 0);
  const problems = sources.reduce((sum, source) => sum + countsOf(source).problems, 0);
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
        {pane.reading && pane.readingProgress === undefined && <Spinner className={styles.wait} size="tiny" label={t.reading} />}
        {!pane.reading && pane.sources !== undefined && (
          <Notice tone={problems === 0 ? 'good' : used === 0 ? 'bad' : 'warning'} title={t.sum(sources.length, used)}>{problems === 0 ? t.clean : t.attention(problems)}</Notice>
        )}
      </div>
      {pane.reading && pane.readingProgress !== undefined && <ReadingProgressBar progress={pane.readingProgress} onCancel={() => session.cancelReading()} />}
      {!pane.reading && <Questions questions={questions} />}
      {pane.sources !== undefined && (
        <ul className={styles.list}>
          {sources.map((source, index) => <li key={`${index} ${source.file}`}><SourceCard source={source} mask={mask} /></li>)}
        </ul>
      )}
      {!pane.reading && <Remembered />}
    </Screen>
  );
}
