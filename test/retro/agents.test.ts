import { agentFigures } from '../../src/retro/agents';
import type { AgentTable } from '../../src/retro/retro';
import type { AgentRecord, Figure } from '../../src/retro/types';

const number = (value: number): Figure => ({ kind: 'number', value });
const row = (agent: string, figures: AgentRecord['figures'], more: Partial<AgentRecord> = {}): AgentRecord => ({ file: 'a.tsv', line: 2, agent, figures, ...more });
const table = (agents: readonly AgentRecord[], more: Partial<AgentTable> = {}): AgentTable => ({ agents, peers: [], perAgent: true, ...more });

test('a table that nobody turned on gives none', () => {
  expect(agentFigures([{ agents: [row('客服A', { received_users: number(1) })], peers: [] }])).toEqual([]);
});

test('in the order of the letters, whatever the figures say: Z before AA', () => {
  const agents = ['客服B', '客服AA', '客服Z', '客服A'].map((agent, index) => row(agent, { received_users: number(100 - index) }));
  expect(agentFigures([table(agents)]).map(({ agent }) => agent)).toEqual(['客服A', '客服B', '客服Z', '客服AA']);
});

test('a single row is as given; a figure to come stays to come, a gap stays a gap', () => {
  const figures = { avg_resp: number(37.79), conv_final: { kind: 'pending' }, csat: { kind: 'missing' } } as const;
  expect(agentFigures([table([row('客服A', figures)])])[0]).toMatchObject({ rows: 1, period: '', figures: { avg_resp: number(37.79), conv_final: { kind: 'pending' } } });
  expect(Object.keys(agentFigures([table([row('客服A', figures)])])[0]?.figures ?? {})).not.toContain('csat');
});

test('several days are one row: rates weighted, the days named', () => {
  const day = (date: string, served: number, seconds: number): AgentRecord => row('客服A', { received_users: number(served), avg_resp: number(seconds) }, { date });
  const [agent, ...more] = agentFigures([table([day('2025-11-02', 30, 20), day('2025-11-01', 10, 60)])]);
  expect(more).toEqual([]);
  expect(agent).toMatchObject({ rows: 2, period: '2025-11-01~2025-11-02', figures: { received_users: number(40), avg_resp: number(30) } });
});

test('two tables are two rows: platforms are never blended', () => {
  const tables = [table([row('客服A', { avg_resp: number(20) }, { shop: '天猫店' })], { period: '2025-11-01~2025-11-11' }), table([row('客服A', { avg_resp: number(40) }, { shop: '抖店' })])];
  expect(agentFigures(tables).map(({ shop, period, figures }) => [shop, period, figures['avg_resp']])).toEqual([['天猫店', '2025-11-01~2025-11-11', number(20)], ['抖店', '', number(40)]]);
});

test('who served nobody has no row, and words are no figures', () => {
  expect(agentFigures([table([row('客服A', { received_users: number(0) }, { idle: true }), row('客服B', { good_keywords: { kind: 'text', value: '耐心' }, received_users: number(3) })])])).toMatchObject([{ agent: '客服B', figures: { received_users: number(3) } }]);
});
