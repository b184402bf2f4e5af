import { languages, messages } from '../i18n';
import type { ComparisonState } from '../retro/compare';
import type { EvidenceTables, NamedRow } from '../retro/evidence';
import type { TableName } from './plan';
import { bookRows, type BookRow } from './rows';
import type { WorkbookSnapshot } from './snapshot';

/** State of a row of the comparison as the sheet's words say it, in whatever language; undefined for a row without one. */
export function stateOf(row: BookRow): ComparisonState | undefined {
  const said = row.text('state');
  for (const { workbook: { states } } of languages.map((language) => messages[language])) {
    const found = (Object.keys(states) as ComparisonState[]).find((state) => states[state] === said);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the chain of evidence is checked on, read from the tables as they stand (R17, R24, R33). Rows may be named by id, by name or by a case's own number. */
export function chainTables(snapshot: Pick<WorkbookSnapshot, 'tables'>): EvidenceTables {
  const rows = (name: TableName): readonly BookRow[] => bookRows(snapshot, name);
  const named = (name: TableName, column: string): NamedRow[] => rows(name).map((row) => ({ id: row.id, name: row.text(column) }));
  return {
    comparison: rows('tblComparison').filter((row) => row.id !== '').map((row) => ({ id: row.id, metric: row.text('metric'), state: stateOf(row) })),
    causes: rows('tblCause').map((row) => ({ id: row.id, source: row.text('source'), cause: row.text('cause'), root: row.text('root'), conclusion: row.text('conclusion'), evidence: row.text('evidence') })),
    lessons: rows('tblLesson').map((row) => ({ id: row.id, rule: row.text('rule'), evidence: row.text('evidence') })),
    actions: rows('tblAction').map((row) => ({ id: row.id, what: row.text('what'), source: row.text('source') })),
    ids: new Set([...snapshot.tables.keys()].flatMap((name) => rows(name).map(({ id }) => id)).filter((id) => id !== '')),
    named: [...named('tblCase', 'given'), ...rows('tblActual').map((row) => ({ id: row.id, name: row.text('metric'), metricKey: row.text('code') })), ...named('tblNode', 'node'), ...named('tblCase', 'scene')],
  };
}
