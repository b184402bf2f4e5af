import type { Generated } from '../excel/generate';
import { messages, type Language } from '../i18n';
import type { Source } from '../intake/types';
import { metricName } from '../retro/catalogue';
import { reportedChange } from '../retro/tracking-log';
import { flagText } from './flags';
import { analysisSections } from './report-sections';

/** Cost of the run on the host. */
export interface HostCost {
  readonly syncs: number;
  readonly requestBytes: number;
  readonly largestRequest: number;
  readonly ms: number;
}

/** The report of `--report` (DESIGN, command contract): fields may be added, not changed. `orphans` are the gaps in the chain of evidence. */
export function makeReport(sources: readonly Source[], generated: Generated, host: HostCost, language: Language, orphans: readonly unknown[] = []): Record<string, unknown> {
  const words = messages[language];
  return {
    files: sources.map((source) => ({
      file: source.file, kind: source.kind, lines: source.lines, rows: source.rows, used: source.used,
      skipped: source.skipped.map(({ line, reason }) => ({ line, reason })),
      notes: source.notes.map((note) => words.problems.notes[note.code](note.text)),
      problems: source.problems.map((problem) => ({ line: problem.line, column: problem.column, value: problem.value, code: problem.code, message: words.problems.message(problem) })),
      // A file too large to keep its lines: how many of each there were; `problems` are the first ones.
      ...(source.large && { large: source.large }),
    })),
    sheets: generated.sheets.map((sheet) => sheet.name),
    tables: Object.fromEntries(generated.plan.sheets.flatMap((sheet) => (sheet.table ? [[sheet.table.name, sheet.table.rows.filter((row) => row.id !== '').length]] : []))),
    metrics: generated.retro.metrics.map((metric) => {
      const { comparison } = metric;
      return {
        id: metric.id, metric: metric.key, name: metricName(metric.ref, language), unit: metric.unit,
        target: metric.target?.value.kind === 'number' ? metric.target.value.value : null, actual: metric.actual.kind === 'number' ? metric.actual.value : null,
        state: comparison.state, gap: comparison.gap, attainment: comparison.attainment, yoy: comparison.versus.lastYear, mom: comparison.versus.previous,
        industry: comparison.versus.industry, competitor: comparison.versus.competitor, lastPromo: comparison.versus.lastPromo, ordinary: comparison.versus.ordinary,
      };
    }),
    ...analysisSections(generated.retro.analyses, language),
    flags: [
      ...generated.retro.flags.map((flag) => ({ where: flag.where, code: flag.code, ...flagText(flag, language) })),
      ...generated.wording.map(({ id, sentence, suggestion }) => ({ where: id, code: 'blame', text: sentence, suggestion })),
      ...orphans,
    ],
    conflicts: generated.conflicts,
    errorCells: generated.errorCells,
    changes: generated.changes.map(reportedChange),
    ...(generated.notes.length + generated.problems.length === 0 ? {} : { actions: { notes: generated.notes.map((note) => ({ code: note.code, message: words.tracking.note(note) })), problems: generated.problems.map(({ code, sheet, row, id, value }) => ({ sheet, row, id, value, code, message: words.tracking.problem({ code, value }) })) } }),
    host,
  };
}
