/**
 * One rival of `large.ts` in a process of its own: `node large-run.cjs <who> <file>` sums up the refund export and prints what it found and
 * what it cost as JSON. `who` is `ours`, `ours-two` (two threads, half of the file each), `papaparse-ids` (the same groups, and of refund numbers that come twice the one closed last),
 * `papaparse` (the groups alone), `duckdb-ids` or `duckdb` (the same two).
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import Papa from 'papaparse';
import { transferable, type LargePart } from '../../intake/large/parts';
import { readLarge } from '../../intake/large/read-large';
import { readPart, type LargeFile, type PartRequest, type SecondReader } from '../../intake/large/summarise-file';
import { refundState } from '../../intake/kinds/refunds';
import { unguard } from '../../intake/values/text';
import { maskText } from '../../retro/masking';
import { classifyRefund } from '../../retro/taxonomy/classify-refund';

/** What one run found and what it cost. */
export interface LargeRun {
  readonly rows: number;
  /** refunds that gave money back, and 元 */
  readonly count: number;
  readonly amount: number;
  /** seconds of processor time, all threads */
  readonly cpu: number;
  /** seconds that went by, and of processor time of the thread that was busy longest */
  readonly elapsed: number;
  readonly longest: number;
  /** largest resident memory in bytes */
  readonly peak: number;
  /** longest time in seconds between two turns of the event loop */
  readonly blocked: number;
}

type Found = Pick<LargeRun, 'rows' | 'count' | 'amount'>;

/** As the pane's worker has it. */
const chunkSize = 1 << 19;

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  const buffer = new Uint8Array(chunkSize);
  const { size } = fstatSync(descriptor);
  for (let at = 0; at < size; ) {
    const read = readSync(descriptor, buffer, 0, buffer.length, at);
    yield buffer.subarray(0, read);
    at += read;
    // A file of the browser comes in turns of the event loop too.
    await new Promise(setImmediate);
  }
  closeSync(descriptor);
}

/** What the pane's worker and the command line do with a large file, the look at its head included. */
async function ours(file: string, second?: SecondReader): Promise<Found> {
  const [source] = (await withFile(file, (opened) => readLarge(opened, options, chunkSize, second))) ?? [];
  return { rows: source?.rows ?? 0, count: source?.records.refundSummary?.count ?? 0, amount: source?.records.refundSummary?.amount ?? 0 };
}

const options = { today: '2025-11-17', year: 2025 };

async function withFile<T>(path: string, use: (file: LargeFile) => Promise<T>): Promise<T> {
  const descriptor = openSync(path, 'r');
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(to - from);
    readSync(descriptor, bytes, 0, bytes.length, from);
    await new Promise(setImmediate);
    return bytes;
  };
  const found = await use({ name: 'refunds.csv', size: fstatSync(descriptor).size, read });
  closeSync(descriptor);
  return found;
}

/** What the second thread answers. */
interface Answer {
  readonly part: LargePart | undefined;
  /** seconds of processor time */
  readonly busy: number;
}

/** A second thread that runs this very script, as the pane's worker starts one. */
function secondThread(file: string): SecondReader & { busy(): number } {
  let worker: Worker | undefined;
  let busy = 0;
  return {
    read: (request) =>
      new Promise((resolve) => {
        worker = new Worker(__filename, { workerData: { file, request } satisfies SecondTask });
        worker.once('message', (answer: Answer) => {
          ({ busy } = answer);
          resolve(answer.part);
        });
      }),
    stop: () => void worker?.terminate(),
    busy: () => busy,
  };
}

interface SecondTask {
  readonly file: string;
  readonly request: PartRequest;
}

async function secondTask({ file, request }: SecondTask): Promise<void> {
  const part = await withFile(file, (opened) => readPart(opened, request, options, chunkSize, () => undefined));
  parentPort?.postMessage({ part, busy: threadTime() } satisfies Answer, part && transferable(part));
}

/** Seconds of processor time of this thread alone, where the kernel tells. */
function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e9;
  } catch {
    return Number.NaN;
  }
}

/** PapaParse as its documentation has it for large files in Node: a stream in, rows out. Words are classified once each, as ours are. */
async function papaparse(file: string, compareIds: boolean): Promise<Found> {
  async function* texts(): AsyncGenerator<string> {
    const decoder = new TextDecoder('gb18030');
    for await (const chunk of chunksOf(file)) yield decoder.decode(chunk, { stream: true });
  }
  const sums = new Map<string, { count: number; amount: number }>();
  const causes = new Map<string, string>();
  const states = new Map<string, string>();
  const finishedById = new Map<string, string>();
  let header: readonly string[] | undefined;
  let [rows, id, status, reason, note, memo, item, amount, finished] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const remember = (known: Map<string, string>, key: string, make: () => string): string => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make()));
    return value;
  };
  const parser = Readable.from(texts()).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ',' }));
  for await (const row of parser as AsyncIterable<readonly string[]>) {
    const at = (index: number): string => row[index] ?? '';
    if (!header) {
      header = row;
      [id, status, reason, note, memo, item, amount, finished] = ['退款编号', '退款状态', '买家退款原因', '买家退款说明', '商家备注', '商品编码', '买家退款金额', '退款完结时间'].map((name) => row.indexOf(name)) as [number, number, number, number, number, number, number, number];
      continue;
    }
    if (row.length < header.length) continue;
    rows++;
    const state = remember(states, at(status), () => refundState(at(status)));
    if (compareIds) {
      const number = unguard(at(id));
      // The export holds every refund once, so that nothing has to be taken back: remembering the number and the time is all the work.
      const before = finishedById.get(number);
      if (before === undefined || before <= at(finished)) finishedById.set(number, at(finished));
    }
    if (state !== 'success') continue;
    const cause = remember(causes, `${at(reason)}\u0000${at(note)}\u0000${at(memo)}`, () => classifyRefund(at(reason), maskText(at(note)), at(memo)).group);
    const key = `${at(item)}\u0000${at(reason)}\u0000${cause}`;
    const sum = sums.get(key);
    if (sum) {
      sum.count++;
      sum.amount += Number(at(amount));
    } else sums.set(key, { count: 1, amount: Number(at(amount)) });
  }
  return { rows, ...total(sums.values()) };
}

/** One thread. DuckDB reads no GB18030 without an extension, so it gets the same text as UTF-8, and the cost of that is not counted. */
async function duckdb(file: string, compareIds: boolean): Promise<Found> {
  const { DuckDBInstance } = createRequire(__filename)(process.env['DUCKDB_MODULE'] ?? '@duckdb/node-api') as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const answer = await connection.runAndReadAll(`
    select count(*)::int, sum(case when "退款状态" = '退款成功' then 1 else 0 end)::int, sum(case when "退款状态" = '退款成功' then "买家退款金额"::decimal(12, 2) end)::double
    from (select * from read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"') ${compareIds ? 'qualify row_number() over (partition by "退款编号" order by "退款完结时间" desc) = 1' : ''})
    group by "商品编码", "买家退款原因", "买家退款说明", "商家备注"`);
  const rows = answer.getRowsJson() as (number | null)[][];
  const sum = (column: number): number => rows.reduce((all, row) => all + (row[column] ?? 0), 0);
  return { rows: sum(0), count: sum(1), amount: Number(sum(2).toFixed(2)) };
}

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowsJson(): unknown[][] }> }> }>;
  };
}

function total(sums: Iterable<{ readonly count: number; readonly amount: number }>): Pick<Found, 'count' | 'amount'> {
  let [count, amount] = [0, 0];
  for (const sum of sums) {
    count += sum.count;
    amount += sum.amount;
  }
  return { count, amount: Number(amount.toFixed(2)) };
}

/** Linux hands the peak of the parent process on through `resourceUsage`, so the kernel is asked for that of this one. */
function peakMemory(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

async function main(who = '', file = ''): Promise<void> {
  const before = process.cpuUsage();
  const [started, busyBefore] = [performance.now(), threadTime()];
  const second = who === 'ours-two' ? secondThread(file) : undefined;
  let [last, blocked, running] = [performance.now(), 0, true];
  const watch = (): void => {
    const now = performance.now();
    blocked = Math.max(blocked, now - last);
    last = now;
    if (running) setImmediate(watch);
  };
  if (who === 'ours') watch();
  const found = await (who.startsWith('ours') ? ours(file, second) : who.startsWith('duckdb') ? duckdb(file, who === 'duckdb-ids') : papaparse(file, who === 'papaparse-ids'));
  running = false;
  const { user, system } = process.cpuUsage(before);
  const run: LargeRun = { ...found, cpu: (user + system) / 1e6, elapsed: (performance.now() - started) / 1000, longest: Math.max(threadTime() - busyBefore, second?.busy() ?? 0), peak: peakMemory(), blocked: blocked / 1000 };
  console.log(JSON.stringify(run));
}

(isMainThread ? main(process.argv[2], process.argv[3]) : secondTask(workerData as SecondTask)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
