import { metricName, ownMetricKey } from '../../retro/catalogue';
import { maskText } from '../../retro/masking';
import type { MetricRef } from '../../retro/types';
import { readHeader, resolveMetric } from '../headers';
import { parsePercent } from '../values/percent';
import type { Ledger } from './kind';

/** Names that mean more than one metric (DOMAIN 1.4): the words beside them decide, else the default is taken and asked about. */
interface Ambiguity {
  readonly name: RegExp;
  readonly default: string;
  /** other metric that the name could mean */
  readonly other: string;
  readonly forDefault: RegExp;
  readonly forOther: RegExp;
}

const ambiguities: readonly Ambiguity[] = [
  { name: /^退款率$/, default: 'refund_rate_amt', other: 'refund_rate_cnt', forDefault: /金额|额/, forOther: /笔|单数|单量|订单/ },
  { name: /^退货率$/, default: 'return_rate', other: 'refund_rate_amt', forDefault: /退货|退回/, forOther: /退款率|全部退款/ },
  { name: /^转化率$/, default: 'conv_final', other: 'pay_cvr', forDefault: /询单|咨询|客服/, forOther: /访客|uv|支付|店铺|全店/i },
  { name: /^询盘转化率$/, default: 'conv_final', other: 'consult_rate', forDefault: /付款|成交|询单/, forOther: /访客|uv|进线/i },
  { name: /^咨询转化率$/, default: 'conv_final', other: 'consult_rate', forDefault: /付款|成交|询单/, forOther: /访客|uv|进线/i },
  { name: /^连带率$/, default: 'items_per_buyer', other: 'own:连带率', forDefault: /件\/人|人/, forOther: /件\/单|订单|单/ },
  { name: /^中差评率$/, default: 'own:中差评率', other: 'bad_rate', forDefault: /中评|中差/, forOther: /差评/ },
];

/**
 * The metric a name in a 指标 column means. Ambiguous names are decided by the words beside them (口径, 备注), otherwise the usual meaning is
 * taken and an `ambiguous-metric` problem asks. Unknown names become the user's own metric with an `unknown-metric` problem.
 */
export function nameMetric(name: string, beside: readonly string[], raw: string, ledger: Ledger, line: number, column: string): MetricRef {
  const header = readHeader(name);
  const words = [header.unit ?? '', ...beside].join(' ');
  const ambiguity = ambiguities.find((candidate) => candidate.name.test(header.name));
  if (ambiguity) {
    if (ambiguity.forDefault.test(words)) return { key: ambiguity.default, name };
    if (ambiguity.forOther.test(words)) return { key: ambiguity.other, name };
    ledger.problem(line, { code: 'ambiguous-metric', column, value: name, detail: asked(ambiguity.default, ambiguity.other) });
    return { key: ambiguity.default, name };
  }
  const match = resolveMetric(header);
  if (!match) {
    ledger.problem(line, { code: 'unknown-metric', column, value: name });
    const own = maskText(name);
    return { key: ownMetricKey(own), name: own };
  }
  if (match.weak) ledger.problem(line, { code: 'ambiguous-metric', column, value: name, detail: asked(match.key) });
  if (match.key === 'silent_conv' && looksLikeShare(raw)) ledger.problem(line, { code: 'ambiguous-metric', column, value: name, detail: asked('silent_conv', 'silent_share') });
  return { key: match.key, name };
}

/** What was taken and what the name could mean, for the question. */
function asked(taken: string, other?: string): Readonly<Record<string, string>> {
  const keys = [taken, ...(other ? [other] : [])];
  const names = (language: 'zh-CN' | 'en-US'): string => keys.map((key) => metricName(key, language)).join(' / ');
  return { taken, options: names('zh-CN'), optionsEn: names('en-US'), ...(other && { other }) };
}

/** Over 20% a 静默转化率 is almost surely the silent share of sales (DOMAIN 1.4). */
function looksLikeShare(raw: string): boolean {
  const reading = parsePercent(raw);
  return reading.kind === 'number' && reading.value > 0.2;
}
