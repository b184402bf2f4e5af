import { baseOfKey } from './catalogue';

/**
 * 影响销售额的关键指标 (R17): the factors that sales are the product of.
 * 店铺销售额 = 访客数 × 支付转化率 × 客单价; 客服销售额 = 询单人数 × 询单转化率 × 客服客单价; 静默销售额 = 访客数 × 静默转化率 × 静默客单价;
 * what refunds take away, and the new buyers the next event lives on.
 */
const drivers: ReadonlySet<string> = new Set([
  'visitors', 'pay_cvr', 'aov_customer', 'items_per_buyer', 'uv_value',
  'inquiry_users', 'conv_final', 'conv_today', 'conv_nextday', 'cs_aov', 'cs_items_per_buyer',
  'silent_conv', 'silent_aov', 'refund_rate_amt', 'new_buyers',
]);

/** Whether a metric, with or without basis, drives sales. */
export const isDriver = (key: string): boolean => drivers.has(baseOfKey(key));

/** A driver without a target is worth a cause when it changed by this fraction of its baseline. */
export const DRIVER_CHANGE = 0.03;
