import type { MetricDefinition } from '../types';

/** 静默 */
export const silentOrdersMetrics: readonly MetricDefinition[] = [
  {
    id: 'silent_sales', zh: '静默销售额', en: 'Silent (no-chat) sales', unit: '元', direction: 'higher', class: 'result',
    aliases: ['静默成交金额', '静默支付金额', '静默付款金额'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '付款判定/下单优先判定：店铺销售额 − 客服销售额；下单判定：有效下单金额 − 有效客服下单金额',
    definitionEn: 'Shop sales minus service sales.',
  },
  {
    id: 'silent_share', zh: '静默销售额占比', en: 'Silent share of sales', unit: '%', direction: 'context', class: 'result',
    aliases: ['静默占比', '静默下单占比', '静默成交占比', '静默销售占比'],
    weakAliases: [],
    aggregation: { kind: 'derived' },
    definition: '100% − 客服销售额占比；方向中性',
    definitionEn: '100% minus the service share of sales; neutral.',
  },
  {
    id: 'silent_conv', zh: '静默转化率', en: 'Silent conversion', unit: '%', direction: 'higher', class: 'result',
    aliases: ['静默支付转化率', '静默成交转化率'],
    weakAliases: [],
    aggregation: { kind: 'ratio', numerator: 'silent_buyers', denominator: 'visitors' },
    definition: '未咨询而成交的人数 ÷ UV。与“静默占比”分母不同，用户混用时必须问',
    definitionEn: 'Buyers without a chat ÷ visitors; not the silent share of sales.',
  },
  {
    id: 'silent_buyers', zh: '静默销售人数', en: 'Silent buyers', unit: '人', direction: 'higher', class: 'result',
    aliases: ['静默下单用户数', '静默付款人数', '静默成交人数'],
    weakAliases: [],
    aggregation: { kind: 'distinct' },
    definition: '店铺销售人数 − 客服销售人数',
    definitionEn: 'Shop buyers minus service buyers.',
  },
  {
    id: 'silent_items', zh: '静默销售量', en: 'Silent units', unit: '件', direction: 'higher', class: 'result',
    aliases: ['静默付款件数', '静默件数'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '店铺销售量 − 客服销售量',
    definitionEn: 'Shop units minus service units.',
  },
  {
    id: 'silent_aov', zh: '静默客单价', en: 'Silent spend per buyer', unit: '元', direction: 'higher', class: 'result',
    aliases: ['静默下单客单价', '静默销售客单价（元/人）'],
    weakAliases: [],
    aggregation: { kind: 'ratio', numerator: 'silent_sales', denominator: 'silent_buyers' },
    definition: '静默销售额 ÷ 静默销售人数',
    definitionEn: 'Silent sales ÷ silent buyers.',
  },
  {
    id: 'silent_refund', zh: '静默退款金额', en: 'Silent refunds', unit: '元', direction: 'lower', class: 'result',
    aliases: ['静默退款'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '未咨询订单的成功退款额',
    definitionEn: 'Successful refunds of orders without a chat.',
  },
];
