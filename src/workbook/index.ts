import type { Language } from '../i18n';
import type { Retro } from '../retro/retro';
import { wordsOf } from './columns';
import type { WorkbookPlan } from './plan';
import { actionSheet } from './sheets/action';
import { actualSheet } from './sheets/actual';
import { caseSheet } from './sheets/case';
import { causeSheet } from './sheets/cause';
import { comparisonSheet } from './sheets/comparison';
import { configSheet } from './sheets/config';
import { coverSheet } from './sheets/cover';
import { lessonSheet } from './sheets/lesson';
import { nodeSheet } from './sheets/node';
import { targetSheet } from './sheets/target';

/** The whole workbook as data, sheets in their order (DESIGN, "The workbook"). Pure: same retro, same plan. */
export function planWorkbook(retro: Retro, language: Language): WorkbookPlan {
  return {
    language,
    title: wordsOf(language).cover.title(retro.event.name),
    sheets: [
      coverSheet(retro, language), targetSheet(retro, language), actualSheet(retro, language), comparisonSheet(retro, language), nodeSheet(retro, language),
      causeSheet(retro, language), caseSheet(retro, language), lessonSheet(language), actionSheet(retro, language), configSheet(retro, language),
    ],
  };
}
