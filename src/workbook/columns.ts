import { languages, messages, type Language, type Messages } from '../i18n';
import type { ColumnPlan, ColumnRole, TableName, ValidationPlan } from './plan';
import { formula, headerOf } from './references';

/** What a sheet file says of a column; the header comes from i18n by table and key. */
export interface ColumnSpec {
  readonly role: ColumnRole;
  /** characters */
  readonly width: number;
  /** default `@` for text, `General` for formulas */
  readonly numberFormat?: string;
  /** template of `references.ts` */
  readonly formula?: string;
  readonly validation?: ValidationPlan;
  readonly wrap?: boolean;
  readonly keeps?: boolean;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly prompt?: string;
}

/** The words of a language, for plans. */
export const wordsOf = (language: Language): Messages['workbook'] => messages[language].workbook;

/** Turns the columns of a sheet file into column plans, in the order written. */
export function columns(table: TableName, language: Language, specs: Readonly<Record<string, ColumnSpec>>): ColumnPlan[] {
  const words = wordsOf(language);
  return Object.entries(specs).map(([key, spec]) => ({
    key,
    header: headerOf(table, key, words),
    alsoKnownAs: languages.filter((other) => other !== language).map((other) => headerOf(table, key, wordsOf(other))),
    role: spec.role,
    width: Math.max(spec.width, widthOfWord(headerOf(table, key, words))),
    numberFormat: spec.numberFormat ?? (spec.role === 'formula' ? 'General' : '@'),
    ...(spec.formula === undefined ? {} : { formula: formula(spec.formula, table, words) }),
    ...(spec.validation === undefined ? {} : { validation: spec.validation }),
    ...wrapOf(spec, language),
    ...(spec.keeps === undefined ? {} : { keeps: spec.keeps }),
    ...(spec.align === undefined ? {} : { align: spec.align }),
    ...(spec.prompt === undefined ? {} : { prompt: spec.prompt }),
  }));
}

/** English says in a phrase what Chinese says in four characters: its texts wrap in every column. */
function wrapOf(spec: ColumnSpec, language: Language): Pick<ColumnPlan, 'wrap'> {
  const isText = spec.numberFormat === undefined || spec.numberFormat === '@';
  const wrap = spec.wrap ?? (language === 'en-US' && spec.role !== 'id' && isText ? true : undefined);
  return wrap === undefined ? {} : { wrap };
}

/** Characters that the longest word of a bold header takes: a header breaks between words, never within one. */
const widthOfWord = (header: string): number => Math.max(0, ...(header.match(/[A-Za-z]+[?!]?/g) ?? []).map((word) => word.length + 1));

/** Lines that a header takes in its column, broken between words; Chinese breaks anywhere. */
export function headerLines(header: string, width: number): number {
  const room = width - 1;
  let [lines, used] = [1, 0];
  for (const word of header.match(/[\u1100-\uffdc]|[^\s\u1100-\uffdc]+/g) ?? []) {
    const isCjk = /[\u1100-\uffdc]/.test(word);
    const takes = isCjk ? 2.1 : word.length * 1.15;
    const gap = used === 0 || isCjk ? 0 : 1;
    if (used > 0 && used + gap + takes > room) [lines, used] = [lines + 1, takes];
    else used += gap + takes;
  }
  return lines;
}

const idColumn: ColumnSpec = { role: 'id', width: 7, numberFormat: '@', align: 'Center' };
const given = (width: number, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ role: 'given', width, ...more });
const typed = (width: number, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ role: 'typed', width, wrap: true, ...more });
const calculated = (width: number, template: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ role: 'formula', width, formula: template, ...more });
const list = (name: Extract<ValidationPlan, { kind: 'list' }>['list'], strict = true): ValidationPlan => ({ kind: 'list', list: name, strict });

/** Short forms in which the sheet files are written. */
export const column = { id: idColumn, given, typed, calculated, list } as const;
