import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Head } from '../../intake/head';
import { sourceKinds } from '../../intake/types';
import type { Source, SourceKind } from '../../intake/types';
import { useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';
import { ColumnList } from './ColumnList';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  field: { minWidth: 0 },
  select: { minWidth: 0, width: '100%' },
  title: { margin: '0 0 4px', fontSize: '12px', lineHeight: '18px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 10px' },
});

/** Kind, header row and columns of a source, to be put right where they are wrong. What is decided is read at once and remembered. */
export function Recognition({ source }: { readonly source: Source }) {
  const styles = useStyles();
  const { pane: { review }, problems, reading: t } = useMessages();
  const { memory } = usePane();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [head, setHead] = useState<Head | 'loading'>();
  /** for a table of unknown kind: the header row chosen before its kind is */
  const [pending, setPending] = useState<string>();
  const opener = useId();
  const { signature } = source;
  const decided = memory.tables.some((choice) => choice.signature === signature);
  const chat = source.kind === 'chat';

  const toggle = () => {
    setOpen(!open);
    if (open || head !== undefined) return;
    setHead('loading');
    void session.readHead(source.file).then((found) => setHead(found ?? { rows: [], kinds: {} }));
  };
  const chooseKind = (kind: string) => {
    const header = pending ?? signature ?? (head !== undefined && head !== 'loading' ? head.rows[0]?.signature : undefined);
    if (header === undefined) return;
    setPending(undefined);
    if (kind === '') void session.forget(header, source.file);
    else void session.choose({ signature: header, kind: kind as SourceKind }, source.file, signature);
  };
  const forget = () => {
    if (signature === undefined) return;
    document.getElementById(opener)?.focus();
    void session.forget(signature, source.file);
  };
  const chooseHeader = (header: string) => {
    if (source.kind === 'unknown' || chat) setPending(header);
    else void session.choose({ signature: header, kind: source.kind }, source.file, signature);
  };

  return (
    <div className={styles.area}>
      {decided && (
        <div className={styles.row}>
          <p className={styles.text}>{t.chosen}</p>
          <Button size="small" onClick={forget}>{t.forget}</Button>
        </div>
      )}
      <div><Button id={opener} size="small" appearance={source.kind === 'unknown' ? 'primary' : 'secondary'} aria-expanded={open} onClick={toggle}>{t.change}</Button></div>
      {open && head === 'loading' && <p className={styles.text} role="status">{t.loadingHead}</p>}
      {open && head !== undefined && head !== 'loading' && (head.rows.length === 0 ? <p className={styles.text}>{t.noHead}</p> : (
        <>
          <Field className={styles.field} size="small" label={t.changeKind}>
            <Select className={styles.select} size="small" value={source.kind === 'unknown' ? '' : source.kind} onChange={(_, data) => chooseKind(data.value)}>
              <option value="">{source.kind === 'unknown' ? problems.kinds.unknown : t.automatic}</option>
              {sourceKinds.filter((kind) => head.kinds[kind] !== undefined || kind === source.kind).filter((kind) => kind !== 'unknown').map((kind) => <option key={kind} value={kind}>{problems.kinds[kind]}</option>)}
            </Select>
          </Field>
          <Field className={styles.field} size="small" label={t.headerRow}>
            <Select className={styles.select} size="small" value={pending ?? signature ?? ''} onChange={(_, data) => chooseHeader(data.value)}>
              {signature !== undefined && !head.rows.some((row) => row.signature === signature) && <option value={signature}>{t.headerLine(source.headerLine, signature.replaceAll('|', t.listSeparator).slice(0, 60))}</option>}
              {head.rows.map((row) => <option key={row.line} value={row.signature}>{t.headerLine(row.line, row.cells.join(t.listSeparator).slice(0, 60))}</option>)}
            </Select>
          </Field>
          {source.columns.length > 0 && source.kind !== 'unknown' && (
            <div>
              <h3 className={styles.title}>{t.columnsTitle} · {review.columns(source.columns.filter((column) => column.meaning !== undefined).length, source.columns.length)}</h3>
              <ColumnList source={source} columns={head.kinds[source.kind]} />
            </div>
          )}
        </>
      ))}
    </div>
  );
}
