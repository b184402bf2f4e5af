import type { Language } from '../i18n';
import { progressOf, type RetroProgress } from '../workbook/progress';
import { readWorkbook } from './read-workbook';
import { runExcel, type Outcome } from './run';
import { settingValue, storeSetting } from './setting';

/** Key of the setting with the wording findings somebody decided to leave. */
const IGNORED_SETTING = 'retroWording';
/** Marks that are kept; the oldest go first. */
const MOST_IGNORED = 500;

export interface ReadProgress extends RetroProgress {
  readonly language: Language;
  /** marks of wording findings that somebody left as they are */
  readonly ignored: ReadonlySet<string>;
}

/** How far the retro in the open workbook is. Writes nothing; two round trips, none of them growing with anything but the tables. */
export function readProgress(): Promise<Outcome<ReadProgress>> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(IGNORED_SETTING).load('value');
    const snapshot = await readWorkbook(context, [], []);
    const ignored = new Set(marksIn(settingValue(setting)));
    return { ...progressOf(snapshot, ignored), language: snapshot.state?.language ?? 'zh-CN', ignored };
  });
}

/** Leaves a sentence as it is: its finding is not shown again, in no pane, until somebody changes the sentence (R28). */
export function ignoreWording(mark: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(IGNORED_SETTING).load('value');
    await context.sync();
    const marks = marksIn(settingValue(setting)).filter((known) => known !== mark);
    storeSetting(context, IGNORED_SETTING, [...marks, mark].slice(-MOST_IGNORED));
    await context.sync();
  });
}

const marksIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((mark) => typeof mark === 'string') : []);
