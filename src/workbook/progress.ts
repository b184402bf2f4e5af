import { messages } from '../i18n';
import { createResolver, findOrphans } from '../retro/evidence';
import { findBlame, type BlameFinding } from '../retro/taxonomy/blame';
import type { BlameSeverity } from '../retro/taxonomy/blame-patterns';
import { stepKeys, type GapCode, type StepKey, type StepState } from '../retro/steps';
import { chainTables, stateOf } from './chain';
import type { TableName } from './plan';
import { bookRows, type BookRow } from './rows';
import { arrivingTables, type ArrivingKey } from './sheets/cover-parts';
import type { WorkbookSnapshot } from './snapshot';
import { labelColumn, teamColumns, wordingMark } from './team-columns';

/** A row that a gap is about. */
export interface GapRow {
  readonly table: TableName;
  /** 0-based among the data rows */
  readonly index: number;
  readonly id: string;
  /** the row in its own words, as the sheet has them */
  readonly label: string;
  /** the column to fill or to look at */
  readonly column: string;
}

export interface Gap {
  readonly code: GapCode;
  /** rows, or what the sentence counts when no single row lacks something */
  readonly count: number;
  readonly rows: readonly GapRow[];
}

/** A sheet of the four analyses with its written notes. */
export interface AnalysisProgress {
  readonly key: ArrivingKey;
  /** undefined: nothing was pasted for it */
  readonly rows: number | undefined;
  readonly written: number;
}

export interface StepProgress {
  readonly key: StepKey;
  readonly state: StepState;
  /** rows that are done, of `total` */
  readonly done: number;
  readonly total: number;
  readonly gaps: readonly Gap[];
  readonly analyses: readonly AnalysisProgress[];
}

/** A sentence of the team that blames people, with a neutral wording (R28). */
export interface WordingFinding {
  readonly table: TableName;
  readonly id: string;
  readonly index: number;
  readonly column: string;
  readonly severity: BlameSeverity;
  /** the whole sentence, and the words in it */
  readonly sentence: string;
  readonly words: string;
  readonly suggestion: string;
  /** tells this finding from others, also after the row moved: what is ignored is remembered by it */
  readonly mark: string;
}

export interface RetroProgress {
  readonly steps: readonly StepProgress[];
  readonly wording: readonly WordingFinding[];
}

/** Tables by the step they belong to. */
const stepOfTable: Readonly<Partial<Record<TableName, StepKey>>> = {
  tblTarget: 'targets', tblComparison: 'results', tblNode: 'process', tblHour: 'process', tblCause: 'causes', tblItem: 'causes', tblRefund: 'causes', tblInquiry: 'causes', tblSilent: 'causes',
  tblCase: 'cases', tblLesson: 'lessons', tblAction: 'actions',
};

/** R26 */
const CASES = { fewest: 5, most: 10 } as const;

/**
 * How far the retro is, read from the tables alone (DESIGN: the pane holds nothing that is not in the workbook): what each
 * step has and lacks, where the chain of evidence is broken, which sentences blame. The same rules as the cover's formulas.
 * `ignored` are marks of findings somebody decided to leave.
 */
export function progressOf(snapshot: Pick<WorkbookSnapshot, 'tables' | 'state'>, ignored: ReadonlySet<string> = new Set()): RetroProgress {
  const words = messages[snapshot.state?.language ?? 'zh-CN'].workbook;
  const rows = (name: TableName): readonly BookRow[] => bookRows(snapshot, name).filter((row) => row.id !== '' || row.text(labelColumn[name] ?? 'id') !== '');
  const [target, actual, comparison, node, cause, cases, lesson, action] = (['tblTarget', 'tblActual', 'tblComparison', 'tblNode', 'tblCause', 'tblCase', 'tblLesson', 'tblAction'] as const).map(rows) as [R, R, R, R, R, R, R, R];
  const wording = findWording(snapshot).filter(({ mark }) => !ignored.has(mark));
  const chain = chainTables(snapshot);
  const orphans = findOrphans(chain);
  const resolve = createResolver(chain.ids, chain.named ?? []);
  const byPlace = new Map([...target, ...actual, ...comparison, ...node, ...cause, ...cases, ...lesson, ...action].map((row) => [`${row.table}|${row.id}`, row]));

  const judged = comparison.filter((row) => ['reached', 'close', 'missed'].includes(stateOf(row) ?? ''));
  const isPending = (row: BookRow): boolean => (words.pendingWords as readonly string[]).includes(row.text('actual')) || row.text('actual') === words.pendingCell;
  const scenes = cases.filter((row) => row.text('scene') !== '');
  const kinds = new Set(scenes.map((row) => row.text('kind')));
  const writtenLessons = lesson.filter((row) => row.text('rule') !== '');
  const writtenActions = action.filter((row) => row.text('what') !== '');
  const unquantified = target.filter((row) => row.text('quantified') !== '' && row.text('quantified') !== words.quantified.yes);
  const noActual = actual.filter((row) => row.text('metric') !== '' && row.text('actual') === '');
  const pending = actual.filter(isPending);
  const openNodes = node.filter((row) => row.text('node') !== '' && row.text('result') === '');
  const openCauses = cause.filter((row) => row.text('check').startsWith(words.chain.causeMissing.prefix));
  const openCases = scenes.filter((row) => row.text('complete').startsWith(words.caseMissing.prefix));
  const reminded = (reminder: string): readonly BookRow[] => writtenActions.filter((row) => row.text('reminder') === reminder);

  const steps: Readonly<Record<StepKey, { readonly done: number; readonly total: number; readonly gaps: readonly (Gap | undefined)[]; readonly analyses?: readonly ArrivingKey[] }>> = {
    targets: { done: target.length - unquantified.length, total: target.length, gaps: [count('no-targets', target.length === 0 ? 1 : 0), list('unquantified', unquantified, 'revised')] },
    results: {
      done: judged.filter((row) => row.text('satisfied') !== '').length, total: judged.length + pending.length,
      gaps: [list('no-actual', noActual, 'actual'), list('pending', pending, 'actual'), list('not-judged', judged.filter((row) => row.text('satisfied') === ''), 'satisfied')],
    },
    process: { done: node.length - openNodes.length, total: node.length, gaps: [list('node-open', openNodes, 'result')], analyses: ['hour'] },
    causes: {
      done: cause.length - openCauses.length, total: cause.length, gaps: [explained(orphan('missed-without-cause', 'judgement')), list('cause-open', openCauses, 'team'), orphan('unknown-evidence', 'evidence', 'tblCause')],
      analyses: ['item', 'refund', 'inquiry', 'silent', 'department'],
    },
    cases: {
      done: scenes.length - openCases.length, total: scenes.length,
      gaps: [
        count('no-cases', scenes.length === 0 ? 1 : 0), list('case-open', openCases, 'breakdown'), count('few-cases', scenes.length > 0 && scenes.length < CASES.fewest ? scenes.length : 0),
        count('many-cases', scenes.length > CASES.most ? scenes.length : 0), count('one-sided', scenes.length > 0 && !(kinds.has(words.caseKinds.negative) && kinds.has(words.caseKinds.positive)) ? 1 : 0),
      ],
    },
    lessons: {
      done: writtenLessons.length - orphans.filter(({ table }) => table === 'tblLesson').length, total: writtenLessons.length,
      gaps: [count('no-lessons', writtenLessons.length === 0 ? 1 : 0), orphan('lesson-without-evidence', 'evidence'), orphan('unknown-evidence', 'evidence', 'tblLesson')],
    },
    actions: {
      done: writtenActions.filter((row) => row.text('owner') !== '' && row.text('deadline') !== '' && row.text('source') !== '').length, total: writtenActions.length,
      gaps: [
        count('no-actions', writtenActions.length === 0 ? 1 : 0), orphan('action-without-source', 'source'), orphan('unknown-evidence', 'source', 'tblAction'), list('no-owner', reminded(words.reminders.noOwner), 'owner'),
        list('no-deadline', [...reminded(words.reminders.noDeadline), ...reminded(words.reminders.notDate)], 'deadline'), list('overdue', reminded(words.reminders.overdue), 'deadline'),
      ],
    },
  };
  return { wording, steps: stepKeys.map((key): StepProgress => {
    const { done, total, gaps, analyses = [] } = steps[key];
    const written = analyses.map(analysis);
    const all = [...gaps, wordingGap(key)].filter((gap): gap is Gap => gap !== undefined);
    return { key, done, total, gaps: all, analyses: written, state: all.length === 0 && total > 0 ? 'finished' : done === 0 ? 'not-started' : 'in-progress' };
  }) };

  function gapRow(row: BookRow, column: string): GapRow {
    return { table: row.table, index: row.index, id: row.id, label: row.text(labelColumn[row.table] ?? 'id'), column };
  }
  function list(code: GapCode, found: readonly BookRow[], column: string): Gap | undefined {
    return found.length === 0 ? undefined : { code, count: found.length, rows: found.map((row) => gapRow(row, column)) };
  }
  function count(code: GapCode, number: number): Gap | undefined {
    return number === 0 ? undefined : { code, count: number, rows: [] };
  }
  function orphan(code: GapCode, column: string, table?: TableName): Gap | undefined {
    const found = orphans.filter((each) => each.code === code && (table === undefined || each.table === table));
    if (found.length === 0) return undefined;
    return { code, count: found.length, rows: found.flatMap((each) => {
      const row = byPlace.get(`${each.table}|${each.where}`);
      return row === undefined ? [] : [{ ...gapRow(row, column), ...(code === 'unknown-evidence' ? { label: `${each.text} · ${row.text(labelColumn[row.table] ?? 'id')}` } : {}) }];
    }) };
  }
  /** A missed target is explained in its cause row; where that row was deleted, its row of the comparison is shown. */
  function explained(gap: Gap | undefined): Gap | undefined {
    return gap && { ...gap, rows: gap.rows.map((row) => {
      const its = cause.find((each) => resolve(each.text('source')).ids.includes(row.id));
      return its === undefined ? row : { ...gapRow(its, 'cause'), label: row.label };
    }) };
  }
  function wordingGap(key: StepKey): Gap | undefined {
    const rowsOfStep = wording.filter(({ table }) => stepOfTable[table] === key);
    const found = [...new Map(rowsOfStep.map((finding) => [`${finding.table}|${finding.index}`, finding])).values()];
    return found.length === 0 ? undefined : { code: 'wording', count: rowsOfStep.length, rows: found.map(({ table, index, id, column, sentence }) => ({ table, index, id, column, label: sentence })) };
  }
  function analysis(key: ArrivingKey): AnalysisProgress {
    const { table, what, notes } = arrivingTables[key];
    if (!snapshot.tables.has(table)) return { key, rows: undefined, written: 0 };
    const found = bookRows(snapshot, table).filter((row) => row.text(what) !== '');
    return { key, rows: found.length, written: found.reduce((sum, row) => sum + notes.filter((note) => row.text(note) !== '').length, 0) };
  }
}
type R = readonly BookRow[];

/** Sentences of the team that blame, in all tables, in the order of the tables (R28). Nothing is counted per person. */
export function findWording(snapshot: Pick<WorkbookSnapshot, 'tables'>): readonly WordingFinding[] {
  return (Object.entries(teamColumns) as [TableName, readonly string[]][]).flatMap(([table, columns]) =>
    bookRows(snapshot, table).flatMap((row) => columns.flatMap((column) => firstOfEach(findBlame(row.text(column))).map(({ pattern, words, sentence }): WordingFinding => ({
      table, id: row.id, index: row.index, column, severity: pattern.severity, sentence, words, suggestion: pattern.rewrite, mark: wordingMark(table, row.id, column, sentence),
    })))));
}

/** One finding a sentence, however many patterns it meets. */
const firstOfEach = (findings: readonly BlameFinding[]): readonly BlameFinding[] => findings.filter(({ sentence }, index) => findings.findIndex((other) => other.sentence === sentence) === index);
