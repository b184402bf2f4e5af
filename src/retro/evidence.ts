import { baseOfKey, findByName, findMetric } from './catalogue';
import { normaliseName } from './catalogue/normalise';
import type { ComparisonState } from './compare';
import { formatId, idPrefixes } from './ids';

/** An id of a row as people write it: `M-07`, `K-12`, `A-105`. */
const ID = /(?:^|[^A-Za-z0-9])([A-Za-z])-(\d{2,6})(?!\d)/g;

/** The ids an evidence or source cell names, in order, each once: `m-07，C-03 和退款` → M-07, C-03. */
export function idsIn(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFKC').matchAll(ID)].map(([, prefix = '', number = '']) => `${prefix.toUpperCase()}-${number}`))];
}

/** A row as people call it when they do not write its id. `metricKey` brings the aliases of the catalogue with it. */
export interface NamedRow {
  readonly id: string;
  /** metric, node, a case's own number or scene */
  readonly name: string;
  readonly metricKey?: string;
}

/** What a cell of evidence or source points to: rows by id or name, and ids that no row has. Plain words are neither. */
export interface References {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/** Reads the references of a cell; `C01`, `c-1`, `平均响应时间` and `退款率` mean the same row as its id. */
export type Resolver = (text: string) => References;

const SEPARATORS = /[、，,;；/|\s+和与及]+/;
/** `C01`, `c 1`, `K_2`: an id without its form. Only taken where such a row exists: `A4` and `P0` are words. */
const LOOSE_ID = new RegExp(`^([${idPrefixes.join('')}])[-_. ]?0*(\\d{1,4})$`, 'i');

/**
 * Resolver for the rows of a workbook. A name goes before a loose id, because `C01` may be a case's own number; a metric's alias counts
 * where one row alone has that metric.
 */
export function createResolver(ids: ReadonlySet<string>, rows: readonly NamedRow[]): Resolver {
  const names = new Map<string, string>();
  const metrics = new Map<string, string | undefined>();
  for (const { id, name, metricKey } of rows) {
    const key = normaliseName(name);
    if (id !== '' && key !== '' && !names.has(key)) names.set(key, id);
    if (id === '' || metricKey === undefined || findMetric(metricKey) === undefined) continue;
    const base = baseOfKey(metricKey);
    metrics.set(base, metrics.has(base) && metrics.get(base) !== id ? undefined : id);
  }
  const one = (part: string): string | undefined => {
    const key = normaliseName(part);
    const known = names.get(key);
    if (known !== undefined) return known;
    const metric = findByName(key);
    if (metric !== undefined && metrics.get(metric.id) !== undefined) return metrics.get(metric.id);
    const [, prefix = '', number = ''] = LOOSE_ID.exec(part.normalize('NFKC').trim()) ?? [];
    const id = prefix === '' ? '' : formatId(prefix.toUpperCase() as (typeof idPrefixes)[number], Number(number));
    return ids.has(id) ? id : undefined;
  };
  return (text) => {
    const canonical = idsIn(text);
    const whole = one(text);
    const named = whole !== undefined ? [whole] : text.split(SEPARATORS).flatMap((part) => (idsIn(part).length > 0 ? [] : (one(part) ?? [])));
    return { ids: [...new Set([...canonical.filter((id) => ids.has(id)), ...named])], unknown: canonical.filter((id) => !ids.has(id)) };
  };
}

/** What the chain of evidence is checked on: the rows of the workbook as they stand, typed ones included. */
export interface EvidenceTables {
  readonly comparison: readonly { readonly id: string; readonly metric: string; readonly state: ComparisonState | undefined }[];
  readonly causes: readonly { readonly id: string; readonly source: string; readonly cause: string; readonly root: string; readonly conclusion: string; readonly evidence: string }[];
  readonly lessons: readonly { readonly id: string; readonly rule: string; readonly evidence: string }[];
  readonly actions: readonly { readonly id: string; readonly what: string; readonly source: string }[];
  /** ids of all rows of all tables */
  readonly ids: ReadonlySet<string>;
  /** rows by the names people use for them */
  readonly named?: readonly NamedRow[];
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
  const resolve = createResolver(tables.ids, tables.named ?? []);
  const explained = new Set(tables.causes.filter((row) => filled(row.cause) || filled(row.root) || filled(row.conclusion)).flatMap((row) => resolve(row.source).ids));
  const unknown = (table: Orphan['table'], where: string, text: string): Orphan[] => resolve(text).unknown.map((id) => ({ code: 'unknown-evidence', where, table, text: id }));
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
