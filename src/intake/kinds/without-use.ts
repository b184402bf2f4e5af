import { dateNames } from './fields';
import type { KindModule } from './kind';

/**
 * Lists that back offices offer and a retro has no use for: known, so that nobody wonders why, but not read. 接待明细 (who talked to whom, without
 * a word of what) and 订单明细 of the service (one row per order, 是否静默).
 */
export const withoutUse: readonly KindModule[] = [
  {
    spec: {
      kind: 'inquiries', weight: 0.05, against: ['订单编号', '订单号', '评价内容', '买家首句', '咨询内容'], signature: [['start'], ['buyer'], ['agent', 'replied']],
      fields: [
        { field: 'start', names: ['开始时间', '会话开始时间', '咨询时间', '接入时间'] }, { field: 'end', names: ['结束时间', '会话结束时间'] }, { field: 'buyer', names: ['买家', '买家昵称', '顾客', '客户', '用户昵称', '用户'] },
        { field: 'agent', names: ['客服', '接待客服', '客服昵称', '接待人'] }, { field: 'replied', names: ['是否回复', '是否接待', '回复状态'] },
      ],
    },
  },
  {
    spec: {
      kind: 'orders', weight: 0.05, against: ['订单编号', '订单号'], signature: [['created'], ['paid'], ['silent']],
      fields: [
        { field: 'created', names: ['订单时间', '下单时间', ...dateNames] }, { field: 'paid', names: ['金额', '订单金额', '付款金额'] }, { field: 'buyer', names: ['买家', '买家昵称'] }, { field: 'agent', names: ['客服', '客服昵称'] },
        { field: 'silent', names: ['是否静默', '静默'] },
      ],
    },
  },
];
