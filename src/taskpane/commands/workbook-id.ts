import { runExcel } from '../../excel/run';
import { settingValue, storeSetting } from '../../excel/setting';
import type { Outcome } from './types';

/** Key of the setting. */
export const WORKBOOK_ID_SETTING = 'retroId';

/** An id of this workbook that stays: what calendars know its events by. Given at the first time it is asked for; a read-only workbook keeps none, so there it is made anew. */
export function workbookId(): Promise<Outcome<string>> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(WORKBOOK_ID_SETTING).load('value');
    context.workbook.load('readOnly');
    await context.sync();
    const known = settingValue(setting);
    if (typeof known === 'string' && known !== '') return known;
    const id = newId();
    if (!context.workbook.readOnly) {
      storeSetting(context, WORKBOOK_ID_SETTING, id);
      await context.sync();
    }
    return id;
  });
}

/** 96 random bits in hex. */
const newId = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
