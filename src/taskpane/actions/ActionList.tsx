import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TrackResult } from '../../excel/track';
import { dueGroups, type DueGroup, type DueItem } from '../../retro/due';
import type { ActionState, ChangeEntry } from '../../retro/tracking';
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

/** The list. An unfolded action stays where it was unfolded, also when a change moves it to another group or out of the list: its row must not run away from the hand. */
export function ActionList({ items, sections, result, onGoTo }: ActionListProps) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const groups = t.groups(result.soonDays);
  const [most, setMost] = useState(PAGE);
  /** the one action that is unfolded, and where */
  const [open, setOpen] = useState<{ readonly key: string; readonly group: DueGroup; readonly before: string | undefined }>();
  const placed = open === undefined ? items : withOpen(items, open, result.actions);
  const shown = placed.slice(0, most);
  const changes = changesByAction(result.changes);
  const sectionOf = (item: DueItem): DueGroup => (keyOf(item.action) === open?.key ? open.group : item.groups[0]);
  const rows = (some: readonly DueItem[]) => some.map((item) => {
    const key = keyOf(item.action);
    const unfold = (next: boolean): void => setOpen(next ? { key, group: sectionOf(item), before: nextKey(items, key) } : undefined);
    return <ActionItem key={key} item={item} changes={changes.get(item.action.id) ?? []} owners={result.owners} statuses={result.statuses} open={open?.key === key} onOpen={unfold} onGoTo={onGoTo} />;
  });
  return (
    <>
      {sections
        ? dueGroups.map((group) => <Section key={group} title={groups[group]} count={placed.filter((item) => sectionOf(item) === group).length}>{rows(shown.filter((item) => sectionOf(item) === group))}</Section>)
        : <ul className={styles.list}>{rows(shown)}</ul>}
      {placed.length > most && <Button className={styles.more} onClick={() => setMost(most + PAGE)}>{t.more(Math.min(PAGE, placed.length - most))}</Button>}
    </>
  );
}

const keyOf = ({ id, rowIndex }: ActionState): string => (id === '' ? `#${String(rowIndex)}` : id);
const nextKey = (items: readonly DueItem[], key: string): string | undefined => {
  const next = items[items.findIndex(({ action }) => keyOf(action) === key) + 1];
  return next === undefined ? undefined : keyOf(next.action);
};

/** The items with the unfolded one before the one it stood before. */
function withOpen(items: readonly DueItem[], { key, group, before }: { readonly key: string; readonly group: DueGroup; readonly before: string | undefined }, actions: readonly ActionState[]): readonly DueItem[] {
  const action = actions.find((candidate) => keyOf(candidate) === key);
  if (action === undefined) return items;
  const item = items.find((candidate) => candidate.action === action) ?? { action, groups: [group] };
  const others = items.filter((candidate) => candidate !== item);
  const at = others.findIndex((candidate) => keyOf(candidate.action) === before);
  return at < 0 ? [...others, item] : [...others.slice(0, at), item, ...others.slice(at)];
}

function Section({ title: name, count, children }: { readonly title: string; readonly count: number; readonly children: readonly React.ReactNode[] }) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const title = useId();
  if (children.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>{t.groupCount(name, count)}</h2>
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
