import { maskText, type AgentRoster } from '../../retro/masking';
import { isAboutOneFile } from '../../intake/questions';
import type { Answers } from '../../intake/questions';
import { sourceKinds } from '../../intake/types';
import type { SourceKind, TableChoice } from '../../intake/types';

/** What people decided about reading: kept in the workbook, used when the same header or the same question comes again (R41). */
export interface ReadingMemory {
  readonly tables: readonly TableChoice[];
  readonly answers: Answers;
  /** letters of the agents without their names; absent until agents came */
  readonly roster?: AgentRoster;
}

export const emptyMemory: ReadingMemory = { tables: [], answers: {} };

/** Headers remembered; the oldest goes first. */
const mostTables = 200;

/** The choice about one header, added to what was decided about it before; another kind forgets the columns of the one before. */
export function withChoice(memory: ReadingMemory, choice: TableChoice): ReadingMemory {
  const before = memory.tables.find((known) => known.signature === choice.signature);
  const otherKind = choice.kind !== undefined && choice.kind !== before?.kind;
  const merged: TableChoice = { ...before, ...choice, columns: { ...(otherKind ? {} : before?.columns), ...choice.columns } };
  return { ...memory, tables: [...memory.tables.filter((known) => known !== before), merged].slice(-mostTables) };
}

export function withoutChoice(memory: ReadingMemory, signature: string): ReadingMemory {
  return { ...memory, tables: memory.tables.filter((known) => known.signature !== signature) };
}

export function withAnswer(memory: ReadingMemory, key: string, option: string): ReadingMemory {
  return { ...memory, answers: { ...memory.answers, [key]: option } };
}

/** The letters of a mask, when it has more than before; the memory as it is otherwise. */
export function withRoster(memory: ReadingMemory, roster: AgentRoster): ReadingMemory {
  return roster.prints.length === (memory.roster?.prints.length ?? 0) ? memory : { ...memory, roster };
}

/** What of it goes into the workbook: plain JSON. A first line that was taken for a header and holds a phone or a name stays out (R28). */
export function toStore(memory: ReadingMemory): unknown {
  return { version: 1, tables: memory.tables.filter(({ signature }) => maskText(signature) === signature), answers: Object.fromEntries(Object.entries(memory.answers).filter(([key]) => !isAboutOneFile(key))), ...(memory.roster && { roster: memory.roster }) };
}

/** The memory of a workbook. Whatever does not look like one (a newer version, a damaged value) is as if nothing was decided. */
export function fromStore(value: unknown): ReadingMemory {
  if (!isRecord(value) || value['version'] !== 1) return emptyMemory;
  const tables = Array.isArray(value['tables']) ? value['tables'].flatMap(tableOf) : [];
  const roster = rosterOf(value['roster']);
  return { tables: tables.slice(-mostTables), answers: textsOf(value['answers']), ...(roster && { roster }) };
}

function rosterOf(value: unknown): AgentRoster | undefined {
  if (!isRecord(value) || typeof value['salt'] !== 'string' || !Array.isArray(value['prints'])) return undefined;
  const prints = value['prints'].filter((print) => typeof print === 'string');
  return prints.length === value['prints'].length ? { salt: value['salt'], prints } : undefined;
}

function tableOf(value: unknown): TableChoice[] {
  if (!isRecord(value) || typeof value['signature'] !== 'string' || value['signature'] === '') return [];
  const kind = sourceKinds.find((known): known is SourceKind => known === value['kind']);
  return [{ signature: value['signature'], ...(kind && { kind }), ...(isRecord(value['columns']) && { columns: textsOf(value['columns']) }) }];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
