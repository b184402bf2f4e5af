import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack, { type Configuration } from 'webpack';
import { scoreCorpus } from '../../../test/support/corpus-score';
import { refundExport } from '../../../test/support/order-export';
import type { LargeRun } from './large-run';

const root = join(__dirname, '../../..');
const ROWS = 1_000_000;
const RUNS = 3;

type Rival = 'ours' | 'ours-two' | 'papaparse' | 'papaparse-ids' | 'duckdb' | 'duckdb-ids';

/**
 * A refund export of a million rows (GB18030, quoted, guarded ids), summed up by us, by PapaParse and by DuckDB on the same file in the same
 * run. The ratios are of processor time, the median of three runs that take turns, each in a process of its own.
 */
export async function benchLarge(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'retro-large-'));
  try {
    const file = join(folder, 'refunds.csv');
    writeChunks(file, refundExport(ROWS));
    const script = await bundled(folder);
    const duck = duckPath();
    const utf8 = join(folder, 'utf8.csv');
    if (duck !== undefined) writeChunks(utf8, asUtf8(file));
    const rivals: readonly Rival[] = ['ours', 'ours-two', 'papaparse', 'papaparse-ids', ...(duck === undefined ? [] : ['duckdb', 'duckdb-ids'] as const)];
    const runs = new Map<Rival, LargeRun[]>(rivals.map((rival) => [rival, []]));
    for (let turn = 0; turn < RUNS; turn++) {
      for (const rival of rivals) {
        const output = execFileSync(process.execPath, [script, rival, rival.startsWith('duckdb') ? utf8 : file], { encoding: 'utf8', env: { ...process.env, ...(duck !== undefined && { DUCKDB_MODULE: duck }) } });
        runs.get(rival)?.push(JSON.parse(output) as LargeRun);
      }
    }
    return report(runs, statSync(file).size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(runs: ReadonlyMap<Rival, readonly LargeRun[]>, size: number): string[] {
  const of = (rival: Rival): readonly LargeRun[] => runs.get(rival) ?? [];
  const [mine] = of('ours');
  if (!mine) throw new Error('no run of ours');
  for (const [rival, all] of runs) {
    for (const { rows, count, amount } of all) if (rows !== ROWS || count !== mine.count || Math.abs(amount - mine.amount) > 0.02) throw new Error(`${rival} found ${rows} rows, ${count} refunds, ${amount} 元; ours ${mine.rows}, ${mine.count}, ${mine.amount}`);
  }
  const cpu = (rival: Rival): number => median(of(rival).map((run) => run.cpu));
  const peak = (rival: Rival): string => `peak ${Math.round(Math.max(...of(rival).map((run) => run.peak)) / 1e6)} MB`;
  const cost = (rival: Rival): string => `${cpu(rival).toFixed(2)} s of processor time, ${peak(rival)}`;
  const times = (rival: Rival): string => (cpu(rival) / cpu('ours')).toFixed(1);
  return [
    `${ROWS.toLocaleString('en-US')} rows, ${Math.round(size / 1e6)} MB: ${Math.round(ROWS / cpu('ours')).toLocaleString('en-US')} rows a second; ${cost('ours')} (goal < 200 MB); the worker turned to its messages every ${Math.round(Math.max(...of('ours').map((run) => run.blocked)) * 1000)} ms or sooner`,
    ...twoThreads(of, cpu, peak),
    'each of them: sums by product, reason, note and memo, words classified once each; ours also tells encoding, delimiter, header and kind, reads the times, names problems and accounts for every row',
    `${times('papaparse-ids')} times as fast as PapaParse with the same work: the same groups, and every refund number compared with all before it (goal ≥ 6; ${cost('papaparse-ids')})`,
    `${times('papaparse')} times as fast as PapaParse with the groups alone, which ours does besides the numbers (${cost('papaparse')})`,
    of('duckdb').length === 0
      ? 'DuckDB: not measured, @duckdb/node-api is not installed (DUCKDB_MODULE may name the folder of one)'
      : `${(cpu('ours') / cpu('duckdb')).toFixed(1)} times the time of DuckDB with one thread and the groups alone (goal ≤ 2; ${cost('duckdb')}), ${(cpu('ours') / cpu('duckdb-ids')).toFixed(1)} times with refund numbers too (${cost('duckdb-ids')}); it reads no GB18030 and got UTF-8 instead`,
  ];
}

/** What a second thread saves: processor time of the thread that was busy longest, and the time that went by where two cores were free. */
function twoThreads(of: (rival: Rival) => readonly LargeRun[], cpu: (rival: Rival) => number, peak: (rival: Rival) => string): string[] {
  const middle = (rival: Rival, pick: (run: LargeRun) => number): number => median(of(rival).map(pick));
  const [longest, elapsed] = [(run: LargeRun) => run.longest, (run: LargeRun) => run.elapsed];
  const ratio = (mine: number, other: number): string => (mine / other).toFixed(2);
  const busy = middle('ours-two', longest);
  const duck = (rival: Rival): string => `${ratio(busy, cpu(rival))} times by processor time, ${ratio(middle('ours-two', elapsed), middle(rival, elapsed))} times by the clock`;
  return [
    `two workers: ${busy.toFixed(2)} s of processor time in the busier one, ${ratio(busy, middle('ours', longest))} times the one alone; by the clock ${middle('ours-two', elapsed).toFixed(2)} s, ${ratio(middle('ours-two', elapsed), middle('ours', elapsed))} times (with two free cores); ${peak('ours-two')}`,
    ...(of('duckdb').length === 0 ? [] : [`two workers against DuckDB with one thread: with refund numbers too ${duck('duckdb-ids')}; against its groups alone ${duck('duckdb')} (goal: less than 1)`]),
  ];
}

/** Header rows of the corpus: kinds and column meanings that are right (goal: no wrong kind, 98 % of the meanings). */
export function benchCorpus(): Promise<string[]> {
  const { headers, wrongKinds, meanings, wrongMeanings } = scoreCorpus();
  const share = ((1 - wrongMeanings.length / meanings) * 100).toFixed(1);
  return Promise.resolve([`${headers} header rows: ${wrongKinds.length} with a wrong kind (goal 0); ${share} % of ${meanings} column meanings right (goal ≥ 98 %)`, ...wrongKinds.map((wrong) => `  ${wrong}`), ...wrongMeanings.map((wrong) => `  ${wrong}`)]);
}

/** The runner as one file, made as the pane's worker is made: what is measured is what is shipped. */
async function bundled(folder: string): Promise<string> {
  const configure = createRequire(__filename)('../../../webpack.config.js') as (env: object, argv: { mode: string }) => Promise<Configuration>;
  const { module, resolve } = await configure({}, { mode: 'production' });
  const config: Configuration = {
    mode: 'production', target: 'node20', context: root, entry: join(__dirname, 'large-run.ts'), output: { path: folder, filename: 'run.cjs' }, node: { __filename: false }, module: { ...module, parser: { ...module?.parser, javascript: { createRequire: false } } }, ...(resolve && { resolve }),
  };
  await new Promise<void>((done, fail) => webpack(config, (error, stats) => (error ? fail(error) : stats?.hasErrors() ? fail(new Error(stats.toString('errors-only'))) : done())));
  return join(folder, 'run.cjs');
}

function duckPath(): string | undefined {
  try {
    return createRequire(__filename).resolve(process.env['DUCKDB_MODULE'] ?? '@duckdb/node-api');
  } catch {
    return undefined;
  }
}

function writeChunks(file: string, chunks: Iterable<Uint8Array>): void {
  const descriptor = openSync(file, 'w');
  for (const chunk of chunks) writeSync(descriptor, chunk);
  closeSync(descriptor);
}

function* asUtf8(file: string): Generator<Uint8Array> {
  const bytes = readFileSync(file);
  const decoder = new TextDecoder('gb18030');
  const encoder = new TextEncoder();
  for (let at = 0; at < bytes.length; at += 1 << 20) yield encoder.encode(decoder.decode(bytes.subarray(at, at + (1 << 20)), { stream: true }));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
