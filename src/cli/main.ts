import { writeFile } from 'node:fs/promises';
import { generateWorkbook } from '../excel/generate';
import { messages, type Language } from '../i18n';
import { readSource } from '../intake';
import { combineRecords } from '../intake/combine';
import type { Source } from '../intake/types';
import { suggestEvent, yearOfEvent } from '../retro/promotions';
import type { RetroEvent } from '../retro/types';
import { startExcel } from './excel';
import { readInputs } from './inputs';
import { parseCommandLine, usage, type CommandLine } from './parse';
import { makeReport } from './report';

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
  const inputs = await readInputs(command.inputs);
  if (!inputs.ok) {
    output.error(`no such file or folder: ${inputs.missing}\n\n${usage}`);
    return 2;
  }
  const event = eventOf(command);
  const started = performance.now();
  const sources = inputs.value.flatMap((input) => [...readSource(input, { today: command.today, year: yearOfEvent(event, command.today) })]);
  const excel = await startExcel({ today: command.today });
  const generated = await generateWorkbook({ event, records: combineRecords(sources), language: command.language });
  if (!generated.ok) {
    output.error(`${messages[command.language].failures[generated.failure.code].title} (${generated.failure.technical})`);
    return 1;
  }
  const cost = excel.cost();
  try {
    await writeFile(command.out, excel.save());
    if (command.report !== undefined) {
      const report = makeReport(sources, generated.value, { ...cost, ms: Math.round(performance.now() - started) }, command.language);
      await writeFile(command.report, `${JSON.stringify(report, undefined, 2)}\n`);
    }
  } catch (error) {
    output.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  output.out(summary(sources, generated.value.sheets.length, command.out, command.language));
  return 0;
}

function eventOf(command: CommandLine): RetroEvent {
  const suggested = suggestEvent(command.today, messages[command.language].pane.promotion);
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
