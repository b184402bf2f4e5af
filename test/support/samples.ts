import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceInput } from '../../src/intake/types';

const folder = join(__dirname, '..', '..', 'assets', 'samples');

/** The sample files, or those named. */
export function sampleInputs(...names: readonly string[]): SourceInput[] {
  const files = names.length > 0 ? names : readdirSync(folder).sort();
  return files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

export const samplesFolder = folder;
