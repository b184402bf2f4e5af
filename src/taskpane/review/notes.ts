import type { SourceNote } from '../../intake/types';

/** Notes that are worth knowing only when someone looks closer. */
export const minorNotes: ReadonlySet<SourceNote['code']> = new Set(['encoding', 'banner', 'columns-ignored']);

/** Notes of one code become one, their texts listed, so that ten pending columns are one line. */
export function joinNotes(notes: readonly SourceNote[], separator: string): readonly SourceNote[] {
  const texts = new Map<SourceNote['code'], string[]>();
  for (const { code, text } of notes) texts.set(code, [...(texts.get(code) ?? []), text]);
  return [...texts].map(([code, parts]) => ({ code, text: [...new Set(parts)].join(separator) }));
}
