import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import { weekdayOf } from '../../retro/dates';
import { trackedFields, type ActionState, type TrackedField } from '../../retro/tracking';
import { FailureNotice } from '../failures/FailureNotice';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { useTracker } from './ActionsProvider';
import { quickDates, readDeadlineInput, type DeadlineInput } from './deadline-input';
import { keepName, readName } from './who';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '10px', margin: 0 },
  wide: { gridColumn: '1 / -1' },
  control: { minWidth: 0, width: '100%' },
  quick: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '-4px' },
  day: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  buttons: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  said: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

type Drafts = Readonly<Partial<Record<TrackedField, string>>>;
/** Option of the owner list for a name that is not in it; no name can have a tab in it. */
const OTHER = '\t';

interface ActionEditorProps {
  readonly action: ActionState;
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
}

/** Owner, deadline and status in place. Nothing is written before it is saved; a field nobody touched follows the sheet. */
export function ActionEditor({ action, owners, statuses }: ActionEditorProps) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const today = useCommands().actions.today();
  const tracker = useTracker();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [freeOwner, setFreeOwner] = useState(false);
  const [who, setWho] = useState(readName);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure>();

  const current: Readonly<Record<TrackedField, string>> = { owner: action.owner, deadline: action.deadline === '' ? action.deadlineRaw : action.deadline, status: action.status };
  const value = (field: TrackedField): string => drafts[field] ?? current[field];
  const draft = (field: TrackedField, next: string): void => {
    setSaid('');
    setDrafts({ ...drafts, [field]: next });
  };
  const deadline = readDeadlineInput(value('deadline'), today);
  const changed = trackedFields.filter((field) => drafts[field] !== undefined && drafts[field].trim() !== current[field]);
  const wrong = changed.includes('deadline') && (deadline.kind === 'vague' || deadline.kind === 'invalid');
  const unlisted = changed.includes('owner') && value('owner').trim() !== '' && !owners.includes(value('owner').trim());

  const save = async () => {
    if (changed.length === 0) {
      setSaid(t.nothingToSave);
      return;
    }
    setSaving(true);
    setFailure(undefined);
    keepName(who.trim());
    let left = drafts;
    for (const field of changed) {
      const outcome = await tracker.edit(action.id, field, value(field).trim(), who.trim());
      if (!outcome.ok) {
        setFailure(outcome.failure);
        setSaving(false);
        return;
      }
      // What is saved follows the sheet again, whatever becomes of the next one.
      const { [field]: _, ...rest } = left;
      left = rest;
      setDrafts(rest);
    }
    setFreeOwner(false);
    setSaving(false);
    setSaid(t.saved(action.id));
  };

  const ownerOptions = [...new Set([...owners, ...(current.owner === '' ? [] : [current.owner])])];
  const statusOptions = [...new Set([...statuses, ...(current.status === '' ? [] : [current.status])])];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && !saving) void save();
      }}
    >
      <Field label={t.fields.owner} className={styles.control}>
        <Select
          size="small"
          value={freeOwner ? OTHER : value('owner')}
          onChange={(_, data) => {
            setFreeOwner(data.value === OTHER);
            draft('owner', data.value === OTHER ? '' : data.value);
          }}
        >
          <option value="">{t.ownerEmpty}</option>
          {ownerOptions.map((name) => <option key={name} value={name}>{name}</option>)}
          <option value={OTHER}>{t.ownerOther}</option>
        </Select>
      </Field>
      <Field label={t.fields.status} className={styles.control}>
        <Select size="small" value={value('status')} onChange={(_, data) => draft('status', data.value)}>
          <option value="">{t.ownerEmpty}</option>
          {statusOptions.map((status) => <option key={status} value={status}>{status}</option>)}
        </Select>
      </Field>
      {freeOwner && (
        <Field label={t.ownerName} className={styles.wide} {...(unlisted && { validationState: 'warning', validationMessage: t.ownerUnlisted(value('owner').trim()) } as const)}>
          <Input size="small" className={styles.control} value={value('owner')} maxLength={40} autoComplete="off" onChange={(_, data) => draft('owner', data.value)} />
        </Field>
      )}
      <Field label={t.fields.deadline} className={styles.wide} hint={t.deadlineHint} {...deadlineSays(deadline, changed.includes('deadline'), t)}>
        <Input size="small" className={styles.control} input={{ className: styles.control }} value={value('deadline')} maxLength={40} autoComplete="off" onChange={(_, data) => draft('deadline', data.value)} />
      </Field>
      <div role="group" aria-label={t.quick} className={`${styles.wide} ${styles.quick}`}>
        {quickDates(today).map(({ key, date }) => (
          <Button key={key} type="button" size="small" className={styles.day} title={t.due(date, weekdayOf(date))} onClick={() => draft('deadline', date)}>{t.quickDates[key]}</Button>
        ))}
      </div>
      <Field label={t.who} hint={t.whoHint} className={styles.wide}>
        <Input size="small" className={styles.control} input={{ className: styles.control }} value={who} maxLength={20} autoComplete="off" onChange={(_, data) => setWho(data.value)} />
      </Field>
      {failure !== undefined && <div className={styles.wide}><FailureNotice failure={failure} onAction={() => void save()} onDismiss={() => setFailure(undefined)} /></div>}
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={saving || wrong}>{saving ? t.saving : t.save}</Button>
        <span role="status" className={styles.said}>{said}</span>
      </div>
    </form>
  );
}

type Says = { readonly validationState?: 'error' | 'warning' | 'none'; readonly validationMessage?: string };

/** What saving the deadline would do, said while it is typed. */
function deadlineSays(reading: DeadlineInput, changed: boolean, t: ReturnType<typeof useMessages>['actions']): Says {
  if (!changed) return {};
  switch (reading.kind) {
    case 'vague': return { validationState: 'error', validationMessage: t.deadlineVague };
    case 'invalid': return { validationState: 'error', validationMessage: t.deadlineInvalid };
    case 'empty': return { validationState: 'warning', validationMessage: t.deadlineEmpty };
    case 'date': return reading.past
      ? { validationState: 'warning', validationMessage: `${t.deadlineReads(reading.date, weekdayOf(reading.date))} · ${t.deadlinePast}` }
      : { validationState: 'none', validationMessage: t.deadlineReads(reading.date, weekdayOf(reading.date)) };
  }
}
