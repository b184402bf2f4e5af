import type { Language } from '../../i18n';
import { metricName } from '../../retro/catalogue';
import type { MetricRow, Retro } from '../../retro/retro';
import type { Figure } from '../../retro/types';
import { column, columns, wordsOf } from '../columns';
import { DATE_FORMAT, valueFormat } from '../number-formats';
import type { PlanValue, RowPlan, SheetPlan } from '../plan';
import { text } from '../references';
import { tableSheet } from './table-sheet';

/** A figure as a cell: a number, the word for pending, or empty – three different things (DESIGN rule 6). */
export function figureCell(figure: Figure | undefined, language: Language): PlanValue {
  if (figure === undefined || figure.kind === 'missing') return null;
  if (figure.kind === 'pending') return wordsOf(language).pendingCell;
  return figure.value;
}

/** 1 回顾目标 (R6–R8): the original target stays, a later one is a second value with its date; an unquantified one is marked. */
export function targetSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const quantified = `=IF({metric}="","",IF(AND(ISNUMBER({target}),{unit}<>""),IF({target}=0,${text(words.quantified.zero)},${text(words.quantified.yes)}),${text(words.quantified.no)}))`;
  return tableSheet('target', language, {
    name: 'tblTarget',
    idPrefix: 'M',
    columns: columns('tblTarget', language, {
      id: column.id,
      metric: column.given(18, { wrap: true }),
      class: column.given(8, { align: 'Center' }),
      target: column.given(15, { numberFormat: 'General', align: 'Right' }),
      unit: column.given(8, { align: 'Center' }),
      direction: column.given(11, { validation: column.list('lstDirection') }),
      quantified: column.calculated(11, quantified, { align: 'Center' }),
      raw: column.given(13),
      revised: column.typed(14, { numberFormat: 'General', align: 'Right', wrap: false, validation: { kind: 'number' }, prompt: words.prompts.revised }),
      revisedOn: column.typed(12, { numberFormat: DATE_FORMAT, align: 'Center', wrap: false, validation: { kind: 'date' } }),
      definition: column.given(20, { wrap: true }),
      team: column.given(11),
      purpose: column.given(18, { wrap: true }),
      expected: column.given(18, { wrap: true }),
      code: column.given(15),
    }),
    rows: retro.metrics.filter((metric) => metric.target !== undefined).map(row),
    rules: [
      { columns: ['quantified', 'target'], formula: `=OR({quantified}=${text(words.quantified.no)},{quantified}=${text(words.quantified.zero)})`, tone: 'bad' },
      { columns: ['quantified'], formula: `={quantified}=${text(words.quantified.yes)}`, tone: 'good' },
      { columns: ['target'], formula: '=ISNUMBER({revised})', tone: 'muted' },
      { columns: ['revisedOn'], formula: '=AND(ISNUMBER({revised}),{revisedOn}="")', tone: 'bad' },
    ],
  });

  function row(metric: MetricRow): RowPlan {
    const { target } = metric;
    const format = valueFormat(metric.unit, words);
    return {
      id: metric.id,
      naturalKey: metric.naturalKey,
      values: {
        metric: metricName(metric.ref, language), code: metric.key, class: words.classes[metric.class], unit: words.units[metric.unit], direction: words.directions[metric.direction],
        target: target?.value.kind === 'number' ? target.value.value : null, raw: target?.raw ?? null, definition: target?.definition ?? null, team: target?.team ?? null,
        purpose: target?.purpose ?? null, expected: target?.expected ?? null,
      },
      formats: { target: format, revised: format },
    };
  }
}
