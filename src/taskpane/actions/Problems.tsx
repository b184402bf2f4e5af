import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons';
import type { ActionProblem, ActionProblemCode } from '../../retro/tracking';
import type { ActionPlace } from '../commands/types';
import { useMessages } from '../shared/i18n';

const fieldOf: Readonly<Record<ActionProblemCode, ActionPlace['field']>> = {
  'vague-deadline': 'deadline', 'invalid-deadline': 'deadline', 'before-event': 'deadline', 'two-owners': 'owner', 'unknown-owner': 'owner', 'unknown-status': 'status', 'no-source': 'source',
};

/** Problems listed before the rest is cut: putting some right makes room for the next. */
const most = 50;

const useStyles = makeStyles({
  fold: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2, padding: '8px 12px', fontSize: '13px', lineHeight: '20px' },
  summary: {
    cursor: 'pointer', fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
  },
  icon: { verticalAlign: 'text-bottom', margin: '0 4px', color: tokens.colorStatusWarningForeground1 },
  list: { listStyleType: 'none', margin: '6px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '8px', overflowWrap: 'anywhere' },
  link: {
    border: 'none', backgroundColor: 'transparent', padding: '0 2px', cursor: 'pointer', fontFamily: 'inherit', fontSize: '13px', lineHeight: '20px', color: tokens.colorBrandForeground1,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
});

/** Cells that a person has to put right, each with its row, what to do and the way there. Folded: the list of what is due comes first. */
export function Problems({ problems, onGoTo }: { readonly problems: readonly ActionProblem[]; readonly onGoTo: (place: ActionPlace) => void }) {
  const styles = useStyles();
  const { actions: t, tracking } = useMessages();
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}><Warning16Regular className={styles.icon} aria-hidden="true" />{t.problemsTitle(problems.length)}</summary>
      <ul className={styles.list}>
        {problems.slice(0, most).map((problem) => (
          <li key={`${problem.id}|${String(problem.row)}|${problem.code}`}>
            {t.problem(problem.row, problem.id, tracking.problem(problem))}
            <button type="button" className={styles.link} aria-label={t.goThereOf(problem.row)} onClick={() => onGoTo({ id: problem.id, sheetRow: problem.row, field: fieldOf[problem.code] })}>{t.goThere}</button>
          </li>
        ))}
      </ul>
    </details>
  );
}
