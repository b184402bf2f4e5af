import type { Ledger, ProblemDetails } from './kinds/kind';
import type { TableRow } from './table';
import type { Problem, SkippedLine } from './types';

export interface LedgerBook extends Ledger {
  readonly skipped: readonly SkippedLine[];
  readonly problems: readonly Problem[];
  readonly unusedLines: readonly number[];
  readonly usedCount: () => number;
  /** a row that shares the problem of another one (an unknown table: one problem, many rows) */
  unusedOnly(row: TableRow): void;
  /** rows nobody spoke about become problems, so that no line can be lost */
  close(rows: readonly TableRow[]): void;
}

const longestShown = 200;

/** A problem with its value cut to what a message can show. */
export function makeProblem(line: number, { code, column = '', value = '', detail }: ProblemDetails): Problem {
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  return { code, line, column, value: shown, ...(detail && { detail }) };
}

/** Accounts for the rows of one table (R43). */
export function createLedger(): LedgerBook {
  const seen = new Set<TableRow>();
  const skipped: SkippedLine[] = [];
  const problems: Problem[] = [];
  const unusedLines: number[] = [];
  let used = 0;
  const first = (row: TableRow): boolean => !seen.has(row) && Boolean(seen.add(row));
  return {
    skipped,
    problems,
    unusedLines,
    usedCount: () => used,
    used(row) {
      if (first(row)) used++;
    },
    skip(row, reason) {
      if (first(row)) skipped.push({ line: row.line, reason });
    },
    unusable(row, problem) {
      if (first(row)) unusedLines.push(row.line);
      problems.push(makeProblem(row.line, problem));
    },
    unusedOnly(row) {
      if (first(row)) unusedLines.push(row.line);
    },
    problem(line, problem) {
      problems.push(makeProblem(line, problem));
    },
    problemsOf: (line) => problems.filter((problem) => problem.line === line),
    close(rows) {
      for (const row of rows) {
        if (seen.has(row)) continue;
        unusedLines.push(row.line);
        problems.push(makeProblem(row.line, { code: 'not-used', value: row.cells.join(' ') }));
      }
    },
  };
}
