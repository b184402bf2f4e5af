import type { Problem, ProblemCode, SkipReason, SourceKind, SourceNote } from '../../intake/types';

/** `“值”`, or nothing sensible to quote. */
const q = (p: Problem): string => (p.value === '' ? '空格' : `“${p.value.length > 40 ? `${p.value.slice(0, 40)}…` : p.value}”`);
const fact = (p: Problem, key: string): string | undefined => {
  const value = p.detail?.[key];
  return value === undefined ? undefined : String(value);
};

/** The first of several facts that is given. */
const anyFact = (p: Problem, ...keys: readonly string[]): string | undefined => keys.map((key) => fact(p, key)).find((value) => value !== undefined && value !== '');
const caseFields: Readonly<Record<string, string>> = { scene: '咨询场景', reply: '客服回复', outcome: '处理结果', peak: '是否峰值', crossTeam: '是否跨部门' };
const listed = (keys: string, names: Readonly<Record<string, string>>): string => keys.split(',').map((key) => names[key] ?? key).join('、');

/** One sentence or two for each problem: what is wrong and what to do. Where it is, says `where`. */
const sentences: Readonly<Record<ProblemCode, (p: Problem) => string>> = {
  'empty-input': () => '这份数据是空的。请在后台重新复制或导出一次再贴进来。',
  'header-only': () => '只有表头，没有数据行。请连同下面的数据一起复制。',
  'unknown-table': () => '没认出这是什么表，先放在一边。请确认带上了表头那一行；表头改成常见叫法（如“指标、目标值”）后再贴。',
  'no-header': () => '没找到表头。请把列名那一行一起复制进来。',
  'not-text': () => '这不是文本文件，读不了。请在 Excel 里打开后复制表格，或另存为 CSV。',
  mojibake: () => '文字是乱码，编码读错了。请从后台重新导出，或用 Excel 打开原文件后复制。',
  'old-xls': () => '这是旧版 .xls 文件。请用 Excel 打开，复制表格或另存为 CSV。',
  'unterminated-quote': () => '有一个引号没有收尾，它后面的内容可能连成了一格。请检查这一行的引号。',
  'too-long': (p) => `这一格太长（Excel 一格最多 ${fact(p, 'limit') ?? '32,767'} 字），多出的部分放不下。请删短后再贴。`,
  'too-many-columns': (p) => `列数太多${anyFact(p, 'columns', 'count') === undefined ? '' : `（${anyFact(p, 'columns', 'count')} 列）`}，超出能读的范围。请只复制需要的列。`,
  'nul-byte': () => '里面有看不见的空字符，文件可能损坏了。已跳过这些字符，请核对这一行。',
  'ragged-row': () => '这一行的格数和表头对不上，可能串列了。请核对这一行。',
  'duplicate-header': (p) => `有两列都叫${q(p)}，分不清谁是谁。请给其中一列改名。`,
  'unknown-metric': (p) => `指标库里没有${q(p)}，按你自己的指标收下了，要在表里补上方向（越高越好还是越低越好）。`,
  'ambiguous-metric': (p) => `${q(p)}有不止一种口径${fact(p, 'options') === undefined ? '' : `（${fact(p, 'options')}）`}，先按常用的那种理解。不对请写明。`,
  'duplicate-metric': (p) => `${q(p)}出现了不止一次，数值不同${anyFact(p, 'firstValue', 'other') === undefined ? '' : `（${fact(p, 'firstLine') === undefined ? '另一个' : `第 ${fact(p, 'firstLine')} 行`}是 ${anyFact(p, 'firstValue', 'other')}）`}。两个都留着，请确认用哪个口径。`,
  'not-a-number': (p) => /\d/.test(p.value) ? `${q(p)}不是数字，没有当作数值用。请看看是不是字母 O 当成了 0，或多了文字。` : `${q(p)}里没有数字。会保留显示，但不参与计算和判断，请补一个数。`,
  'not-a-duration': (p) => `${q(p)}看不出是多长时间。请写成“45秒”“1分20秒”或 00:01:20。`,
  'not-a-date': (p) => `${q(p)}看不出是哪一天。请写成 2025-11-11 这样。`,
  'not-an-hour': (p) => `${q(p)}看不出是几点。请写成 10:00-11:00 或 10点。`,
  'percent-assumed': (p) => `${q(p)}没写 %，按百分比理解了${anyFact(p, 'read', 'meaning') === undefined ? '' : `（${anyFact(p, 'read', 'meaning')}）`}。不对请加上单位。`,
  'unit-mismatch': (p) => `${q(p)}的单位和这个指标不一致${fact(p, 'expected') === undefined ? '' : `（应是${fact(p, 'expected')}）`}。请核对。`,
  'direction-conflict': (p) => `${q(p)}的方向和这个指标平常的相反（越高越好／越低越好）。按你写的来，请确认没写反。`,
  'broken-id': (p) => `编号${q(p)}已被 Excel 改成科学计数，后几位丢了，找不回来。请从后台重新导出，粘贴前把该列设为文本。`,
  'suspect-id': (p) => `编号${q(p)}末尾几位都是 0，可能已被 Excel 改过。请和后台核对。`,
  'missing-name': () => '这一行没有名称，没有使用。请补上名称后再贴。',
  'total-differs': (p) => `合计行${fact(p, 'total') === undefined ? q(p) : ` ${fact(p, 'total')} `}和各行相加${fact(p, 'sum') === undefined ? '' : ` ${fact(p, 'sum')} `}对不上。用的是各行的数，请核对。`,
  'rows-added': (p) => `表里有 ${fact(p, 'rows') ?? ''} 行${p.value === '' ? '' : `（${p.value}）`}，没写日期，已按相加合成一个数。如果它们不是同一期的几部分，请分开贴，或把行名写成“目标、实际、去年同期”。`,
  truncated: (p) => `正好 ${fact(p, 'rows') ?? '5000'} 行，后台可能只导出了一部分。请分时间段再导一次。`,
  'vague-deadline': (p) => p.value === '' ? '没有写截止时间。行动会留着，请在行动表里定一个日期。' : `截止时间${q(p)}不是具体的一天。行动会留着，请在行动表里定一个日期。`,
  'invalid-date': (p) => `没有${q(p)}这一天。请改成正确的日期。`,
  'missing-owner': () => '这项行动没有负责人。行动会留着，请在行动表里指定一个人。',
  'missing-source': () => '这项行动没写来自哪个指标、原因或案例。请在行动表里补上。',
  'unknown-kind': (p) => `案例类型${q(p)}没认出来。请写“负面”或“正面”。`,
  'incomplete-case': (p) => `这个案例缺${fact(p, 'fields') === undefined ? '内容' : listed(fact(p, 'fields') ?? '', caseFields)}。请补全后再贴，或在案例表里补。`,
  'ambiguous-column': (p) => `${p.column === '' ? (p.value === '' ? '' : q(p)) : `“${p.column}”`}这一列有不止一种意思${fact(p, 'options') === undefined ? '' : `（${fact(p, 'options')}）`}。请把列名写明确。`,
  'date-shift': (p) => `${q(p)}像是差了一天（时区换算造成）。请核对日期。`,
  'excel-damage': (p) => `${q(p)}像是被 Excel 自动改过（比如 10-11 变成了日期、45 秒变成了 0.0005）${fact(p, 'meaning') === undefined ? '' : `，按 ${fact(p, 'meaning')} 理解了`}。请核对。`,
  'hash-marks': () => '复制到的是 ####，不是数字。请在 Excel 里把这一列拉宽，再复制。',
  'row-not-read': (p) => fact(p, 'first') === undefined ? `${q(p)}看不出是哪个指标，这一行没有读。请写成指标名，例如“咨询人数”。` : `${q(p)}这一行和第 ${fact(p, 'first')} 行是同一天的同一个指标，没有读。请删掉一行再贴。`,
  'not-used': (p) => `认得这张表${fact(p, 'rows') === undefined ? '' : `（${fact(p, 'rows')} 行）`}，但目前的复盘表还用不上它，所以没有写入。`,
  'html-file': () => '这个文件名是 .xls，里面其实是网页表格。请用 Excel 打开，另存为 .xlsx 或复制表格。',
  'broken-xlsx': () => '这个 .xlsx 打不开，可能没下载完整，或里面不是表格。请重新下载，或用 Excel 打开后另存一份。',
  'locked-xlsx': () => '这个文件加了密码。请在 Excel 里去掉密码，另存后再用。',
  'xlsx-bomb': (p) => `这个文件解压后大得不正常${fact(p, 'megabytes') === undefined ? '' : `（${fact(p, 'megabytes')} MB）`}，没有打开。请从后台重新导出。`,
};

const kinds: Readonly<Record<SourceKind, string>> = {
  targets: '目标', actuals: '实际数据', agents: '客服绩效', hourly: '分时数据', refunds: '退款明细', orders: '订单明细', inquiries: '咨询分类', chat: '聊天记录',
  items: '商品热卖', silent: '静默下单', reviews: '评价', cases: '案例', actions: '行动计划', nodes: '过程节点', unknown: '没认出来',
};

const skips: Readonly<Record<SkipReason, string>> = {
  blank: '空行', title: '标题', banner: '说明文字', header: '重复的表头', total: '合计', average: '平均', peer: '同行／行业', bot: '机器人', idle: '本期无接待',
  closed: '已关闭的退款', duplicate: '重复', greeting: '寒暄', system: '系统消息',
};

const notes: Readonly<Record<SourceNote['code'], (text: string) => string>> = {
  caption: (text) => `表名：${text}`,
  encoding: (text) => `编码：${text}`,
  banner: (text) => `表上方的说明：${text}`,
  weighted: (text) => (text === '' ? '比率和时长按权重合并，不是简单平均' : `按权重合并：${text}`),
  'pending-column': (text) => `还没出数：${text}。出数后再贴一次即可`,
  'peer-rows': (text) => `同行行当作行业基准：${text}`,
  period: (text) => `统计时间：${text}`,
  attribution: (text) => `归属口径：${text}`,
  'columns-ignored': (text) => `没有使用的列：${text}`,
  'distinct-days': (text) => `按天相加，没有去重：${text}`,
  'negative-refunds': (text) => `“${text}”是负数，按退款的绝对值理解了`,
  'refunds-not-compared': (text) => `有 ${text} 行的退款编号被 Excel 改成了科学计数或末尾变成 0，没法判断是否重复，都计入了`,
  'too-many-refunds': (text) => `退款编号太多，最后 ${text} 行没有检查是否重复，都计入了`,
  'too-many-pairs': (text) => `商品和原因的组合太多：金额最大的 ${text} 个单独列出，其余按原因合计`,
  'refund-over-paid': (text) => `退款金额大于实付的有 ${text} 行（通常含运费），照收`,
  cancelled: () => '读到一半停下了，只有一部分数据',
};

const where = (p: Problem): string => {
  const parts = [p.line > 0 ? `第 ${p.line} 行` : '', p.column].filter((part) => part !== '');
  return parts.length === 0 ? '整份数据' : parts.join(' · ');
};
const sentence = (p: Problem): string => sentences[p.code](p);

export const problems = {
  sentences,
  /** what is wrong and what to do */
  sentence,
  /** line and column, e.g. `第 5 行 · 目标值` */
  where,
  /** `where` and `sentence` as one line, for the report of the command line */
  message: (p: Problem): string => `${where(p)}：${sentence(p)}`,
  kinds,
  skips,
  notes,
};
