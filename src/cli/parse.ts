import { isDate } from '../retro/dates';
import type { Language } from '../i18n';

/** What the command line asks for. */
export interface CommandLine {
  readonly event: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly next: string | undefined;
  readonly language: Language;
  readonly today: string;
  /** finished workbook to generate into */
  readonly into: string | undefined;
  /** workbooks of earlier retros */
  readonly last: readonly string[];
  readonly out: string;
  readonly report: string | undefined;
  readonly inputs: readonly string[];
}

export const usage = `Usage: npm run retro -- [options] FILE|FOLDER…

  --event 2025双11             name of the event
  --start 2025-10-20           first day of the event
  --end 2025-11-14             last day of the event
  --next 2025双12              the event the lessons are for
  --lang zh-CN|en-US           language of a new workbook (zh-CN)
  --today 2025-11-17           the day to count from (the system's date)
  --last last-year.xlsx        a workbook of an earlier retro: its figures fill last year's and the last
                               promotion's columns that nothing pasted fills; may be given several times
  --into retro.xlsx            generate into this finished workbook: what people typed stays
  --out retro.xlsx             the workbook to write (that of --into, else retro.xlsx)
  --report report.json         also write the report
  --help                       this text
`;

const valueFlags = ['event', 'start', 'end', 'next', 'lang', 'today', 'last', 'into', 'out', 'report'] as const;
type ValueFlag = (typeof valueFlags)[number];

/** Reads the arguments; an unknown flag, a flag without value, a bad date or no input is a usage error (exit code 2). */
export function parseCommandLine(args: readonly string[], systemDate: string): { readonly ok: true; readonly value: CommandLine } | { readonly ok: false; readonly message: string; readonly help?: boolean } {
  const values = new Map<ValueFlag, string[]>();
  const inputs: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--help' || argument === '-h') return { ok: false, message: '', help: true };
    if (!argument.startsWith('--')) {
      inputs.push(argument);
      continue;
    }
    const [name = '', inline] = splitFlag(argument.slice(2));
    const flag = valueFlags.find((known) => known === name);
    if (flag === undefined) return { ok: false, message: `unknown option --${name}` };
    const value = inline ?? args[++index];
    if (value === undefined || value.startsWith('--')) return { ok: false, message: `--${name} needs a value` };
    values.set(flag, [...(values.get(flag) ?? []), value]);
  }
  const one = (flag: ValueFlag): string | undefined => values.get(flag)?.at(-1);
  for (const flag of ['start', 'end', 'today'] as const) {
    const value = one(flag);
    if (value !== undefined && !isDate(value)) return { ok: false, message: `--${flag} ${value} is not a date such as 2025-11-17` };
  }
  const language = one('lang') ?? 'zh-CN';
  if (language !== 'zh-CN' && language !== 'en-US') return { ok: false, message: `--lang ${language} is neither zh-CN nor en-US` };
  if (inputs.length === 0) return { ok: false, message: 'no FILE or FOLDER given' };
  return {
    ok: true,
    value: {
      event: one('event'), start: one('start'), end: one('end'), next: one('next'), language, today: one('today') ?? systemDate,
      into: one('into'), last: values.get('last') ?? [], out: one('out') ?? one('into') ?? 'retro.xlsx', report: one('report'), inputs,
    },
  };
}

function splitFlag(text: string): [name: string, value: string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
