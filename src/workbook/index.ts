import type { Language } from '../i18n';
import type { Retro } from '../retro/retro';
import { wordsOf } from './columns';
import type { SheetPlan, TableName, WorkbookPlan } from './plan';
import { actionSheet } from './sheets/action';
import { actualSheet } from './sheets/actual';
import { caseSheet } from './sheets/case';
import { causeSheet } from './sheets/cause';
import { comparisonSheet } from './sheets/comparison';
import { configSheet } from './sheets/config';
import { coverSheet } from './sheets/cover';
import { hourSheet } from './sheets/hour';
import { inquirySheet } from './sheets/inquiry';
import { itemSheet } from './sheets/item';
import { lessonSheet } from './sheets/lesson';
import { nodeSheet } from './sheets/node';
import { refundSheet } from './sheets/refund';
import { silentSheet } from './sheets/silent';
import { targetSheet } from './sheets/target';
import { sheetOfTable } from './snapshot';

/**
 * The whole workbook as data, sheets in their order (DESIGN, "The workbook"). Pure: same retro, same plan.
 * The sheets of the analyses appear when they have content, or stand in the workbook already (`existing` tables).
 */
export function planWorkbook(retro: Retro, language: Language, existing: ReadonlySet<TableName> = new Set()): WorkbookPlan {
  const { hours, items, refunds, inquiries, silent } = retro.analyses;
  const content: Partial<Record<TableName, boolean>> = {
    tblHour: hours?.rows.some((row) => row.volume.kind === 'number' || row.response.kind === 'number') === true,
    tblItem: (items?.items.length ?? 0) > 0, tblRefund: (refunds?.lines.length ?? 0) > 0, tblInquiry: (inquiries?.top.length ?? 0) > 0, tblSilent: (silent?.items.length ?? 0) > 0,
  };
  const stands = (table: TableName): boolean => content[table] === true || existing.has(table);
  const when = (table: TableName, sheet: () => SheetPlan): SheetPlan[] => (stands(table) ? [sheet()] : []);
  const present = new Set((Object.keys(content) as TableName[]).filter(stands).map((table) => sheetOfTable[table]));
  return {
    language,
    title: wordsOf(language).cover.title(retro.event.name),
    sheets: [
      coverSheet(retro, language, present), targetSheet(retro, language), actualSheet(retro, language), comparisonSheet(retro, language), nodeSheet(retro, language),
      ...when('tblHour', () => hourSheet(retro, language)),
      causeSheet(retro, language),
      ...when('tblItem', () => itemSheet(retro, language)),
      ...when('tblRefund', () => refundSheet(retro, language)),
      ...when('tblInquiry', () => inquirySheet(retro, language)),
      ...when('tblSilent', () => silentSheet(retro, language)),
      caseSheet(retro, language), lessonSheet(language), actionSheet(retro, language), configSheet(retro, language),
    ],
  };
}
