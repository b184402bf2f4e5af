import { parseDateTime } from '../../src/intake/values/date-time';
import { parseDuration } from '../../src/intake/values/duration';
import { emptiness } from '../../src/intake/values/empty';
import { parseId } from '../../src/intake/values/id';
import { parseNumber } from '../../src/intake/values/number';
import { parsePercent } from '../../src/intake/values/percent';
import type { Reading } from '../../src/intake/values/reading';
import values from '../fixtures/domain/values.json';

interface ValueCase {
  readonly id: string;
  readonly kind: string;
  readonly raw: string;
  readonly expect: string;
  readonly note: string;
}

const show = (reading: Reading): string => (reading.kind === 'number' ? `${reading.value}${reading.op ? ` op ${reading.op}` : ''}` : reading.kind);

const readers: Readonly<Record<string, (test: ValueCase) => string>> = {
  number: (test) => show(parseNumber(test.raw)),
  percent: (test) => show(parsePercent(test.raw)),
  'duration → 秒': (test) => show(parseDuration(test.raw, test.note.includes('分钟') ? '分钟' : '秒')),
  missing: (test) => (emptiness(test.raw) === 'missing' ? '缺' : 'no'),
  pending: (test) => (emptiness(test.raw) === 'pending' ? '待出数' : 'no'),
  'id (text)': (test) => {
    const { state, id } = parseId(test.raw);
    return `${state}: ${id}`;
  },
  'date-time (北京时间)': (test) => {
    const reading = parseDateTime(test.raw, 2025);
    return reading.kind === 'date-time' ? reading.value : reading.kind;
  },
};

describe('every value of the domain list means what people mean by it', () => {
  test('the list is whole', () => {
    expect(values).toHaveLength(94);
  });

  test.each(values as ValueCase[])('$id $kind $raw → $expect', (test) => {
    const read = readers[test.kind];
    expect(read?.(test)).toBe(test.expect);
  });
});
