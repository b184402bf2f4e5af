import type { ComparisonState } from './compare';

/** An id of a row as people write it: `M-07`, `K-12`, `A-105`. */
const ID = /(?:^|[^A-Za-z0-9])([A-Za-z])-(\d{2,6})(?!\d)/g;

/** The ids an evidence or source cell names, in order, each once: `m-07，C-03 和退款` → M-07, C-03. */
export function idsIn(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFKC').matchAll(ID)].map(([, prefix = '', number = '']) => `${prefix.toUpperCase()}-${number}`))];
}

/** What the chain of evidence is checked on: the rows of the workbook as they stand, typed ones included. */
export interface EvidenceTables {
  readonly comparison: readonly { readonly id: string; readonly metric: string; readonly state: ComparisonState | undefined }[];
  readonly causes: readonly { readonly id: string; readonly source: string; readonly cause: string; readonly root: string; readonly conclusion: string; readonly evidence: string }[];
  readonly lessons: readonly { readonly id: string; readonly rule: string; readonly evidence: string }[];
  readonly actions: readonly { readonly id: string; readonly what: string; readonly source: string }[];
  /** ids of all rows of all tables */
  readonly ids: ReadonlySet<string>;
}

export const orphanCodes = ['missed-without-cause', 'lesson-without-evidence', 'action-without-source', 'unknown-evidence'] as const;
export type OrphanCode = (typeof orphanCodes)[number];

/** A link of the chain that is missing. `where` is the row's id, '' for a row that has none yet. */
export interface Orphan {
  readonly code: OrphanCode;
  readonly where: string;
  readonly table: 'tblComparison' | 'tblCause' | 'tblLesson' | 'tblAction';
  /** the metric, lesson or action in its own words; with `unknown-evidence` the id that no row has */
  readonly text: string;
}

const filled = (text: string): boolean => text.trim() !== '';

/**
 * What breaks the chain of evidence (R17, R24, R33): a missed target nobody found a cause for, a lesson without evidence, an
 * action without source, and ids that no row has. A source or evidence in plain words counts as given: people may name what
 * has no id. The counts on the cover are formulas over the same rules.
 */
export function findOrphans(tables: EvidenceTables): readonly Orphan[] {
  const explained = new Set(tables.causes.filter((row) => filled(row.cause) || filled(row.root) || filled(row.conclusion)).flatMap((row) => idsIn(row.source)));
  const unknown = (table: Orphan['table'], where: string, text: string): Orphan[] => idsIn(text).filter((id) => !tables.ids.has(id)).map((id) => ({ code: 'unknown-evidence', where, table, text: id }));
  return [
    ...tables.comparison.filter((row) => row.state === 'missed' && !explained.has(row.id)).map((row): Orphan => ({ code: 'missed-without-cause', where: row.id, table: 'tblComparison', text: row.metric })),
    ...tables.causes.flatMap((row) => [...unknown('tblCause', row.id, row.source), ...unknown('tblCause', row.id, row.evidence)]),
    ...tables.lessons.flatMap((row): Orphan[] => {
      if (!filled(row.rule)) return [];
      return filled(row.evidence) ? unknown('tblLesson', row.id, row.evidence) : [{ code: 'lesson-without-evidence', where: row.id, table: 'tblLesson', text: row.rule }];
    }),
    ...tables.actions.flatMap((row): Orphan[] => {
      if (!filled(row.what)) return [];
      return filled(row.source) ? unknown('tblAction', row.id, row.source) : [{ code: 'action-without-source', where: row.id, table: 'tblAction', text: row.what }];
    }),
  ];
}
