import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChangeEntry } from '../../retro/tracking';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  fold: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  summary: {
    cursor: 'pointer', padding: '3px 0', width: 'fit-content', color: tokens.colorNeutralForeground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: tokens.borderRadiusSmall },
  },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '6px', overflowWrap: 'anywhere' },
  change: { color: tokens.colorNeutralForeground1 },
  meta: { color: tokens.colorNeutralForeground3, display: 'block' },
  none: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

/** The log of one action, newest first; folded. */
export function ChangeHistory({ changes }: { readonly changes: readonly ChangeEntry[] }) {
  const styles = useStyles();
  const { actions: t, workbook: { tracking: words } } = useMessages();
  if (changes.length === 0) return <p className={styles.none}>{t.noHistory}</p>;
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>{t.history(changes.length)}</summary>
      <ol className={styles.list}>
        {[...changes].reverse().map((change) => (
          <li key={change.key}>
            <span className={styles.change}>{t.change(change.field, change.old, change.new)}</span>
            <span className={styles.meta}>{[t.changeMeta(change.at.slice(0, 16), words.origins[change.origin], change.who), change.note === '' ? '' : t.changeNote(change.note)].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
