import type { Language } from '../../i18n';
import type { MetricRow, Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import { changeFormat, gapFormat, valueFormat } from '../number-formats';
import type { RowPlan, SheetPlan, Tone } from '../plan';
import { lookup, text } from '../references';
import { namesOfUnit } from '../units';
import { tableSheet } from './table-sheet';

/**
 * 2 对比结果 (R10–R14): everything by formula over the targets and the actuals, so that it stays live without the add-in.
 * `compare` in `src/retro` gives the same answers; a property test holds the two together.
 */
export function comparisonSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const { states } = words;
  const isLower = `{direction}=${text(words.directions.lower)}`;
  const pending = `OR(${words.pendingWords.map((word) => `{actual}=${text(word)}`).join(',')})`;
  const state =
    `=IF({id}="","",IF(${pending},${text(states.pending)},IF(NOT(ISNUMBER({target})),${text(states['no-target'])},IF(NOT(ISNUMBER({actual})),${text(states['no-actual'])},` +
    `IF({direction}=${text(words.directions.context)},${text(states.context)},IF(IF(${isLower},{gap}<=0,{gap}>=0),${text(states.reached)},` +
    `IF(IF(ISNUMBER({attainment}),{attainment},-1)>=setClose,${text(states.close)},${text(states.missed)})))))))`;
  const explanation =
    `=IF(ISNUMBER({gap}),IF({gap}=0,${text(words.explanation.equal)},IF({gap}>0,${text(words.explanation.above)},${text(words.explanation.below)})&` +
    `IF({unit}="%",TEXT(ROUND(ABS({gap})*100,2),"0.00")&${text(words.explanation.points)},IF({gap}=ROUND({gap},0),TEXT(ABS({gap}),"#,##0"),TEXT(ABS({gap}),"#,##0.00"))&" "&{unit})),"")`;
  const probe =
    `=IF(OR({state}=${text(states.missed)},{state}=${text(states.close)}),${text(words.probes.missed)},IF({state}=${text(states.reached)},${text(words.probes.reached)},` +
    `IF({state}=${text(states.pending)},${text(words.probes.pending)},IF(AND({state}=${text(states['no-target'])},{direction}<>""),${text(words.probes['no-target'])},IF({state}=${text(states['no-actual'])},${text(words.probes['no-actual'])},"")))))`;
  const figure = (width: number, template: string) => column.calculated(width, template, { align: 'Right' });
  // A cause is of this metric when its source names the id, among others too, or is the metric's name.
  const written = (key: string): string => `COUNTIFS({tblCause.source},"*"&{id}&"*",{tblCause.${key}},"<>")+COUNTIFS({tblCause.source},{metric},{tblCause.${key}},"<>")`;
  const versus = (baseline: string) => figure(11, change(baseline));
  return {
    ...tableSheet('comparison', language, {
      name: 'tblComparison',
      idPrefix: 'M',
      columns: columns('tblComparison', language, {
        id: column.id,
        metric: column.calculated(17, `=IFERROR(${lookup('tblActual', 'metric')},"")`, { wrap: true }),
        unit: column.calculated(7, `=IFERROR(${lookup('tblActual', 'unit')},"")`, { align: 'Center' }),
        direction: column.calculated(11, `=IFERROR(${lookup('tblTarget', 'direction')},"")`, { align: 'Center', wrap: true }),
        target: figure(14, `=IFERROR(IF(${isSet('revised')},${lookup('tblTarget', 'revised')},IF(${isSet('target')},${lookup('tblTarget', 'target')},"")),"")`),
        actual: figure(14, `=IFERROR(IF(${lookup('tblActual', 'actual')}="","",${lookup('tblActual', 'actual')}),"")`),
        gap: figure(13, '=IF(AND(ISNUMBER({target}),ISNUMBER({actual})),ROUND({actual}-{target},10),"")'),
        attainment: figure(8, `=IF(ISNUMBER({gap}),IF(${isLower},IF({actual}=0,"",ROUND({target}/{actual},10)),ROUND({actual}/{target},10)),"")`),
        state: column.calculated(9, state, { align: 'Center' }),
        explanation: column.calculated(17, explanation, { wrap: true }),
        why: column.calculated(10, `=IF({state}=${text(states.missed)},IF(${written('cause')}+${written('root')}+${written('conclusion')}=0,${text(words.chain.cause.none)},${text(words.chain.cause.given)}),"")`, { align: 'Center' }),
        satisfied: column.typed(9, { validation: column.list('lstSatisfied'), align: 'Center' }),
        judgement: column.typed(16),
        yoy: versus('lastYear'), mom: versus('previous'), lastPromo: versus('lastPromo'), ordinary: versus('ordinary'), industry: versus('industry'), competitor: versus('competitor'),
        probe: column.calculated(30, probe, { wrap: true }),
        class: column.calculated(7, `=IFERROR(${lookup('tblActual', 'class')},"")`, { align: 'Center' }),
        line: column.calculated(7, '=IF({id}="","",1)', { numberFormat: '0%', align: 'Center' }),
      }),
      rows: retro.metrics.filter(isCompared).map(row),
      rules: [{ columns: ['why'], formula: `={why}=${text(words.chain.cause.none)}`, tone: 'bad' }, ...(['reached', 'close', 'missed', 'pending', 'no-target', 'no-actual'] as const).map((name) => ({
        columns: name === 'reached' || name === 'close' || name === 'missed' ? ['gap', 'attainment', 'state'] : ['state'], formula: `={state}=${text(states[name])}`, tone: tones[name],
      } as const))],
    }),
    // The question to ask next and two helpers stay on the screen: with them the page would be too small to read.
    printedColumns: 19,
  };

  /** A target of 0 is no target (Q36). */
  function isSet(which: 'target' | 'revised'): string {
    const value = lookup('tblTarget', which);
    return `AND(ISNUMBER(${value}),${value}<>0)`;
  }

  /** Relative change, or plain difference for rates and scores (Q32). */
  function change(baseline: string): string {
    const base = lookup('tblActual', baseline);
    return `=IFERROR(IF(AND(ISNUMBER({actual}),ISNUMBER(${base})),IF(OR({unit}="%",${namesOfUnit('分').map((name) => `{unit}=${text(name)}`).join(',')}),ROUND({actual}-${base},10),IF(${base}=0,"",ROUND(({actual}-${base})/${base},10))),""),"")`;
  }

  function row(metric: MetricRow): RowPlan {
    const value = valueFormat(metric.unit, words);
    const delta = changeFormat(metric.unit, words);
    return {
      id: metric.id,
      naturalKey: metric.naturalKey,
      values: {},
      formats: {
        target: value, actual: value, gap: gapFormat(metric.unit, words), attainment: '0.0%',
        yoy: delta, mom: delta, lastPromo: delta, ordinary: delta, industry: delta, competitor: delta,
      },
    };
  }
}

/** What has words instead of a figure (好评关键词, 咨询峰值时段) has nothing to compare: it stands with the actual figures alone. */
export const isCompared = (metric: Pick<MetricRow, 'unit' | 'target'>): boolean => metric.target !== undefined || (metric.unit !== '文本' && metric.unit !== '时段');

const tones: Readonly<Record<'reached' | 'close' | 'missed' | 'pending' | 'no-target' | 'no-actual', Tone>> = {
  reached: 'good', close: 'near', missed: 'bad', pending: 'wait', 'no-target': 'muted', 'no-actual': 'muted',
};
