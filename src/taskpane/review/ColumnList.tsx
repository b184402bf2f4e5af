import { Badge, Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { KindColumns } from '../../intake/head';
import { readHeader } from '../../intake/headers';
import type { Source } from '../../intake/types';
import { useLanguage, useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';
import { certaintyOf, meaningOptions, meaningText } from './meanings';
import type { Certainty } from './meanings';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', alignItems: 'center', gap: '0 8px', padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  header: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
  meaning: { fontSize: '13px', lineHeight: '18px', color: tokens.colorNeutralForeground1 },
  select: { gridColumn: '1 / -1', marginBottom: '4px' },
});

const colours: Readonly<Record<Certainty, 'success' | 'warning' | 'informative' | 'brand'>> = { decided: 'brand', sure: 'success', likely: 'warning', unused: 'informative' };

/** Each column with what it was taken for and how sure that is; without `columns` only to look at. One column at a time turns into a choice, so that a wide table stays light. */
export function ColumnList({ source, columns }: { readonly source: Source; readonly columns: KindColumns | undefined }) {
  const styles = useStyles();
  const messages = useMessages();
  const { language } = useLanguage();
  const { pane: { review }, reading: t } = messages;
  const { memory } = usePane();
  const session = useSession();
  const [open, setOpen] = useState<number>();
  const id = useId();
  const decided = memory.tables.find((choice) => choice.signature === source.signature)?.columns ?? {};
  const { signature } = source;

  const choose = (index: number, meaning: string) => {
    const name = readHeader(source.columns[index]?.header ?? '').name;
    if (signature === undefined || name === '') return;
    // One meaning, one column: the column that had it before is left out.
    const others = source.columns.filter((column, other) => other !== index && meaning !== '' && column.meaning === meaning).map((column) => [readHeader(column.header).name, ''] as const);
    setOpen(undefined);
    // The choice goes away: the keyboard goes on where it was opened.
    document.getElementById(`${id}-${index}`)?.focus();
    void session.choose({ signature, kind: source.kind, columns: { ...Object.fromEntries(others), [name]: meaning } }, source.file);
  };

  return (
    <ul className={styles.list}>
      {source.columns.map((column, index) => {
        const name = readHeader(column.header).name;
        const certainty = certaintyOf(column, decided[name] !== undefined);
        const header = column.header === '' ? review.noName : column.header;
        const options = open === index ? meaningOptions(source.kind, column.meaning, columns, messages, language) : undefined;
        return (
          <li key={index} className={styles.item}>
            <div className={styles.text}>
              <div className={styles.header}>{header}</div>
              <div className={styles.meaning}>{column.meaning === undefined ? t.notUsed : meaningText(source.kind, column.meaning, messages, language)}</div>
            </div>
            <Badge appearance="tint" color={colours[certainty]} size="small">{t[certainty]}</Badge>
            {name === '' || columns === undefined
              ? <span />
              : <Button id={`${id}-${index}`} size="small" appearance="subtle" aria-label={t.changeColumn(header)} aria-expanded={open === index} onClick={() => setOpen(open === index ? undefined : index)}>{t.edit}</Button>}
            {options !== undefined && (
              <Select className={styles.select} size="small" autoFocus aria-label={t.columnMeaning(header)} value={column.meaning ?? ''} onChange={(_, data) => choose(index, data.value)}>
                <option value="">{t.notUsed}</option>
                <optgroup label={t.fieldGroup}>{options.fields.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}</optgroup>
                {options.metrics.length > 0 && <optgroup label={t.metricGroup}>{options.metrics.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}</optgroup>}
              </Select>
            )}
          </li>
        );
      })}
    </ul>
  );
}
