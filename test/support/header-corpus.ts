import type { SourceKind } from '../../src/intake/types';

/** One header row with what it must be taken for. `meanings`: header → field or metric key; headers not named are not checked. */
export interface CorpusHeader {
  readonly from: string;
  readonly kind: SourceKind;
  readonly cells: readonly string[];
  readonly meanings: Readonly<Record<string, string>>;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Header rows of real back offices (DOMAIN 2), verbatim. */
export const realHeaders: readonly CorpusHeader[] = [
  {
    from: '赤兔 自定义报表', kind: 'agents',
    cells: words('客服昵称 聊天人数(原咨询人数) 接待人数 直接接入人数 转发接入人数 转出人数 总消息数 买家消息数 客服消息数 答问比 客服字数 最大同时聊天数 未回复人数 回复率 慢接待人数 长接待人数 首次响应(秒) 平均响应(秒) 平均接待时长 询单人数 销售额 销售量 销售人数 销售订单数 询单->最终付款转化率 上班天数 服务满意度评价参与率 客户满意率 服务满意度评价很满意'),
    meanings: {
      客服昵称: 'agent', '聊天人数(原咨询人数)': 'consult_users', 接待人数: 'received_users', 直接接入人数: 'direct_in', 转发接入人数: 'transfer_in', 转出人数: 'transfer_out', 总消息数: 'msg_total', 买家消息数: 'msg_buyer', 客服消息数: 'msg_cs', 答问比: 'qa_ratio',
      客服字数: 'words_cs', 最大同时聊天数: 'max_concurrent', 未回复人数: 'no_reply', 回复率: 'reply_rate', 慢接待人数: 'slow_resp', 长接待人数: 'long_recv', '首次响应(秒)': 'first_resp', '平均响应(秒)': 'avg_resp', 平均接待时长: 'avg_session', 询单人数: 'inquiry_users',
      销售额: 'cs_sales', 销售量: 'cs_items', 销售人数: 'cs_buyers', 销售订单数: 'cs_orders', '询单->最终付款转化率': 'conv_final', 上班天数: 'work_days', 服务满意度评价参与率: 'eval_return', 客户满意率: 'csat', 服务满意度评价很满意: 'eval_levels@很满意',
    },
  },
  {
    from: 'E客服 34 列', kind: 'agents',
    cells: words('日期 店铺 账户名 咨询人数 接待人数 直接接待人数 转入人数 转出人数 买家发起 客服主动跟进 总消息 买家消息 客服消息 答问比 客服字数 最大同时接待 未回复人数 旺旺回复率 慢响应人数 长接待人数 首次响应(秒) 平均响应(秒) 平均接待时长 发出评价数 收到评价数 很满意 满意 一般 不满 很不满 评价发送率 评价返回率 客户满意比 客服服务满意度'),
    meanings: { 日期: 'date', 店铺: 'shop', 账户名: 'agent', 买家发起: 'buyer_initiated', 客服主动跟进: 'cs_followup', 总消息: 'msg_total', 发出评价数: 'evals_sent', 收到评价数: 'evals_received', 很满意: 'eval_levels@很满意', 满意: 'eval_levels@满意', 一般: 'eval_levels@一般', 不满: 'eval_levels@不满', 很不满: 'eval_levels@很不满', 评价发送率: 'eval_send', 客户满意比: 'csat' },
  },
  { from: '生意参谋 客服绩效', kind: 'agents', cells: words('旺旺昵称 咨询人数 接待人数 未回复人数 有效接待人数 平均响应时长（秒) 3分钟人工响应率 旺旺回复率 首次响应时长（秒) 慢响应人数 答问比 旺旺分组'), meanings: { 旺旺昵称: 'agent', 有效接待人数: 'valid_received', '平均响应时长（秒)': 'avg_resp', '3分钟人工响应率': 'rate_3min', 旺旺回复率: 'reply_rate', 旺旺分组: 'group' } },
  { from: '生意参谋 业绩询单', kind: 'actuals', cells: words('日期 询单人数 当日询单人数 当日付款人数 当日付款金额 最终付款人数 最终付款金额 询单当日付款转化率 询单最终付款转化率'), meanings: { 日期: 'date', 询单人数: 'inquiry_users', 当日询单人数: 'inquiry_users_today', 最终付款人数: 'final_payers', 询单当日付款转化率: 'conv_today', 询单最终付款转化率: 'conv_final' } },
  { from: '生意参谋 咨询接待', kind: 'actuals', cells: words('日期 咨询人数 接待人数 未回复人数 有效接待人数 平均响应时长 3分钟人工响应率 咨询客服人次 客服回复人次 客服未回复人次 旺旺回复率 首次响应时长 慢响应人数 长接待人数 买家发起人数 客服主动跟进人数 总消息数 买家消息条数 客服消息条数 答问比 客服字数 平均接待时长'), meanings: { 日期: 'date', 买家消息条数: 'msg_buyer', 客服消息条数: 'msg_cs', 买家发起人数: 'buyer_initiated' } },
  { from: '生意参谋 客单价', kind: 'actuals', cells: words('日期 销售额 销售量 销售人数 客单价 客件数 件均价'), meanings: { 客单价: 'aov_customer', 客件数: 'items_per_buyer', 件均价: 'price_per_item' } },
  { from: '生意参谋 账号明细', kind: 'agents', cells: words('旺旺昵称 咨询人数 有效接待人数 询单人数 下单人数 下单金额 销售人数 销售额 销售量 订单量 个人销售额占比 成功退款金额 净销售额'), meanings: { 旺旺昵称: 'agent', 下单人数: 'ordering_users', 销售额: 'cs_sales', 订单量: 'cs_orders', 个人销售额占比: 'agent_sales_share', 成功退款金额: 'cs_refund_amount', 净销售额: 'cs_net_sales' } },
  { from: '生意参谋 概览', kind: 'actuals', cells: words('客服销售额 客服销售人数 客服销售占比 客服销售客单价 成功退款金额 净销售额 咨询人数 接待人数 询单转化率 平均响应时长（秒） 客户满意率 旺旺回复率 仅退款自主完结时长（小时） 退货退款完结时长（小时） 平台求助率 平台判责率'), meanings: { 客服销售额: 'cs_sales', 客服销售占比: 'cs_sales_share', 成功退款金额: 'refund_amount', 询单转化率: 'conv_final', '仅退款自主完结时长（小时）': 'refund_only_dur', 平台求助率: 'help_rate' } },
  { from: '生意参谋 接待明细', kind: 'inquiries', cells: words('开始时间 结束时间 买家 客服 买家首句 是否回复'), meanings: { 开始时间: 'start', 买家: 'buyer', 客服: 'agent', 是否回复: 'replied' } },
  { from: '生意参谋 销售分析', kind: 'silent', cells: words('商品ID 商品标题 店铺销售额 客服销售额 静默销售额'), meanings: { 商品ID: 'itemId', 商品标题: 'item', 店铺销售额: 'sales_amount', 客服销售额: 'cs_sales', 静默销售额: 'silent_sales' } },
  { from: '生意参谋 商品咨询', kind: 'items', cells: words('商品名称 商品编号 咨询人数 询单人数 当日询单人数 询单转化率 当日询单转化率 当日付款人数 当日付款金额 最终付款人数 最终付款金额 最终付款件数'), meanings: { 商品名称: 'item', 商品编号: 'itemId', 咨询人数: 'consult_users', 当日询单转化率: 'conv_today' } },
  { from: '生意参谋 商品', kind: 'items', cells: words('统计日期 商品ID 商品名称 主商品ID 商品类型 货号 商品状态 商品访客数 商品浏览量 平均停留时长 商品详情页跳出率 商品收藏人数 商品加购件数 商品加购人数 下单买家数 下单件数 下单金额 下单转化率 支付买家数 支付件数 支付金额 商品支付转化率 支付新买家数 支付老买家数 老买家支付金额 访客平均价值 成功退款金额 年累计支付金额 月累计支付金额'), meanings: { 统计日期: 'date', 商品ID: 'itemId', 商品访客数: 'visitors', 商品收藏人数: 'fav_users', 支付金额: 'sales_amount', 支付件数: 'paid_items', 支付新买家数: 'new_buyers', 访客平均价值: 'uv_value', 成功退款金额: 'refund_amount' } },
  { from: '生意参谋 店铺', kind: 'actuals', cells: words('统计日期 访客数 无线端访客数 浏览量 平均停留时长 跳失率 加购人数 下单金额 下单买家数 支付金额 支付买家数 支付件数 支付子订单数 支付转化率 客单价 UV价值 支付新买家数 支付老买家数 成功退款金额 评价数'), meanings: { 统计日期: 'date', 访客数: 'visitors', 跳失率: 'bounce_rate', 支付转化率: 'pay_cvr', UV价值: 'uv_value', 评价数: 'reviews' } },
  { from: '京东 服务工作量', kind: 'actuals', cells: words('日期 值班客服数 登录时长 店铺服务时长 UPV 咨询量 接待量 接通率 回复率 30s应答率 满意率 邀评率 平均回复消息数 超时回复量 平均会话时长(分) 首次平均响应(秒) 新平均响应(秒) 留言咨询量 留言分配量 留言接待量 留言回复率 留言响应率 商家留言率 解决率'), meanings: { 值班客服数: 'agents_on_duty', 登录时长: 'online_hours', 咨询量: 'consult_sessions', 接待量: 'received_sessions', 接通率: 'connect_rate', '30s应答率': 'rate_30s', '平均会话时长(分)': 'avg_session', '首次平均响应(秒)': 'first_resp', '新平均响应(秒)': 'avg_resp@新', 商家留言率: 'leave_rate', 解决率: 'resolve_rate' } },
  { from: '京东 客服明细', kind: 'agents', cells: words('日期 客服 接待量 首次平均响应时间 平均响应时间 30s应答率'), meanings: { 日期: 'date', 客服: 'agent', 接待量: 'received_sessions', 首次平均响应时间: 'first_resp', 平均响应时间: 'avg_resp' } },
  { from: '京东 UID', kind: 'agents', cells: words('UID 技能组 接待量 好评量 差评量 客服总消息数 客户总消息数'), meanings: { UID: 'agent', 技能组: 'group', 好评量: 'eval_levels@好评', 客服总消息数: 'msg_cs', 客户总消息数: 'msg_buyer' } },
  { from: '拼多多 客服_服务数据', kind: 'actuals', cells: words('日期 咨询人数 需人工回复的咨询人数 人工接待人数 3分钟人工回复率(8-23点) 30秒应答率(8-23点) 平均人工响应时长(分钟) 低评分订单数 纠纷退款数 投诉客服人数 长时间不回复 态度差 辱骂 骚扰 投诉率 30天投诉率 3分钟回复率(全天) 30秒应答率(全天)'), meanings: { 人工接待人数: 'received_users', '3分钟人工回复率(8-23点)': 'rate_3min@8-23点', '30秒应答率(8-23点)': 'rate_30s@8-23点', '平均人工响应时长(分钟)': 'avg_resp', '3分钟回复率(全天)': 'rate_3min@全天', 投诉客服人数: 'complaints' } },
  { from: '拼多多 客服_销售数据', kind: 'actuals', cells: words('日期 询单人数 最终成团人数 询单转化率 客服销售额 客服可提升销售额'), meanings: { 最终成团人数: 'final_payers', 客服可提升销售额: 'improvable_sales' } },
  { from: '拼多多 客服明细', kind: 'agents', cells: words('店铺名 客服账号 咨询人数 询单转化率 客服销售额 3分钟人工回复率(8-23点) 30秒应答率(8-23点) 客服服务分'), meanings: { 店铺名: 'shop', 客服账号: 'agent', 询单转化率: 'conv_final' } },
  { from: '拼多多 服务概况', kind: 'actuals', cells: words('统计时间 纠纷退款数 纠纷退款率 介入订单数 平台介入率 品质退款率 平均退款时长 成功退款订单数 成功退款金额 成功退款率 退货退款自主完结时长 退款自主完结时长'), meanings: { 统计时间: 'date', 平台介入率: 'intervene_rate', 品质退款率: 'quality_refund_rate', 成功退款订单数: 'refund_count', 成功退款率: 'refund_rate_cnt' } },
  { from: '拼多多 订单', kind: 'orders', cells: words('订单成交时间 商品 订单号 订单状态 商品总价(元) 邮费(元) 店铺优惠折扣(元) 用户实付金额(元) 商家实收金额(元) 商品数量(件) 发货时间 确认收货时间 商品id 商品规格 样式ID 商家备注 售后状态 快递单号 快递公司'), meanings: { 订单成交时间: 'paidAt', 商品: 'item', 订单号: 'orderId', 订单状态: 'status', '用户实付金额(元)': 'paid', '商品数量(件)': 'quantity', 商品id: 'itemId' } },
  { from: '飞鸽 接待量', kind: 'agents', cells: ['客服昵称', '账号名称', '人工已接待人数', '人工已接待会话量', 'CPD', '不满意率', '3分钟人工回复率 (会话)', '3分钟人工回复率', '首次响应时长（秒）', '平均响应时长（秒）', '新平均响应时长（秒）', '满意率', '客服销售额（元）', '询单人数', '下单人数', '支付人数', '询单转化率', '预警会话量', 'PC在线时长（时）'], meanings: { 账号名称: 'account', CPD: 'per_agent_daily', 不满意率: 'dissat', '3分钟人工回复率 (会话)': 'rate_3min@会话', '3分钟人工回复率': 'rate_3min', '新平均响应时长（秒）': 'avg_resp@新', 支付人数: 'cs_buyers', 'PC在线时长（时）': 'online_hours' } },
  { from: '抖店 售后单', kind: 'refunds', cells: words('售后单号 订单号 商品单号 商品名称 商家编码 商品发货状态 售后类型 售后状态 退款方式 售后原因 退商品金额（元） 退运费金额（元） 退支付优惠（元） 退税费金额（元） 售后申请时间 商家退款时间 售后完结时间'), meanings: { 售后单号: 'refundId', 商品名称: 'item', 售后类型: 'type', 售后状态: 'status', 售后原因: 'reason', '退商品金额（元）': 'amount', '退运费金额（元）': 'freight', 售后申请时间: 'applied' } },
  { from: '抖店 订单', kind: 'orders', cells: words('主订单编号 子订单编号 选购商品 商品ID 货号/商家编码 商品数量 商品金额 订单应付金额 运费 支付优惠 商家收入金额 订单提交时间 支付完成时间 订单完成时间 订单状态 售后状态 取消原因 订单类型 快递信息'), meanings: { 主订单编号: 'orderId', 选购商品: 'item', 商品ID: 'itemId', 商品数量: 'quantity', 支付完成时间: 'paidAt', 订单状态: 'status' } },
  { from: '快手 客服_考核数据', kind: 'actuals', cells: words('三分钟回复率（人维度） 三分钟回复率（会话） 不服务率 咨询人数 咨询人次 人工会话量 人工平均回复时长 好评率（人维度） 好评率（会话） 差评率（人维度） 差评率（会话） IM不满意率（人维度） 询单人数 下单人数 支付人数 询单转化率 询单客单价 客服销售额'), meanings: { '三分钟回复率（人维度）': 'rate_3min@人', '三分钟回复率（会话）': 'rate_3min@会话', 不服务率: 'no_service_rate', 咨询人次: 'consult_sessions', '好评率（人维度）': 'cs_good_rate@人', 'IM不满意率（人维度）': 'dissat@人', 询单客单价: 'cs_aov' } },
  { from: '淘宝 退款管理', kind: 'refunds', cells: words('订单编号 退款编号 支付宝交易号 订单付款时间 商品编码 退款完结时间 买家会员名称 买家实际支付金额 宝贝标题 买家退款金额 手工退款/系统退款 是否需要退货 退款的申请时间 超时时间 退款状态 货物状态 退货物流信息 发货物流信息 客服介入状态 卖家真实姓名 卖家退货地址 卖家邮编 卖家电话 卖家手机 退货物流单号 退货物流公司 买家退款原因 买家退款说明 买家退货时间 责任方 售中或售后 商家备注 完结时间 部分退款/全部退款'), meanings: { 退款编号: 'refundId', 商品编码: 'itemId', 宝贝标题: 'item', 买家退款金额: 'amount', 退款的申请时间: 'applied', 退款状态: 'status', 客服介入状态: 'intervened', 买家退款原因: 'reason', 买家退款说明: 'note', 商家备注: 'memo' } },
  { from: '淘宝 ExportOrderList', kind: 'orders', cells: ['订单编号', '买家会员名', '买家支付宝账号', '支付单号', '买家应付货款', '买家应付邮费', '总金额', '买家实际支付金额', '订单状态', '买家留言', '收货人姓名', '收货地址 ', '联系电话 ', '联系手机', '订单创建时间', '订单付款时间 ', '宝贝标题 ', '宝贝种类 ', '订单备注', '宝贝总数量', '店铺名称', '退款金额', '打款商家金额'], meanings: { 订单编号: 'orderId', 买家实际支付金额: 'paid', 订单状态: 'status', '订单付款时间': 'paidAt', 宝贝标题: 'item', 宝贝总数量: 'quantity', 退款金额: 'refund' } },
  { from: '评价插件', kind: 'reviews', cells: words('评论内容 追加评论 评分 日期 SKU 用户昵称 商家回复'), meanings: { 评论内容: 'text', 追加评论: 'followUp', 评分: 'result', 日期: 'time' } },
  { from: '案例表', kind: 'cases', cells: words('编号 类型 用户咨询场景 客服回复内容 处理结果 是否峰值 是否跨部门 问题拆解 方法提炼 入库话术'), meanings: { 编号: 'id', 类型: 'kind', 用户咨询场景: 'scene', 客服回复内容: 'reply', 处理结果: 'outcome', 是否峰值: 'peak', 是否跨部门: 'crossTeam', 问题拆解: 'breakdown', 方法提炼: 'method' } },
  { from: '改进方案', kind: 'actions', cells: words('序号 问题描述 来源(数据/案例编号) 改进措施 责任人 协同部门 完成时间 优先级 状态 验收标准 每周跟进 完成说明'), meanings: { 序号: 'id', 改进措施: 'what', 责任人: 'owner', 完成时间: 'deadline', 优先级: 'priority', 状态: 'status', 验收标准: 'measure' } },
  { from: '复盘节点', kind: 'nodes', cells: words('阶段 时间 关键节点/动作 结果 遇到的问题 亮点 涉及部门'), meanings: { 阶段: 'phase', 时间: 'time', '关键节点/动作': 'node', 结果: 'result', 遇到的问题: 'problem', 亮点: 'highlight', 涉及部门: 'department' } },
  { from: '对比表', kind: 'actuals', cells: words('指标 目标 实际 达成率 去年同期 同比 上次大促 环比 行业 备注'), meanings: { 指标: 'metric', 目标: 'target', 实际: 'value', 去年同期: 'lastYear', 上次大促: 'lastPromo', 行业: 'industry', 备注: 'note' } },
  { from: '目标表', kind: 'targets', cells: words('指标 类别 目标值 单位 口径 设定依据 责任小组'), meanings: { 指标: 'metric', 类别: 'class', 目标值: 'value', 单位: 'unit', 口径: 'definition', 设定依据: 'purpose', 责任小组: 'team' } },
  { from: '分时接待', kind: 'hourly', cells: words('日期 时段 咨询人数 接待人数 在线客服数 平均响应时长 未回复人数 备注'), meanings: { 日期: 'date', 时段: 'hour', 咨询人数: 'consult_users', 在线客服数: 'agents_on_duty', 平均响应时长: 'avg_resp' } },
  { from: 'TOP10', kind: 'inquiries', cells: words('排名 问题类型 咨询量 占比 去年双11占比 机器人拦截量 代表问法'), meanings: { 问题类型: 'category', 咨询量: 'count', 占比: 'share', 去年双11占比: 'lastShare', 机器人拦截量: 'bot' } },
];
