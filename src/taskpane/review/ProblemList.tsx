import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../intake/types';
import { useMessages } from '../shared/i18n';

/** Shown at first; a broken column can bring thousands. */
const firstShown = 5;
const shownMore = 20;
const longestValue = 80;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  item: { padding: '8px 10px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0 },
  where: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 8px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
  value: { fontFamily: 'Consolas, "Microsoft YaHei", monospace', color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1, padding: '0 4px', borderRadius: tokens.borderRadiusSmall, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  sentence: { margin: '2px 0 0', fontSize: '13px', lineHeight: '20px', overflowWrap: 'anywhere' },
});

/** Each problem: line and column, the value as pasted, and a sentence on what to do. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const styles = useStyles();
  const { pane: { review: t }, problems: words } = useMessages();
  const [shown, setShown] = useState(firstShown);
  const rest = Math.min(shownMore, problems.length - shown);
  if (problems.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {problems.slice(0, shown).map((problem, index) => (
          <li key={index} className={styles.item}>
            <div className={styles.where}>
              <span>{words.where(problem)}</span>
              {problem.value !== '' && !words.sentence(problem).includes(problem.value) && <code className={styles.value} title={t.rawValue}>{problem.value.length > longestValue ? `${problem.value.slice(0, longestValue)}…` : problem.value}</code>}
            </div>
            <p className={styles.sentence}>{words.sentence(problem)}</p>
          </li>
        ))}
      </ul>
      {rest > 0 && <div><Button size="small" onClick={() => setShown(shown + shownMore)}>{t.moreProblems(rest)}</Button></div>}
    </>
  );
}
