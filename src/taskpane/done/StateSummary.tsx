import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMessages } from '../shared/i18n';

const order = ['reached', 'close', 'missed', 'pending', 'no-target', 'no-actual', 'context'] as const;
type Shown = (typeof order)[number];

const useStyles = makeStyles({
  lead: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px' },
  bar: { display: 'flex', gap: '2px', height: '8px', marginBottom: '10px', forcedColorAdjust: 'none' },
  part: { borderRadius: tokens.borderRadiusSmall, minWidth: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
  item: { display: 'flex', alignItems: 'center', gap: '6px', fontSize: '13px', lineHeight: '20px' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, forcedColorAdjust: 'none' },
  reached: { backgroundColor: tokens.colorStatusSuccessForeground3 },
  close: { backgroundColor: tokens.colorStatusWarningBackground3 },
  missed: { backgroundColor: tokens.colorStatusDangerBackground3 },
  pending: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  rest: { backgroundColor: tokens.colorNeutralStroke1 },
});
const colours: Readonly<Record<Shown, 'reached' | 'close' | 'missed' | 'pending' | 'rest'>> = {
  reached: 'reached', close: 'close', missed: 'missed', pending: 'pending', 'no-target': 'rest', 'no-actual': 'rest', context: 'rest',
};

/** How the targets came out: a sentence, a bar, and every state with its number. */
export function StateSummary({ states }: { readonly states: Readonly<Record<string, number>> }) {
  const styles = useStyles();
  const { pane: { done: t }, workbook: { states: names } } = useMessages();
  const count = (state: string): number => states[state] ?? 0;
  const judged = count('reached') + count('close') + count('missed');
  const shown = order.filter((state) => count(state) > 0);
  return (
    <section>
      <p className={styles.lead}>{judged === 0 ? t.noneJudged : t.judged(count('reached'), judged)}</p>
      {shown.length > 0 && (
        <div className={styles.bar} aria-hidden="true">
          {shown.map((state) => <span key={state} className={mergeClasses(styles.part, styles[colours[state]])} style={{ flexGrow: count(state) }} />)}
        </div>
      )}
      <ul className={styles.list}>
        {shown.map((state) => (
          <li key={state} className={styles.item}>
            <span aria-hidden="true" className={mergeClasses(styles.dot, styles[colours[state]])} />
            {t.stateCount(names[state], count(state))}
          </li>
        ))}
      </ul>
    </section>
  );
}
