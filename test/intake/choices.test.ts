import { readSource } from '../../src/intake';
import type { Source, TableChoice } from '../../src/intake/types';

function paste(text: string, choices: readonly TableChoice[] = []): Source {
  const [source] = readSource({ name: '粘贴', text }, { today: '2025-11-17', year: 2025, choices });
  if (!source) throw new Error('nothing came back');
  return source;
}

const table = '店员\t接了多少\t平响\t备用\n小满\t10\t20\t1\n阿橙\t30\t40\t2\n';

describe('what a person decided is used the next time the same header comes (R41, Q40)', () => {
  test('an unknown table becomes an agent table with its columns named once', () => {
    expect(paste(table).kind).toBe('unknown');
    const source = paste(table, [{ signature: '店员|接了多少|平响|备用', kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users', 备用: '' } }]);
    expect(source).toMatchObject({ kind: 'agents', used: 2, headerLine: 1 });
    expect(source.records.agents?.[1]).toMatchObject({ agent: '阿橙', figures: { received_users: { value: 30 }, avg_resp: { value: 40 } } });
    expect(source.columns.map((column) => column.meaning)).toEqual(['agent', 'received_users', 'avg_resp', undefined]);
  });

  test('a column taken for the wrong metric is put right, a basis named', () => {
    const text = '客服昵称\t接待人数\t3分钟回复率\n小满\t10\t90%\n';
    const first = paste(text);
    expect(first.columns[2]?.meaning).toBe('rate_3min');
    const second = paste(text, [{ signature: first.signature ?? '', columns: { '3分钟回复率': 'rate_3min@会话' } }]);
    expect(second.kind).toBe('agents');
    expect(second.records.agents?.[0]?.figures).toMatchObject({ 'rate_3min@会话': { value: 0.9 } });
  });

  test('the chosen header row may stand anywhere near the top', () => {
    const source = paste(`说明\n\n${table}`, [{ signature: '店员|接了多少|平响|备用', kind: 'agents', columns: { 店员: 'agent', 接了多少: 'received_users' } }]);
    expect(source).toMatchObject({ headerLine: 3, used: 2 });
  });

  test('a choice about another header changes nothing', () => {
    expect(paste(table, [{ signature: '别的', kind: 'agents' }]).kind).toBe('unknown');
  });
});
