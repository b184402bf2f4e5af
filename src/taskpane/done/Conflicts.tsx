import { makeStyles, tokens } from '@fluentui/react-components';
import type { Conflict } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';

/** Conflicts shown before the rest is cut; all of them stand in the workbook. */
const most = 50;

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '16px', overflowWrap: 'anywhere' },
  values: { display: 'flex', flexWrap: 'wrap', gap: '0 12px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

/** Cells a person changed that the new data sees differently: what was kept and what is offered. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const styles = useStyles();
  const { pane: { done: t } } = useMessages();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="info" title={t.conflicts(conflicts.length)}>
      <ul className={styles.list}>
        {conflicts.slice(0, most).map((conflict, index) => (
          <li key={index}>
            {t.conflict(conflict.sheet, conflict.row, conflict.column)}
            <div className={styles.values}>
              <span>{t.kept(conflict.kept === '' ? t.blank : conflict.kept)}</span>
              <span>{t.offered(conflict.offered === '' ? t.blank : conflict.offered)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
