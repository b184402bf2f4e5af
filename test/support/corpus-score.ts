import { readHeader } from '../../src/intake/headers';
import { kindModules } from '../../src/intake/kinds';
import { recognise } from '../../src/intake/recognise';
import { realHeaders, type CorpusHeader } from './header-corpus';
import { madeHeaders } from './header-corpus-made';

export interface CorpusScore {
  readonly headers: number;
  readonly wrongKinds: readonly string[];
  readonly meanings: number;
  readonly wrongMeanings: readonly string[];
}

/** Recognises every header row of the corpus and counts what is right. */
export function scoreCorpus(corpus: readonly CorpusHeader[] = [...realHeaders, ...madeHeaders()]): CorpusScore {
  const specs = kindModules.map((module) => module.spec);
  const wrongKinds: string[] = [];
  const wrongMeanings: string[] = [];
  let meanings = 0;
  for (const header of corpus) {
    const found = recognise([{ line: 1, cells: header.cells }], specs);
    if (found?.spec.kind !== header.kind) wrongKinds.push(`${header.from}: ${found?.spec.kind ?? 'unknown'} instead of ${header.kind} (${header.cells.join(' ')})`);
    for (const [raw, meaning] of Object.entries(header.meanings)) {
      meanings++;
      const column = found?.columns.find((candidate) => candidate.header.name === readHeader(raw).name);
      const given = column?.field ?? column?.metric ?? '';
      if (given !== meaning) wrongMeanings.push(`${header.from}: ${raw} is ${given || 'nothing'} instead of ${meaning || 'nothing'}`);
    }
  }
  return { headers: corpus.length, wrongKinds, meanings, wrongMeanings };
}
