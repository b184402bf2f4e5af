import type { AnalysedLists, SummaryTypes } from '../retro/analyses';
import type { ActionRecord, ActualRecord, AgentRecord, CaseRecord, ChatTurn, NodeRecord, TargetRecord } from '../retro/types';

/** What a paste is (DESIGN, command contract). */
export const sourceKinds = ['targets', 'actuals', 'agents', 'hourly', 'refunds', 'orders', 'inquiries', 'chat', 'items', 'silent', 'reviews', 'cases', 'actions', 'nodes', 'unknown'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Why a row was rightly left out. */
export type SkipReason = 'blank' | 'title' | 'banner' | 'header' | 'total' | 'average' | 'peer' | 'bot' | 'idle' | 'closed' | 'duplicate' | 'greeting' | 'system';

/** Something in the data that a person should see. The words for people are in i18n, by `code`. */
export interface Problem {
  readonly code: ProblemCode;
  /** 1-based line of the input; a quoted cell with line breaks counts its first line. 0 = the whole input */
  readonly line: number;
  /** header of the column as pasted, or '' */
  readonly column: string;
  /** the raw cell, cut to 200 characters */
  readonly value: string;
  /** further facts for the message (names of the other value, limits …) */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Every code has a sentence in i18n (zh-CN and en-US); the compiler finds a missing one. */
export const problemCodes = [
  'empty-input', 'header-only', 'unknown-table', 'no-header', 'not-text', 'mojibake', 'old-xls', 'unterminated-quote', 'too-long', 'too-many-columns',
  'nul-byte', 'ragged-row', 'duplicate-header', 'unknown-metric', 'ambiguous-metric', 'duplicate-metric', 'not-a-number', 'not-a-duration',
  'not-a-date', 'not-an-hour', 'percent-assumed', 'unit-mismatch', 'direction-conflict', 'broken-id', 'suspect-id', 'missing-name',
  'total-differs', 'rows-added', 'truncated', 'vague-deadline', 'invalid-date', 'missing-owner', 'missing-source', 'unknown-kind', 'incomplete-case', 'ambiguous-column',
  'date-shift', 'excel-damage', 'hash-marks', 'not-used', 'row-not-read', 'html-file', 'broken-xlsx', 'locked-xlsx', 'xlsx-bomb',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface SkippedLine {
  readonly line: number;
  readonly reason: SkipReason;
}

/** What a column of the paste was taken for. */
export interface ColumnMeaning {
  readonly header: string;
  /** field of the kind (`metric`, `value`, `agent` …) or metric key (`avg_resp`, `rate_3min@会话`); undefined = 未识别列 */
  readonly meaning: string | undefined;
  /** 0–1 */
  readonly confidence: number;
}

type Summaries = { readonly [K in keyof SummaryTypes as `${K}Summary`]?: SummaryTypes[K] };

/** What was read: a list of each kind of record (`refunds` with the closed ones, marked), or the summary of a source too large to keep its rows (R44). */
export interface SourceRecords extends AnalysedLists, Summaries {
  readonly targets?: readonly TargetRecord[];
  readonly actuals?: readonly ActualRecord[];
  /** people of the agent table; those without any reception are marked `idle` and their rows skipped (Q34) */
  readonly agents?: readonly AgentRecord[];
  /** 同行, 同行同层优秀 … rows of an agent table: the industry baseline (R9), never an agent */
  readonly peers?: readonly AgentRecord[];
  /** 机器人, 智能客服 rows: not people (Q23) */
  readonly bots?: readonly AgentRecord[];
  /** 合计, 汇总, 店铺汇总值 rows: a cross-check only */
  readonly totals?: readonly AgentRecord[];
  readonly cases?: readonly CaseRecord[];
  readonly actions?: readonly ActionRecord[];
  readonly chat?: readonly ChatTurn[];
  readonly nodes?: readonly NodeRecord[];
}

/**
 * One recognised table. `rows` below the header = used + skipped below the header + rows with a problem that kept them
 * from being used (R43: every line is accounted for; property-tested).
 */
export interface Source {
  /** file name, `book.xlsx#Sheet1`, or the label of a paste */
  readonly file: string;
  readonly kind: SourceKind;
  /** in plain facts: which signature columns decided (i18n keys/headers) */
  readonly evidence: readonly string[];
  /** all lines of the input */
  readonly lines: number;
  /** 1-based line of the header; 0 = none */
  readonly headerLine: number;
  /** normalised headers joined by `|`: the name under which a choice about this header is remembered; '' without a header */
  readonly signature?: string;
  readonly columns: readonly ColumnMeaning[];
  /** lines below the header (records, not physical lines) */
  readonly rows: number;
  readonly used: number;
  readonly skipped: readonly SkippedLine[];
  readonly problems: readonly Problem[];
  /** 1-based lines of rows that could not be used because of a problem */
  readonly unusedLines: readonly number[];
  /** captions, banners, encodings: facts worth showing (i18n code + values) */
  readonly notes: readonly SourceNote[];
  readonly records: SourceRecords;
  /** the supervisor wants the figures of its single agents in the workbook (R28) */
  readonly perAgent?: true;
  /** a source too large to keep its lines: `skipped` and `unusedLines` are empty, `problems` are the first ones, and these say how many there were */
  readonly large?: { readonly skipped: Readonly<Partial<Record<SkipReason, number>>>; readonly unused: number; readonly problemCounts: Readonly<Partial<Record<ProblemCode, number>>>; /** refunds whose number was not compared with others, because too many different ones came before (Q26) */ readonly uncompared?: number };
}

export interface SourceNote {
  readonly code: 'caption' | 'encoding' | 'banner' | 'weighted' | 'pending-column' | 'peer-rows' | 'period' | 'attribution' | 'columns-ignored' | 'negative-refunds' | 'refund-over-paid' | 'refunds-not-compared' | 'too-many-refunds' | 'too-many-pairs' | 'cancelled' | 'distinct-days';
  readonly text: string;
}

/** One thing handed over by the user: bytes of a file, or pasted text. */
export type SourceInput = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly text: string };

/**
 * What a person decided about tables with one header (R41): remembered in the workbook and used the next time the same header comes.
 * Choosing a header row is giving a choice with the signature of that row.
 */
export interface TableChoice {
  /** see `Source.signature` */
  readonly signature: string;
  readonly kind?: SourceKind;
  /** normalised header → field of the kind, metric key (`rate_3min@会话`), or '' for a column to leave out */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface IntakeOptions {
  readonly choices?: readonly TableChoice[];
  /** for dates without a year and `3天内` */
  readonly today: string;
  /** year of the event, for dates without a year (V093) */
  readonly year: number;
}
