import type { Language, Messages } from '../../i18n';
import type { KindColumns } from '../../intake/head';
import type { ColumnMeaning, SourceKind } from '../../intake/types';
import { allMetrics, metricName } from '../../retro/catalogue';

/** How sure a column's meaning is, in one word. */
export type Certainty = 'decided' | 'sure' | 'likely' | 'unused';

/** @param decided true when a person chose the meaning */
export function certaintyOf(column: ColumnMeaning, decided: boolean): Certainty {
  if (decided) return 'decided';
  if (column.meaning === undefined) return 'unused';
  return column.confidence >= 0.95 ? 'sure' : 'likely';
}

/** What a column was taken for, in words: a field of the kind, or a metric with its basis. */
export function meaningText(kind: SourceKind, meaning: string, messages: Messages, language: Language): string {
  const { fields } = messages.reading;
  return fields[`${kind}.${meaning}`] ?? fields[meaning] ?? metricName(meaning, language);
}

export interface MeaningOption {
  readonly value: string;
  readonly text: string;
}

/** Everything a column may be: fields of the kind, and metrics where its columns can be metrics; the present meaning is always among them. */
export function meaningOptions(kind: SourceKind, present: string | undefined, columns: KindColumns | undefined, messages: Messages, language: Language): { readonly fields: readonly MeaningOption[]; readonly metrics: readonly MeaningOption[] } {
  const option = (value: string): MeaningOption => ({ value, text: meaningText(kind, value, messages, language) });
  const fields = columns?.fields ?? [];
  const metrics = columns?.metrics ? allMetrics.map(({ id }) => id) : [];
  const missing = present !== undefined && !fields.includes(present) && !metrics.includes(present) ? [present] : [];
  return { fields: fields.map(option), metrics: [...missing, ...metrics].map(option) };
}
