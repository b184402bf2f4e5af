import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TrackResult } from '../../excel/track';
import { dueGroups, type DueGroup, type DueItem } from '../../retro/due';
import type { ChangeEntry } from '../../retro/tracking';
import type { ActionPlace } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { ActionItem } from './ActionItem';

/** Actions shown before the rest waits for a click: a pane of hundreds is slow and read by nobody. */
const PAGE = 50;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: 'hidden' },
  more: { alignSelf: 'flex-start' },
});

interface ActionListProps {
  readonly items: readonly DueItem[];
  /** under the headings of their groups; else one list */
  readonly sections: boolean;
  readonly result: TrackResult;
  readonly onGoTo: (place: ActionPlace) => void;
}

export function ActionList({ items, sections, result, onGoTo }: ActionListProps) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const [most, setMost] = useState(PAGE);
  /** the one action that is unfolded */
  const [open, setOpen] = useState<string>();
  const shown = items.slice(0, most);
  const changes = changesByAction(result.changes);
  const rows = (some: readonly DueItem[]) => some.map((item) => {
    const { id, rowIndex } = item.action;
    const key = `${id}|${id === '' ? String(rowIndex) : ''}`;
    return <ActionItem key={key} item={item} changes={changes.get(id) ?? []} owners={result.owners} statuses={result.statuses} open={open === key} onOpen={(next) => setOpen(next ? key : undefined)} onGoTo={onGoTo} />;
  });
  return (
    <>
      {sections
        ? dueGroups.map((group) => <Section key={group} group={group} all={items}>{rows(shown.filter((item) => item.groups[0] === group))}</Section>)
        : <ul className={styles.list}>{rows(shown)}</ul>}
      {items.length > most && <Button className={styles.more} onClick={() => setMost(most + PAGE)}>{t.more(Math.min(PAGE, items.length - most))}</Button>}
    </>
  );
}

function Section({ group, all, children }: { readonly group: DueGroup; readonly all: readonly DueItem[]; readonly children: readonly React.ReactNode[] }) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const title = useId();
  if (children.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>{t.groupCount(t.groups[group], all.filter((item) => item.groups[0] === group).length)}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

function changesByAction(changes: readonly ChangeEntry[]): ReadonlyMap<string, readonly ChangeEntry[]> {
  const byAction = new Map<string, ChangeEntry[]>();
  for (const change of changes) {
    const list = byAction.get(change.action);
    if (list === undefined) byAction.set(change.action, [change]);
    else list.push(change);
  }
  return byAction;
}
