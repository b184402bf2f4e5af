import type { Messages } from '../index';

const fields: Readonly<Record<string, string>> = { scene: 'buyer’s question', reply: 'reply given', outcome: 'outcome', peak: 'at peak?', crossTeam: 'cross-team?' };
const kinds: Readonly<Record<string, string>> = { negative: 'warning', positive: 'model' };

export const flags: Messages['flags'] = {
  'two-values': (v) => ({ text: `“${v['metric']}” has two values: ${v['used']} is used, ${v['other']} was found too (${v['file']} line ${v['line']}).`, suggestion: 'Decide which one holds and change it on “2 Actuals”.' }),
  'vague-target': (v) => ({ text: `The target “${v['raw']}” of “${v['metric']}” has no number.`, suggestion: 'Set a target with a number and a unit.' }),
  'incomplete-case': (v) => ({ text: `The case lacks: ${String(v['fields']).split(',').map((field) => fields[field] ?? field).join(', ')}.`, suggestion: 'Complete it on “Cases”.' }),
  'too-few-cases': (v) => ({ text: `Only ${v['count']} cases.`, suggestion: '5–10 are advised for the meeting.' }),
  'too-many-cases': (v) => ({ text: `${v['count']} cases are too many for one meeting.`, suggestion: 'Choose 5–10 typical ones.' }),
  'one-sided-cases': (v) => ({ text: `No ${kinds[String(v['kind'])] ?? v['kind']} case.`, suggestion: 'Show both sides.' }),
};
