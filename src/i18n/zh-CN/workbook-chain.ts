import type { Fact } from '../../retro/facts';
import { decimal, integer, money, percent, signed } from '../numbers';

/** Words of causes, departments, lessons and the chain of evidence between them. `id` is the row a fact stands in, '' when it has none. */
export const chain = {
  /** `name` is the cause group or the category in this language */
  fact: (fact: Fact, id: string, name: string): string => {
    const at = id === '' ? '' : `${id} `;
    switch (fact.code) {
      case 'refund-line': return `${at}${fact.item}｜${fact.reason}：¥${money(fact.amount)}，占退款 ${percent(fact.share)}（金额居前）`;
      case 'refund-growth': return `${at}${fact.what === 'reason' ? '退款原因' : '退款商品'} ${fact.name}：¥${money(fact.amount)}，${fact.against === 'lastYear' ? '去年' : '上期'} ¥${money(fact.before)}，多 ¥${money(fact.amount - fact.before)}（增长居前）`;
      case 'refund-group': return `${name}类退款 ${integer(fact.count)} 笔，¥${money(fact.amount)}，占退款 ${percent(fact.share)}`;
      case 'slow-hour': return `${at}${fact.slot}：响应 ${decimal(fact.response, 1)} 秒，是整体的 ${decimal(fact.times, 2)} 倍${fact.volume === null ? '' : `，咨询量 ${integer(fact.volume)}`}`;
      case 'busy-hour': return `${at}最忙的 ${fact.slot}：咨询量 ${integer(fact.volume)}${fact.response === null ? '' : `，响应 ${decimal(fact.response, 1)} 秒`}`;
      case 'low-conversion': return `${at}${fact.item}：咨询 ${integer(fact.inquiries)}，支付转化率 ${percent(fact.conversion)}，低于这些商品的整体 ${percent(fact.overall)}`;
      case 'high-conversion': return `${at}${fact.item}：咨询 ${integer(fact.inquiries)}，支付转化率 ${percent(fact.conversion)}，高于这些商品的整体 ${percent(fact.overall)}`;
      case 'top-item': return `${at}${fact.item}：销售额 ¥${money(fact.sales)}，占 ${percent(fact.share)}`;
      case 'refunded-item': return `${at}${fact.item}：退款占销售额 ${percent(fact.share)}，全部商品为 ${percent(fact.overall)}`;
      case 'silent-low': return `${at}${fact.item}：访客 ${integer(fact.visitors)}，静默转化率 ${percent(fact.conversion)}，整体 ${percent(fact.overall)}`;
      case 'silent-self': return `${at}${fact.item}：自助下单，静默占比 ${percent(fact.share)}${fact.conversion === null ? '' : `，静默转化率 ${percent(fact.conversion)}`}`;
      case 'silent-needs': return `${at}${fact.item}：要咨询才下单，静默占比 ${percent(fact.share)}${fact.conversion === null ? '' : `，静默转化率 ${percent(fact.conversion)}`}`;
      case 'question': return `${at}${fact.label === '' ? name : fact.label}：${integer(fact.count)} 次，占咨询 ${percent(fact.share)}${fact.change === null ? '' : `，比去年 ${signed(fact.change * 100, 1)} 个百分点`}`;
      case 'bad-reviews': return `中差评集中在 ${fact.item}：${fact.count} 条（共 ${fact.of} 条）`;
      case 'service-reviews': return `中差评里说到客服的：${fact.count} 条（共 ${fact.of} 条）`;
      case 'negative-cases': return `负面案例 ${fact.ids.join('、')}`;
      case 'change': return `较${{ lastYear: '去年同期', lastPromo: '上次大促', previous: '上期' }[fact.against]} ${fact.points ? `${signed(fact.change * 100, 2)} 个百分点` : `${signed(fact.change * 100, 1)}%`}`;
    }
  },
  departments: { operations: '运营', products: '商品', warehouse: '仓配' },
  topics: { refunds: '退款原因', questions: '高频咨询', 'silent-self': '自助下单的商品', 'silent-needs': '要咨询才下单的商品', hot: '热卖商品', 'refunded-items': '退款偏高的商品' },
  go: '去看 →',
  /** of a lesson's evidence or an action's source */
  evidence: { none: '缺依据', unknown: '编号不存在', given: '有依据', words: '没写编号' },
  /** on a missed row of the comparison */
  cause: { none: '没写原因', given: '已写原因' },
  causeMissing: { complete: '已写全', prefix: '缺：', separator: '、' },
  cases: {
    few: { before: '只有 ', after: ' 个案例，建议 5–10 个。' },
    many: { before: '有 ', after: ' 个案例，会上讲不完，建议 5–10 个。' },
    noNegative: '还没有负面警示案例。',
    noPositive: '还没有正面标杆案例。',
  },
  /** the map of the cover (R5) */
  map: {
    title: '客服侧复盘地图', data: '复盘数据', operations: '复盘运营', purposes: '复盘目的',
    result: '结果数据', process: '过程数据', hours: '响应与时段', categories: '咨询类别分析',
    purpose: { item: '热卖产品的销量', refund: '客户退款的类型', inquiry: '买家咨询的内容', silent: '静默下单的产品' },
    reached: '已判断 # · 达成 # · 未达 #', area: '已回看 #/# · 有问题 #', rows: '有数据 # 行 · 已写分析 # 处', notPasted: '还没有数据',
  },
  /** headline figures of the cover */
  headline: { title: '关键数字', actual: '实际', state: '状态', yoy: '同比', none: '没有数据', unsettled: '未出结果' },
  previous: '“上期”是指',
  /** what a line of the contents still lacks; `#` is the count */
  lacking: {
    target: '# 个目标没有量化', actual: '# 项没有实际值', cause: '# 个未达没写原因', satisfied: '# 项没判断是否满意', node: '# 个节点没写结果', causes: '# 条没写全', cases: '# 个案例没写全', few: '只有 # 个，建议 5–10 个', many: '有 # 个，建议 5–10 个', oneSided: '正反两面还缺一面',
    evidence: '# 条没有依据', action: '# 条要补或已逾期', department: '# 条没写希望对方做什么',
  },
  meter: '完整度',
  gaps: { title: '证据链断点', checked: '每格核对前两个编号', missed: '未达指标没写原因', lesson: '规律没有依据', unknown: '依据编号不存在', action: '行动没写来源' },
};
