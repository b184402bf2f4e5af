import type { Flag } from '../../retro/retro';

type Words = (values: Flag['values']) => { readonly text: string; readonly suggestion: string };

const fields: Readonly<Record<string, string>> = { scene: '用户咨询场景', reply: '客服回复内容', outcome: '处理结果', peak: '是否咨询峰值', crossTeam: '是否跨部门' };
const kinds: Readonly<Record<string, string>> = { negative: '负面警示', positive: '正面标杆' };

/** What the supervisor should look at, beside the problems of reading. */
export const flags: Readonly<Record<Flag['code'], Words>> = {
  'two-values': (v) => ({ text: `“${v['metric']}”有两个值：用了 ${v['used']}，另有 ${v['other']}（${v['file']} 第 ${v['line']} 行）。`, suggestion: '确认用哪个口径，在“2 实际数据”里改。' }),
  'vague-target': (v) => ({ text: `“${v['metric']}”的目标“${v['raw']}”没有数，算空定目标。`, suggestion: '补一个有数、有单位的目标。' }),
  'incomplete-case': (v) => ({ text: `案例缺：${String(v['fields']).split(',').map((field) => fields[field] ?? field).join('、')}。`, suggestion: '在“案例”里补全。' }),
  'too-few-cases': (v) => ({ text: `只有 ${v['count']} 个案例。`, suggestion: '复盘会建议准备 5–10 个。' }),
  'too-many-cases': (v) => ({ text: `有 ${v['count']} 个案例，会上讲不完。`, suggestion: '挑出 5–10 个典型的。' }),
  'one-sided-cases': (v) => ({ text: `没有${kinds[String(v['kind'])] ?? v['kind']}案例。`, suggestion: '正反两面都要有。' }),
};
