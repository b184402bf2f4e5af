import fc from 'fast-check';
import { parseDeadline } from '../../src/retro/deadlines';
import { toSerial } from '../../src/retro/dates';
import { trackedCell } from '../../src/retro/tracking-log';
import type { TrackMemory } from '../../src/excel/track';
import { rowsOf, TODAY, useExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sequenceSeed } from '../support/seed';
import { edit, inputs, logOf, look, openCopy, openSample, paste, valueOf } from './track-support';

/**
 * Random sequences on the real Office.js client over the host: two panes, a person without one, a program that drops the
 * hidden sheet, generations and reopenings. Few, because each takes a second; the same rules hold in two thousand
 * sequences of test/workbook/track-properties.test.ts on the pure parts.
 */
type Step =
  | { readonly do: 'type'; readonly row: number; readonly field: '负责人' | '截止日期' | '状态' | '效果'; readonly kind: number }
  | { readonly do: 'pane'; readonly row: number; readonly field: 'owner' | 'deadline' | 'status'; readonly which: 0 | 1 }
  | { readonly do: 'look'; readonly which: 0 | 1 }
  | { readonly do: 'both look' | 'both edit' | 'drop' | 'sort' | 'reopen' | 'generate' };

const which = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), row: fc.nat(5), field: fc.constantFrom('负责人' as const, '截止日期' as const, '状态' as const, '效果' as const), kind: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pane' as const), row: fc.nat(5), field: fc.constantFrom('owner' as const, 'deadline' as const, 'status' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('both look' as const, 'both edit' as const, 'drop' as const, 'sort' as const, 'reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('generate' as const) }) },
);
const words = ['3天内', '下周五', '尽快', '2026/03/05'];
const headers = { owner: '负责人', deadline: '截止日期', status: '状态' } as const;

async function run(steps: readonly Step[]): Promise<string[]> {
  let host = await openSample();
  let memories: [TrackMemory, TrackMemory] = [{}, {}];
  await look(memories[0]);
  let counter = 0;
  const typed = new Map<string, Map<string, string | number>>();
  const idAt = (row: number): string => String(rowsOf(host, 'tblAction')[row]?.['编号']);
  const remember = (id: string, header: string, value: string | number): void => void typed.set(id, (typed.get(id) ?? new Map<string, string | number>()).set(header, value));
  const pane = (which: 0 | 1): TrackMemory => {
    useExcel(host, `pane ${which}`);
    return memories[which];
  };
  const change = async (which: 0 | 1, id: string, field: 'owner' | 'deadline' | 'status'): Promise<void> => {
    counter += 1;
    const value = field === 'deadline' ? `2026-0${1 + (counter % 9)}-${10 + (counter % 18)}` : `窗格${counter}`;
    const editing = edit(id, field, value, { memory: pane(which) });
    remember(id, headers[field], field === 'deadline' ? toSerial(value) : value);
    valueOf(await editing);
  };
  for (const step of steps) {
    switch (step.do) {
      case 'type': {
        counter += 1;
        const { row, field, kind } = step;
        const value = field === '截止日期' ? (words[(kind + counter) % words.length] ?? '') : kind === 0 ? '' : `手写${counter}`;
        paste(host, row, field, value);
        const reading = field === '截止日期' ? parseDeadline(value, TODAY) : undefined;
        remember(idAt(row), field, reading?.kind === 'date' ? toSerial(reading.date) : value);
        break;
      }
      case 'pane':
        await change(step.which, idAt(step.row), step.field);
        break;
      case 'look':
        await look(pane(step.which));
        break;
      case 'both look':
        await Promise.all([look(pane(0)), look(pane(1))]);
        break;
      case 'both edit': {
        // The later one stands; the end is compared with the cell only.
        counter += 2;
        const id = idAt(0);
        const [a, b] = [edit(id, 'owner', `窗格${counter}`, { memory: pane(0) }), edit(id, 'owner', `窗格${counter + 1}`, { memory: pane(1) })];
        for (const outcome of await Promise.all([a, b])) valueOf(outcome);
        const now = String(rowsOf(host, 'tblAction').find((row) => row['编号'] === id)?.['负责人']);
        if (![`窗格${counter}`, `窗格${counter + 1}`].includes(now)) return [`two edits at once left ${now}`];
        remember(id, '负责人', now);
        break;
      }
      case 'drop':
        if (host.book.sheets.some((sheet) => sheet.name === '基线副本')) host.user.deleteSheet('基线副本');
        break;
      case 'sort':
        host.user.sortTable('tblAction', '负责人', true);
        break;
      case 'reopen':
        host = await openCopy(host.book);
        memories = [{}, {}];
        break;
      case 'generate':
        useExcel(host, 'pane 0');
        await generate(inputs);
        break;
    }
  }
  useExcel(host, 'the end');
  const end = await look();
  const again = await look();
  const faults: string[] = [];
  const rows = rowsOf(host, 'tblAction');
  for (const [id, values] of typed) {
    const row = rows.find((candidate) => candidate['编号'] === id);
    for (const [header, value] of values) if (row?.[header] !== value) faults.push(`lost: ${id} ${header} ${String(value)}, there is ${String(row?.[header])}`);
  }
  if (end.changes.length > 0 && new Set(end.changes.map((entry) => entry.key)).size !== logOf(host).length) faults.push(`a line stands twice, or an empty one between them: ${logOf(host).join(', ')}`);
  if (again.added.length > 0) faults.push(`found twice: ${again.added.map((entry) => entry.key).join(', ')}`);
  for (const action of again.actions) {
    for (const field of ['owner', 'deadline', 'status'] as const) {
      const lines = again.changes.filter((entry) => entry.action === action.id && entry.field === field).sort((a, b) => a.ordinal - b.ordinal);
      const cell = trackedCell(rows.find((row) => row['编号'] === action.id)?.[headers[field]] ?? '', field);
      if (lines.length > 0 && lines.at(-1)?.new !== cell) faults.push(`newest: ${action.id} ${field} ${String(lines.at(-1)?.new)}, the cell says ${cell}`);
      lines.forEach((line, index) => {
        if (line.ordinal !== index + 1 || (index > 0 && line.old !== lines[index - 1]?.new)) faults.push(`chain: ${lines.map((entry) => `${entry.old}→${entry.new}`).join(' ')}`);
      });
    }
  }
  return faults;
}

const seed = sequenceSeed();

test('on the real client: no typed value is lost, every line follows from the one before, and the newest says what the cell says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
    expect(await run(steps)).toEqual([]);
  }), { numRuns: 12, seed, endOnFailure: true });
}, 180_000);
