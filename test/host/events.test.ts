/** Events reach the clients that registered, with the right source. */
import { createHost, type Host } from '../../src/host';
import { loadClient, type Client } from '../../src/host/transports/bridge';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

interface Seen {
  readonly address: string;
  readonly source: string;
  readonly trigger: string | undefined;
  readonly type: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

async function listen(client: Client): Promise<Seen[]> {
  const seen: Seen[] = [];
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      seen.push({ address: event.address, source: event.source, trigger: event.triggerSource, type: event.changeType, before: event.details?.valueBefore, after: event.details?.valueAfter });
    });
    await context.sync();
  });
  return seen;
}
const write = (client: Client, address: string, values: unknown[][]): Promise<void> =>
  client.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).values = values;
    await context.sync();
  });
function pair(): { host: Host; one: Client; two: Client } {
  const host = createHost({ today: () => '2025-11-17' });
  return { host, one: loadClient(host, { client: 'one' }), two: loadClient(host, { client: 'two' }) };
}

test('an add-in’s write is Local and its own for it, Remote for the other', async () => {
  const { one, two } = pair();
  const [mine, theirs] = [await listen(one), await listen(two)];
  await write(one, 'B2', [[7]]);
  await settled();
  expect(mine).toEqual([{ address: 'B2', source: 'Local', trigger: 'ThisLocalAddin', type: 'RangeEdited', before: '', after: 7 }]);
  expect(theirs).toEqual([{ address: 'B2', source: 'Remote', trigger: 'Unknown', type: 'RangeEdited', before: '', after: 7 }]);
});

test('several cells carry no before and after', async () => {
  const { one } = pair();
  const seen = await listen(one);
  await write(one, 'A1:B1', [[1, 2]]);
  await settled();
  expect(seen).toEqual([expect.objectContaining({ address: 'A1:B1', before: undefined, after: undefined })]);
});

test('a person’s edit is Local where she sits, Remote elsewhere', async () => {
  const { host, one, two } = pair();
  const [mine, theirs] = [await listen(one), await listen(two)];
  host.userEdit('Sheet1', 'A1', '5', 'two');
  await settled();
  expect([mine[0]?.source, theirs[0]?.source, theirs[0]?.trigger]).toEqual(['Remote', 'Local', 'Unknown']);
});

test('rows inserted and deleted are told as such', async () => {
  const { host, one } = pair();
  const seen = await listen(one);
  host.user.insertRows('Sheet1', 1, 2);
  host.user.deleteRows('Sheet1', 1, 1);
  await settled();
  expect(seen.map((event) => [event.type, event.address])).toEqual([['RowInserted', '2:3'], ['RowDeleted', '2:2']]);
});

test('a handler that was removed hears nothing; another sheet’s neither', async () => {
  const { host, one } = pair();
  const seen: string[] = [];
  await one.Excel.run(async (context) => {
    const other = context.workbook.worksheets.add('二');
    other.load('id');
    await context.sync();
    other.onChanged.add(async (event) => void seen.push(event.address));
    const handler = context.workbook.worksheets.getItem('Sheet1').load('id');
    await context.sync();
    const result = handler.onChanged.add(async (event) => void seen.push(`gone ${event.address}`));
    await context.sync();
    result.remove();
    await context.sync();
  });
  host.userEdit('Sheet1', 'A1', '1');
  host.userEdit('二', 'B2', '1');
  await settled();
  expect(seen).toEqual(['B2']);
});

test('with events switched off the client hears nothing of its own writes', async () => {
  const { one, two } = pair();
  const [mine, theirs] = [await listen(one), await listen(two)];
  await one.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getActiveWorksheet().getRange('A2').values = [[2]];
    await context.sync();
  });
  await settled();
  expect(mine.map((event) => event.address)).toEqual(['A2']);
  expect(theirs.map((event) => event.address)).toEqual(['A1', 'A2']);
});

test('the event’s range can be read', async () => {
  const { host, one } = pair();
  const texts: unknown[] = [];
  await one.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      await one.Excel.run(async (inner) => {
        const range = event.getRange(inner).load('values');
        await inner.sync();
        texts.push(range.values);
      });
    });
    await context.sync();
  });
  host.userEdit('Sheet1', 'C3:C3', '新');
  await settled();
  expect(texts).toEqual([[['新']]]);
});

test('tables: changed, added, deleted, selected', async () => {
  const { host, one } = pair();
  const seen: string[] = [];
  await one.Excel.run(async (context) => {
    context.workbook.tables.onAdded.add(async (event) => void seen.push(`added ${event.tableId}`));
    context.workbook.tables.onDeleted.add(async (event) => void seen.push(`deleted ${event.tableName}`));
    context.workbook.tables.onChanged.add(async (event) => void seen.push(`changed ${event.address}`));
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A2').values = [['a'], [1]];
    const table = sheet.tables.add('A1:A2', true).load('id');
    await context.sync();
    table.onSelectionChanged.add(async (event) => void seen.push(`selected ${event.isInsideTable} ${event.address}`));
    await context.sync();
  });
  host.userEdit('Sheet1', 'A2', '5');
  host.userEdit('Sheet1', 'D9', '5');
  host.user.select('Sheet1', 'A2:C2');
  host.user.select('Sheet1', 'F1');
  host.user.deleteRows('Sheet1', 0, 5);
  await settled();
  expect(seen).toEqual([`added ${host.book.sequence}`, 'changed A2', 'selected true A2', 'selected false ', 'deleted Table1']);
});

test('sheets: activated, deactivated, added, deleted, selection', async () => {
  const { host, one } = pair();
  const seen: string[] = [];
  await one.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add(async () => void seen.push('activated'));
    worksheets.onDeactivated.add(async () => void seen.push('deactivated'));
    worksheets.onAdded.add(async (event) => void seen.push(`added ${event.source}`));
    worksheets.onDeleted.add(async () => void seen.push('deleted'));
    worksheets.onSelectionChanged.add(async (event) => void seen.push(`selection ${event.address}`));
    await context.sync();
  });
  host.user.addSheet('二');
  host.user.select('Sheet1', 'B2');
  host.user.deleteSheet('二');
  await settled();
  expect(seen).toEqual(['added Local', 'deactivated', 'activated', 'deactivated', 'activated', 'selection B2', 'deleted']);
});

test('onChange tells a grid once per batch', async () => {
  const host = createHost();
  const client = loadClient(host);
  let count = 0;
  const stop = host.onChange(() => count++);
  await client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A1').format.fill.color = '#FF0000';
    await context.sync();
    sheet.getRange('A1').load('values');
    await context.sync();
  });
  await settled();
  expect(count).toBe(1);
  stop();
  host.userEdit('Sheet1', 'A1', '2');
  await settled();
  expect(count).toBe(1);
});
