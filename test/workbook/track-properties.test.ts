import fc from 'fast-check';
import { toSerial } from '../../src/retro/dates';
import { parseDeadline } from '../../src/retro/deadlines';
import { trackedFields, type TrackedField } from '../../src/retro/tracking';
import { trackedCell } from '../../src/retro/tracking-log';
import { sequenceSeed } from '../support/seed';
import { Book, TODAY, type Given } from './track-book';

/**
 * Random sequences of what people, panes and programs do – person A's pane, person B's pane, someone who types without one, a
 * program that drops the hidden sheet, generations, reopenings –, on the pure parts of looking, logging and merging (no Excel here:
 * test/excel/track-properties.test.ts runs sequences on the real client). Values people type never occur in the data, so a
 * typed value that is gone, was lost.
 */
type Step =
  | { readonly do: 'type'; readonly row: number; readonly field: TrackedField | 'what' | 'effect'; readonly kind: number }
  | { readonly do: 'look' | 'look at once' | 'drop' | 'sort' | 'turn columns' | 'rename' }
  | { readonly do: 'pane'; readonly who: 'A' | 'B'; readonly row: number; readonly field: TrackedField }
  | { readonly do: 'reopen' }
  | { readonly do: 'generate'; readonly version: number }
  | { readonly do: 'add' | 'delete' | 'copy' | 'clear id'; readonly row: number };

const row = fc.nat(7);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('type' as const), row, field: fc.constantFrom('owner' as const, 'deadline' as const, 'status' as const, 'what' as const, 'effect' as const), kind: fc.nat(6) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'look' as const, 'look at once' as const, 'drop' as const, 'sort' as const, 'turn columns' as const, 'rename' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pane' as const), who: fc.constantFrom('A' as const, 'B' as const), row, field: fc.constantFrom('owner' as const, 'deadline' as const, 'status' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('generate' as const), version: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'delete' as const, 'copy' as const, 'clear id' as const), row }) },
);

const data = (version: number): Given[] => [1, 2, 3, 4].slice(0, version === 3 ? 4 : 3).map((number) => ({
  what: `数据行动${number}`, owner: `数据人${number}${version % 2}`, deadline: toSerial(`2025-12-0${number + (version > 1 ? 4 : 0)}`), status: ['未开始', '进行中', '已完成'][(number + version) % 3] ?? '',
}));

const words = ['3天内', '下周内', '本周五前', '月底前', '尽快', '2025-02-30', '2026/03/05', ''];

/** What is to be seen of the workbook, told step by step with nothing but lookings at the table after each. */
class Expectation {
  private readonly known = new Map<string, Map<string, string>>();
  readonly lines = new Map<string, string[]>();
  private readonly gone = new Set<string>();

  private value(book: Book, at: number, field: TrackedField): string {
    return trackedCell(book.cell(at, field), field);
  }
  /** After a look or a generation: a tracked value that is another than at the last one is one line. */
  seen(book: Book): void {
    const present = new Set<string>();
    book.rows.forEach((_, at) => {
      const id = String(book.cell(at, 'id'));
      if (id === '') return;
      present.add(id);
      if (this.gone.delete(id)) this.line(id, 'row', 'removed', 'present');
      const last = this.known.get(id) ?? new Map<string, string>();
      this.known.set(id, last);
      for (const field of trackedFields) {
        const now = this.value(book, at, field);
        const before = last.get(field);
        if (before !== undefined && before !== now) this.line(id, field, before, now);
        last.set(field, now);
      }
    });
    for (const id of this.known.keys()) {
      if (present.has(id) || this.gone.has(id)) continue;
      this.gone.add(id);
      this.line(id, 'row', 'present', 'removed');
    }
  }
  /** Words typed into a row that nobody knew: the line keeps them. */
  words(book: Book): { at: number; words: string }[] {
    return book.rows.flatMap((_, at) => {
      const cell = book.cell(at, 'deadline');
      return typeof cell === 'string' && !/^\d{4}/.test(cell) && parseDeadline(cell, TODAY).kind === 'date' ? [{ at, words: cell }] : [];
    });
  }
  before(book: Book): (after: Book) => void {
    const said = this.words(book).map(({ at, words }) => ({ at, words, id: String(book.cell(at, 'id')) }));
    return (after) => {
      for (const { at, words } of said) {
        const id = String(after.cell(at, 'id'));
        if (this.known.get(id)?.get('deadline') === undefined) this.known.set(id, new Map([...(this.known.get(id) ?? []), ['deadline', words]]));
      }
    };
  }
  /** The hidden copy is gone: only what the log says is still known. */
  dropped(): void {
    for (const [id, values] of this.known) {
      for (const field of trackedFields) if (!this.lines.has(`${id} ${field}`)) values.delete(field);
      if (![...trackedFields, 'row'].some((field) => this.lines.has(`${id} ${field}`))) this.known.delete(id);
    }
  }
  private line(id: string, field: string, before: string, now: string): void {
    const key = `${id} ${field}`;
    this.lines.set(key, [...(this.lines.get(key) ?? []), `${before}→${now}`]);
  }
}

function run(steps: readonly Step[]): void {
  const book = new Book();
  const expected = new Expectation();
  const typed = new Map<string, Map<string, string | number>>();
  let counter = 0;
  let rows = 0;
  const done: Done[] = [];
  const uid = (at: number): string => String(book.cell(at, 'progress'));
  const mark = (): void => book.rows.forEach((_, at) => { if (uid(at) === '' && String(book.cell(at, 'what')) !== '') book.type(at, 'progress', `行${(rows += 1)}`); });
  const looked = (act: () => void): void => {
    const words = expected.before(book);
    act();
    words(book);
    expected.seen(book);
  };
  looked(() => book.generate(data(0)));
  mark();
  for (const step of [...steps, { do: 'look' } as const]) {
    const at = 'row' in step ? step.row % Math.max(1, book.rows.length) : 0;
    switch (step.do) {
      case 'type': {
        counter += 1;
        const { field, kind } = step;
        const value = field !== 'deadline' ? (kind === 0 && field !== 'what' ? '' : `手写${counter}`) : kind < 3 ? toSerial(`2026-0${1 + (counter % 9)}-${10 + (counter % 18)}`) : (words[(counter + kind) % words.length] ?? '');
        if (book.rows[at] === undefined) break;
        book.type(at, field, value);
        typed.set(uid(at), (typed.get(uid(at)) ?? new Map<string, string | number>()).set(field, value));
        break;
      }
      case 'pane': {
        // Looked at first, then changed: two lines when somebody had changed the cell before.
        const look = book.see();
        looked(() => book.write(look));
        if (book.rows[at] === undefined) break;
        counter += 1;
        const { field, who } = step;
        const value = field === 'deadline' ? `2026-0${1 + (counter % 9)}-${10 + (counter % 18)}` : `窗格${counter}`;
        looked(() => book.edit(look, at, field, value, who));
        typed.set(uid(at), (typed.get(uid(at)) ?? new Map<string, string | number>()).set(field, field === 'deadline' ? toSerial(value) : value));
        done.push({ id: String(book.cell(at, 'id')), field, value, who });
        break;
      }
      case 'reopen':
        looked(() => book.look('found-on-open'));
        break;
      case 'look':
        looked(() => book.look());
        break;
      case 'look at once': {
        // Two panes see the same workbook: what the second finds are the same lines, so nothing of it is new.
        looked(() => {
          const [a, b] = [book.see(), book.see()];
          if (a.entries.some((entry, index) => b.entries[index]?.key !== entry.key)) throw new Error('two looks at one workbook find different lines');
          book.write(a);
        });
        break;
      }
      case 'generate':
        looked(() => book.generate(data(step.version)));
        mark();
        break;
      case 'drop':
        book.base = undefined;
        expected.dropped();
        break;
      case 'sort': {
        const column = book.column('owner');
        book.rows.sort((a, b) => String(a[column]).localeCompare(String(b[column])));
        break;
      }
      case 'turn columns':
        book.headers = [...book.headers.slice(1), ...book.headers.slice(0, 1)];
        book.rows = book.rows.map((cells) => [...cells.slice(1), ...cells.slice(0, 1)]);
        break;
      case 'rename': {
        // A column people added, in front.
        book.headers = [`自加${(counter += 1)}`, ...book.headers];
        book.rows = book.rows.map((cells) => ['x', ...cells]);
        break;
      }
      case 'add':
        book.addRow({ what: `手写行动${(counter += 1)}`, owner: `手写人${counter}`, progress: `行${(rows += 1)}` });
        typed.set(`行${rows}`, new Map([['owner', `手写人${counter}`], ['what', `手写行动${counter}`]]));
        break;
      case 'delete':
        typed.delete(uid(at));
        book.rows.splice(at, 1);
        break;
      case 'copy': {
        const cells = book.rows[at];
        if (cells === undefined) break;
        book.rows.push([...cells]);
        const from = typed.get(uid(at));
        book.type(book.rows.length - 1, 'progress', `行${(rows += 1)}`);
        if (from !== undefined) typed.set(`行${rows}`, new Map(from));
        break;
      }
      case 'clear id':
        if (book.rows[at] !== undefined) book.type(at, 'id', '');
        break;
    }
  }

  expect(faultsOf(book, typed, expected, done)).toEqual([]);
}

/** A change made in a pane. */
interface Done {
  readonly id: string;
  readonly field: TrackedField;
  readonly value: string;
  readonly who: string;
}

/** Everything that is not as it has to be, in words. One assertion a sequence: two thousand sequences have to be quick. */
function faultsOf(book: Book, typed: ReadonlyMap<string, ReadonlyMap<string, string | number>>, expected: Expectation, done: readonly Done[]): string[] {
  const faults: string[] = [];
  const same = (what: string, now: unknown, wanted: unknown): void => {
    if (JSON.stringify(now) !== JSON.stringify(wanted)) faults.push(`${what}: ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`);
  };
  // No typed value is lost; words became the day they mean.
  const rowOf = new Map(book.rows.map((_, at) => [String(book.cell(at, 'progress')), at]));
  for (const [key, values] of typed) {
    for (const [field, value] of values) {
      const reading = field === 'deadline' && typeof value === 'string' ? parseDeadline(value, TODAY) : undefined;
      same(`typed ${key} ${field}`, book.cell(rowOf.get(key) ?? -1, field), reading?.kind === 'date' ? toSerial(reading.date) : value);
    }
  }
  // Every change is in the log exactly once, and its newest line says what the cell says.
  const changes = book.changes();
  same('keys', new Set(changes.map((change) => change.key)).size, changes.length);
  const log = new Map<string, string[]>();
  for (const change of changes) log.set(`${change.action} ${change.field}`, [...(log.get(`${change.action} ${change.field}`) ?? []), `${change.old}→${change.new}`]);
  for (const key of new Set([...log.keys(), ...expected.lines.keys()])) same(`lines of ${key}`, log.get(key) ?? [], expected.lines.get(key) ?? []);
  book.rows.forEach((_, at) => {
    for (const field of trackedFields) {
      const newest = changes.filter((change) => change.action === book.cell(at, 'id') && change.field === field).at(-1);
      if (newest !== undefined) same(`newest ${newest.key}`, newest.new, trackedCell(book.cell(at, field), field));
    }
  });
  // What a pane changed names its person; what was only found names nobody.
  for (const { id, field, value, who } of done) {
    const [line] = changes.filter((change) => change.action === id && change.field === field && change.new === value && change.origin === 'here');
    if (line !== undefined) same(`who changed ${line.key}`, line.who, who);
    else if (!changes.some((change) => change.action === id && change.field === field && change.new === value)) faults.push(`no line for ${id} ${field} ${value}`);
  }
  same('named', changes.filter((change) => change.origin.startsWith('found') && change.who !== ''), []);
  // Every row has an id of its own.
  const ids = book.rows.map((_, at) => String(book.cell(at, 'id')));
  same('rows without id', ids.filter((id) => id === ''), []);
  same('ids', new Set(ids).size, ids.length);
  // Looking again finds nothing.
  const again = book.see();
  same('found again', [again.entries, again.ids, again.dates], [[], [], []]);
  return faults;
}

const seed = sequenceSeed();

test('in 2,000 random sequences no typed value is lost, every change is logged once, and the newest line is what the cell says', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => run(steps)), { numRuns: 2000, seed });
});
