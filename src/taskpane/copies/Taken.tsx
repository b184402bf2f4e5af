import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RowPlace } from '../../excel/rows';
import type { TakenOver } from '../../excel/take-over';
import { messages, type Language } from '../../i18n';
import type { CopyComparison } from '../../workbook/copies';
import { isNewRow, type Chosen } from '../../workbook/copies/chosen';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { useSession } from '../shared/SessionProvider';
import { choicesOf } from './choices';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '6px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  link: {
    border: 'none', backgroundColor: 'transparent', padding: '2px', cursor: 'pointer', textAlign: 'left', fontFamily: 'inherit', fontSize: '13px', lineHeight: '18px', color: tokens.colorBrandForeground1, overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  plain: { margin: '4px 0 0', paddingLeft: '16px', overflowWrap: 'anywhere' },
});

interface TakenProps {
  /** the comparison that was chosen from */
  readonly before: CopyComparison;
  readonly result: TakenOver;
  readonly language: Language;
  readonly onGoTo: (place: RowPlace, column: string) => void;
  readonly onAgain: () => void;
}

/** What was taken over, each row a way there; and what was not, and why. */
export function Taken({ before, result, language, onGoTo, onAgain }: TakenProps) {
  const styles = useStyles();
  const { copies: t } = useMessages();
  const session = useSession();
  const choices = new Map(choicesOf(before).map((choice) => [choice.key, choice]));
  const labels = new Map(before.tables.flatMap(({ table, rows }) => rows.map(({ id, label }) => [`${table}|${id}`, label] as const)));
  const of = (keys: readonly string[]): Chosen[] => keys.flatMap((key) => choices.get(key) ?? []);
  const header = (choice: Chosen): string => (isNewRow(choice) ? '' : ((messages[language].workbook.columns[choice.table] as Readonly<Record<string, string>>)[choice.column] ?? ''));
  const nameOf = (choice: Chosen): string => (isNewRow(choice) ? t.row(result.ids.get(choice.key) ?? choice.copyId, choice.label) : t.row(choice.id, labels.get(`${choice.table}|${choice.id}`) ?? ''));
  // One way a row, whatever was taken of it.
  const rows = new Map<string, { readonly place: RowPlace; readonly column: string; readonly name: string; readonly headers: string[] }>();
  for (const choice of of(result.taken)) {
    const id = isNewRow(choice) ? (result.ids.get(choice.key) ?? '') : choice.id;
    const known = rows.get(`${choice.table}|${id}`);
    if (known === undefined) rows.set(`${choice.table}|${id}`, { place: { table: choice.table, id, index: -1 }, column: isNewRow(choice) ? 'id' : choice.column, name: nameOf(choice), headers: isNewRow(choice) ? [t.added] : [header(choice)] });
    else known.headers.push(header(choice));
  }
  const tracked = of(result.taken).some((choice) => choice.table === 'tblAction' && !isNewRow(choice) && ['owner', 'deadline', 'status'].includes(choice.column));
  return (
    <>
      <Notice
        tone="good" role="status" title={result.taken.length === 0 ? t.takenNothing : t.taken(result.taken.length)}
        {...(tracked && { actions: <Button size="small" onClick={() => void session.openSheet('change')}>{t.openLog}</Button> })}
      >
        {tracked && t.takenText}
        <ul className={styles.list}>
          {[...rows].map(([key, { place, column, name, headers }]) => (
            <li key={key}><button type="button" className={styles.link} onClick={() => onGoTo(place, column)}>{name}</button> {t.columns(headers)}</li>
          ))}
        </ul>
      </Notice>
      {result.skipped.length > 0 && (
        <Notice tone="warning" title={t.skippedTitle(result.skipped.length)}>
          <ul className={styles.plain}>{result.skipped.map(({ key, reason }) => <li key={key}>{t.skipped[reason](of([key]).map((choice) => [nameOf(choice), header(choice)].filter((part) => part !== '').join(' · ')).join(''))}</li>)}</ul>
        </Notice>
      )}
      {result.left.differences > 0 && <Notice tone="info" actions={<Button size="small" onClick={onAgain}>{t.again}</Button>}>{t.left(result.left.differences)}</Notice>}
    </>
  );
}
