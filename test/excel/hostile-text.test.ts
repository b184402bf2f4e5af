import { rowsOf, startExcel } from '../support/excel';
import { generate } from '../support/retro';

const traps = ['10-11', '3/5', '1E5', '0012', '4012345678901230001', '=1+1', '+86', '@小二', "'x", '1:20', 'TRUE'];

test('Q42 what Excel would turn into dates, numbers or formulas stands in the sheets as it was pasted', async () => {
  const host = await startExcel();
  // Digits of 12 and more in free text are somebody's number and are masked; as a product's id they stay whole.
  const texts = traps.filter((trap) => !/^\d{12,}$/.test(trap));
  await generate([
    { name: '商品', text: ['商品ID\t商品名称\t支付金额', ...traps.map((trap, index) => `${trap.startsWith("'") ? '7' : trap}\t商品${index}\t1`)].join('\n') },
    { name: '案例', text: ['用户咨询场景\t客服回复内容\t处理结果', ...texts.map((trap) => `问${trap}\t${trap.startsWith("'") ? 'x' : trap}\t好评`)].join('\n') },
    { name: '目标', text: '指标\t目标值\n=1+1\t5次\n10-11\t6次\n' },
  ]);
  const item = rowsOf(host, 'tblItem').map((row) => row['商品ID']);
  for (const trap of traps.filter((value) => !value.startsWith("'"))) expect(item).toContain(trap);
  expect(rowsOf(host, 'tblCase').map((row) => row['客服回复内容'])).toEqual(texts.map((trap) => (trap.startsWith("'") ? 'x' : trap)));
  expect(rowsOf(host, 'tblTarget').map((row) => row['指标'])).toEqual(expect.arrayContaining(['=1+1', '10-11']));
  for (const sheet of host.book.sheets) for (const cell of sheet.cells.values()) expect(cell.formula ?? '').not.toMatch(/^=1\+1$/);
});
