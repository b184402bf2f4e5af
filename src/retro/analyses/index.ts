import { summariseInquiries, summariseInquiryCounts, type InquirySummary } from '../inquiries';
import { summariseOrders, type OrderSummary } from '../orders';
import type { RefundSummary } from '../refunds';
import { summariseReviews, type ReviewSummary } from '../reviews';
import type { KeywordRule } from '../taxonomy/keyword-rule';
import type { HourRecord, InquiryCountRecord, InquiryRecord, ItemRecord, OrderRecord, RefundRecord, RetroEvent, ReviewRecord } from '../types';
import { analyseHours, type HourAnalysis } from './hours';
import { analyseItems, analyseSilent, type ItemAnalysis, type SilentAnalysis } from './items';
import { splitPeriods } from './periods';
import { analyseRefunds, type RefundAnalysis } from './refunds';
import { addInquiries, addOrders, addRefunds, type Summarised } from './summaries';

/** Records of the pastes that are analysed, by the name of their list. The one place where a kind of record is added. */
export interface AnalysedRecords {
  hours: HourRecord;
  refunds: RefundRecord;
  orders: OrderRecord;
  inquiries: InquiryRecord;
  inquiryCounts: InquiryCountRecord;
  items: ItemRecord;
  silent: ItemRecord;
  reviews: ReviewRecord;
}

/** Summaries of sources too large to keep their rows (R44). */
export interface SummaryTypes {
  order: OrderSummary;
  refund: RefundSummary;
  inquiry: InquirySummary;
}

/** A list of each kind of record; absent = nothing of the kind was pasted. */
export type AnalysedLists = { readonly [K in keyof AnalysedRecords]?: readonly AnalysedRecords[K][] };

/** Records of the pastes beside figures, cases and actions. */
export type AnalysisRecords = AnalysedLists & { readonly [K in keyof SummaryTypes as `${K}Summaries`]?: readonly Summarised<SummaryTypes[K]>[] };

export interface InquiryAnalysis extends InquirySummary {
  /** `counts`: a table somebody counted; `log`: counted here by category */
  readonly from: 'counts' | 'log';
  readonly files: readonly string[];
}

/** What the pastes say (R16, R18–R21). A part is absent when nothing was pasted for it. */
export interface Analyses {
  readonly hours?: HourAnalysis;
  readonly refunds?: RefundAnalysis;
  readonly orders?: OrderSummary & { readonly files: readonly string[] };
  /** the counted table where there is one, else the log: the two are never blended */
  readonly inquiries?: InquiryAnalysis;
  /** the log beside a counted table */
  readonly inquiryLog?: InquiryAnalysis;
  readonly items?: ItemAnalysis;
  readonly silent?: SilentAnalysis;
  readonly reviews?: ReviewSummary & { readonly files: readonly string[] };
}

export interface AnalysisOptions {
  /** the team's keyword rules as they stand on 配置; without them the built-in ones hold */
  readonly inquiryRules?: readonly KeywordRule[];
}

/** All analyses of the records. Pure. */
export function analyse(records: AnalysisRecords, event: RetroEvent, options: AnalysisOptions = {}): Analyses {
  const rules = options.inquiryRules;
  const hours = analyseHours(records.hours ?? [], event);
  const refunds = addRefunds(analyseRefunds(records.refunds ?? [], event), records.refundSummaries ?? []);
  const items = analyseItems(records.items ?? [], records.inquiries ?? []);
  const silent = analyseSilent(records.silent ?? []);
  const { orders = [], inquiries = [], inquiryCounts = [], reviews = [] } = records;
  const counted = inquiryCounts.length > 0 ? { ...summariseInquiryCounts(inquiryCounts, rules), from: 'counts' as const, files: filesOf(inquiryCounts) } : undefined;
  const { orderSummaries = [], inquirySummaries = [] } = records;
  const asking = splitPeriods(inquiries, (record) => record.start, event);
  const logs = [...(inquiries.length > 0 ? [summariseInquiries(asking.now, rules, asking.lastYear)] : []), ...inquirySummaries.map(({ summary }) => summary)];
  const logged = logs.length > 0 ? { ...addInquiries(logs), from: 'log' as const, files: filesOf([...inquiries, ...inquirySummaries]) } : undefined;
  const sales = [...(orders.length > 0 ? [summariseOrders(orders)] : []), ...orderSummaries.map(({ summary }) => summary)];
  const asked = counted ?? logged;
  return {
    ...(hours && { hours }), ...(refunds && { refunds }), ...(items && { items }), ...(silent && { silent }),
    ...(sales.length > 0 && { orders: { ...addOrders(sales), files: filesOf([...orders, ...orderSummaries]) } }),
    ...(asked && { inquiries: asked }),
    ...(counted && logged && { inquiryLog: logged }),
    ...(reviews.length > 0 && { reviews: { ...summariseReviews(reviews), files: filesOf(reviews) } }),
  };
}

const filesOf = (records: readonly { readonly file: string }[]): string[] => [...new Set(records.map((record) => record.file))];
