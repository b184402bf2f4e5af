import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import { dueView, dueViewOf } from '../../retro/due';
import { FailureNotice } from '../failures/FailureNotice';
import type { ActionPlace } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { useSession } from '../shared/SessionProvider';
import { ActionList } from './ActionList';
import { CopiesScreen } from '../copies/CopiesScreen';
import { useTracked, useTracker } from './ActionsProvider';
import { Filters, matches, type Filter } from './Filters';
import { Findings } from './Findings';
import { Problems } from './Problems';
import { SendingScreen } from './SendingScreen';

/** What is due and with whom (R35), each action a way to its row; and what was found to have changed (R34). */
export function ActionsScreen() {
  const { actions: t, copies } = useMessages();
  const session = useSession();
  const tracker = useTracker();
  const { result, looking, lookedAt, failure: lookFailure } = useTracked();
  const [filter, setFilter] = useState<Filter>({ owner: undefined, group: undefined });
  const [sending, setSending] = useState(false);
  const [collecting, setCollecting] = useState(false);
  const [cameBack, setCameBack] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [said, setSaid] = useState('');

  const look = async () => {
    setFailure(undefined);
    setSaid('');
    await tracker.look();
    const { failure: failed, lookedAt: at } = tracker.getState();
    if (failed === undefined) setSaid(t.looked(timeOf(at)));
  };
  const goTo = async (place: ActionPlace) => {
    const outcome = await tracker.goTo(place);
    setFailure(outcome.ok ? undefined : outcome.failure);
  };

  const actions = result?.actions ?? [];
  const all = dueView(actions);
  // The person chosen may have lost her last action since.
  const owner = all.people.some((person) => person.owner === filter.owner) ? filter.owner : undefined;
  const view = owner === undefined ? all : dueViewOf(owner, actions);
  const group = filter.group !== undefined && view.counts[filter.group] > 0 ? filter.group : undefined;

  if (sending) return <SendingScreen people={all.people} owner={owner} onOwner={(next) => setFilter({ ...filter, owner: next })} onBack={() => { setSending(false); setCameBack(true); }} />;
  if (collecting) return <CopiesScreen onBack={() => { setCollecting(false); setCameBack(true); }} />;
  const shown = failure ?? lookFailure;
  const checked = looking ? t.looking : lookedAt === '' ? t.notYet : t.looked(timeOf(lookedAt));
  return (
    <Screen
      title={t.title}
      lead={result === undefined ? checked : `${t.summary(all.items.length, all.closed)} · ${checked}`}
      takeFocus={cameBack}
      note={said === '' ? undefined : said}
      actions={
        <>
          <Button appearance="primary" disabled={result === undefined || actions.length === 0} onClick={() => setSending(true)}>{t.share}</Button>
          <Button disabledFocusable={looking} onClick={() => void look()}>{t.look}</Button>
          <Button onClick={() => setCollecting(true)}>{copies.entry}</Button>
        </>
      }
    >
      {shown !== undefined && <FailureNotice failure={shown} onAction={() => void look()} />}
      <Findings />
      {result !== undefined && result.sheet === undefined && <Notice tone="warning">{t.noTable}</Notice>}
      {result?.sheet !== undefined && all.items.length + all.closed === 0 && (
        <Notice tone="info" actions={<Button size="small" onClick={() => void session.openSheet('action')}>{t.openSheet}</Button>}>{t.empty}</Notice>
      )}
      {result !== undefined && result.problems.length > 0 && <Problems problems={result.problems} onGoTo={(place) => void goTo(place)} />}
      {result !== undefined && all.items.length > 0 && <Filters view={view} people={all.people} soonDays={result.soonDays} filter={{ owner, group }} onChange={setFilter} />}
      {result !== undefined && all.closed > 0 && all.items.length === 0 && <Notice tone="good">{t.allDone}</Notice>}
      {result !== undefined && <ActionList items={view.items.filter((item) => matches(item, group))} sections={group === undefined} result={result} onGoTo={(place) => void goTo(place)} />}
    </Screen>
  );
}

/** `HH:MM` of `YYYY-MM-DD HH:MM:SS` */
const timeOf = (at: string): string => at.slice(11, 16);
