import { readSource } from '../../src/intake';
import type { Source } from '../../src/intake/types';
import type { HourRecord } from '../../src/retro/types';

const read = (text: string): Source => {
  const [source] = readSource({ name: '时段.tsv', text }, { today: '2025-11-17', year: 2025 });
  if (source === undefined) throw new Error('nothing was read');
  return source;
};
const row = (...cells: readonly (string | number)[]): string => cells.join('\t');
const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const line = ({ date, hour, hours, figures }: HourRecord): unknown[] => [date ?? '', hour, hours, ...Object.entries(figures).map(([key, figure]) => `${key} ${figure.kind === 'number' ? figure.value : figure.kind}`)];
const accounted = (source: Source): void => expect(source.used + source.skipped.filter(({ line: at }) => at > source.headerLine).length + source.unusedLines.length).toBe(source.rows);

const hours = ['9点', '10点', '11点', '12点', '13点', '14点'];

test.each<{ why: string; text: string; count: number; first: readonly unknown[]; last: readonly unknown[] }>([
  {
    why: 'metrics as rows', text: table(row('指标', ...hours), row('咨询人数', 10, 20, 30, 40, 50, '1,060'), row('平均响应时长', '45秒', 30, 20, 20, 20, '1分05秒')),
    count: 6, first: ['', 9, 1, 'consult_users 10', 'avg_resp 45'], last: ['', 14, 1, 'consult_users 1060', 'avg_resp 65'],
  },
  {
    why: 'a date written once per block', text: table(row('日期', '指标', ...hours), row('2025-11-01', '咨询人数', 1, 2, 3, 4, 5, 6), row('', '接待人数', 1, 1, 1, 1, 1, 1), row('2025-11-11', '咨询人数', 7, 8, 9, 10, 11, 12), row('', '接待人数', 2, 2, 2, 2, 2, 2)),
    count: 12, first: ['2025-11-01', 9, 1, 'consult_users 1', 'received_users 1'], last: ['2025-11-11', 14, 1, 'consult_users 12', 'received_users 2'],
  },
  {
    why: 'days as rows, the metric in the title', text: table(row('双11分时段咨询人数统计表'), row('日期', ...hours), row('11月1日', 1, 2, 3, 4, 5, 6), row('11月11日', 7, 8, 9, 10, 11, 12)),
    count: 12, first: ['2025-11-01', 9, 1, 'consult_users 1'], last: ['2025-11-11', 14, 1, 'consult_users 12'],
  },
  {
    why: 'ranges of two hours and a corner nobody named', text: table(row('', '0:00-2:00', '2:00-4:00', '4:00-6:00', '6:00-8:00', '8:00-10:00', '10:00-12:00'), row('咨询量', 1, 2, 3, 4, 5, 6)),
    count: 6, first: ['', 0, 2, 'consult_sessions 1'], last: ['', 10, 2, 'consult_sessions 6'],
  },
  {
    why: 'bare hours of a whole day', text: table(row('时段', ...Array.from({ length: 24 }, (_, hour) => hour)), row('咨询人数', ...Array.from({ length: 24 }, (_, hour) => hour * 10))),
    count: 24, first: ['', 0, 1, 'consult_users 0'], last: ['', 23, 1, 'consult_users 230'],
  },
  {
    why: 'an hour nobody filled in is no hour with nothing', text: table(row('指标', ...hours), row('咨询人数', 10, '', 30, 40, 50, 60)),
    count: 5, first: ['', 9, 1, 'consult_users 10'], last: ['', 14, 1, 'consult_users 60'],
  },
])('hours as columns are read: $why', ({ text, count, first, last }) => {
  const source = read(text);
  expect(source).toMatchObject({ kind: 'hourly', problems: [], unusedLines: [] });
  expect(source.records.hours).toHaveLength(count);
  expect(source.records.hours?.slice(0, 1).map(line)).toEqual([first]);
  expect(source.records.hours?.slice(-1).map(line)).toEqual([last]);
  accounted(source);
});

test('totals are skipped; a row that names no metric, a second one for the same and a cell that is no number are told where they stand', () => {
  const source = read(table(row('指标', ...hours, '合计'), row('咨询人数', 10, '很多', 30, 40, 50, 60, 190), row('小满', 1, 2, 3, 4, 5, 6, 21), row('咨询人数', 1, 1, 1, 1, 1, 1, 6), row('合计', 11, 3, 33, 44, 55, 66, 217)));
  expect(source).toMatchObject({ used: 1, skipped: [{ line: 5, reason: 'total' }], unusedLines: [3, 4] });
  expect(source.problems.map(({ line: at, column, code }) => [at, column, code])).toEqual([[2, '10点', 'not-a-number'], [3, '指标', 'row-not-read'], [4, '指标', 'row-not-read']]);
  expect(source.records.hours?.map(({ hour }) => hour)).toEqual([9, 11, 12, 13, 14]);
  accounted(source);
});

test.each<{ why: string; text: string; kind: string }>([
  { why: 'a row of figures that looks like hours', text: table(row('客服昵称', '接待人数', '平均响应(秒)', '首次响应(秒)', '咨询人数', '未回复人数', '答问比'), row('小满', 10, 11, 12, 13, 14, 15), row('阿橙', 9, 10, 11, 12, 13, 14)), kind: 'agents' },
  { why: 'days as columns', text: table(row('指标', '11月1日', '11月2日', '11月3日', '11月4日', '11月5日', '11月6日'), row('咨询人数', 1, 2, 3, 4, 5, 6)), kind: 'unknown' },
  { why: 'a run of numbers too short to be a day', text: table(row('项', 1, 2, 3, 4, 5, 6, 7), row('a', 1, 2, 3, 4, 5, 6, 7)), kind: 'unknown' },
  { why: 'hours one below the other', text: table(row('时段', '咨询人数'), row('9点', 1), row('10点', 2)), kind: 'hourly' },
])('and nothing else is taken for them: $why', ({ text, kind }) => {
  const source = read(text);
  expect(source.kind).toBe(kind);
  accounted(source);
});
