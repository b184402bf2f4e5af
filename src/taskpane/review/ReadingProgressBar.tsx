import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReadingProgress } from '../commands/types';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', justifyContent: 'space-between', gap: '8px', fontSize: '13px', lineHeight: '20px', overflowWrap: 'anywhere' },
  facts: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  hint: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

/** How far the reading of something large is, how fast, and the way to stop it. */
export function ReadingProgressBar({ progress, onCancel }: { readonly progress: ReadingProgress; readonly onCancel: () => void }) {
  const styles = useStyles();
  const { pane: { generate, paste }, reading: { progress: t } } = useMessages();
  const { bytes, total, rows, elapsed, file } = progress;
  const fraction = total === 0 ? undefined : Math.min(1, bytes / total);
  const perSecond = elapsed < 200 ? 0 : Math.round(rows / elapsed) * 1000;
  return (
    <div className={styles.area}>
      <ProgressBar thickness="large" aria-label={t.reading(file)} max={1} {...(fraction !== undefined && bytes > 0 && { value: fraction })} />
      <div className={styles.row}>
        <span role="status">{t.reading(file)}</span>
        <span className={styles.facts} aria-hidden="true">{fraction === undefined || bytes === 0 ? paste.bytes(total) : generate.percent(Math.round(fraction * 100))}</span>
      </div>
      {rows > 0 && <div className={styles.facts}>{t.rows(rows, perSecond)}</div>}
      <p className={styles.hint}>{t.hint}</p>
      <div><Button size="small" onClick={onCancel}>{t.cancel}</Button></div>
    </div>
  );
}
