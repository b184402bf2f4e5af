import type { Language } from '../i18n';
import type { ChangeEntry } from '../retro/tracking';
import { nodeCauses } from '../retro/causes';
import { departmentFindings } from '../retro/departments';
import type { Retro } from '../retro/retro';
import { wordsOf } from './columns';
import type { SheetPlan, TableName, WorkbookPlan } from './plan';
import { actionSheet } from './sheets/action';
import { actualSheet } from './sheets/actual';
import { agentSheet } from './sheets/agent';
import { caseSheet } from './sheets/case';
import { causeSheet } from './sheets/cause';
import { comparisonSheet } from './sheets/comparison';
import { rowIdsOf } from './evidence';
import { changeSheet } from './sheets/change';
import { configSheet } from './sheets/config';
import { coverSheet } from './sheets/cover';
import { departmentSheet } from './sheets/department';
import { followUpSheet } from './sheets/follow-up';
import { hourSheet } from './sheets/hour';
import { inquirySheet } from './sheets/inquiry';
import { itemSheet } from './sheets/item';
import { lessonSheet } from './sheets/lesson';
import { causeNodes, nodeSheet } from './sheets/node';
import { refundSheet } from './sheets/refund';
import { reviewSheet } from './sheets/review';
import { silentSheet } from './sheets/silent';
import { targetSheet } from './sheets/target';
import { sheetOfTable, type TableSnapshot } from './snapshot';

/**
 * The whole workbook as data, sheets in their order (DESIGN, "The workbook"). Pure: same retro, same plan.
 * The sheets of the analyses appear when they have content, or stand in the workbook already (`existing` tables); what people
 * wrote about nodes (`tables`) gives causes to find. `changes` are the lines to add to 变更记录.
 */
export function planWorkbook(retro: Retro, language: Language, existing: ReadonlySet<TableName> = new Set(), tables: ReadonlyMap<TableName, TableSnapshot> = new Map(), changes: readonly ChangeEntry[] = []): WorkbookPlan {
  const { hours, items, refunds, inquiries, silent, reviews } = retro.analyses;
  const content: Partial<Record<TableName, boolean>> = {
    tblHour: hours?.rows.some((row) => row.volume.kind === 'number' || row.response.kind === 'number') === true,
    tblItem: (items?.items.length ?? 0) > 0, tblRefund: (refunds?.lines.length ?? 0) > 0, tblInquiry: (inquiries?.top.length ?? 0) > 0, tblSilent: (silent?.items.length ?? 0) > 0,
    tblReview: (reviews?.keywords.length ?? 0) + (reviews?.badThemes.length ?? 0) > 0,
    tblDepartment: departmentFindings(retro).length > 0, tblChange: changes.length > 0,
  };
  const stands = (table: TableName): boolean => content[table] === true || existing.has(table);
  const when = (table: TableName, sheet: () => SheetPlan): SheetPlan[] => (stands(table) ? [sheet()] : []);
  const nodes = nodeSheet(retro, language);
  const analyses = {
    hour: when('tblHour', () => hourSheet(retro, language)), item: when('tblItem', () => itemSheet(retro, language)), refund: when('tblRefund', () => refundSheet(retro, language)),
    inquiry: when('tblInquiry', () => inquirySheet(retro, language)), silent: when('tblSilent', () => silentSheet(retro, language)),
    review: when('tblReview', () => reviewSheet(retro, language)),
  };
  // Facts name rows of the analyses by the ids they have there.
  const ids = rowIdsOf(Object.values(analyses).flat());
  const ofNodes = nodeCauses(causeNodes(nodes, tables.get('tblNode'), language), (naturalKey) => retro.rowId('C', naturalKey));
  const department = when('tblDepartment', () => departmentSheet(retro, ids, language));
  const present = new Set((Object.keys(content) as TableName[]).filter(stands).map((table) => sheetOfTable[table]));
  return {
    language,
    title: wordsOf(language).cover.title(retro.event.name),
    sheets: [
      coverSheet(retro, language, present), targetSheet(retro, language), actualSheet(retro, language), comparisonSheet(retro, language), nodes, ...analyses.hour,
      causeSheet(retro, ofNodes, ids, language), ...analyses.item, ...analyses.refund, ...analyses.inquiry, ...analyses.silent, ...analyses.review,
      caseSheet(retro, language), lessonSheet(language), actionSheet(retro.actions, language, stands('tblChange')), ...when('tblChange', () => changeSheet(changes, language)), ...when('tblFollowUp', () => followUpSheet([], language)), ...department,
      // Only while it is turned on: a sheet that stands from before is people's own.
      ...(retro.agents.length > 0 ? [agentSheet(retro, language)] : []), configSheet(retro, language),
    ],
  };
}
