import { readSource } from '../../src/intake';

const options = { today: '2025-11-17', year: 2025 };
const read = (...lines: readonly string[]) => readSource({ name: '粘贴', text: lines.join('\n') }, options);

describe('two tables below each other in one paste are two tables', () => {
  const sources = read('2025双11目标', '', '指标\t目标值', '店铺销售额\t100', '', '2025双11实际', '指标\t实际\t去年同期', '店铺销售额\t120\t90', '接待人数\t8\t7');

  test('each with its kind, its caption and lines of the whole paste', () => {
    expect(sources.map(({ file, kind, headerLine, used, lines }) => [file, kind, headerLine, used, lines])).toEqual([['粘贴', 'targets', 3, 1, 5], ['粘贴#2', 'actuals', 7, 2, 4]]);
    expect(sources[1]?.notes).toContainEqual({ code: 'caption', text: '2025双11实际' });
    expect(sources[1]?.records.actuals?.[1]).toMatchObject({ line: 9 });
  });

  test.each([
    ['a blank row inside a table', ['指标\t目标值', '店铺销售额\t100', '', '接待人数\t8']],
    ['the same header again', ['指标\t目标值', '店铺销售额\t100', '', '指标\t目标值', '接待人数\t8']],
    ['no blank row between', ['指标\t目标值', '店铺销售额\t100', '指标\t实际', '接待人数\t8']],
  ])('%s is one table', (_why, lines) => {
    expect(read(...lines)).toHaveLength(1);
  });
});
