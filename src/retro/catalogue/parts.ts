import type { MetricDefinition } from '../types';

/** Counts that are no goal of their own but the parts and weights of rates (DOMAIN 1: RATIO, WMEAN) and 客服口径 twins of shop figures (DOMAIN 1.4). */
export const partMetrics: readonly MetricDefinition[] = [
  part('final_payers', '最终付款人数', 'Final payers', '人', ['最终成团人数', '询单->最终付款人数', '延最终付款人数'], 'distinct', '询单后最终付款的人数', 'Inquirers who finally paid.'),
  part('final_pay_amount', '最终付款金额', 'Final paid amount', '元', ['延最终付款金额'], 'sum', '询单后最终付款的金额', 'Amount finally paid by inquirers.'),
  part('same_day_payers', '当日付款人数', 'Same-day payers', '人', ['询单->当日付款人数'], 'distinct', '询单当日付款的人数', 'Inquirers who paid on the same day.'),
  part('same_day_amount', '当日付款金额', 'Same-day paid amount', '元', [], 'sum', '询单当日付款的金额', 'Amount paid by same-day inquirers.'),
  part('ordering_users', '下单人数', 'Orderers', '人', ['最终下单人数', '下单买家数'], 'distinct', '下单的人数，含未付款', 'People who ordered, paid or not.'),
  part('evals_sent', '发出评价数', 'Surveys sent', '次', ['评价发送数', '邀评数', '发出评价量'], 'sum', '发出的满意度评价邀请数', 'Satisfaction surveys sent.'),
  part('evals_received', '收到评价数', 'Ratings received', '次', ['有效评价数', '评价返回数', '收到评价量', '参评数'], 'sum', '收到的满意度评价数', 'Satisfaction ratings received.'),
  part('leave_sessions', '留言咨询量', 'Messages left', '次', [], 'sum', '转为留言的咨询量', 'Consultations that became a left message.'),
  part('good_reviews', '好评数', 'Good reviews', '条', [], 'sum', '商品好评的条数', 'Number of good reviews.'),
  part('bad_reviews', '差评数', 'Bad reviews', '条', [], 'sum', '商品差评的条数', 'Number of bad reviews.'),
  part('cs_orders', '客服订单数', 'Orders via service', '单', ['客服销售订单数', '客服成交订单数'], 'sum', '经客服成交的订单数', 'Orders credited to service.'),
  part('cs_net_sales', '客服净销售额', 'Net sales via service', '元', ['客服退款后销售额'], 'sum', '客服销售额 − 其退款', 'Service sales minus their refunds.'),
  part('cs_refund_amount', '客服退款金额', 'Refunds of service orders', '元', ['客服成功退款金额'], 'sum', '经客服成交订单的退款额', 'Refund amount of orders credited to service.'),
  part('cs_refund_count', '客服退款笔数', 'Refunded service orders', '单', [], 'sum', '经客服成交订单的退款笔数', 'Refunds of orders credited to service.'),
  part('bot_intercepted', '机器人拦截量', 'Solved by the bot', '次', ['机器人解决量', '机器人拦截数'], 'sum', '机器人独立解决、未转人工的咨询量', 'Consultations the bot closed alone.'),
];

function part(
  id: string, zh: string, en: string, unit: MetricDefinition['unit'], aliases: readonly string[], kind: 'sum' | 'distinct', definition: string, definitionEn: string,
): MetricDefinition {
  return { id, zh, en, unit, direction: 'context', class: 'process', aliases, weakAliases: [], aggregation: { kind }, definition, definitionEn, part: true };
}
