import { readSource } from '../../src/intake';
import { readFileName, type FileNameFacts } from '../../src/intake/file-name';

describe('Q21 a file name says what the rows do not', () => {
  test.each<[string, FileNameFacts, string]>([
    ['自定义报表_日报_下单优先判定_2026-04-20至2026-04-21.xlsx', { period: { from: '2026-04-20', to: '2026-04-21' }, attribution: '下单优先判定', report: '日报' }, '赤兔'],
    ['【生意参谋平台】商品_全部_2026-06-18_2026-06-18.xls', { period: { from: '2026-06-18', to: '2026-06-18' } }, '生意参谋'],
    ['客服绩效 2025.11.01~2025.11.11.csv', { period: { from: '2025-11-01', to: '2025-11-11' } }, 'dots and ~'],
    ['20251101-20251111客服.csv', { period: { from: '2025-11-01', to: '2025-11-11' } }, 'digits only'],
    ['C:\\导出\\2025年11月1日至2025年11月11日.xlsx', { period: { from: '2025-11-01', to: '2025-11-11' } }, 'Chinese dates and a path'],
    ['日报2025-11-11.csv', { period: { from: '2025-11-11', to: '2025-11-11' } }, 'one day'],
    ['售后单-2026-05-18 00_34_04.xlsx', {}, 'a time stamp of the download is no period'],
    ['ExportOrderList202511121030.csv', {}, 'digits of a time stamp'],
    ['2025-11-31至2025-12-01.csv', {}, 'no such day'],
    ['2025-11-11至2025-11-01.csv', {}, 'the end before the start'],
    ['粘贴', {}, 'a paste'],
  ])('%s → %j (%s)', (name, facts) => {
    expect(readFileName(name)).toEqual(facts);
  });

  test('it is offered beside the table, to be confirmed', () => {
    const [source] = readSource({ name: '自定义报表_日报_付款判定_2025-11-01至2025-11-11.tsv', text: '客服昵称\t接待人数\t平均响应(秒)\n小满\t10\t20\n' }, { today: '2025-11-17', year: 2025 });
    expect(source?.notes).toEqual(expect.arrayContaining([{ code: 'period', text: '2025-11-01~2025-11-11' }, { code: 'attribution', text: '付款判定' }]));
  });
});
