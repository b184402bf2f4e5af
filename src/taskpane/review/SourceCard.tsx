import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { AgentMask } from '../../retro/masking';
import type { Source } from '../../intake/types';
import { CopyField } from '../failures/CopyField';
import { copyText } from '../shared/copy';
import { useLanguage, useMessages } from '../shared/i18n';
import { usePane } from '../shared/SessionProvider';
import { inputOf, originalText } from '../state/inputs';
import { PerAgentSwitch } from './PerAgentSwitch';
import { ProblemList } from './ProblemList';
import { AgentKey } from './AgentKey';
import { countsOf } from './counts';
import { certaintyOf, meaningText } from './meanings';
import { joinNotes, minorNotes } from './notes';
import { Recognition } from './Recognition';
import { SourceDetails } from './SourceDetails';
import { Summary } from './Summary';
import { TypedLook } from './TypedLook';

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, padding: '12px', display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  unknown: { border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  copy: { flexShrink: 0, whiteSpace: 'nowrap' },
  names: { flexGrow: 1, minWidth: 0 },
  kind: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  file: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  why: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  notes: { margin: 0, paddingLeft: '16px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  status: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

/** One source: what it is and why, how its rows fared, its problems, and its original to copy back out. */
export function SourceCard({ source, mask }: { readonly source: Source; readonly mask: AgentMask }) {
  const styles = useStyles();
  const messages = useMessages();
  const { language } = useLanguage();
  const { pane: { review: t, paste: pasteWords, listSeparator }, problems: words, reading } = messages;
  const { inputs } = usePane();
  const title = useId();
  const counts = countsOf(source);
  const likely = source.columns.filter((column) => certaintyOf(column, false) === 'likely').map((column) => `${column.header} → ${meaningText(source.kind, column.meaning ?? '', messages, language)}`);
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState<string>();
  const notes = joinNotes(source.notes.filter((note) => !minorNotes.has(note.code)), listSeparator);
  const card = inputOf(inputs, source.file);

  const copy = async () => {
    if (card === undefined) return;
    try {
      const text = await originalText(card.input, source.file);
      const copied = await copyText(text);
      setSaid(copied ? t.copied : t.copyFailed);
      setByHand(copied ? undefined : text);
    } catch {
      setSaid(pasteWords.fileFailed(card.input.name));
    }
  };

  return (
    <article className={mergeClasses(styles.card, source.kind === 'unknown' && styles.unknown)} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.names}>
          <h2 id={title} className={styles.kind}>{words.kinds[source.kind]}</h2>
          <p className={styles.file}>{source.file}</p>
        </div>
        {card !== undefined && <Button className={styles.copy} size="small" appearance="subtle" icon={<Copy16Regular />} aria-label={t.copyOf(source.file)} onClick={() => void copy()}>{t.copy}</Button>}
      </div>
      <div className={styles.badges}>
        {source.used > 0 && <Badge appearance="tint" color="success">{t.used(source.used)}</Badge>}
        {counts.skipped > 0 && <Badge appearance="tint" color="informative">{t.skipped(counts.skipped)}</Badge>}
        {counts.unused > 0 && <Badge appearance="tint" color="danger">{t.unused(counts.unused)}</Badge>}
        {counts.problems > 0 && <Badge appearance="tint" color="warning">{t.problems(counts.problems)}</Badge>}
      </div>
      {source.evidence.length > 0 && <p className={styles.why}>{source.headerLine > 0 ? t.whyLine(source.headerLine, source.evidence.join(listSeparator)) : t.why(source.evidence.join(listSeparator))}</p>}
      {likely.length > 0 && <p className={styles.why}>{reading.likelyColumns(likely.join(listSeparator))}</p>}
      {notes.length > 0 && <ul className={styles.notes}>{notes.map(({ code, text }) => <li key={code}>{words.notes[code](text)}</li>)}</ul>}
      <div role="status" className={styles.status}>{said}</div>
      {byHand !== undefined && <CopyField label={t.original} text={byHand} />}
      <ProblemList problems={source.problems} />
      <Summary source={source} />
      <TypedLook source={source} mask={mask} />
      {(source.records.agents?.length ?? 0) > 0 && <><PerAgentSwitch /><AgentKey mask={mask} /></>}
      <Recognition source={source} />
      <SourceDetails source={source} />
    </article>
  );
}
