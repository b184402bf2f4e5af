/**
 * What a cell shows: text, and the colour a number format may ask for. Chooses the section of the format code – by
 * sign, by kind of value, by `[condition]` – and leaves the writing to `displayText`.
 */
import { displayText } from '../model/text';
import type { CellValue } from '../model/types';

export interface FormattedValue {
  readonly text: string;
  /** `#RRGGBB`, from `[Red]` and the like */
  readonly color?: string;
}

const COLORS = new Map([
  ['black', '#000000'],
  ['blue', '#0000FF'],
  ['cyan', '#00FFFF'],
  ['green', '#00FF00'],
  ['magenta', '#FF00FF'],
  ['red', '#FF0000'],
  ['white', '#FFFFFF'],
  ['yellow', '#FFFF00'],
]);

type Comparison = (value: number) => boolean;

interface Section {
  /** without colour and condition */
  readonly code: string;
  readonly color?: string;
  readonly condition?: Comparison;
}

const comparison = (operator: string, limit: number): Comparison => {
  switch (operator) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '<>':
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
};

const PIECE = /"[^"]*"?|\\[\s\S]?|\[[^\]]*\]|;|[\s\S]/g;

/** Cuts a code into its sections; `;` in quotes or behind `\` does not cut. */
const readSections = (code: string): Section[] => {
  const sections: { code: string; color?: string; condition?: Comparison }[] = [{ code: '' }];
  for (const [piece] of code.matchAll(PIECE)) {
    const section = sections.at(-1);
    if (section === undefined) break;
    const condition = /^\[(<>|<=|>=|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)\]$/i.exec(piece);
    const color = COLORS.get(piece.slice(1, -1).toLowerCase());
    if (piece === ';') sections.push({ code: '' });
    else if (condition?.[1] !== undefined) section.condition = comparison(condition[1], Number(condition[2]));
    else if (piece.startsWith('[') && color !== undefined) section.color = color;
    else section.code += piece;
  }
  return sections;
};

/** The section for a number, and whether its minus sign is the section's business. */
const numberSection = (sections: readonly Section[], value: number): { readonly section: Section | undefined; readonly bare: boolean } => {
  const [first, second, third] = sections;
  if (first?.condition === undefined && second?.condition === undefined) {
    if (value < 0 && second !== undefined) return { section: second, bare: true };
    return { section: value === 0 && third !== undefined ? third : first, bare: false };
  }
  const holds = ({ condition }: Section, otherwise: boolean): boolean => (condition === undefined ? otherwise : condition(value));
  // A first section without a condition stands for positive numbers, a second one for negative numbers.
  if (first !== undefined && holds(first, value > 0)) return { section: first, bare: false };
  if (second !== undefined && holds(second, third === undefined || value < 0)) return { section: second, bare: second.condition === undefined && value < 0 && third !== undefined };
  return { section: third, bare: false };
};

/**
 * Formats a value. Numbers that fit no section are `########`, as in Excel; text is shown as it is unless the code
 * has a section for it (`@`), booleans and errors always are.
 */
export const formatValue = (value: CellValue, numberFormat = 'General'): FormattedValue => {
  if (typeof value === 'boolean') return { text: displayText(value) };
  const sections = readSections(numberFormat);
  if (typeof value === 'string') {
    const section = sections[3] ?? (sections.length === 1 && sections[0]?.code.includes('@') === true ? sections[0] : undefined);
    if (section === undefined) return { text: value };
    const text = [...section.code.matchAll(PIECE)].map(([piece]) => (piece === '@' ? value : piece.replace(/^"([^"]*)"?$|^\\/, '$1'))).join('');
    return section.color === undefined ? { text } : { text, color: section.color };
  }
  const { section, bare } = numberSection(sections, value);
  if (section === undefined) return { text: '########' };
  const text = section.code === '' && sections.length > 1 ? '' : displayText(bare ? Math.abs(value) : value, section.code === '' ? 'General' : section.code);
  return section.color === undefined ? { text } : { text, color: section.color };
};
