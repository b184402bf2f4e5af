import { readSource } from '../../../src/intake';
import { combineRecords } from '../../../src/intake/combine';
import type { Source, SourceInput, TableChoice } from '../../../src/intake/types';
import { buildRetro, type Retro } from '../../../src/retro/retro';
import type { Figure } from '../../../src/retro/types';

export const event = { name: '2025双11', start: '2025-10-20', end: '2025-11-14' };

export const readAll = (input: SourceInput, choices: readonly TableChoice[] = []): readonly Source[] => readSource(input, { today: '2025-11-17', year: 2025, choices });

export function read(input: SourceInput, choices: readonly TableChoice[] = []): Source {
  const [source, ...others] = readAll(input, choices);
  if (source === undefined || others.length > 0) throw new Error(`${others.length + 1} tables instead of one`);
  return source;
}

/** Rows of cells as Excel puts them on the clipboard. */
export const tsv = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');

export const paste = (...rows: readonly (readonly string[])[]): Source => read({ name: '粘贴', text: tsv(...rows) });

export const retroOf = (...sources: readonly Source[]): Retro => buildRetro(event, combineRecords(sources));

export const show = (figure: Figure | undefined): unknown => (figure?.kind === 'number' ? figure.value : figure?.kind);

export const codes = (source: Source): readonly string[] => source.problems.map(({ code }) => code);

/** Metric key → figure of the first agent. */
export const firstAgent = (source: Source): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(source.records.agents?.[0]?.figures ?? {}).map(([key, figure]) => [key, show(figure)]));
