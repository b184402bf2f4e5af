import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Tab as TabKey } from '../state/types';
import { useMessages } from './i18n';

const useStyles = makeStyles({
  // The top right corner belongs to the menu of the Office client.
  bar: { flexShrink: 0, padding: '4px 48px 0 6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  list: { display: 'flex', flexWrap: 'wrap' },
  tab: {
    display: 'inline-flex', alignItems: 'center', gap: '6px', border: 'none', backgroundColor: 'transparent', padding: '6px 10px 8px', cursor: 'pointer', position: 'relative',
    fontFamily: 'inherit', fontSize: '14px', lineHeight: '20px', color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', left: '10px', right: '10px', bottom: 0, height: '3px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  count: {
    minWidth: '16px', height: '16px', boxSizing: 'border-box', padding: '0 4px', borderRadius: tokens.borderRadiusCircular, display: 'inline-flex', alignItems: 'center', justifyContent: 'center',
    fontSize: '11px', lineHeight: '16px', fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorStatusDangerBackground3, color: tokens.colorNeutralForegroundOnBrand,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

interface HomeTabsProps {
  readonly tabs: readonly TabKey[];
  readonly current: TabKey;
  /** actions past their deadline, shown on their tab */
  readonly overdue: number;
  readonly onChoose: (tab: TabKey) => void;
}

/**
 * The parts of the pane. Arrow keys, Home and End go from one to the next, Tab goes on into the part. Not Fluent's TabList: it puts
 * focusable elements into the page that assistive technology must not see.
 */
export function HomeTabs({ tabs, current, overdue, onChoose }: HomeTabsProps) {
  const styles = useStyles();
  const { actions: { tabs: t } } = useMessages();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = tabs.indexOf(current);
    const goals: Readonly<Record<string, number>> = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 };
    const goal = tabs[goals[event.key] ?? -1];
    if (goal === undefined) return;
    event.preventDefault();
    onChoose(goal);
    document.getElementById(tabId(goal))?.focus();
  };
  return (
    <nav className={styles.bar} aria-label={t.label}>
      <div role="tablist" className={styles.list} aria-label={t.label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab} type="button" role="tab" id={tabId(tab)} aria-selected={tab === current} aria-controls={tab === current ? panelId(tab) : undefined} tabIndex={tab === current ? 0 : -1}
            className={mergeClasses(styles.tab, tab === current && styles.current)} onClick={() => onChoose(tab)}
          >
            {t[tab]}
            {tab === 'actions' && overdue > 0 && (
              <>
                <span aria-hidden="true" className={styles.count} title={t.overdue(overdue)}>{overdue > 99 ? '99+' : overdue}</span>
                <span className={styles.hidden}>{t.overdue(overdue)}</span>
              </>
            )}
          </button>
        ))}
      </div>
    </nav>
  );
}

const tabId = (tab: TabKey): string => `tab-${tab}`;
/** Id of the element that shows a part. */
export const panelId = (tab: TabKey): string => `panel-${tab}`;
