import { dateNames, idNames, itemIdNames, itemNames, noteNames, orderIdNames, shopNames } from './fields';
import type { KindSpec } from './kind';

/** Signatures of the kinds whose rows are counted in bulk (DOMAIN 2.10). */

export const hourlySpec: KindSpec = {
  kind: 'hourly',
  fields: [
    { field: 'date', names: dateNames },
    { field: 'hour', names: ['时段', '小时', '时间段', '分时', '时点', '接待时段', '咨询时段'] },
    { field: 'shop', names: shopNames },
    { field: 'note', names: noteNames },
  ],
  signature: [['hour']],
  minMetrics: 1,
  against: ['订单编号', '订单号'],
  metrics: 'shop',
  weight: 6,
};

export const refundsSpec: KindSpec = {
  kind: 'refunds',
  fields: [
    { field: 'refundId', names: ['退款编号', '售后单号', '服务单号', '售后编号', '退款单号'] },
    { field: 'orderId', names: [...orderIdNames, '商品单号'], repeats: true },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: [...itemIdNames, '商家编码'] },
    { field: 'amount', names: ['买家退款金额', '退商品金额', '退款金额', '退款总额', '退给买家金额', '申请退款金额', '退款金额(元)'] },
    { field: 'freight', names: ['退运费金额'] },
    { field: 'paid', names: ['买家实际支付金额', '用户实付金额', '实付金额', '订单应付金额'] },
    { field: 'status', names: ['退款状态', '售后状态', '服务单状态', '处理状态'] },
    { field: 'type', names: ['售后类型', '退款类型', '业务类型'] },
    { field: 'reason', names: ['买家退款原因', '退款原因', '售后原因', '申请原因', '售后申请原因'] },
    { field: 'note', names: ['买家退款说明', '退款说明', '问题描述', '申请说明', '售后说明'] },
    { field: 'memo', names: ['商家备注', '卖家备注', '备注'] },
    { field: 'applied', names: ['退款的申请时间', '退款申请时间', '售后申请时间', '申请时间'] },
    { field: 'finished', names: ['退款完结时间', '售后完结时间', '完结时间', '退款成功时间', '商家退款时间'], repeats: true },
    { field: 'intervened', names: ['客服介入状态', '平台介入状态', '是否介入'] },
    { field: 'goods', names: ['货物状态', '商品发货状态', '是否需要退货', '售中或售后', '部分退款/全部退款'], repeats: true },
    { field: 'ordered', names: ['订单付款时间', '支付完成时间', '付款时间'] },
  ],
  signature: [['refundId', 'status', 'orderId'], ['reason', 'status'], ['amount', 'reason']],
  weight: 8,
};

export const ordersSpec: KindSpec = {
  kind: 'orders',
  fields: [
    { field: 'orderId', names: orderIdNames, repeats: true },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: [...itemIdNames, '货号/商家编码', '商家编码'] },
    { field: 'quantity', names: ['宝贝总数量', '商品数量', '购买数量', '数量'] },
    { field: 'due', names: ['买家应付货款', '订单应付金额', '商品总价', '总金额', '商品金额', '应付金额'], repeats: true },
    { field: 'paid', names: ['买家实际支付金额', '用户实付金额', '买家实付金额', '实付金额', '商家实收金额', '商家收入金额'], repeats: true },
    { field: 'status', names: ['订单状态'] },
    { field: 'refund', names: ['退款金额', '退款状态', '售后状态'], repeats: true },
    { field: 'created', names: ['订单创建时间', '订单提交时间', '下单时间'] },
    { field: 'paidAt', names: ['订单付款时间', '支付完成时间', '付款时间', '订单成交时间'] },
  ],
  signature: [['orderId'], ['due', 'paid']],
  against: ['退款编号', '售后单号', '服务单号'],
  weight: 5,
};

export const inquiriesSpec: KindSpec = {
  kind: 'inquiries',
  fields: [
    { field: 'rank', names: ['排名', '排序', ...idNames] },
    { field: 'category', names: ['问题类型', '咨询类型', '问题分类', '咨询类别', '问题类别', '咨询分类', '咨询问题', '高频问题'] },
    { field: 'question', names: ['买家首句', '咨询内容', '问题', '客户问题', '买家消息', '咨询首句', '首句', '用户问题'] },
    { field: 'count', names: ['咨询量', '咨询次数', '数量', '次数', '咨询人数', '出现次数', '频次'] },
    { field: 'share', names: ['占比', '咨询占比', '比例'] },
    { field: 'lastShare', names: ['去年占比', '去年双11占比', '去年同期占比', '上次占比'], pattern: /^去年.*占比$/ },
    { field: 'lastCount', names: ['去年咨询量', '去年同期咨询量'], pattern: /^去年.*(?:咨询量|数量|次数)$/ },
    { field: 'bot', names: ['机器人拦截量', '机器人解决量', '机器人接待量'] },
    { field: 'example', names: ['代表问法', '典型问法', '示例', '例句'] },
    { field: 'start', names: ['开始时间', '咨询时间', '会话开始时间', ...dateNames] },
    { field: 'end', names: ['结束时间', '会话结束时间'] },
    { field: 'buyer', names: ['买家', '买家昵称', '顾客', '客户', '买家id', '用户昵称', '用户'] },
    { field: 'agent', names: ['接待客服', '客服', '客服昵称', '接待人'] },
    { field: 'toHuman', names: ['是否转人工', '转人工'] },
    { field: 'replied', names: ['是否回复', '是否接待', '回复状态'] },
    { field: 'tag', names: ['会话标签', '标签'] },
  ],
  signature: [['category', 'question'], ['count', 'share', 'buyer', 'start', 'agent']],
  against: ['订单编号', '评价内容', '用户咨询场景', '客服回复内容'],
  weight: 4,
};

export const itemsSpec: KindSpec = {
  kind: 'items',
  fields: [
    { field: 'date', names: dateNames },
    { field: 'itemId', names: itemIdNames },
    { field: 'item', names: itemNames },
    { field: 'status', names: ['商品状态', '状态'] },
    { field: 'audience', names: ['适用人群', '人群', '目标人群'] },
    { field: 'tier', names: ['档次', '价格档', '高中低档', '档位'] },
    { field: 'age', names: ['年龄段', '年龄'] },
  ],
  signature: [['itemId', 'item']],
  anyMetric: ['sales_amount', 'paid_items', 'visitors', 'consult_users', 'consult_sessions', 'inquiry_users'],
  minMetrics: 1,
  against: ['订单编号', '订单号', '评价内容', '退款编号'],
  metrics: 'shop',
  weight: 3,
};

export const silentSpec: KindSpec = {
  kind: 'silent',
  fields: itemsSpec.fields,
  signature: [['itemId', 'item', 'date']],
  anyMetric: ['silent_sales', 'silent_share', 'silent_conv', 'silent_buyers', 'silent_items', 'silent_aov'],
  minMetrics: 1,
  against: ['订单编号', '订单号', '客服昵称', '旺旺昵称'],
  metrics: 'shop',
  weight: 7,
};

export const reviewsSpec: KindSpec = {
  kind: 'reviews',
  fields: [
    { field: 'time', names: ['评价时间', '评论时间', ...dateNames] },
    { field: 'orderId', names: orderIdNames },
    { field: 'item', names: itemNames },
    { field: 'itemId', names: itemIdNames },
    { field: 'result', names: ['评价结果', '评价等级', '评价星级', '评分', '星级', '评价类型', '打分'] },
    { field: 'text', names: ['评价内容', '评论内容', '初评', '评价', '评论', '初评内容', '评价文本'] },
    { field: 'followUp', names: ['追加评价', '追评', '追加评论', '追评内容'] },
    { field: 'reply', names: ['商家回复', '卖家回复', '回复内容'] },
    { field: 'score', names: ['描述相符', '服务态度', '物流服务', '商品评分', '服务评分', '物流评分'], repeats: true },
    { field: 'buyer', names: ['用户昵称', '买家昵称', '买家', '评价人'] },
  ],
  signature: [['text'], ['result', 'score', 'followUp']],
  against: ['退款编号'],
  weight: 7,
};

export const nodesSpec: KindSpec = {
  kind: 'nodes',
  fields: [
    { field: 'id', names: idNames },
    { field: 'phase', names: ['阶段', '环节', '所属阶段', '时期'] },
    { field: 'area', names: ['模块', '领域', '板块', '方面', '类别', '复盘模块', '运营模块'] },
    { field: 'node', names: ['关键节点/动作', '关键节点', '节点', '关键动作', '关键事项', '工作事项', '事项', '动作'] },
    { field: 'time', names: [...dateNames, '时间节点', '节点时间', '开始时间'] },
    { field: 'work', names: ['工作内容', '做了什么', '具体工作', '执行内容', '工作完成情况', '完成情况', '执行情况'] },
    { field: 'result', names: ['结果', '效果', '完成结果', '产出'] },
    { field: 'problem', names: ['遇到的问题', '问题', '存在问题', '不足'] },
    { field: 'highlight', names: ['亮点', '做得好的'] },
    { field: 'satisfied', names: ['是否满意', '满意吗', '满意/不满意', '满意度', '满意'] },
    { field: 'department', names: ['涉及部门', '部门', '协同部门', '责任部门'] },
    { field: 'owner', names: ['负责人', '责任人'] },
    { field: 'note', names: noteNames },
  ],
  signature: [['phase', 'area'], ['node', 'work'], ['time', 'work', 'result', 'problem', 'highlight', 'satisfied', 'department', 'node']],
  against: ['改进措施', '截止时间', '截止日期', '验收标准'],
  weight: 2,
};
