import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { DueView } from '../../retro/due';
import type { ChangeEntry } from '../../retro/tracking';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { mayDownload } from '../shared/platform';
import { usePane } from '../shared/SessionProvider';
import { Card } from './Card';
import { CopyBox } from './CopyBox';

const useStyles = makeStyles({
  how: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

type Made = { readonly of: DueView; readonly text: string } | { readonly of: DueView; readonly failed: true };

/** Deadlines as a calendar file (R36): made when asked for, as a download where there is one, and always as text to copy. */
export function CalendarCard({ view, owner, changes }: { readonly view: DueView; readonly owner: string | undefined; readonly changes: readonly ChangeEntry[] }) {
  const styles = useStyles();
  const { actions: { sending: t, calendar } } = useMessages();
  const { event } = usePane();
  const { actions: commands } = useCommands();
  const [made, setMade] = useState<Made>();
  const [busy, setBusy] = useState(false);
  const dated = view.items.filter(({ action }) => action.deadline !== '');

  const make = async () => {
    setBusy(true);
    try {
      const [{ calendarFile }, id] = await Promise.all([import('../../outputs/calendar'), commands.workbookId()]);
      if (!id.ok) throw new Error(id.failure.technical);
      // A person's file and everybody's are two: what one of them had, only that one takes back.
      const gone = await commands.exportEvents(owner === undefined ? '*' : `=${owner}`, Object.fromEntries(dated.map(({ action }) => [action.id, action.deadline])));
      if (!gone.ok) throw new Error(gone.failure.technical);
      const text = calendarFile(dated.map(({ action }) => action), changes, { workbookId: id.value, event: event.name, at: Date.parse(commands.now().replace(' ', 'T')), gone: gone.value }, calendar);
      setMade({ of: view, text });
    } catch {
      setMade({ of: view, failed: true });
    }
    setBusy(false);
  };
  const text = made !== undefined && 'text' in made ? made.text : undefined;
  // With nothing planned there may still be something to take back.
  if (dated.length === 0 && changes.length === 0) return <Card title={t.calendar} text={t.calendarNone}>{null}</Card>;
  return (
    <Card title={t.calendar} text={dated.length === 0 ? t.calendarNone : t.calendarText(dated.length)}>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={busy} onClick={() => void make()}>{busy ? t.calendarMaking : t.calendarMake}</Button>
        {text !== undefined && mayDownload() && <Download text={text} name={t.fileName(event.name)} />}
        <span role="status" className={styles.how}>{made !== undefined && 'failed' in made ? t.calendarFailed : ''}</span>
      </div>
      {text !== undefined && (
        <>
          <p className={styles.how}>{mayDownload() ? t.calendarHowWeb : t.calendarHow}</p>
          <CopyBox label={t.calendarBox} text={text} rows={6} copyLabel={t.calendarCopy} copied={t.calendarCopied} />
        </>
      )}
    </Card>
  );
}

function Download({ text, name }: { readonly text: string; readonly name: string }) {
  const { actions: { sending: t } } = useMessages();
  const url = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' })), [text]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <Link href={url} download={name}>{t.calendarDownload}</Link>;
}
