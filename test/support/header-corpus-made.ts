import { allMetrics } from '../../src/retro/catalogue';
import { kindModules } from '../../src/intake/kinds';
import { bindColumns } from '../../src/intake/recognise';
import { readHeader, resolveMetric } from '../../src/intake/headers';
import type { KindSpec } from '../../src/intake/kinds/kind';
import type { CorpusHeader } from './header-corpus';

/** Columns that back offices add and nobody needs. */
const noise = ['省份', '平台', '主播', '渠道名称', '创建人', '流量来源', '较上周期', '是否直播', '更新时间', '类目', '品牌', '运费模板', '仓库名', '标签色', '审批人', '会员等级', '快递公司'];

interface Recipe {
  readonly kind: CorpusHeader['kind'];
  /** fields that make the kind; the first of each is always there */
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
  /** catalogue ids to take columns from, with every alias in turn */
  readonly metrics: readonly string[];
  readonly count: number;
}

const serviceMetrics = ['consult_users', 'received_users', 'avg_resp', 'first_resp', 'rate_3min', 'rate_30s', 'reply_rate', 'csat', 'conv_final', 'inquiry_users', 'no_reply', 'slow_resp', 'qa_ratio', 'cs_sales', 'msg_total', 'avg_session', 'work_days', 'eval_return', 'max_concurrent', 'transfer_in'];

const recipes: readonly Recipe[] = [
  { kind: 'agents', always: ['agent'], sometimes: ['group', 'date', 'shop'], metrics: serviceMetrics, count: 40 },
  { kind: 'hourly', always: ['hour'], sometimes: ['date', 'note'], metrics: ['consult_users', 'received_users', 'avg_resp', 'no_reply', 'agents_on_duty', 'consult_sessions'], count: 12 },
  { kind: 'items', always: ['itemId'], sometimes: ['item', 'date', 'tier', 'audience'], metrics: ['sales_amount', 'paid_items', 'paid_buyers', 'visitors', 'pageviews', 'cart_users', 'pay_cvr', 'refund_amount', 'bounce_rate'], count: 12 },
  { kind: 'silent', always: ['itemId'], sometimes: ['item'], metrics: ['silent_sales', 'silent_share', 'silent_conv', 'silent_buyers', 'silent_items'], count: 8 },
  { kind: 'targets', always: ['metric', 'value'], sometimes: ['unit', 'definition', 'purpose', 'expected'], metrics: [], count: 12 },
  { kind: 'actuals', always: ['metric', 'value'], sometimes: ['lastYear', 'previous', 'lastPromo', 'ordinary', 'industry', 'competitor', 'note'], metrics: [], count: 12 },
  { kind: 'refunds', always: ['refundId', 'amount', 'reason', 'status'], sometimes: ['item', 'itemId', 'note', 'applied', 'type'], metrics: [], count: 10 },
  { kind: 'orders', always: ['orderId', 'paid', 'status'], sometimes: ['item', 'quantity', 'created', 'paidAt'], metrics: [], count: 8 },
  { kind: 'reviews', always: ['text', 'result'], sometimes: ['time', 'item', 'followUp'], metrics: [], count: 8 },
  { kind: 'cases', always: ['scene', 'reply', 'outcome'], sometimes: ['kind', 'peak', 'crossTeam', 'breakdown', 'method'], metrics: [], count: 8 },
  { kind: 'actions', always: ['what', 'owner', 'deadline'], sometimes: ['source', 'measure', 'priority', 'status', 'progress'], metrics: [], count: 10 },
  { kind: 'inquiries', always: ['category', 'count'], sometimes: ['share', 'lastShare', 'bot', 'example'], metrics: [], count: 8 },
];

/** Header rows made of the aliases of fields and metrics in many orders, with noise columns between them. The same rows every time. */
export function madeHeaders(): readonly CorpusHeader[] {
  let seed = 7;
  const next = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % Math.max(1, limit);
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[next(list.length)];
  return recipes.flatMap((recipe) => {
    const spec = kindModules.map((module) => module.spec).find((candidate) => candidate.kind === recipe.kind);
    return spec ? Array.from({ length: recipe.count }, (_, index) => makeHeader(recipe, spec, index, pick, next)) : [];
  });
}

function makeHeader(recipe: Recipe, spec: KindSpec, index: number, pick: <T>(list: readonly T[]) => T | undefined, next: (limit: number) => number): CorpusHeader {
  const columns = new Map<string, string>();
  const used = new Set<string>();
  const add = (header: string | undefined, meaning: string) => {
    const name = header === undefined ? '' : readHeader(header).name;
    if (header === undefined || used.has(name)) return;
    used.add(name);
    columns.set(header, meaning);
  };
  const nameOf = (field: string): string | undefined => pick((spec.fields.find((candidate) => candidate.field === field)?.names ?? []).filter((name) => means(spec, name, field)));
  for (const field of recipe.always) add(nameOf(field), field);
  for (const field of recipe.sometimes) if (next(2) === 0) add(nameOf(field), field);
  const wanted = 3 + next(6);
  for (let count = 0; count < wanted && recipe.metrics.length > 0; count++) {
    const id = recipe.metrics[(index + count * 3) % recipe.metrics.length] ?? '';
    const metric = allMetrics.find((candidate) => candidate.id === id);
    const header = pick([metric?.zh ?? '', ...(metric?.aliases ?? [])]);
    const match = header === undefined ? undefined : resolveMetric(readHeader(header), spec.metrics ?? 'shop');
    // 满意度五档 and the like share an alias with nothing else; the key itself (with its basis) is what must come back.
    if (match && match.key.split('@')[0] === id && ![...columns.values()].includes(match.key)) add(header, match.key);
  }
  for (let count = next(4); count > 0; count--) add(pick(noise), '');
  const cells = [...columns.keys()];
  for (let at = cells.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [cells[at], cells[other]] = [cells[other] ?? '', cells[at] ?? ''];
  }
  return { from: `${recipe.kind} ${index}`, kind: recipe.kind, cells, meanings: Object.fromEntries(columns) };
}

/** A name that alone means the field: names shared by two fields (编号, 时间) are decided by their neighbours and are not drawn. */
function means(spec: KindSpec, name: string, field: string): boolean {
  return bindColumns(spec, [readHeader(name)])[0]?.field === field;
}
