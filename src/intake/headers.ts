import { findByName } from '../retro/catalogue';
import { normaliseName } from '../retro/catalogue/normalise';

/** A column header taken apart (DOMAIN 1.3). */
export interface Header {
  /** as pasted, whitespace trimmed */
  readonly raw: string;
  /** name that is compared; a trailing unit bracket is gone, a basis bracket stays */
  readonly name: string;
  /** unit from a trailing bracket: `（秒)`, `(元/人)`, `(万元)` */
  readonly unit?: string;
}

const unitBracket = /\((秒|分|分钟|时|小时|天|日|元|万元|千元|亿元|万|%|‰|人|件|次|条|单|笔|个|名|s|min|h|ms|元\/人|件\/人|元\/件|元\/单|件\/单)\)$/;

/** Normalises a header and splits off its unit. `退款完结时间.1` (a second column of one name) becomes the same name. */
export function readHeader(raw: string): Header {
  const known = headers.get(raw);
  if (known) return known;
  const header = takeApart(raw);
  if (headers.size >= mostRemembered) headers.clear();
  if (raw.length <= 100) headers.set(raw, header);
  return header;
}

/** A table is looked at as every kind it could be: each header is taken apart and looked up once. */
const mostRemembered = 20_000;
const headers = new Map<string, Header>();
const metrics: Readonly<Record<MetricContext, Map<string, MetricMatch | undefined>>> = { shop: new Map(), agents: new Map() };

function takeApart(raw: string): Header {
  const folded = normaliseName(raw)
    .replace(/^[="'*]+|["'*:?ⓘ↑↓▲▼△▽⬆⬇]+$/g, '')
    .replace(/(?<=[^\d.])\.\d{1,2}$/, '');
  const unit = unitBracket.exec(folded)?.[1];
  const name = unit === undefined ? folded : folded.slice(0, -(unit.length + 2));
  const trimmed = raw.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  return unit === undefined || name === '' ? { raw: trimmed, name: folded } : { raw: trimmed, name, unit };
}

/** Which meaning a metric column has: catalogue id with its basis. */
export interface MetricMatch {
  readonly key: string;
  /** the name alone does not decide (DOMAIN 1.4) */
  readonly weak: boolean;
}

/** Where a name stands: in an agent table `销售额` is 客服口径, in a table per item it is the item's. */
export type MetricContext = 'shop' | 'agents';

const knownBases: Readonly<Record<string, string>> = {
  人维度: '人', 人: '人', 按人: '人', 会话: '会话', 会话维度: '会话', 按会话: '会话', 轮次: '轮次', 消息: '消息', 全天: '全天', '8-23点': '8-23点', '8:00-23:00': '8-23点', '8点-23点': '8-23点', '30天': '30天', '7天': '7天', 近30天: '30天', 近7天: '7天',
};

const levelBases: Readonly<Record<string, string>> = {
  很满意: '很满意', 非常满意: '很满意', 服务满意度评价很满意: '很满意', 满意: '满意', 服务满意度评价满意: '满意', 一般: '一般', 服务满意度评价一般: '一般',
  不满: '不满', 不满意: '不满', 服务满意度评价不满: '不满', 很不满: '很不满', 非常不满意: '很不满', 服务满意度评价很不满: '很不满', 有效好评数: '好评', 好评量: '好评', 有效差评数: '差评', 差评量: '差评',
};

/** Shop figures that mean the service's own share inside an agent table (DOMAIN 1.4). */
const agentTwins: Readonly<Record<string, string>> = {
  sales_amount: 'cs_sales', paid_buyers: 'cs_buyers', paid_items: 'cs_items', paid_orders: 'cs_orders', aov_customer: 'cs_aov', items_per_buyer: 'cs_items_per_buyer', net_sales: 'cs_net_sales',
  refund_amount: 'cs_refund_amount', refund_count: 'cs_refund_count', good_rate: 'cs_good_rate', bad_rate: 'cs_bad_rate', pay_cvr: 'conv_final', good_reviews: 'eval_levels@好评', bad_reviews: 'eval_levels@差评',
};

/** Short spoken names that the back offices do not use but people do. */
const spoken: Readonly<Record<string, string>> = {
  询单转化: 'conv_final', 静默转化: 'silent_conv', 支付转化: 'pay_cvr', 响应时长: 'avg_resp', 响应: 'avg_resp', 平均回复时长: 'avg_resp', 平均回复时间: 'avg_resp', 回复时长: 'avg_resp', 响应速度: 'avg_resp', 首响时长: 'first_resp', 平响时长: 'avg_resp', 客服满意度: 'csat', 用户满意度: 'csat', 顾客满意度: 'csat', 满意度评分: 'csat',
  全店gmv: 'gmv', 店铺gmv: 'gmv', 总销售额: 'sales_amount', 全店销售额: 'sales_amount', 店铺成交额: 'sales_amount', 总咨询量: 'consult_sessions', 咨询总量: 'consult_sessions', 总接待人数: 'received_users', 咨询峰值: 'peak_volume', 拉新数: 'new_buyers', 新客: 'new_buyers', 投诉数: 'complaints',
};

/** Names that only an agent table can mean. */
const agentOnly: Readonly<Record<string, string>> = { 付款人数: 'cs_buyers', 销售量: 'cs_items', 转化率: 'conv_final', 满意: 'eval_levels@满意' };

/**
 * The metric a header means, with its basis: `3分钟人工回复率 (会话)` → `rate_3min@会话`, `新平均响应时长（秒）` → `avg_resp@新`,
 * `全天满意率` → `csat@全天`. Matches by alias only, never by position; undefined when no alias fits.
 */
export function resolveMetric(header: Header, context: MetricContext = 'shop'): MetricMatch | undefined {
  const remembered = metrics[context];
  const key = header.unit === undefined ? header.name : `${header.name}(${header.unit}`;
  if (remembered.has(key)) return remembered.get(key);
  const match = lookUp(header, context);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, match);
  return match;
}

function lookUp(header: Header, context: MetricContext): MetricMatch | undefined {
  const { name } = header;
  if (context === 'agents') {
    const own = agentOnly[name];
    if (own) return { key: own, weak: false };
  }
  const exact = (header.unit ? findByName(`${name}(${header.unit})`) : undefined) ?? findByName(name);
  if (exact) return withContext(exact.id, basisOf(name), exact.weak, context);
  const said = spoken[name];
  if (said) return withContext(said, undefined, false, context);
  return withBracket(name, context) ?? withGroup(header, context) ?? withPrefix(header, context);
}

/** `3分钟人工回复率(会话)`: a metric with its basis in a bracket that no alias lists. */
function withBracket(name: string, context: MetricContext): MetricMatch | undefined {
  const bracket = /^(.+?)\(([^()]{1,12})\)$/.exec(name);
  const base = bracket ? findByName(bracket[1] ?? '') : undefined;
  const basis = bracket?.[2] ?? '';
  return base && withContext(base.id, knownBases[basis] ?? basis, base.weak, context);
}

/** `邀请·满意率` of a two-row header: the group is the basis, unless it means all. */
function withGroup(header: Header, context: MetricContext): MetricMatch | undefined {
  const at = header.name.lastIndexOf('·');
  if (at <= 0) return undefined;
  const group = header.name.slice(0, at);
  const inner = resolveMetric({ raw: header.raw, name: header.name.slice(at + 1) }, context);
  if (!inner || /^(?:总|总计|合计|全部|整体)$/.test(group)) return inner;
  return { ...inner, key: inner.key.includes('@') ? `${inner.key}·${group}` : `${inner.key}@${group}` };
}

/** `新平均响应`, `全天…` name a basis in front; `人工…` and `(延)…` add nothing. */
function withPrefix(header: Header, context: MetricContext): MetricMatch | undefined {
  const prefixed = /^(新|全天|人工|\(延\))(.+)$/.exec(header.name);
  const inner = prefixed ? resolveMetric({ raw: header.raw, name: prefixed[2] ?? '' }, context) : undefined;
  const basis = prefixed?.[1] ?? '';
  if (!inner || inner.key.includes('@') || (basis !== '新' && basis !== '全天')) return inner;
  return { ...inner, key: `${inner.key}@${basis}` };
}

/** Basis that an exact alias carries in its own words. */
function basisOf(name: string): string | undefined {
  const level = levelBases[name];
  if (level) return level;
  const bracket = /\(([^()]{1,12})\)$/.exec(name)?.[1];
  if (bracket && knownBases[bracket]) return knownBases[bracket];
  if (/^全天/.test(name)) return '全天';
  if (/^新平均/.test(name)) return '新';
  return undefined;
}

function withContext(id: string, basis: string | undefined, weak: boolean, context: MetricContext): MetricMatch {
  const twin = context === 'agents' ? agentTwins[id] : undefined;
  const key = twin ?? id;
  return { key: basis && !key.includes('@') ? `${key}@${basis}` : key, weak: weak && context !== 'agents' };
}
