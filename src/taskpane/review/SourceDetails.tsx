import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SkipReason, Source } from '../../intake/types';
import { ColumnList } from './ColumnList';
import { countsOf } from './counts';
import { joinNotes, minorNotes } from './notes';
import { useMessages } from '../shared/i18n';

/** Line numbers listed for a reason before the rest is cut. */
const mostLines = 30;

const useStyles = makeStyles({
  details: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', padding: '3px 0', borderRadius: tokens.borderRadiusSmall, color: tokens.colorBrandForeground1, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  title: { margin: '8px 0 2px', fontSize: '12px', lineHeight: '18px', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '16px', overflowWrap: 'anywhere' },
  text: { margin: '4px 0 0' },
});

/** The rest of what was found: the extent, the skipped lines by reason, and the columns. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const styles = useStyles();
  const { pane: { review: t, listSeparator }, problems: words } = useMessages();
  const minor = joinNotes(source.notes.filter((note) => minorNotes.has(note.code)), listSeparator);
  const [open, setOpen] = useState(false);
  const counted = countsOf(source).skippedByReason;
  const byReason = new Map<SkipReason, number[]>();
  for (const { line, reason } of source.skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), line]);
  const numbers = (lines: readonly number[]) => `${lines.slice(0, mostLines).join(listSeparator)}${lines.length > mostLines ? '…' : ''}`;
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{t.details}</summary>
      <p className={styles.text}>{t.total(source.lines, source.headerLine)}</p>
      {minor.map(({ code, text }) => <p key={code} className={styles.text}>{words.notes[code](text)}</p>)}
      {(byReason.size > 0 || counted.length > 0) && (
        <>
          <h3 className={styles.title}>{t.skippedTitle}</h3>
          <ul className={styles.list}>
            {[...byReason].map(([reason, lines]) => <li key={reason}>{t.skippedLine(words.skips[reason], numbers(lines))}</li>)}
            {counted.map(([reason, count]) => <li key={reason}>{t.skippedCount(words.skips[reason], count)}</li>)}
          </ul>
        </>
      )}
      {open && source.columns.length > 0 && (
        <>
          <h3 className={styles.title}>{t.columns(source.columns.filter((column) => column.meaning !== undefined).length, source.columns.length)}</h3>
          <ColumnList source={source} columns={undefined} />
        </>
      )}
    </details>
  );
}
