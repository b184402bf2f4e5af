import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { Tab as TabKey } from '../state/types';
import { useMessages } from './i18n';

const useStyles = makeStyles({
  // The top right corner belongs to the menu of the Office client.
  bar: { flexShrink: 0, padding: '4px 48px 0 6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

interface HomeTabsProps {
  readonly tabs: readonly TabKey[];
  readonly current: TabKey;
  /** actions past their deadline, shown on their tab */
  readonly overdue: number;
  readonly onChoose: (tab: TabKey) => void;
}

/** The parts of the pane. Arrow keys go from one to the next, Tab goes on into the part. */
export function HomeTabs({ tabs, current, overdue, onChoose }: HomeTabsProps) {
  const styles = useStyles();
  const { actions: { tabs: t } } = useMessages();
  return (
    <div className={styles.bar}>
      <TabList size="small" aria-label={t.label} selectedValue={current} onTabSelect={(_, data) => onChoose(data.value as TabKey)}>
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} id={tabId(tab)} aria-controls={current === tab ? panelId(tab) : undefined}>
            <span className={styles.text}>
              {t[tab]}
              {tab === 'actions' && overdue > 0 && <CounterBadge size="small" color="danger" count={overdue} overflowCount={99} role="img" aria-label={t.overdue(overdue)} title={t.overdue(overdue)} />}
            </span>
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

export const tabId = (tab: TabKey): string => `tab-${tab}`;
export const panelId = (tab: TabKey): string => `panel-${tab}`;
