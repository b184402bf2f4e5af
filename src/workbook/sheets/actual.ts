import type { Language } from '../../i18n';
import type { DerivedHow } from '../../retro/analyses/derived';
import { metricName } from '../../retro/catalogue';
import type { MetricRow, Retro } from '../../retro/retro';
import { baselineKeys } from '../../retro/types';
import { column, columns, wordsOf } from '../columns';
import { valueFormat } from '../number-formats';
import type { RowPlan, SheetPlan } from '../plan';
import { tableSheet } from './table-sheet';
import { figureCell } from './target';

/** 2 实际数据 (R8, R9): every metric's actual and baselines with source and period; also the empty ones, to be filled. */
export function actualSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  // A paste without a figure takes none away.
  const figure = column.given(14, { numberFormat: 'General', align: 'Right', keeps: true });
  return tableSheet('actual', language, {
    name: 'tblActual',
    idPrefix: 'M',
    columns: columns('tblActual', language, {
      id: column.id,
      metric: column.given(18, { wrap: true }),
      unit: column.given(8, { align: 'Center' }),
      actual: { ...figure, width: 15, prompt: words.prompts.actual },
      lastYear: figure, previous: figure, lastPromo: figure, ordinary: figure, industry: figure, competitor: figure,
      period: column.given(13, { wrap: true }),
      source: column.given(20, { wrap: true }),
      note: column.given(20, { wrap: true }),
      class: column.given(7, { align: 'Center' }),
      code: column.given(15),
    }),
    rows: retro.metrics.map(row),
    rules: [
      { columns: ['actual'], formula: `=OR(${words.pendingWords.map((word) => `{actual}="${word}"`).join(',')})`, tone: 'wait' },
      { columns: ['actual'], formula: '=AND({metric}<>"",{actual}="")', tone: 'bad' },
    ],
  });

  function derivedNote(derived: DerivedHow | undefined): string {
    if (derived === undefined) return '';
    if ('text' in derived) return words.derived[derived.code](derived.text);
    return derived.code === 'written' ? words.derived.written(`${(derived.rate * 100).toFixed(2)}%`) : words.derived[derived.code](derived.count);
  }

  function row(metric: MetricRow): RowPlan {
    const format = valueFormat(metric.unit, words);
    const second = retro.flags.filter((flag) => flag.code === 'two-values' && flag.where === metric.id);
    const notes = [
      metric.note, derivedNote(metric.derived), metric.attribution === '' ? '' : words.attribution(metric.attribution), metric.addedOverDays ? words.addedOverDays : '',
      ...second.map((flag) => words.secondValue(String(flag.values['other']), String(flag.values['file']), Number(flag.values['line']))),
    ].filter((note) => note !== '');
    const actual = figureCell(metric.actual, language);
    return {
      id: metric.id,
      // Period, source and note go with the actual.
      unsaid: actual === null ? ['period', 'source', 'note'] : [],
      naturalKey: metric.naturalKey,
      values: {
        metric: metricName(metric.ref, language), code: metric.key, class: words.classes[metric.class], unit: words.units[metric.unit], actual,
        ...Object.fromEntries(baselineKeys.map((key) => [key, figureCell(metric.baselines[key], language)])),
        period: metric.period === '' ? null : metric.period,
        source: metric.actualOrigin ? words.source(metric.actualOrigin.file, metric.actualOrigin.line) : null,
        note: notes.length === 0 ? null : notes.join('；'),
      },
      formats: Object.fromEntries(['actual', ...baselineKeys].map((key) => [key, format])),
    };
  }
}
