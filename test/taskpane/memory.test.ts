import { emptyMemory, fromStore, toStore, withAnswer, withChoice, withoutChoice } from '../../src/taskpane/state/memory';

const header = '店员|接了多少';

describe('what was decided about a header', () => {
  test('is added to what was decided before', () => {
    const memory = withChoice(withChoice(emptyMemory, { signature: header, kind: 'agents', columns: { 店员: 'agent' } }), { signature: header, columns: { 接了多少: 'received_users' } });
    expect(memory.tables).toEqual([{ signature: header, kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }]);
  });
  test('as another kind forgets its columns, because the kinds have other fields', () => {
    const memory = withChoice(withChoice(emptyMemory, { signature: header, kind: 'agents', columns: { 店员: 'agent' } }), { signature: header, kind: 'hourly' });
    expect(memory.tables).toEqual([{ signature: header, kind: 'hourly', columns: {} }]);
  });
  test('can be forgotten', () => {
    expect(withoutChoice(withChoice(emptyMemory, { signature: header, kind: 'agents' }), header)).toEqual(emptyMemory);
  });
});

test('the workbook gives back what it was given, but for answers about one file', () => {
  const memory = withAnswer(withAnswer(withChoice(emptyMemory, { signature: header, kind: 'agents', columns: { 店员: 'agent' } }), 'csat', 'score'), 'period:a.csv', 'event');
  expect(fromStore(JSON.parse(JSON.stringify(toStore(memory))))).toEqual({ ...memory, answers: { csat: 'score' } });
});

test('a first line with a phone or a name, chosen as a list of questions, is not kept in the workbook', () => {
  const memory = withChoice(withChoice(emptyMemory, { signature: '我电话13812345678什么时候发货', kind: 'inquiries' }), { signature: header, kind: 'agents' });
  expect(fromStore(JSON.parse(JSON.stringify(toStore(memory)))).tables).toEqual([{ signature: header, kind: 'agents', columns: {} }]);
});

test.each<{ why: string; value: unknown }>([
  { why: 'nothing was kept', value: undefined },
  { why: 'a newer version', value: { version: 2, tables: [] } },
  { why: 'not ours', value: 'x' },
  { why: 'damaged', value: { version: 1, tables: [1, { signature: '' }, { kind: 'agents' }], answers: { a: 1 } } },
])('is as if nothing was decided: $why', ({ value }) => expect(fromStore(value)).toEqual(emptyMemory));

test('a kind nobody knows any more is left out, the columns stay', () => {
  expect(fromStore({ version: 1, tables: [{ signature: 'a', kind: 'weather', columns: { a: 'agent', b: 2 } }], answers: {} }).tables).toEqual([{ signature: 'a', columns: { a: 'agent' } }]);
});
