/** Problems of tone in a reply and the marks of a good one (DOMAIN 3.4). For replies in cases and chats only. */

export interface ToneProblem {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly pattern: RegExp;
  /** skeleton of a better reply; `__` are blanks */
  readonly rewrite: string;
}

export const toneProblems: readonly ToneProblem[] = [
  {
    id: 'flat-refusal', zh: '生硬拒绝', en: 'Flat refusal',
    pattern: /不(行|能|可以|支持|退|换|包邮)[。！!]?$|没办法|没有办法|不可能|规定就是|这是规定|只能这样|我们不负责|爱(买|要)不(买|要)/,
    rewrite: '您提的我记下了；这个订单按规则不能直接__，我能为您做的是__（2选1）',
  },
  {
    id: 'counter-question', zh: '反问/质问', en: 'Counter-question',
    pattern: /难道|不是(说|告诉)(过|了)|您?没看(到|详情|清)|您?自己(看|查|选|拍)|你(到底|究竟)|怎么不早|谁让(你|您)/,
    rewrite: '改反问为陈述：我把规则要点发您：__',
  },
  {
    id: 'passing-the-buck', zh: '推诿甩锅', en: 'Passing the buck',
    pattern: /(这个)?(不归|不是)(我们|我)(管|负责|的问题)|找(平台|快递|仓库|厂家|物流)(去|吧)?|我也不(知道|清楚)|快递的(问题|责任)|系统(定|决定)的|等(着|通知)吧/,
    rewrite: '我来帮您联系__，__点前给您回复',
  },
  {
    id: 'one-word', zh: '敷衍单字', en: 'One-word answer',
    pattern: /^(哦+|嗯+|好的?|行|是|不是|没有|有|知道了|在|对)[。.~！!哈呢的]*$/,
    rewrite: '好的亲，已为您__，接下来__',
  },
  {
    id: 'impatient', zh: '不耐烦/冷漠', en: 'Impatient or cold',
    pattern: /急也没用|催也没用|(大促|活动)(期间)?(都|就)?(是)?(这样|正常)|正常(情况|现象)|慢慢等|等等?吧|说(了|过).{0,4}(遍|次)|别催|着什么急/,
    rewrite: '非常理解您着急的心情，我马上核实进度，预计__',
  },
  {
    id: 'mocking', zh: '嘲讽/攻击', en: 'Mocking',
    pattern: /呵呵|你(懂不懂|会不会)|买不起|你随意|随便你|有本事|傻|笨|神经|无语/,
    rewrite: '触发质检：停止跟进，转主管安抚',
  },
  {
    id: 'no-plan', zh: '无方案/无时效', en: 'No plan or time',
    pattern: /(帮您|给您)?(反馈|登记|记录|上报)了?[。!！]?$|(尽快|稍后|过几天|会处理的|以后)(处理|联系|回复)?[。!！]?$/,
    rewrite: '已为您登记（单号__），__点前由__回复您，我会继续跟进',
  },
  {
    id: 'over-promise', zh: '过度承诺/绝对化', en: 'Over-promising',
    pattern: /保证|绝对|一定(到|能|会)|100%|百分百|肯定(没|能|会)|全网最低|最(便宜|好)/,
    rewrite: '预计__，如超时我们按__补偿',
  },
  {
    id: 'jargon', zh: '黑话/模板感', en: 'Jargon',
    pattern: /风控|清算|SKU|履约|工单流转|系统判定|根据规则第/,
    rewrite: '用买家能听懂的话重写：__',
  },
];

export interface ToneMark {
  readonly id: 'empathy' | 'apology' | 'plan' | 'time' | 'follow-up' | 'confirmation';
  readonly zh: string;
  readonly en: string;
  readonly pattern: RegExp;
}

export const toneMarks: readonly ToneMark[] = [
  { id: 'empathy', zh: '共情', en: 'Empathy', pattern: /理解您|能理解|着急|体谅|换(成)?(是)?我也|给您添|让您久等|影响您|别急/ },
  { id: 'apology', zh: '致歉', en: 'Apology', pattern: /抱歉|对不起|不好意思|歉意/ },
  { id: 'plan', zh: '方案', en: 'Plan', pattern: /(可以|我)(现在|马上)?(帮|为|给)您|补偿|补发|换新|退差|优先|绿色通道|申请|一步步/ },
  { id: 'time', zh: '时效', en: 'Time', pattern: /(今天|明天|今日|\d+\s*(小时|分钟|天|点)|[一二两三]天)(内|前)?|预计/ },
  { id: 'follow-up', zh: '跟进', en: 'Follow-up', pattern: /跟进|同步(给)?您|第一时间|回电|再联系|随时找我/ },
  { id: 'confirmation', zh: '确认', en: 'Confirmation', pattern: /您?看可以吗|可以吗|您看(这样)?行/ },
];
