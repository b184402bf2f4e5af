/** What the full office.js does on the simulated Excel, whichever way it is connected. */
import { createHost } from '../../../src/host';
import type { installOfficeDesktop } from '../../support/office-jsdom';

/** Registers the tests. One page holds one office.js: each way has a file of its own. */
export function officeTests(platform: string, install: typeof installOfficeDesktop): void {
  const host = createHost({ today: () => '2025-11-17' });
  host.book.settings.set('before', { n: 1 });

  beforeAll(async () => {
    install(host, { sets: { ExcelApi: '1.13', DialogApi: '1.2', DelayForCellEdit: '1.1' } });
    await Office.onReady();
  });

  test('the add-in learns where it is, in Chinese', () => {
    expect(Office.context.host).toBe('Excel');
    expect(Office.context.platform).toBe(platform);
    expect(Office.context.displayLanguage).toBe('zh-CN');
  });

  test('requirement sets are those of the host', () => {
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(false);
  });

  test('batches read and write cells', async () => {
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.values = [['甲', 2]];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([['甲', 2]]);
  });

  test('document settings and workbook settings are one store', async () => {
    const { settings } = Office.context.document;
    expect(settings.get('before')).toEqual({ n: 1 });
    settings.set('after', [1, '二']);
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    const value = await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem('after');
      setting.load('value');
      await context.sync();
      return setting.value as unknown;
    });
    expect(value).toEqual([1, '二']);
  });

  test('a person’s edit reaches the handler', async () => {
    const seen: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        seen.push([event.address, event.source, event.details?.valueAfter]);
      });
      await context.sync();
    });
    host.userEdit('Sheet1', 'C3', '5');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toEqual([['C3', 'Local', 5]]);
  });

  test('a selection reaches the workbook’s handler', async () => {
    let count = 0;
    await Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => {
        count++;
      });
      await context.sync();
    });
    host.user.select('Sheet1', 'B2:B3');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(count).toBe(1);
  });

  test('a run that waits for cell editing is held until it ends, another one fails', async () => {
    const write = (options: object): Promise<void> =>
      Excel.run(options as never, async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('Z1').values = [[1]];
        await context.sync();
      });
    host.faults.beginCellEdit();
    await expect(write({})).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const held = write({ delayForCellEdit: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(host.book.activeSheet.cells.has(25)).toBe(false);
    host.faults.endCellEdit();
    await held;
    expect(host.book.activeSheet.cells.has(25)).toBe(true);
  });
}
