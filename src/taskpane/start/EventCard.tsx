import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useMessages } from '../shared/i18n';
import { periodOf } from './period';
import { usePane, useSession } from '../shared/SessionProvider';
import type { EventForm, EventMistake } from '../state/event';

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, padding: '10px 12px 12px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  title: { margin: 0, fontSize: '12px', lineHeight: '18px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  name: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: { margin: 0, fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  form: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))', gap: '10px', marginTop: '8px' },
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
});

interface EventCardProps {
  readonly mistakes: readonly EventMistake[];
  /** true once the person tried to go on: an empty name is then said, not before */
  readonly showMistakes: boolean;
}

/** The event under review: a summary, and its fields when they are to be changed or something is wrong with them. */
export function EventCard({ mistakes, showMistakes }: EventCardProps) {
  const styles = useStyles();
  const { pane: { event: t } } = useMessages();
  const { event } = usePane();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const wrong = showMistakes && mistakes.length > 0;
  const expanded = open || wrong || event.name === '';

  const say = (...codes: readonly EventMistake[]): { validationMessage?: string; validationState?: 'error' } => {
    const found = mistakes.find((mistake) => codes.includes(mistake) && (showMistakes || mistake !== 'name-missing'));
    return found === undefined ? {} : { validationMessage: t.mistakes[found], validationState: 'error' };
  };
  const input = (field: keyof EventForm, type: 'text' | 'date') => (
    <Input className={styles.input} input={{ className: styles.input }} type={type} value={event[field]} onChange={(_, data) => session.editEvent({ [field]: data.value })} autoComplete="off" />
  );

  return (
    <section className={styles.card} aria-labelledby="event-title">
      <div className={styles.head}>
        <h2 id="event-title" className={styles.title}>{t.title}</h2>
        <Button size="small" appearance="subtle" aria-expanded={expanded} aria-controls="event-form" onClick={() => setOpen(!expanded)}>{expanded ? t.close : t.edit}</Button>
      </div>
      {expanded
        ? (
          <div id="event-form" className={styles.form}>
            <Field className={styles.wide} label={t.name} required {...say('name-missing', 'name-too-long')}>{input('name', 'text')}</Field>
            <Field label={t.start}>{input('start', 'date')}</Field>
            <Field label={t.end} {...say('end-before-start')}>{input('end', 'date')}</Field>
            <Field className={styles.wide} label={t.next} hint={t.nextHint}>{input('next', 'text')}</Field>
            <Field className={styles.wide} label={t.shop}>{input('shop', 'text')}</Field>
          </div>
        )
        : (
          <div id="event-form">
            <p className={styles.name}>{event.name}</p>
            {periodOf(event, t) !== '' && <p className={styles.facts}>{periodOf(event, t)}</p>}
            {(event.next !== '' || event.shop !== '') && <p className={styles.facts}>{[event.next === '' ? '' : t.nextIs(event.next), event.shop].filter((part) => part !== '').join(' · ')}</p>}
          </div>
        )}
    </section>
  );
}
