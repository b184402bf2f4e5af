import { readHeader, resolveMetric, type MetricContext } from '../../src/intake/headers';

describe('headers are normalised before they are compared (DOMAIN 1.3)', () => {
  test.each<[string, string, string | undefined, string]>([
    ['平均响应时长（秒)', '平均响应时长', '秒', 'mixed brackets of 生意参谋'],
    ['订单付款时间 ', '订单付款时间', undefined, 'trailing space in the header itself'],
    ['新客复购率 (30天)', '新客复购率(30天)', undefined, 'a period is part of the meaning'],
    ['三分钟回复率（人维度）', '3分钟回复率(人维度)', undefined, 'a basis is part of the meaning'],
    ['询单→最终付款转化率', '询单->最终付款转化率', undefined, 'arrows'],
    ['询单-&gt;最终付款转化率', '询单->最终付款转化率', undefined, 'escaped arrow'],
    ['ＵＶ价值', 'uv价值', undefined, 'full-width letters'],
    ['退款完结时间.1', '退款完结时间', undefined, 'second column of a name'],
    ['客单价（元/人）', '客单价', '元/人', 'compound unit'],
    ['销售额(万元)', '销售额', '万元', 'scaled unit'],
    ['\ufeff指标', '指标', undefined, 'byte order mark'],
    ['DSR4.5', 'dsr4.5', undefined, 'a decimal is no second column'],
  ])('%j → %j unit %s (%s)', (raw, name, unit) => {
    const header = readHeader(raw);
    expect(header.name).toBe(name);
    expect(header.unit).toBe(unit);
  });

  test.each<[string, MetricContext, string | undefined, string]>([
    ['3分钟人工回复率 (会话)', 'agents', 'rate_3min@会话', 'basis 会话'],
    ['三分钟回复率（人维度）', 'shop', 'rate_3min@人', 'basis 人'],
    ['30秒应答率(8-23点)', 'shop', 'rate_30s@8-23点', 'basis by hours'],
    ['3分钟回复率(全天)', 'shop', 'rate_3min@全天', 'basis 全天 that no alias lists'],
    ['全天满意率', 'agents', 'csat@全天', 'basis in front'],
    ['新平均响应时长（秒）', 'agents', 'avg_resp@新', 'a second definition of the same name'],
    ['平均响应时长（秒）', 'agents', 'avg_resp', 'no basis'],
    ['投诉率(30天)', 'shop', 'complaint_rate@30天', 'rolling value'],
    ['退款率(笔)', 'shop', 'refund_rate_cnt', 'the bracket is the metric, not a basis'],
    ['客件数（件/人）', 'shop', 'items_per_buyer', 'unit in the alias'],
    ['在线总时长(秒)', 'agents', 'online_hours', 'unit in the alias'],
    ['聊天人数(原咨询人数)', 'agents', 'consult_users', 'bracket in the alias'],
    ['(延)最终付款人数', 'shop', 'final_payers', 'documentation writes (延), the export does not'],
    ['销售额', 'agents', 'cs_sales', 'in an agent table it is the service’s (1.4)'],
    ['销售额', 'shop', 'sales_amount', 'elsewhere the shop’s'],
    ['转化率', 'agents', 'conv_final', 'in an agent table it is 询单转化率'],
    ['好评率', 'agents', 'cs_good_rate', 'in an agent table it is the service’s'],
    ['很满意', 'agents', 'eval_levels@很满意', 'one of the five counts'],
    ['邀请·满意率', 'agents', 'csat@邀请', 'two-row header'],
    ['总·满意率', 'agents', 'csat', 'the total group is no basis'],
    ['询单转化', 'shop', 'conv_final', 'as people say it'],
    ['新平均响应(秒)', 'shop', 'avg_resp@新', 'a basis in front that no alias lists'],
    ['较上周期', 'shop', undefined, 'not a metric'],
  ])('%s in a %s table → %s (%s)', (raw, context, key) => {
    expect(resolveMetric(readHeader(raw), context)?.key).toBe(key);
  });
});
