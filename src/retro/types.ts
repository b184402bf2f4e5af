/**
 * The records of a retro: what intake reads, what the workbook plan is made from and what is read back out of the sheets.
 * Dates are `YYYY-MM-DD` text. Rates are fractions, durations 秒, money 元, counts integers (DESIGN rule 6).
 */

import type { InquiryCategoryId } from './taxonomy/inquiry-categories';
import type { RefundGroup } from './taxonomy/refund-groups';

/** Which way is better; `context` metrics are shown and never judged (R8). */
export type Direction = 'higher' | 'lower' | 'context';

/** 结果 or 过程 (R8). */
export type MetricClass = 'result' | 'process';

/** How figures of several rows become one (DOMAIN 1): see `aggregate.ts`. */
export type Aggregation =
  | { readonly kind: 'sum' | 'distinct' | 'max' | 'argmax' | 'last' | 'mean' | 'text' | 'derived' }
  /** recomputed from parts: Σ numerator ÷ Σ denominator (metric ids) */
  | {
      readonly kind: 'ratio';
      readonly numerator?: string;
      readonly denominator?: string;
      /** other pairs of parts that give the same rate, tried in order */
      readonly alternatives?: readonly { readonly numerator: string; readonly denominator: string }[];
    }
  /** Σ value × weight ÷ Σ weight, first weight column that exists (metric ids) */
  | { readonly kind: 'weighted'; readonly weights: readonly string[] };

/** Unit of a metric as shown. `%` values are stored as fractions, 秒 as seconds. */
export type Unit = '元' | '%' | '秒' | '人' | '件' | '次' | '单' | '条' | '分' | '天' | '小时' | '倍' | '字' | '时段' | '文本' | '';

/** One row of the metric catalogue. */
export interface MetricDefinition {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
  /** need context or a question before they mean this metric */
  readonly weakAliases: readonly { readonly text: string; readonly note: string }[];
  readonly unit: Unit;
  readonly direction: Direction;
  readonly class: MetricClass;
  readonly aggregation: Aggregation;
  readonly definition: string;
  readonly definitionEn: string;
  /** true for counts that only serve as parts and weights of rates: not offered as a target */
  readonly part?: true;
}

/** A figure: a number, `pending` (待出数, e.g. `延迟统计`) or `missing` (缺) – three different things from zero. */
export type Figure = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'pending' } | { readonly kind: 'missing' } | { readonly kind: 'text'; readonly value: string };

/** Where a record came from: for messages and for the 来源 column. */
export interface Origin {
  readonly file: string;
  /** 1-based line of the input */
  readonly line: number;
}

/** A metric of the catalogue with its basis (`rate_3min@会话`), or one of the user's own. */
export interface MetricRef {
  /** catalogue id, `id@basis`, or `own:<name>` for a metric the catalogue does not know */
  readonly key: string;
  /** as the user wrote it */
  readonly name: string;
}

/** R6: one target as pasted. */
export interface TargetRecord extends Origin {
  readonly metric: MetricRef;
  readonly unit: Unit;
  readonly value: Figure;
  /** the cell as pasted, e.g. `≥５５％` or `尽量高` */
  readonly raw: string;
  /** from ≥/≤/以上/以内; overrides the catalogue's direction */
  readonly direction?: Direction;
  readonly definition?: string;
  readonly team?: string;
  readonly purpose?: string;
  readonly expected?: string;
}

/** The baselines of R9. `previous` is 上期 (环比), `lastPromo` 上次大促, `ordinary` 平日. */
export type BaselineKey = 'lastYear' | 'previous' | 'lastPromo' | 'ordinary' | 'industry' | 'competitor';
export const baselineKeys = ['lastYear', 'previous', 'lastPromo', 'ordinary', 'industry', 'competitor'] as const satisfies readonly BaselineKey[];

/** One metric's actual figure with its baselines. */
export interface ActualRecord extends Origin {
  readonly metric: MetricRef;
  readonly unit: Unit;
  readonly value: Figure;
  readonly raw: string;
  readonly baselines: Partial<Record<BaselineKey, Figure>>;
  readonly note?: string;
  /** people counted per day and added up: the same person may be in it several times (DOMAIN 1, DEDUP) */
  readonly addedOverDays?: true;
  /** statistics period as far as the paste says, free text */
  readonly period?: string;
  /** rule by which sales are credited to the service, where it changes this figure: `下单优先判定` (DOMAIN 0.1 no. 6) */
  readonly attribution?: string;
}

/** One customer-service agent's row. Names are masked before a sheet sees them (R28). */
export interface AgentRecord extends Origin {
  readonly agent: string;
  /** 临促, 售前组 … where the paste says so */
  readonly group?: string;
  /** the account behind a nickname, where the table has both */
  readonly account?: string;
  /** day of the row, where the table has one row per agent and day */
  readonly date?: string;
  readonly shop?: string;
  /** nobody was served: its zeros are no results (DOMAIN Q34) */
  readonly idle?: true;
  /** metric key → figure; a five-point 满意度 stands under `csat@5分` */
  readonly figures: Readonly<Record<string, Figure>>;
}

export type CaseKind = 'negative' | 'positive' | 'neutral';

/** R26: one case as pasted. */
export interface CaseRecord extends Origin {
  readonly id?: string;
  readonly kind: CaseKind | undefined;
  readonly scene: string;
  readonly reply: string;
  readonly outcome: string;
  /** as pasted: 是 / 否 / 是（仓库） … */
  readonly peak: string;
  readonly crossTeam: string;
  readonly breakdown: string;
  readonly method: string;
}

/** R33: one action as pasted. */
export interface ActionRecord extends Origin {
  readonly id?: string;
  readonly what: string;
  readonly owner: string;
  /** as pasted: a date, `3天内`, `尽快` … */
  readonly deadlineRaw: string;
  readonly deadline?: string;
  readonly source: string;
  readonly measure: string;
  readonly priority: string;
  readonly status: string;
  readonly progress: string;
  readonly note: string;
}

/** R16: volume and response of one hour. Date once per block is carried down. */
export interface HourRecord extends Origin {
  readonly date?: string;
  /** 0–23 */
  readonly hour: number;
  /** hours the slot covers: `10:00~12:00` is 2 */
  readonly hours: number;
  /** as pasted */
  readonly slot: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly note: string;
}

export type RefundState = 'success' | 'open' | 'closed';

/** R19: one refund or after-sale row. Buyer, phone, address and order number are dropped at intake. */
export interface RefundRecord extends Origin {
  /** only to find the same refund in two downloads (Q26); never written to a sheet */
  readonly refundId: string;
  readonly item: string;
  readonly itemId: string;
  /** 元, positive */
  readonly amount: Figure;
  readonly freight: Figure;
  readonly paid: Figure;
  readonly state: RefundState;
  /** 退货退款, 价保, 换货 … as pasted */
  readonly type: string;
  /** a success that gave money back: 换货 and 补寄 do not count (Q25) */
  readonly counts: boolean;
  readonly reason: string;
  /** buyer's words, masked */
  readonly words: string;
  readonly group: RefundGroup;
  readonly basis: 'note' | 'reason' | 'memo' | 'none';
  readonly secondary: readonly RefundGroup[];
  readonly part?: 'carrier' | 'warehouse';
  readonly review: boolean;
  readonly intervened: boolean;
  /** `YYYY-MM-DD HH:mm:ss` */
  readonly applied?: string;
  readonly finished?: string;
}

/** One order or sub-order. Nothing of the buyer is kept. */
export interface OrderRecord extends Origin {
  /** only to find the same order twice; never written to a sheet */
  readonly orderId: string;
  readonly item: string;
  readonly itemId: string;
  readonly quantity: Figure;
  /** 元 */
  readonly paid: Figure;
  readonly refund: Figure;
  readonly state: 'paid' | 'closed' | 'open';
  readonly paidAt?: string;
}

/** R20: one consultation of a log. */
export interface InquiryRecord extends Origin {
  /** first words of the buyer, masked */
  readonly question: string;
  readonly category: InquiryCategoryId;
  readonly byBot: boolean;
  readonly toHuman: boolean;
  /** nobody answered */
  readonly unanswered: boolean;
  /** product it was about, where the log names one */
  readonly item?: string;
  readonly itemId?: string;
  readonly start?: string;
}

/** R20: one category of a table that somebody already counted. The user's label is kept. */
export interface InquiryCountRecord extends Origin {
  readonly label: string;
  /** our category of the label, for the bot-or-human proposal */
  readonly category: InquiryCategoryId;
  readonly count: Figure;
  /** fraction */
  readonly share: Figure;
  readonly lastShare: Figure;
  readonly lastCount: Figure;
  readonly bot: Figure;
  readonly example: string;
}

/** R18, R21: figures of one product (or one day of it), of the item and the silent paste. */
export interface ItemRecord extends Origin {
  readonly item: string;
  readonly itemId: string;
  readonly date?: string;
  /** several days in one row: `2025-11-01~2025-11-11` */
  readonly period?: string;
  /** rule by which sales are credited to the service */
  readonly attribution?: string;
  /** 适用人群, 档次, 年龄段 as pasted */
  readonly audience: string;
  readonly tier: string;
  readonly age: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** One review of a product. 4–5 stars are good, 3 neutral, 1–2 bad. */
export interface ReviewRecord extends Origin {
  readonly item: string;
  readonly itemId: string;
  readonly mood: 'good' | 'neutral' | 'bad';
  /** text of the platform for a buyer who wrote nothing: not in any share of written reviews */
  readonly isDefault: boolean;
  /** masked */
  readonly text: string;
  readonly followUp: string;
  readonly time?: string;
}

/** One turn of a chat: all lines of one sender in a row. */
export interface ChatTurn extends Origin {
  readonly sender: 'agent' | 'buyer' | 'system';
  /** agent: name as pasted, to be masked before a sheet sees it; buyer: '' */
  readonly name: string;
  /** buyer: which of the buyers of this chat, from 1; without a name */
  readonly buyer?: number;
  /** masked */
  readonly text: string;
  /** `YYYY-MM-DD HH:mm:ss` of its first line */
  readonly at?: string;
  /** 秒 from the first unanswered line of the buyer to this answer; agent turns only */
  readonly delay?: number;
}

/** R15: one node of the process. */
export interface NodeRecord extends Origin {
  readonly phase: string;
  readonly area: string;
  readonly node: string;
  readonly time: string;
  readonly work: string;
  readonly result: string;
  readonly problem: string;
  readonly highlight: string;
  readonly satisfied: string;
  readonly department: string;
  readonly owner: string;
}

/** The event under review (R1). */
export interface RetroEvent {
  /** e.g. `2025双11` */
  readonly name: string;
  readonly start?: string;
  readonly end?: string;
  /** the next event the lessons are for */
  readonly next?: string;
  readonly shop?: string;
}
