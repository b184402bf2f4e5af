import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark12Filled } from '@fluentui/react-icons';
import { reachable } from '../state/reducer';
import { steps } from '../state/types';
import { useMessages } from './i18n';
import { usePane, useSession } from './SessionProvider';

const useStyles = makeStyles({
  // The top right corner belongs to the menu of the Office client.
  nav: { flexShrink: 0, padding: '12px 48px 8px 16px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', alignItems: 'center', gap: '4px' },
  item: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  line: { width: '8px', height: '1px', backgroundColor: tokens.colorNeutralStroke1, flexShrink: 0 },
  step: {
    display: 'flex', alignItems: 'center', gap: '4px', border: 'none', backgroundColor: 'transparent', padding: '2px 4px', borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit', fontSize: '12px', lineHeight: '20px', color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap',
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  number: {
    width: '18px', height: '18px', borderRadius: '50%', display: 'inline-flex', alignItems: 'center', justifyContent: 'center', fontSize: '12px', lineHeight: '18px', flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`, boxSizing: 'border-box', fontWeight: tokens.fontWeightRegular,
  },
  numberCurrent: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, border: `1px solid ${tokens.colorBrandBackground}` },
  numberDone: { color: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorBrandForeground1}` },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** Where the person is on the way. Steps already reached can be gone back to; only the present one shows its name when it is narrow. */
export function Steps() {
  const styles = useStyles();
  const { pane: t } = useMessages();
  const pane = usePane();
  const session = useSession();
  const at = steps.indexOf(pane.step);
  const open = pane.generating ? [] : reachable(pane);
  return (
    <nav aria-label={t.stepsLabel} className={styles.nav}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const current = index === at;
          const done = index < at;
          const content = (
            <>
              <span aria-hidden="true" className={mergeClasses(styles.number, current && styles.numberCurrent, done && styles.numberDone)}>{done ? <Checkmark12Filled /> : index + 1}</span>
              <span className={current ? undefined : styles.hidden}>{t.stepNames[step]}</span>
              {done && <span className={styles.hidden}>{t.stepDone}</span>}
            </>
          );
          return (
            <li key={step} className={styles.item} aria-current={current ? 'step' : undefined}>
              {index > 0 && <span aria-hidden="true" className={styles.line} />}
              {!current && open.includes(step)
                ? <button type="button" title={t.stepNames[step]} className={mergeClasses(styles.step, styles.button)} onClick={() => session.go(step)}>{content}</button>
                : <span className={mergeClasses(styles.step, current && styles.current)}>{content}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
