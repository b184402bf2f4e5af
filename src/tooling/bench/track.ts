import { createHost, type Host } from '../../host';
import { loadClient } from '../../host/transports/bridge';
import { generateWorkbook } from '../../excel/generate';
import { editAction, trackWorkbook, type TrackMemory, type TrackResult } from '../../excel/track';
import type { Outcome } from '../../excel/run';
import { combineRecords } from '../../intake/combine';
import { readSource } from '../../intake';
import { kilobytes } from './generate';

const TODAY = '2025-11-17';
const clock = { now: `${TODAY} 09:00:00`, today: TODAY } as const;
const SIZES = [20, 200, 2000, 20_000];
const RUNS = 5;

/**
 * What one tracked edit costs with more and more actions: made in the grid and found by a look, and made in the pane. On a host that
 * does not calculate: what Excel takes to recalculate is not what tracking costs.
 */
export async function benchTrack(): Promise<string[]> {
  const lines: string[] = [];
  let first: Cost | undefined;
  for (const size of SIZES) {
    const excel = await withActions(size);
    const memory: TrackMemory = {};
    const opened = await measure(excel, () => look(memory));
    // The second look of a pane has the sheet of the log; from then on it is the usual case.
    const sheet = excel.book.tables.find((table) => table.name === 'tblAction');
    if (sheet === undefined) throw new Error('no action table');
    const type = (row: number, value: string): void => void excel.userEdit(sheet.sheet.name, `C${sheet.range.row + 2 + row}`, value);
    type(0, '甲');
    await look(memory);
    const found = await median(excel, (run) => { type(run, `乙${run}`); return look(memory); });
    const idle = await measure(excel, () => Promise.resolve());
    const edited = await median(excel, (run) => editAction({ ...clock, id: 'A-05', field: 'owner', value: `丙${run}`, memory }).then(valueOf));
    first ??= found;
    lines.push(
      `${size.toLocaleString('en-US')} actions: opening ${text(opened)}; an edit in the grid ${text(found)}, in the pane ${text(edited)}; ` +
      `sent ${(found.sent / first.sent).toFixed(1)} times that of ${SIZES[0] ?? 0} actions, received ${Math.round(found.received / size)} bytes an action; idle ${idle.syncs} syncs`,
    );
  }
  return lines;
}

interface Cost {
  readonly syncs: number;
  readonly sent: number;
  readonly received: number;
  readonly ms: number;
}
const text = ({ syncs, sent, received, ms }: Cost): string => `${syncs} syncs, ${kilobytes(sent)} sent, ${kilobytes(received)} received, ${Math.round(ms)} ms`;

async function measure(excel: Host, work: () => Promise<unknown>): Promise<Cost> {
  const before = excel.log.length;
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const batches = excel.log.slice(before).filter((entry) => !entry.housekeeping);
  return { syncs: batches.length, sent: batches.reduce((sum, entry) => sum + entry.requestBytes, 0), received: batches.reduce((sum, entry) => sum + entry.responseBytes, 0), ms };
}

async function median(excel: Host, work: (run: number) => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) costs.push(await measure(excel, () => work(run)));
  return costs.sort((a, b) => a.ms - b.ms)[Math.floor(RUNS / 2)] ?? { syncs: 0, sent: 0, received: 0, ms: 0 };
}

const look = async (memory: TrackMemory): Promise<TrackResult> => valueOf(await trackWorkbook({ ...clock, origin: 'found-while-open', memory }));

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.technical}`);
  return outcome.value;
}

/** A generated workbook whose action table a person filled by pasting rows. */
async function withActions(count: number): Promise<Host> {
  const excel = createHost({ today: () => TODAY });
  const client = loadClient(excel);
  Object.assign(globalThis, { Excel: client.Excel, OfficeExtension: client.OfficeExtension });
  const records = combineRecords(readSource({ name: '目标.tsv', text: '指标\t目标值\n询单转化率\t55%' }, { today: TODAY, year: 2025 }));
  valueOf(await generateWorkbook({ event: { name: '2025双11' }, records, language: 'zh-CN', clock }));
  const table = excel.book.tables.find((candidate) => candidate.name === 'tblAction');
  if (table === undefined) throw new Error('no action table');
  const rows = Array.from({ length: count }, (_, index) => [`A-${String(index + 1).padStart(2, '0')}`, `第${index + 1}项行动：整理话术并培训`, ['主管', '培训', '质检'][index % 3] ?? '', '2025-12-01', 'C-01', '抽测通过', 'P1', '未开始']);
  await Excel.run(async (context) => {
    const actions = context.workbook.tables.getItem('tblAction');
    actions.resize(actions.getRange().getResizedRange(count - 1, 0));
    await context.sync();
  });
  excel.userEdit(table.sheet.name, `A${table.range.row + 2}`, rows);
  return excel;
}
