import { makeDate } from '../retro/dates';
import type { SourceNote } from './types';

/** What a file name says that the rows do not (DOMAIN 0.1 no. 6, Q21). */
export interface FileNameFacts {
  /** first and last day of the statistics, to be confirmed */
  readonly period?: { readonly from: string; readonly to: string };
  /** how sales are credited: part of the number */
  readonly attribution?: string;
  /** name of the report, without tool and dates */
  readonly report?: string;
}

const day = '(20\\d{2})[-_.年/]?(\\d{1,2})[-_.月/]?(\\d{1,2})日?';
const range = new RegExp(`${day}\\s*(?:至|到|~|～|—|–|--|_|-)\\s*${day}`);
const single = new RegExp(`(?<!\\d)${day}(?!\\d)`);
const rules = /下单优先判定|付款优先判定|下单判定|付款判定|出库判定/;

/**
 * Period and attribution rule from a file name: `自定义报表_日报_下单优先判定_2026-04-20至2026-04-20.xlsx`,
 * `【生意参谋平台】商品_全部_2026-06-18_2026-06-18.xls`. A name with one date gives a period of that day only when it is no time stamp.
 */
export function readFileName(name: string): FileNameFacts {
  const bare = name.replace(/#.*$/, '').replace(/^.*[\\/]/, '').replace(/\.(?:xlsx?|csv|tsv|txt)$/i, '').normalize('NFKC');
  const attribution = rules.exec(bare)?.[0];
  const period = periodOf(bare);
  const report = /自定义报表_([^_]+)_/.exec(bare)?.[1];
  return { ...(period && { period }), ...(attribution && { attribution }), ...(report && { report }) };
}

/** Period and attribution rule as notes: of a file name, or of a title above the table (Q21). */
export function notesOfName(name: string): readonly SourceNote[] {
  const { period, attribution } = readFileName(name);
  return [
    ...(period ? [{ code: 'period', text: period.from === period.to ? period.from : `${period.from}~${period.to}` } as const] : []),
    ...(attribution ? [{ code: 'attribution', text: attribution } as const] : []),
  ];
}

function periodOf(name: string): FileNameFacts['period'] {
  const both = range.exec(name);
  if (both) {
    const [from, to] = [dateOf(both.slice(1, 4)), dateOf(both.slice(4, 7))];
    return from && to && from <= to ? { from, to } : undefined;
  }
  const one = single.exec(name);
  // `售后单-2026-05-18 00_34_04` is when it was downloaded, not what it covers.
  if (!one || /^[\sT_-]*\d{1,2}[_:时]\d{2}/.test(name.slice(one.index + one[0].length))) return undefined;
  const date = dateOf(one.slice(1, 4));
  return date ? { from: date, to: date } : undefined;
}

function dateOf(parts: readonly (string | undefined)[]): string | undefined {
  return makeDate(Number(parts[0]), Number(parts[1]), Number(parts[2]));
}
