import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { messages, type Language } from '../../i18n';
import type { CellDifference, NewRow } from '../../workbook/copies';
import type { TableName } from '../../workbook/plan';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  box: { margin: '0 -6px' },
  mark: { color: tokens.colorStatusWarningForeground1, fontSize: '12px', marginLeft: '6px' },
  sides: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '4px 8px', margin: '0 0 0 28px', fontSize: '13px', lineHeight: '18px' },
  side: { minWidth: 0, margin: 0, padding: '4px 8px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', maxHeight: '126px', overflowY: 'auto' },
  theirs: { backgroundColor: tokens.colorBrandBackground2 },
  wide: { gridColumn: '1 / -1', backgroundColor: 'transparent', padding: '0 8px' },
  term: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  muted: { color: tokens.colorNeutralForeground2 },
  lines: { margin: '0 0 0 28px', padding: '4px 8px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorBrandBackground2, fontSize: '13px', lineHeight: '18px', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  note: { margin: '4px 0 0 28px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

interface ChoiceProps {
  readonly language: Language;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Name of a column in the language of the workbook. */
const headerOf = (table: TableName, column: string, language: Language): string => (messages[language].workbook.columns[table] as Readonly<Record<string, string>>)[column] ?? column;

/** A cell: mine beside the copy's, and what it was before where both were changed. */
export function CellChoice({ cell, language, checked, disabled, onChange }: ChoiceProps & { readonly cell: CellDifference }) {
  const styles = useStyles();
  const { copies: t } = useMessages();
  const { mine, theirs, before } = cell.shown;
  const side = (term: string, text: string, className: string) => (
    <div className={className}><span className={styles.term}>{term}</span>{text === '' ? <span className={styles.muted}>{t.empty}</span> : text}</div>
  );
  return (
    <div className={styles.choice}>
      <Checkbox
        className={styles.box} checked={checked} disabled={disabled} onChange={(_, data) => onChange(data.checked === true)}
        label={<>{headerOf(cell.table, cell.column, language)}{cell.kind !== 'theirs' && <span className={styles.mark}>{t.kinds[cell.kind]}</span>}</>}
        aria-label={`${cell.id} ${headerOf(cell.table, cell.column, language)}`}
      />
      <div className={styles.sides}>
        {side(t.mine, mine, styles.side)}
        {side(t.theirs, theirs, `${styles.side} ${styles.theirs}`)}
        {cell.kind === 'conflict' && before !== undefined && side(t.before, before, `${styles.side} ${styles.wide}`)}
      </div>
    </div>
  );
}

/** A row that only the copy has, with all it says. */
export function NewRowChoice({ row, language, checked, disabled, onChange }: ChoiceProps & { readonly row: NewRow }) {
  const styles = useStyles();
  const { copies: t } = useMessages();
  return (
    <div className={styles.choice}>
      <Checkbox className={styles.box} checked={checked} disabled={disabled} onChange={(_, data) => onChange(data.checked === true)} label={row.kind === 'deleted' ? <>{t.row(row.copyId, row.label)}<span className={styles.mark}>{t.deleted}</span></> : <>{t.added}</>} aria-label={`${row.kind === 'deleted' ? t.deleted : t.added} ${row.label}`} />
      <div className={styles.lines}>
        {row.shown.map(({ column, text }) => <div key={column}><span className={styles.muted}>{headerOf(row.table, column, language)} </span>{text}</div>)}
      </div>
      {row.idTaken && <p className={styles.note}>{t.newId(row.copyId)}</p>}
    </div>
  );
}
