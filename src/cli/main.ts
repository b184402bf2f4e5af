import { basename } from 'node:path';
import { generateWorkbook } from '../excel/generate';
import { messages, type Language } from '../i18n';
import { combineRecords } from '../intake/combine';
import type { Source } from '../intake/types';
import { suggestEvent, yearOfEvent } from '../retro/promotions';
import type { RetroEvent } from '../retro/types';
import type { Dropped } from '../host/files/open';
import { startExcel } from './excel';
import { openExisting } from './existing';
import { findInputs, readInputs } from './inputs';
import { fillFromEarlier, type EarlierRetro } from './last';
import { parseCommandLine, usage, type CommandLine } from './parse';
import { orphanFlags } from './orphans';
import { makeReport } from './report';
import { writeFiles } from './write';

/** Where the command writes its words; tests give their own. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/**
 * `npm run retro`: the main job without a window – the same intake, plan and Office.js code as the pane, on the host.
 * Answers the exit code: 0 done, even with data problems; 2 wrong usage or a missing file; 1 nothing could be written.
 */
export async function main(args: readonly string[], output: Output, systemDate: string): Promise<number> {
  const parsed = parseCommandLine(args, systemDate);
  if (!parsed.ok) {
    if (parsed.help === true) output.out(usage);
    else output.error(`${parsed.message}\n\n${usage}`);
    return parsed.help === true ? 0 : 2;
  }
  const command = parsed.value;
  const inputs = await findInputs(command.inputs);
  if (!inputs.ok) {
    output.error(`no such file or folder: ${inputs.missing}\n\n${usage}`);
    return 2;
  }
  const words = messages[command.language].cli;
  const started = performance.now();
  const into = command.into === undefined ? undefined : await openExisting(command.into);
  if (into?.ok === false) {
    output.error(words.cannotOpen(command.into ?? '', into.problem));
    return into.problem.code === 'missing' ? 2 : 1;
  }
  const earlier: EarlierRetro[] = [];
  for (const path of command.last) {
    const opened = await openExisting(path);
    if (!opened.ok) {
      output.error(words.cannotOpen(path, opened.problem));
      return opened.problem.code === 'missing' ? 2 : 1;
    }
    earlier.push({ file: basename(path), event: opened.event, book: opened.book });
  }
  const event = eventOf(command, into?.event);
  const sources = await readInputs(inputs.value, { today: command.today, year: yearOfEvent(event, command.today) });
  const excel = await startExcel({ today: command.today, ...(into && { book: into.book }) });
  const { records, used } = fillFromEarlier(event, combineRecords(sources), earlier, command.language);
  const generated = await generateWorkbook({ event, records, language: command.language, clock: { now: `${command.today} 00:00:00`, today: command.today } });
  if (!generated.ok) {
    output.error(`${messages[command.language].failures[generated.failure.code].title} (${generated.failure.technical})`);
    return 1;
  }
  const { value } = generated;
  const cost = excel.cost();
  const dropped = into?.dropped ?? [];
  if (dropped.length > 0) output.error([words.dropped(command.into ?? ''), ...droppedLines(dropped, command.language)].join('\n'));
  const files = [{ path: command.out, content: excel.save() }];
  const report = command.report === undefined ? [] : [{ path: command.report, content: reportText() }];
  const failure = await writeFiles([...files, ...report]);
  if (failure !== undefined) {
    output.error(words.cannotWrite(failure.path, failure.code, failure.message));
    return 1;
  }
  for (const one of used) output.out(words.earlier(one.file, one.event, one.as === null ? undefined : messages[command.language].workbook.columns.tblActual[one.as], one.filled));
  output.out(summary(sources, generated.value.sheets.length, command.out, command.language));
  return 0;

  function reportText(): string {
    return `${JSON.stringify({ ...makeReport(sources, value, { ...cost, ms: Math.round(performance.now() - started) }, command.language, orphanFlags(excel.host.book, command.language)), ...(into && { dropped }), ...(used.length > 0 && { last: used }) }, undefined, 2)}\n`;
  }
}

/** One line for each thing that will be missing, with the place to look at. */
const droppedLines = (dropped: readonly Dropped[], language: Language): string[] => dropped.map(({ what, where, part }) => `  ${messages[language].cli.lost[what]}：${where} (${part})`);

/** The event asked for; a finished workbook knows its own. */
function eventOf(command: CommandLine, own: RetroEvent | undefined): RetroEvent {
  const suggested = own !== undefined && own.name !== '' ? own : suggestEvent(command.today, messages[command.language].pane.promotion);
  const dates = command.event === undefined || command.event === suggested.name ? suggested : { name: command.event };
  return {
    ...dates,
    ...(command.start === undefined ? {} : { start: command.start }), ...(command.end === undefined ? {} : { end: command.end }), ...(command.next === undefined ? {} : { next: command.next }),
  };
}

/** One line a file, its problems below, then where the workbook is. */
function summary(sources: readonly Source[], sheets: number, out: string, language: Language): string {
  const { problems, cli } = messages[language];
  const lines = sources.flatMap((source) => [cli.file(source.file, problems.kinds[source.kind], source.used, source.rows), ...source.problems.map((problem) => `    ${problems.message(problem)}`)]);
  return [...lines, cli.written(out, sheets)].join('\n');
}
