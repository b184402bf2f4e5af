import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RowPlace } from '../../excel/rows';
import type { Language } from '../../i18n';
import type { CopyComparison, RowDifference, TableDifferences } from '../../workbook/copies';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { choicesOf, choicesOfTable } from './choices';
import { CellChoice, NewRowChoice } from './Choice';

/** Rows shown before the rest waits for a click. */
const PAGE = 40;

const useStyles = makeStyles({
  summary: { margin: 0, fontSize: '14px', lineHeight: '20px' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  count: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, marginRight: 'auto' },
  group: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: 'hidden' },
  row: { padding: '8px 10px 10px', display: 'flex', flexDirection: 'column', gap: '6px', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  name: { margin: 0, fontSize: '13px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0, display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  link: {
    flexShrink: 0, border: 'none', backgroundColor: 'transparent', padding: '0 2px', cursor: 'pointer', fontFamily: 'inherit', fontSize: '12px', lineHeight: '20px', color: tokens.colorBrandForeground1,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  notes: { margin: '4px 0 0', paddingLeft: '16px', overflowWrap: 'anywhere' },
  fold: { fontSize: '13px', lineHeight: '20px' },
  foldSummary: { cursor: 'pointer', color: tokens.colorNeutralForeground2, padding: '3px 0', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall } },
  more: { alignSelf: 'flex-start' },
});

interface DifferencesProps {
  readonly comparison: CopyComparison;
  /** of the workbook: names of its columns */
  readonly language: Language;
  /** keys */
  readonly chosen: ReadonlySet<string>;
  readonly from: string;
  /** name of the file, written when nobody is named */
  readonly file: string;
  readonly disabled: boolean;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly onFrom: (from: string) => void;
  readonly onGoTo: (place: RowPlace, column: string) => void;
}

/** What a copy has otherwise, by sheet and row, each with its choice. */
export function Differences({ comparison, language, chosen, from, file, disabled, onChosen, onFrom, onGoTo }: DifferencesProps) {
  const styles = useStyles();
  const { copies: t } = useMessages();
  const all = choicesOf(comparison);
  const choose = (keys: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) if (on) next.add(key);
    else next.delete(key);
    onChosen(next);
  };
  const notes = comparison.tables.flatMap(({ sheet, notes: found }) => found.map(({ code, values }) => t.note(sheet, t.notes[code](values))));
  if (all.length === 0 && comparison.tables.length === 0) return <Notice tone="good" role="status" title={t.same}>{t.sameText}</Notice>;
  return (
    <>
      <p role="status" className={styles.summary}>{all.length === 0 ? t.onlyNotes : t.found(all.length, comparison.suggested)}</p>
      {notes.length > 0 && <Notice tone="info"><ul className={styles.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul></Notice>}
      {all.length > 0 && (
        <>
          <Field label={t.from} hint={t.fromHint}><Input size="small" value={from} placeholder={file} disabled={disabled} autoComplete="off" onChange={(_, data) => onFrom(data.value)} /></Field>
          <div className={styles.tools}>
            <span className={styles.count} role="status">{t.chosen(chosen.size, all.length)}</span>
            <Button size="small" disabled={disabled} onClick={() => onChosen(new Set(all.map(({ key }) => key)))}>{t.all}</Button>
            <Button size="small" disabled={disabled} onClick={() => onChosen(new Set())}>{t.none}</Button>
            {comparison.suggested > 0 && comparison.suggested < all.length && <Button size="small" disabled={disabled} onClick={() => onChosen(new Set(all.filter(({ suggested }) => suggested).map(({ key }) => key)))}>{t.suggested}</Button>}
          </div>
        </>
      )}
      {comparison.tables.map((table) => <Group key={table.table} table={table} language={language} chosen={chosen} disabled={disabled} onChoose={choose} onGoTo={onGoTo} />)}
    </>
  );
}

interface GroupProps extends Pick<DifferencesProps, 'language' | 'chosen' | 'disabled' | 'onGoTo'> {
  readonly table: TableDifferences;
  readonly onChoose: (keys: readonly string[], on: boolean) => void;
}

/** One sheet. What the copy has empty is folded away: it is rarely meant. */
function Group({ table, language, chosen, disabled, onChoose, onGoTo }: GroupProps) {
  const styles = useStyles();
  const { copies: t } = useMessages();
  const [most, setMost] = useState(PAGE);
  const parts = (which: (kind: string) => boolean): RowDifference[] => table.rows.flatMap((row) => {
    const cells = row.cells.filter(({ kind }) => which(kind));
    return cells.length === 0 ? [] : [{ ...row, cells }];
  });
  const [rows, empty] = [parts((kind) => kind !== 'emptied'), parts((kind) => kind === 'emptied')];
  const emptied = empty.reduce((sum, row) => sum + row.cells.length, 0);
  const count = choicesOfTable(table).length;
  if (count + table.gone.length === 0) return null;
  const item = (row: RowDifference) => (
    <li key={row.id} className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.name}>{t.row(row.id, row.label)}</h3>
        <button type="button" className={styles.link} aria-label={t.goToRow(row.id)} onClick={() => onGoTo({ table: table.table, id: row.id, index: -1 }, row.cells[0]?.column ?? 'id')}>{t.goTo}</button>
      </div>
      {row.cells.map((cell) => <CellChoice key={cell.key} cell={cell} language={language} checked={chosen.has(cell.key)} disabled={disabled} onChange={(on) => onChoose([cell.key], on)} />)}
    </li>
  );
  const shownNew = table.added.slice(0, Math.max(0, most - rows.length));
  const left = rows.length + table.added.length - most;
  return (
    <section className={styles.group} aria-label={table.sheet}>
      <h2 className={styles.heading}>{count === 0 ? table.sheet : t.group(table.sheet, count)}</h2>
      {rows.length + table.added.length > 0 && (
        <ul className={styles.list}>
          {rows.slice(0, most).map(item)}
          {shownNew.map((row) => <li key={row.key} className={styles.row}><NewRowChoice row={row} language={language} checked={chosen.has(row.key)} disabled={disabled} onChange={(on) => onChoose([row.key], on)} /></li>)}
        </ul>
      )}
      {left > 0 && <Button className={styles.more} size="small" appearance="subtle" onClick={() => setMost(most + 4 * PAGE)}>{t.more(left)}</Button>}
      {emptied > 0 && (
        <details className={styles.fold}>
          <summary className={styles.foldSummary}>{t.emptied(emptied)}</summary>
          <ul className={styles.list}>{empty.map(item)}</ul>
        </details>
      )}
      {table.gone.length > 0 && (
        <details className={styles.fold}>
          <summary className={styles.foldSummary}>{t.gone(table.gone.length)}</summary>
          <ul className={styles.notes}>{table.gone.map(({ id, label }) => <li key={id}>{t.goneRow(id, label)}</li>)}</ul>
        </details>
      )}
    </section>
  );
}
