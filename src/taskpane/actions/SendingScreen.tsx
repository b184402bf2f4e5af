import { Button } from '@fluentui/react-components';
import { dueView, dueViewOf, type DuePerson } from '../../retro/due';
import { useMessages } from '../shared/i18n';
import { Screen } from '../shared/Screen';
import { useTracked } from './ActionsProvider';
import { CalendarCard } from './CalendarCard';
import { DigestCard } from './DigestCard';
import { PersonSelect } from './Filters';
import { WeekCard } from './WeekCard';

interface SendingScreenProps {
  readonly people: readonly DuePerson[];
  readonly owner: string | undefined;
  readonly onOwner: (owner: string | undefined) => void;
  readonly onBack: () => void;
}

/** What leaves the workbook by the person's own hand: the digest, the calendar; and the checks of this week (R36). */
export function SendingScreen({ people, owner, onOwner, onBack }: SendingScreenProps) {
  const { actions: { sending: t, person } } = useMessages();
  const { result } = useTracked();
  const actions = result?.actions ?? [];
  const view = owner === undefined ? dueView(actions) : dueViewOf(owner, actions);
  return (
    <Screen title={t.title} takeFocus actions={<Button onClick={onBack}>{t.back}</Button>}>
      <WeekCard />
      <PersonSelect label={person} people={people} owner={owner} onChange={onOwner} />
      {result !== undefined && <DigestCard view={view} soonDays={result.soonDays} owner={owner} />}
      <CalendarCard view={view} owner={owner} changes={result?.changes ?? []} />
    </Screen>
  );
}
