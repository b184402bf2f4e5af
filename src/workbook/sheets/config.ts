import type { Language } from '../../i18n';
import { DEFAULT_CLOSE_THRESHOLD } from '../../retro/compare';
import type { Retro } from '../../retro/retro';
import { wordsOf } from '../columns';
import { defaultRuleLists } from '../inquiry-rules';
import type { ListName, ListPlan, RuleListName, SheetPlan } from '../plan';
import { HEADER_ROW } from './table-sheet';

/** Days that count as "due soon" (R35). */
export const DEFAULT_SOON_DAYS = 7;

const listNames: readonly Exclude<ListName, RuleListName>[] = [
  'lstOwner', 'lstStatus', 'lstPriority', 'lstPhase', 'lstArea', 'lstSatisfied', 'lstDirection', 'lstCaseKind', 'lstOutcome', 'lstCauseKind', 'lstEntry', 'lstControl', 'lstLessonKind', 'lstAdopt', 'lstYesNo', 'lstRefundGroup', 'lstHandler', 'lstTier', 'lstDepartment',
];
/** Characters across an A4 page that are still printed large enough to read. */
const PAGE_CHARACTERS = 170;
/** Parameters stand in the first two columns, the lists begin here. */
const FIRST_LIST_COLUMN = 3;

/** 配置: parameters and the lists behind the dropdowns, side by side. Owners of pasted actions are added to the list. */
export function configSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const owners = [...new Set([...words.lists.lstOwner, ...retro.actions.map((action) => action.owner).filter((owner) => owner !== '')])];
  const lists = listNames.map((name, index): ListPlan => ({
    name, column: FIRST_LIST_COLUMN + index, headerRow: HEADER_ROW, header: words.listHeaders[name], values: name === 'lstOwner' ? owners : words.lists[name],
  }));
  const rules = defaultRuleLists(language);
  const firstRule = FIRST_LIST_COLUMN + lists.length + 1;
  const row = HEADER_ROW;
  const widths = [24, 9, 3, ...lists.map((list) => Math.max(12, ...list.values.map((value) => displayWidth(value) + 3)))];
  return {
    key: 'config',
    name: words.sheets.config,
    tabColor: '#8A8886',
    headerRow: row,
    landscape: true,
    pagesFrom: [...pageStarts(widths), firstRule],
    lists: [...lists, ...rules.map(({ name, header, values }, index): ListPlan => ({ name, column: firstRule + index, headerRow: HEADER_ROW, header, values }))],
    widths: [...widths, 3, ...rules.map((list) => list.width)],
    cells: [
      { row: 0, column: 0, value: words.steps.config, style: 'title', height: 27 },
      { row: 1, column: 0, value: words.guides.config, style: 'guide', height: 18 },
      { row: 2, column: 0, value: words.back, style: 'link', linkTo: 'cover' },
      { row: row - 1, column: firstRule, value: words.analyses.rules.note, style: 'note' },
      { row, column: 0, value: words.settings.header, style: 'listHeader', height: 24 },
      { row, column: 1, value: words.settings.value, style: 'listHeader' },
      { row: row + 1, column: 0, value: words.settings.close, style: 'listItem' },
      { row: row + 1, column: 1, value: DEFAULT_CLOSE_THRESHOLD, style: 'listItem', numberFormat: '0%', name: 'setClose', validation: { kind: 'number' } },
      { row: row + 2, column: 0, value: words.settings.soon, style: 'listItem' },
      { row: row + 2, column: 1, value: DEFAULT_SOON_DAYS, style: 'listItem', numberFormat: '0', name: 'setSoon', validation: { kind: 'number' } },
    ],
  };
}

/** Columns at which a new page begins, so that no page is wider than can be read. */
function pageStarts(widths: readonly number[]): number[] {
  const starts: number[] = [];
  let used = 0;
  for (const [index, width] of widths.entries()) {
    used += width;
    if (used <= PAGE_CHARACTERS) continue;
    starts.push(index);
    used = width;
  }
  return starts;
}

/** Characters a text takes in a column: CJK counts double. */
export const displayWidth = (value: string): number => [...value].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);
