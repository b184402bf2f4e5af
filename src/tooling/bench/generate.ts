import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startExcel } from '../../cli/excel';
import { generateWorkbook } from '../../excel/generate';
import { readSource } from '../../intake';
import { combineRecords } from '../../intake/combine';
import type { SourceInput } from '../../intake/types';

const samples = join(__dirname, '../../../assets/samples');
const TODAY = '2025-11-17';

export async function sampleInputs(): Promise<SourceInput[]> {
  const names = (await readdir(samples)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(samples, name))) })));
}

/** Round trips, requests and the largest request in bytes, for the sample event and for ten and a hundred times its metrics. */
export async function benchGenerate(): Promise<string[]> {
  const lines: string[] = [];
  for (const extra of [0, 100, 1000]) {
    const inputs: SourceInput[] = [...(await sampleInputs())];
    if (extra > 0) inputs.push({ name: 'more.tsv', text: ['指标\t本期实际', ...Array.from({ length: extra }, (_, index) => `自有指标${index}\t${index}`)].join('\n') });
    const records = combineRecords(inputs.flatMap((input) => [...readSource(input, { today: TODAY, year: 2025 })]));
    const excel = await startExcel({ today: TODAY });
    const first = await run(records);
    const cost = excel.cost();
    await run(records);
    const again = excel.cost();
    lines.push(`${first} metric rows: ${cost.syncs} syncs (goal ≤ 8), ${kilobytes(cost.requestBytes)} in all, largest request ${kilobytes(cost.largestRequest)} (goal < 1,000 KB); again: ${again.syncs - cost.syncs} syncs, ${kilobytes(again.requestBytes - cost.requestBytes)}`);
  }
  return lines;
}

async function run(records: Parameters<typeof generateWorkbook>[0]['records']): Promise<number> {
  const outcome = await generateWorkbook({ event: { name: '2025双11' }, records, language: 'zh-CN' });
  if (!outcome.ok) throw new Error(outcome.failure.technical);
  return outcome.value.retro.metrics.length;
}

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('en-US')} KB`;
