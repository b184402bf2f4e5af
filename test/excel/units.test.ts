import { fillFromEarlier } from '../../src/cli/last';
import { languages, messages } from '../../src/i18n';
import type { Unit } from '../../src/retro/types';
import { namesOfUnit, unitByName } from '../../src/workbook/units';
import { rowsOf, startExcel } from '../support/excel';
import { event, generate, recordsOf } from '../support/retro';
import { sampleInputs } from '../support/samples';

const CHINESE = /[\u4e00-\u9fff]/;

test.each(languages.flatMap((language) => (Object.entries(messages[language].workbook.units) as [Unit, string][]).map(([unit, name]) => ({ language, unit, name }))))('$language: $name means $unit', ({ unit, name }) => {
  expect(unitByName(name)).toBe(unit);
  expect(unitByName(` ${name.toUpperCase()} `)).toBe(unit);
});

test('a unit of nobody is nobody’s', () => {
  expect(unitByName('箱')).toBeUndefined();
  expect(namesOfUnit('分')).toEqual(['分', 'points']);
});

describe('an English workbook', () => {
  const scores = { name: 'scores.tsv', text: '指标\t目标\t实际\t去年同期\n客户满意度\t4.8分\t4.6分\t4.5分\n平均响应时长\t30秒\t44秒\t40秒\n' };

  test('shows no Chinese unit; a score is still compared by difference, a count by per cent', async () => {
    const host = await startExcel();
    expect((await generate([...sampleInputs('01_targets.tsv', '04_hourly.tsv'), scores], 'en-US')).errorCells).toEqual([]);
    for (const table of ['tblTarget', 'tblActual', 'tblComparison']) expect(rowsOf(host, table).map((row) => String(row['Unit'])).filter((unit) => CHINESE.test(unit))).toEqual([]);
    const { columns, units } = messages['en-US'].workbook;
    const yoy = (unit: Unit): unknown => rowsOf(host, 'tblComparison').find((row) => row['Unit'] === units[unit] && row[columns.tblComparison.yoy] !== '')?.[columns.tblComparison.yoy];
    expect(yoy('分')).toBeCloseTo(4.6 - 4.5, 9);
    expect(yoy('秒')).toBeCloseTo(44 / 40 - 1, 9);
  });

  test('of last year fills this year’s Chinese one, unit by meaning', async () => {
    const host = await startExcel();
    await generate(sampleInputs('01_targets.tsv', '02_actuals.tsv'), 'en-US');
    host.calculate();
    const records = recordsOf([{ name: 'now.tsv', text: '指标\t目标\t实际\n平均响应时长\t30秒\t45秒\n退款率(金额)\t8%\t9%\n' }]);
    const { used } = fillFromEarlier({ ...event, name: '2026双11', start: '2026-10-20', end: '2026-11-14' }, records, [{ file: 'last.xlsx', event, book: host.book }], 'zh-CN');
    expect(used).toMatchObject([{ as: 'lastYear', filled: 2 }]);
  });
});
