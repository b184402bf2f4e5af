import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Failure } from '../../excel/failures';
import type { GrowingTable, RowPlace, RowView } from '../../excel/rows';
import { messages, type Language } from '../../i18n';
import { proposeScript } from '../../retro/scripts';
import type { ListName } from '../../workbook/plan';
import { labelColumn, teamColumns, wordingMark } from '../../workbook/team-columns';
import { FailureNotice } from '../failures/FailureNotice';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { unexpected } from '../state/session';
import { useDrafts } from './Drafts';
import { rowForms } from './fields';
import { RowField } from './RowField';

const useStyles = makeStyles({
  context: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(64px, max-content) 1fr', gap: '4px 12px', fontSize: '13px', lineHeight: '18px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2 },
  term: { color: tokens.colorNeutralForeground2, maxWidth: '96px' },
  value: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
  spread: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A row to fill: one that stands in a table, or one to add. */
export type RowWanted = { readonly place: RowPlace } | { readonly add: GrowingTable; readonly values: Readonly<Record<string, string>> };

interface RowScreenProps {
  readonly wanted: RowWanted;
  /** the column to begin with */
  readonly column: string;
  readonly language: Language;
  readonly ignored: ReadonlySet<string>;
  readonly onIgnored: (mark: string) => void;
  readonly onBack: () => void;
  /** opens another form, e.g. a lesson from a cause */
  readonly onOpen: (wanted: RowWanted, column: string) => void;
}

/** characters of a row's own words in the heading */
const LONGEST_LABEL = 24;

const keyOf = (wanted: RowWanted): string => ('place' in wanted ? `${wanted.place.table}|${wanted.place.id}|${wanted.place.id === '' ? String(wanted.place.index) : ''}` : `new|${wanted.add}|${wanted.values['evidence'] ?? wanted.values['source'] ?? ''}`);

/** One row of the workbook as a form: what the data say above, what people add below. Saved into the sheet, never over what somebody else just wrote. */
export function RowScreen({ wanted, column, language, ignored, onIgnored, onBack, onOpen }: RowScreenProps) {
  const styles = useStyles();
  const { steps: { row: t, title } } = useMessages();
  const { steps: commands } = useCommands();
  const drafts = useDrafts();
  const key = keyOf(wanted);
  const table = 'place' in wanted ? wanted.place.table : wanted.add;
  const form = rowForms[table] ?? { context: [], fields: [] };
  const [view, setView] = useState<RowView>();
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>(drafts.get(key) ?? ('add' in wanted ? wanted.values : {}));
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [changed, setChanged] = useState<readonly string[]>([]);
  const words = messages[language].workbook;
  const headers: Readonly<Record<string, string>> = view?.headers ?? words.columns[table];

  const load = async (): Promise<void> => {
    if (!('place' in wanted)) return;
    setFailure(undefined);
    const outcome = await commands.row(wanted.place).catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    if (outcome.ok) setView(outcome.value);
    else setFailure(outcome.failure);
  };
  useEffect(() => {
    void load();
    // Read once for each row.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const change = (field: string, text: string): void => {
    const next = { ...draft, [field]: text };
    setDraft(next);
    drafts.set(key, next);
    setSaid('');
  };
  const value = (field: string): string => draft[field] ?? view?.cells[field] ?? '';
  const dirty = Object.keys(draft).filter((field) => draft[field] !== (view?.cells[field] ?? ''));

  const save = async (seen: Readonly<Record<string, string>>): Promise<void> => {
    setSaving(true);
    setFailure(undefined);
    const values = Object.fromEntries(dirty.map((field) => [field, draft[field] ?? '']));
    const place = 'place' in wanted ? wanted.place : view;
    const outcome = await (place === undefined
      ? commands.add((wanted as { add: GrowingTable }).add, values).then((added) => (added.ok ? { ok: true, value: { saved: true, row: added.value, changed: [] } } as const : added))
      : commands.save({ table: place.table, id: place.id, index: place.index, values, seen })).catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    setSaving(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    const { row, saved } = outcome.value;
    setView(row);
    setChanged(saved ? [] : ('changed' in outcome.value ? outcome.value.changed : []));
    if (!saved) return;
    setDraft({});
    drafts.delete(key);
    setSaid(place === undefined ? t.added(row.id) : t.saved);
  };

  const takeTheirs = (): void => {
    const next = Object.fromEntries(Object.entries(draft).filter(([field]) => !changed.includes(field)));
    setDraft(next);
    drafts.set(key, next);
    setChanged([]);
  };

  const id = view?.id ?? ('place' in wanted ? wanted.place.id : '');
  const label = (view?.cells[labelColumn[table] ?? 'id'] ?? '').replace(/\s+/g, ' ');
  const heading = id !== '' ? `${id} ${label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label}`.trim() : table === 'tblLesson' ? t.newLesson : table === 'tblAction' ? t.newAction : title;
  const shown = form.context.filter((field) => (view?.cells[field] ?? '') !== '');
  const ready = 'add' in wanted || view !== undefined;
  const canSpread = table === 'tblCause' || table === 'tblCase' || table === 'tblComparison' || table === 'tblNode';
  return (
    <Screen
      title={heading}
      takeFocus
      note={said === '' ? (dirty.length > 0 && !saving ? t.unsaved : undefined) : said}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={saving || dirty.length === 0} onClick={() => void save(view?.cells ?? {})}>{saving ? t.saving : 'add' in wanted && view === undefined ? t.add : t.save}</Button>
          <Button onClick={onBack}>{t.back}</Button>
          {id !== '' && <Button appearance="subtle" onClick={() => void commands.goTo({ table, id, index: view?.index ?? -1 }, column)}>{t.goTo}</Button>}
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} onAction={() => void (view === undefined ? load() : save(view.cells))} onDismiss={() => setFailure(undefined)} />}
      {changed.length > 0 && (
        <Notice
          tone="warning"
          role="alert"
          title={t.changedTitle}
          actions={
            <>
              <Button size="small" onClick={() => void save(view?.cells ?? {})}>{t.takeMine}</Button>
              <Button size="small" onClick={takeTheirs}>{t.takeTheirs}</Button>
            </>
          }
        >
          <div>{t.changedText}</div>
          {changed.map((field) => <div key={field}>{t.nowIs(headers[field] ?? field, view?.cells[field] === '' ? t.empty : (view?.cells[field] ?? t.empty))}</div>)}
        </Notice>
      )}
      {shown.length > 0 && (
        <dl className={styles.context}>
          {shown.flatMap((field) => [
            <dt key={`${field}-term`} className={styles.term}>{headers[field] ?? field}</dt>,
            <dd key={field} className={styles.value}>{view?.cells[field]}</dd>,
          ])}
        </dl>
      )}
      {ready && (
        <div className={styles.fields}>
          {form.fields.map((spec) => (
            <RowField
              key={spec.key}
              spec={spec}
              label={headers[spec.key] ?? spec.key}
              value={value(spec.key)}
              options={spec.list === undefined ? [] : (words.lists as Readonly<Partial<Record<ListName, readonly string[]>>>)[spec.list] ?? []}
              checked={teamColumns[table]?.includes(spec.key) === true}
              isIgnored={(sentence) => ignored.has(wordingMark(table, id, spec.key, sentence))}
              onChange={(text) => change(spec.key, text)}
              onIgnore={(sentence) => onIgnored(wordingMark(table, id, spec.key, sentence))}
              {...(table === 'tblCase' && spec.key === 'script' && { proposal: proposeScript({ positive: view?.cells['kind'] === words.caseKinds.positive, reply: value('reply'), method: value('method') }) })}
            />
          ))}
        </div>
      )}
      {ready && canSpread && id !== '' && (
        <div className={styles.spread}>
          <Button size="small" onClick={() => onOpen({ add: 'tblLesson', values: { evidence: id } }, 'rule')}>{t.toLesson}</Button>
          <Button size="small" onClick={() => onOpen({ add: 'tblAction', values: { source: id } }, 'what')}>{t.toAction}</Button>
        </div>
      )}
    </Screen>
  );
}
