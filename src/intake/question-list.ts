import { readHeader } from './headers';
import { inquiriesSpec } from './kinds/inquiries';
import { headerSignature, matchKind } from './recognise';
import { isBlankRow, type RawTable, type TableRow } from './table';
import type { IntakeOptions } from './types';

/** Header that a list of questions is read under: a log of which only the words are known. */
const header: readonly string[] = ['买家首句', '买家'];

export interface QuestionList {
  /** with the header above; it stands on line 0 unless the list brought a name of its own */
  readonly table: RawTable;
  /** the name under which the choice is remembered: the first line */
  readonly signature: string;
}

/**
 * A bare list of questions, one a line, which a person said are inquiries (R20). Nothing tells such a list from any other text, so nobody guesses:
 * undefined until the first line was chosen as 咨询 without naming columns. Commas inside a question part nothing.
 */
export function questionList(table: RawTable, asLines: () => Pick<RawTable, 'rows' | 'lines'>, { choices = [] }: IntakeOptions): QuestionList | undefined {
  const first = table.rows.find((row) => !isBlankRow(row));
  if (first === undefined || choices.length === 0) return undefined;
  const signature = headerSignature(first.cells);
  const choice = choices.find((candidate) => candidate.signature === signature);
  if (choice?.kind !== 'inquiries' || Object.keys(choice.columns ?? {}).length > 0 || matchKind(inquiriesSpec, first.cells.map(readHeader)) !== undefined) return undefined;
  if (table.delimiter !== ',' && table.delimiter !== ';' && table.rows.some((row) => written(row) > 1)) return undefined;
  const lines = asLines();
  const start = lines.rows.find((row) => !isBlankRow(row));
  const rows = start !== undefined && isTitle(start) ? lines.rows.map((row) => (row === start ? { ...row, cells: header } : row)) : [{ line: 0, cells: header }, ...lines.rows];
  return { table: { rows, lines: lines.lines, unterminated: [] }, signature };
}

const written = (row: TableRow): number => row.cells.filter((cell) => cell.trim() !== '').length;

/** The list brought the name of its only column along. */
function isTitle(row: TableRow): boolean {
  const { name } = readHeader(row.cells.join(' '));
  return inquiriesSpec.fields.some(({ field, names }) => (field === 'question' || field === 'category') && names.includes(name));
}
