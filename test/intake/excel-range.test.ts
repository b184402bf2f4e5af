import { readCellsOf } from '../../src/intake';
import { tableFromRange } from '../../src/intake/excel-range';

const options = { today: '2025-11-17', year: 2025 };

describe('a selection in Excel is read as what the user sees', () => {
  test('Q41 percents, dates, durations and long ids by their formats; lines are sheet rows', () => {
    const table = tableFromRange(
      { firstRow: 5, values: [['退款编号', '退款状态', '买家退款金额', '买家退款原因', '退款的申请时间']], numberFormat: [['@', '@', '@', '@', '@']] },
      { firstRow: 6, values: [[4012345678901230000, '退款成功', 12.5, '缺货', 45972.5], ['', '', '', '', '']], numberFormat: [['0', '@', '0.00', '@', 'yyyy/m/d h:mm'], ['General', 'General', 'General', 'General', 'General']] },
    );
    const [source] = readCellsOf('Sheet1!A5:E7', table, options);
    expect(source).toMatchObject({ kind: 'refunds', headerLine: 5, used: 1, skipped: [{ line: 7, reason: 'blank' }] });
    expect(source?.problems).toMatchObject([{ code: 'suspect-id', line: 6, column: '退款编号' }]);
    expect(source?.records.refunds?.[0]).toMatchObject({ amount: { value: 12.5 }, applied: '2025-11-11 12:00:00' });
  });

  test('without formats a fraction in a rate column is still a rate', () => {
    const [source] = readCellsOf('选区', tableFromRange({ firstRow: 1, values: [['指标', '实际'], ['客户满意率', 0.936], ['平均响应时长', 45], [true, null]] }), options);
    expect(source?.records.actuals?.slice(0, 2).map((actual) => actual.value)).toEqual([{ kind: 'number', value: 0.936 }, { kind: 'number', value: 45 }]);
  });
});
