import type { Language } from '../../i18n';
import { wordsOf } from '../columns';
import type { CellPlan, SheetKey, SheetPlan, TablePlan } from '../plan';

/** 0-based row of every table's header: title, guide, link back, header. */
export const HEADER_ROW = 3;

/** The one accent colour (sheet tabs, headers, titles). */
export const ACCENT = '#0F6C6D';

/** The line beside the accent's columns in charts. */
export const SECOND_COLOR = '#D83B01';

/** A sheet with a title, one line of guidance, a link to the cover and one table (DESIGN: one table a sheet, nothing under it). */
export function tableSheet(key: Exclude<SheetKey, 'cover' | 'config'>, language: Language, table: TablePlan): SheetPlan {
  const words = wordsOf(language);
  const cells: CellPlan[] = [
    { row: 0, column: 0, value: words.steps[key], style: 'title' },
    { row: 1, column: 0, value: words.guides[key], style: 'guide' },
    { row: 2, column: 0, value: words.back, style: 'link', linkTo: 'cover' },
  ];
  // A table needs at least one row; an empty one waits for people.
  const rows = table.rows.length > 0 ? table.rows : [{ id: '', naturalKey: '', values: {} }];
  return { key, name: words.sheets[key], tabColor: ACCENT, cells, table: { ...table, rows }, headerRow: HEADER_ROW, landscape: true };
}
