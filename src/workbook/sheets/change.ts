import { languages, type Language } from '../../i18n';
import { fromSerial, toSerial } from '../../retro/dates';
import { changeOrigins, PRESENT, REMOVED, trackedFields, type ChangeEntry, type LoggedField } from '../../retro/tracking';
import { column, columns, wordsOf } from '../columns';
import { locateColumns } from '../merge';
import type { ColumnPlan, PlanValue, RowPlan, SheetPlan } from '../plan';
import type { TableSnapshot } from '../snapshot';
import { text } from '../references';
import { blank } from './case';
import { tableSheet } from './table-sheet';

export const TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';
const loggedFields: readonly LoggedField[] = [...trackedFields, 'row'];

/** 变更记录 (R34): one line for every change of owner, deadline or status. The add-in only ever adds to it. */
export function changeSheet(entries: readonly ChangeEntry[], language: Language): SheetPlan {
  const { tracking } = wordsOf(language);
  return tableSheet('change', language, {
    name: 'tblChange',
    idPrefix: '',
    appendOnly: true,
    columns: changeColumns(language),
    rows: entries.map((entry) => changeRow(entry, language)),
    rules: [
      { columns: ['new', 'postponed'], formula: '={postponed}=1', tone: 'near' },
      { columns: ['field', 'new'], formula: `={new}=${text(tracking.removed)}`, tone: 'bad' },
    ],
  });
}

export const changeColumns = (language: Language): ColumnPlan[] => columns('tblChange', language, {
  at: column.given(19, { numberFormat: TIME_FORMAT, align: 'Center' }),
  action: column.given(10, { align: 'Center' }),
  what: column.given(34, { wrap: true }),
  field: column.given(12, { align: 'Center' }),
  old: column.given(16, { wrap: true }),
  new: column.given(16, { wrap: true }),
  origin: column.given(16, { wrap: true }),
  who: column.given(10),
  note: column.given(14, { wrap: true }),
  ordinal: column.given(8, { numberFormat: '0', align: 'Center' }),
  postponed: column.given(8, { numberFormat: '0', align: 'Center' }),
  id: { role: 'id', width: 22 },
});

/** A line as it stands in the sheet. */
export function changeRow(entry: ChangeEntry, language: Language): RowPlan {
  const { tracking } = wordsOf(language);
  const value = (raw: string): PlanValue => blank(entry.field !== 'row' ? raw : raw === REMOVED ? tracking.removed : tracking.present);
  return {
    id: entry.key,
    naturalKey: entry.key,
    values: {
      at: timeSerial(entry.at), action: entry.action, what: blank(entry.what), field: tracking.fields[entry.field], old: value(entry.old), new: value(entry.new), origin: tracking.origins[entry.origin],
      who: blank(entry.who), note: blank(entry.note), ordinal: entry.ordinal, postponed: entry.postponed ? 1 : 0,
    },
  };
}

type Cell = string | number | boolean;

/** Reads the log back, oldest first as it was written; what people typed below, and empty rows, are left out. */
export function readChanges(table: Pick<TableSnapshot, 'headers' | 'rows'> | undefined): ChangeEntry[] {
  if (table === undefined) return [];
  const index = changeIndex(table.headers);
  return table.rows.flatMap((row) => {
    const entry = readChange((key) => row[index.get(key) ?? -1] ?? '');
    return entry === undefined ? [] : [entry];
  });
}

/** Where the log's columns stand, whatever the language and the order. */
export const changeIndex = (headers: readonly string[]): Map<string, number> => locateColumns((located ??= changeColumns('zh-CN')), headers);
let located: readonly ColumnPlan[] | undefined;

/** One line by column key; undefined when it is none of ours. */
export function readChange(cell: (key: string) => Cell): ChangeEntry | undefined {
  const word = (key: string): string => String(cell(key)).trim();
  const field = fromWord(loggedFields, word('field'), 'fields');
  const [key, action] = [word('id'), word('action')];
  if (field === undefined || key === '' || action === '') return undefined;
  const value = (name: string): string => {
    const raw = cell(name);
    const said = typeof raw === 'number' && field === 'deadline' ? (fromSerial(raw) ?? String(raw)) : String(raw);
    if (field !== 'row') return said;
    return languages.some((language) => wordsOf(language).tracking.removed === said) ? REMOVED : PRESENT;
  };
  return {
    key, action, field, what: String(cell('what')), old: value('old'), new: value('new'), ordinal: Number(cell('ordinal')) || 0, at: timeText(cell('at')),
    origin: fromWord(changeOrigins, word('origin'), 'origins') ?? 'found-on-open', who: word('who'), postponed: Number(cell('postponed')) === 1, note: String(cell('note')),
  };
}

function fromWord<Name extends LoggedField | ChangeEntry['origin']>(names: readonly Name[], word: string, list: 'fields' | 'origins'): Name | undefined {
  return names.find((name) => languages.some((language) => (wordsOf(language).tracking[list] as Readonly<Record<string, string>>)[name] === word));
}

const SECONDS = 86_400;

/** `YYYY-MM-DD HH:MM:SS` as Excel's serial number. */
export function timeSerial(at: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = at.slice(11).split(':').map(Number);
  return toSerial(at.slice(0, 10)) + (hours * 3600 + minutes * 60 + seconds) / SECONDS;
}

function timeText(cell: Cell): string {
  if (typeof cell !== 'number') return String(cell);
  const whole = Math.round(cell * SECONDS);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const rest = whole % SECONDS;
  return `${fromSerial(Math.floor(whole / SECONDS)) ?? ''} ${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
}
