import type { MetricDefinition } from '../types';

/** 评价口碑 */
export const reviewsMetrics: readonly MetricDefinition[] = [
  {
    id: 'reviews', zh: '评价数', en: 'Reviews', unit: '条', direction: 'context', class: 'result',
    aliases: ['评价量', '评论数', '累计评价'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '新增评价条数（系统默认好评另计）',
    definitionEn: 'New reviews; default reviews of the platform are counted apart.',
  },
  {
    id: 'good_rate', zh: '好评率', en: 'Positive review rate', unit: '%', direction: 'higher', class: 'result',
    aliases: ['积极评论率', '商品好评率'],
    weakAliases: [],
    aggregation: { kind: 'ratio', numerator: 'good_reviews', denominator: 'reviews' },
    definition: '好评数 ÷ 评价数',
    definitionEn: 'Good reviews ÷ reviews.',
  },
  {
    id: 'bad_rate', zh: '差评率', en: 'Negative review rate', unit: '%', direction: 'lower', class: 'result',
    aliases: ['商品差评率', '负向评价率', '订单差评率'],
    weakAliases: [{ text: '中差评率', note: '含中评' }],
    aggregation: { kind: 'ratio', numerator: 'bad_reviews', denominator: 'reviews' },
    definition: '差评数 ÷ 评价数（4–5 星好、3 星中、1–2 星差）',
    definitionEn: 'Bad reviews ÷ reviews (1–2 stars).',
  },
  {
    id: 'mid_bad', zh: '中差评数', en: 'Neutral+negative count', unit: '条', direction: 'lower', class: 'result',
    aliases: ['中差评总数', '客服中差评数', '静默中差评数', '低评分订单数'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '中评 + 差评条数',
    definitionEn: 'Neutral plus bad reviews.',
  },
  {
    id: 'good_keywords', zh: '好评关键词', en: 'Positive keywords', unit: '文本', direction: 'context', class: 'result',
    aliases: ['正面关键词', '好评标签'],
    weakAliases: [],
    aggregation: { kind: 'text' },
    definition: '好评里出现最多的词',
    definitionEn: 'The words good reviews use most.',
  },
  {
    id: 'top10_questions', zh: '高频咨询问题TOP10', en: 'Top-10 questions', unit: '文本', direction: 'context', class: 'process',
    aliases: ['TOP10问题', '咨询热点', '高频问题'],
    weakAliases: [],
    aggregation: { kind: 'text' },
    definition: '咨询最多的十类问题：类别、量、占比、同比',
    definitionEn: 'The ten most frequent question categories with count and share.',
  },
  {
    id: 'withdrawn', zh: '撤诉数', en: 'Withdrawn complaints', unit: '件', direction: 'higher', class: 'result',
    aliases: ['用户撤诉', '投诉撤销'],
    weakAliases: [],
    aggregation: { kind: 'sum' },
    definition: '买家撤销的投诉数',
    definitionEn: 'Complaints withdrawn by the buyer.',
  },
];
