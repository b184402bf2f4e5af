import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceInput } from '../../src/intake/types';

const folder = join(__dirname, '..', '..', 'assets', 'samples');

/** The sample files, or those named. */
export function sampleInputs(...names: readonly string[]): { readonly name: string; readonly bytes: Uint8Array }[] {
  const files = names.length > 0 ? names : readdirSync(folder).sort();
  return files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/**
 * The first lines of sample files: every table and formula of the workbook with fewer rows, for tests that generate many times.
 * The file of targets and that of actuals keep their titles, headers and four metrics.
 */
export const shortInputs = (...names: readonly string[]): SourceInput[] =>
  sampleInputs(...names).map(({ name, bytes }) => ({ name, ...(name.endsWith('.csv') ? { bytes } : { text: new TextDecoder().decode(bytes).split('\n').slice(0, name.startsWith('02') ? 5 : 7).join('\n') }) }));

export const samplesFolder = folder;
