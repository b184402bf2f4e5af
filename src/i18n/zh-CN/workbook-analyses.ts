/** Words of the sheets that appear when their data was pasted: 3 时段, 4 热卖, 4 退款, 4 咨询, 4 静默. */
export const analyses = {
  /** what stands in the id-like column of the row that sums up the rest */
  restMark: '—',
  rest: (count: number) => `其余 ${count} 项`,
  notPasted: '未粘贴',
  toChart: '看图 →',
  toWrite: '有数据，待写分析',
  written: { before: '已写 ', after: ' 处分析' },
  hints: {
    hour: '贴入分时段的咨询量和响应时长，就有这张表。', item: '贴入商品销售明细，就有这张表。', refund: '贴入退款（售后）明细，就有这张表。', inquiry: '贴入咨询记录或高频问题统计，就有这张表。', silent: '贴入按商品的静默下单数据，就有这张表。', review: '贴入商品评价，就有这张表。', department: '贴入退款、咨询、商品或静默数据，就有这张表。',
  },
  hourStates: { both: '峰值，响应变慢', peak: '峰值', slow: '响应变慢' },
  itemStates: { both: '销售额、件数前三', sales: '销售额前三', units: '件数前三', refunds: '退款偏高' },
  refundState: '金额前三',
  rules: {
    headers: { lstRuleCategory: '咨询归类', lstRuleWords: '关键词', lstRuleExcluded: '排除词', lstRuleHandler: '由谁答' },
    note: '咨询归类规则：关键词用“、”隔开，* 代表几个字，# 代表数字，(甲|乙) 代表任选一个；从上到下先中先归，含排除词的不归；改后下次粘贴咨询记录时生效。',
  },
  handlers: { bot: '机器人', human: '人工', mixed: '机器人+人工' },
  trends: { new: '新增', gone: '消失', up: '上升', down: '下降', same: '持平' },
  training: '列入临促培训',
  silentStates: { self: '自助下单型', needs: '咨询依赖型' },
  /** 没写原因的退款 */
  noReason: '未写原因',
  /** 读的时候就汇总了的大文件 */
  summed: '大文件汇总',
  refundBlocks: {
    groups: '按原因归类', reasons: '退款原因 TOP 10', items: '退款商品 TOP 10', place: '名次', total: '合计',
    columns: ['笔数', '金额', '金额占比', '去年金额', '同比', '去年名次', '升降', '上期金额', '环比'],
  },
  periods: {
    span: (from: string, to: string, days: number) => `${from} 至 ${to}（${days} 天）`,
    now: (span: string) => `本期 ${span}`, lastYear: (span: string) => `去年 ${span}`, previous: (span: string) => `上期 ${span}`,
    noLastYear: '没有去年数据：把去年同期的明细和今年的一起贴入，或直接填去年的列', other: (count: number) => `另有 ${count} 行日期不在这几段里，未计入`, separator: '；',
  },
  /** what stands out, in a sentence; # stands for a name or a number */
  findings: {
    hour: '峰值 #，咨询 # 次', hourResponse: '；响应 # 秒，是整体的 # 倍', item: '销售额第一：#，占 #', itemUnits: '；件数第一：#', refund: '退款最多的归类：#，# 元，占 #；最多的原因：#', inquiry: '问得最多：#，占 #', rise: '；占比升得最多：#，+# 个百分点',
    silent: '静默占全店 #；', silentTop: '静默占比最高：#，#', review: '好评最常提到：#，# 条', reviewBad: '中差评最集中：#，# 条', and: '；',
  },
  topTitles: { place: '名次' },
  hourFacts: {
    title: '时段小结', volume: '咨询量合计', response: '整体平均响应', peak: '峰值时段', peakVolume: '峰值咨询量', pair: '最忙的两小时，始于', pairVolume: '这两小时的咨询量', pairResponse: '这两小时的平均响应', slowest: '响应最慢的时段', swing: '响应波动', swingText: '# 秒 → # 秒', times: '咨询量是平日的', slower: '响应比平日最多慢',
    noOrdinary: '没有平日可比：把活动前平日的分时段数据和活动的一起贴入，或直接填“平日”两列。',
  },
  itemBlocks: {
    tiers: ['按档次', '销售额', '占比', '件数', '商品数', '退款占比'], noTier: '未分档',
    bySales: ['销售额 TOP 5', '销售额', '占比'], byUnits: ['件数 TOP 5', '件数', '件均价'], byConsult: ['咨询量 TOP 5', '咨询量', '转化率'], byRefunds: ['退款占比 TOP 5', '退款占比', '退款金额'],
    none: ['没有销售额', '没有件数', '没有咨询量，可在表里填', '没有退款金额'],
  },
  inquiryFacts: {
    title: '咨询小结', total: '咨询量合计', bot: '机器人接待占比', couldBot: '可交给机器人的占比', mixed: '机器人+人工的占比', human: '必须人工的占比', training: '列入临促培训的类别', trend: (trend: string) => `${trend}的类别`,
    noLastYear: '没有去年可比：把去年的咨询记录和今年的一起贴入，或直接填“去年占比”。',
  },
  reviewKinds: { good: '好评关键词', theme: '差评集中点', item: '差评商品' },
  reviewFacts: { title: '评价小结', total: '评价数', good: '好评', neutral: '中评', bad: '差评', badRate: '差评率', service: '与客服有关的中差评' },
  silentFacts: {
    title: '静默小结', share: '静默销售额占比', conversion: '静默转化率', self: '自助下单型商品', needs: '咨询依赖型商品', top: '静默占比 TOP 5', none: '没有静默占比', shareHead: '静默占比', conversionHead: '静默转化率',
    probeSelf: '产品、页面、活动哪一点让人不问就下单？能用到哪些商品？', probeNeeds: '页面缺了哪条信息，让人非问不可？',
  },
  charts: {
    review: { title: '好评关键词：提到的评价数', count: '评价数' },
    hour: { title: '各时段咨询量（柱，左轴）与平均响应时长（线，右轴，秒）', volume: '咨询量', response: '平均响应时长（右轴）' },
    item: { title: '热卖商品：销售额（柱，左轴）与件数（线，右轴）', sales: '销售额', units: '件数（右轴）' },
    refund: { title: '退款按原因归类：金额（柱，左轴）与笔数（线，右轴）', amount: '退款金额', count: '退款笔数（右轴）' },
    inquiry: { title: '咨询 TOP10：今年占比与去年占比', share: '今年占比', lastShare: '去年占比', only: '咨询 TOP10：各类占比' },
    silent: { title: '静默销售额（柱，左轴）与静默占比（线，右轴）', sales: '静默销售额', share: '静默占比（右轴）' },
  },
};
