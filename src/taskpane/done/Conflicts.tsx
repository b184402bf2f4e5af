import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ConflictChoice, NotTaken } from '../../excel/conflicts';
import { conflictKey } from '../../workbook/conflicts';
import { readName } from '../actions/who';
import type { ConflictsDecided } from '../commands/conflicts';
import type { Conflict } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { usePane, useSession } from '../shared/SessionProvider';

/** Conflicts shown at once; the next ones come by a button. */
const AT_ONCE = 50;

const useStyles = makeStyles({
  all: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0 0' },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  item: { padding: '8px 0', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  where: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  // Side by side where there is room for both, below each other in a narrow pane.
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 120px), 1fr))', columnGap: '8px' },
  choice: { alignItems: 'start', '& label': { overflowWrap: 'anywhere', minWidth: 0, fontSize: '13px', lineHeight: '20px' } },
  wrong: { color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
});

/**
 * Cells a person changed that new data see differently: kept and offered side by side, to choose from (DESIGN rule 3). Nothing is
 * chosen silently: until the button is pressed they stay as they are and stay here.
 */
export function Conflicts() {
  const styles = useStyles();
  const { pane: { done: t }, failures } = useMessages();
  const { conflicts } = usePane();
  const session = useSession();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(AT_ONCE);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ConflictsDecided>();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that had the focus may be gone.
    if (outcome !== undefined) said.current?.focus();
  }, [outcome]);

  const wrong = new Map((outcome?.notTaken ?? []).map((cell) => [conflictKey(cell), cell]));
  const why = ({ code, sheet }: NotTaken): string => (code === 'changed' ? t.changedMeanwhile : `${failures[code].title}。${failures[code].text(sheet)}`);
  const chosen = conflicts.filter(({ key }) => taken.has(key)).length;
  const decide = async () => {
    setBusy(true);
    const choices = conflicts.map(({ key, cell: { table, id, column, kept, offered } }): ConflictChoice => ({ table, id, column, kept, offered, take: taken.has(key) }));
    const result = await session.decideConflicts(choices, readName());
    setBusy(false);
    if (result !== undefined) setOutcome(result);
  };
  const choose = (key: string, take: boolean): void => {
    const next = new Set(taken);
    if (take) next.add(key);
    else next.delete(key);
    setTaken(next);
  };
  if (conflicts.length === 0 && outcome === undefined) return null;
  const message = outcome && [t.decided(outcome.taken, outcome.kept), outcome.notTaken.length > 0 ? t.notTaken(outcome.notTaken.length) : ''].filter((part) => part !== '').join('；');
  return (
    <>
      <div ref={said} tabIndex={-1} role="status">{message !== undefined && message !== '' && <Notice tone={wrong.size > 0 ? 'warning' : 'good'} title={message} />}</div>
      {conflicts.length > 0 && (
        <Notice tone="info" title={t.conflicts(conflicts.length)}>
          {t.conflictsText}
          {conflicts.length > 1 && (
            <div className={styles.all}>
              <Button size="small" disabledFocusable={busy} onClick={() => setTaken(new Set())}>{t.allKept}</Button>
              <Button size="small" disabledFocusable={busy} onClick={() => setTaken(new Set(conflicts.map(({ key }) => key)))}>{t.allOffered}</Button>
            </div>
          )}
          <ul className={styles.list}>
            {conflicts.slice(0, shown).map((conflict) => (
              <Choice key={conflict.key} conflict={conflict} take={taken.has(conflict.key)} wrong={wrong.get(conflict.key)} why={why} disabled={busy} onChoose={(take) => choose(conflict.key, take)} />
            ))}
          </ul>
          <div className={styles.all}>
            {conflicts.length > shown && <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>{t.moreConflicts(conflicts.length - shown)}</Button>}
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void decide()}>{busy ? t.deciding : t.decide(chosen, conflicts.length - chosen)}</Button>
          </div>
        </Notice>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly conflict: Conflict;
  readonly take: boolean;
  readonly wrong: NotTaken | undefined;
  readonly why: (cell: NotTaken) => string;
  readonly disabled: boolean;
  readonly onChoose: (take: boolean) => void;
}

/** One cell: where it is, the person's value and the new one. */
function Choice({ conflict: { key, sheet, row, column, kept, offered }, take, wrong, why, disabled, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const { pane: { done: t } } = useMessages();
  return (
    <li className={styles.item}>
      <div id={`conflict-${key}`} className={styles.where}>{t.conflict(sheet, row, column)}</div>
      <RadioGroup aria-labelledby={`conflict-${key}`} className={styles.choices} value={take ? 'take' : 'keep'} disabled={disabled} onChange={(_, data) => onChoose(data.value === 'take')}>
        <Radio className={styles.choice} value="keep" label={t.kept(kept === '' ? t.blank : kept)} />
        <Radio className={styles.choice} value="take" label={t.offered(offered === '' ? t.blank : offered)} />
      </RadioGroup>
      {wrong !== undefined && <div className={styles.wrong}>{why(wrong)}</div>}
    </li>
  );
}
