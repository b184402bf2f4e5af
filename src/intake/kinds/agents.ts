import { baseOfKey, findMetric } from '../../retro/catalogue';
import type { AgentRecord } from '../../retro/types';
import { roleOfRow } from '../roles';
import type { IntakeOptions, SourceNote } from '../types';
import { parseDateTime } from '../values/date-time';
import { emptiness } from '../values/empty';
import { isFivePointScore } from '../values/percent';
import { unguard } from '../values/text';
import { carriedDown } from './blocks';
import { dateNames, noteNames, shopNames } from './fields';
import { figuresOf, headersOf, metricColumnsOf, type MetricColumn } from './columns';
import { cellOf, columnOf, optional, type BoundTable, type KindModule, type KindReading, type KindSpec, type Ledger } from './kind';
import { checkTotals } from './totals';

export const agentsSpec: KindSpec = {
  kind: 'agents',
  fields: [
    { field: 'agent', names: ['客服昵称', '旺旺昵称', '客服账号', '子账号', '账户名', '客服', '客服姓名', '客服名称', '客服名', '客服旺旺', '旺旺', '接待客服', '昵称', 'uid', '客服id', '姓名', '员工', '坐席'] },
    { field: 'account', names: ['账号名称', '账号', '客服账号名称', '登录账号'] },
    { field: 'group', names: ['旺旺分组', '分组', '组别', '小组', '班组', '技能组', '客服分组', '客服组', '所属分组', '班次'] },
    { field: 'date', names: dateNames },
    { field: 'shop', names: shopNames },
    { field: 'note', names: noteNames },
  ],
  signature: [['agent', 'account']],
  minMetrics: 2,
  against: ['订单编号', '订单号', '买家首句', '客服回复内容'],
  metrics: 'agents',
  weight: 5,
};

export const agents: KindModule = { spec: agentsSpec, read: readAgents };

/** Names of programs that answer: not people (Q23). */
export const botNames = /机器人|智能客服|店小蜜|^系统$|系统客服|自动回复|智能助手/;

/**
 * One agent per row. Totals, averages and peer rows are skipped and kept apart; bots are not people; an agent without any reception is
 * idle (Q11, Q22, Q23, Q34). Cells keep the three states: number, 待出数, 缺.
 */
function readAgents(table: BoundTable, ledger: Ledger, options: IntakeOptions): KindReading {
  const metricColumns = metricColumnsOf(table, scoreAware);
  const people: AgentRecord[] = [];
  const peers: AgentRecord[] = [];
  const totals: AgentRecord[] = [];
  const botRows: AgentRecord[] = [];
  const column = (field: string) => columnOf(table, field);
  const [dateCell, shopCell, groupCell] = [carriedDown(table.rows, column('date')), carriedDown(table.rows, column('shop')), carriedDown(table.rows, column('group'))];
  for (const row of table.rows) {
    const role = roleOfRow(row, 4);
    const named = nameOf(unguard(cellOf(row, column('agent'))));
    const account = unguard(cellOf(row, column('account')));
    const name = named.name || account;
    const record = (withProblems: boolean): AgentRecord => ({
      file: table.file, line: row.line, agent: name,
      ...labelOf('group', unguard(cellOf(row, column('group'))), named.group, unguard(groupCell(row))),
      ...(account && account !== name && !emptiness(account) && { account }),
      ...dateOf(dateCell(row), options.year),
      ...labelOf('shop', unguard(cellOf(row, column('shop'))), named.shop, unguard(shopCell(row))),
      figures: figuresOf(row, metricColumns, withProblems ? ledger : undefined),
    });
    if (role) {
      ledger.skip(row, role);
      if (role === 'peer') peers.push(record(false));
      if (role === 'total') totals.push(record(false));
    } else if (emptiness(name)) {
      ledger.unusable(row, { code: 'missing-name', column: column('agent')?.header.raw ?? '', value: row.cells.join(' ').trim() });
    } else if (botNames.test(name)) {
      ledger.skip(row, 'bot');
      botRows.push(record(false));
    } else {
      const person = record(true);
      if (isIdle(person)) {
        ledger.skip(row, 'idle');
        people.push({ ...person, idle: true });
      } else {
        ledger.used(row);
        people.push(person);
      }
    }
  }
  checkTotals(totals, people, headersOf(metricColumns), ledger);
  return {
    records: { agents: people, ...(peers.length > 0 && { peers }), ...(totals.length > 0 && { totals }), ...(botRows.length > 0 && { bots: botRows }) },
    notes: notesOf(metricColumns, people, peers),
  };
}

/** 满意度 of a column that holds a 5-point mean is a score, not a rate (1.4). */
const scoreAware = (key: string, cells: readonly string[]): string => (baseOfKey(key) === 'csat' && isFivePointScore(cells) ? 'csat@5分' : key);

const receptionKeys = ['received_users', 'received_sessions', 'valid_received'];

/** Nobody served: the first reception column says 0 (Q34). Without such a column nobody is idle. */
function isIdle(record: AgentRecord): boolean {
  for (const key of receptionKeys) {
    const figure = record.figures[key];
    if (figure?.kind === 'number') return figure.value === 0;
  }
  return false;
}

/** `某旗舰店:小满` → shop and name; `客服D（临促）`, `客服D-临促`, `临促01` → group 临促 (Q22). Names are never merged. */
export function nameOf(raw: string): { readonly name: string; readonly shop?: string; readonly group?: string } {
  const prefixed = /^([^:：]{2,30})[:：](.+)$/.exec(raw);
  const name = (prefixed?.[2] ?? raw).trim();
  const group = /临促|兼职|临时/.exec(name)?.[0];
  return { name, ...(prefixed?.[1] && { shop: prefixed[1].trim() }), ...(group && { group: group === '临时' ? '临促' : group }) };
}

/** The first that says something: the cell itself, what the name shows, the block the row stands in. */
function labelOf<Key extends 'group' | 'shop'>(key: Key, ...candidates: readonly (string | undefined)[]): Partial<Record<Key, string>> {
  return optional(key, candidates.find((text) => text !== undefined && !emptiness(text)) ?? '');
}

function dateOf(raw: string, year: number): { readonly date?: string } {
  const reading = parseDateTime(raw, year);
  return reading.kind === 'date-time' ? { date: reading.value.slice(0, 10) } : {};
}

function notesOf(columns: readonly MetricColumn[], people: readonly AgentRecord[], peers: readonly AgentRecord[]): readonly SourceNote[] {
  const active = people.filter((person) => !person.idle);
  const pendingColumns = columns.filter(({ key }) => active.length > 0 && active.every((person) => person.figures[key]?.kind === 'pending'));
  const weighted = columns.filter(({ key }) => ['weighted', 'ratio'].includes(findMetric(key)?.aggregation.kind ?? ''));
  return [
    ...pendingColumns.map(({ column }): SourceNote => ({ code: 'pending-column', text: column.header.raw })),
    ...(weighted.length > 0 ? [{ code: 'weighted', text: weighted.map(({ column }) => column.header.raw).join('、') } as const] : []),
    ...peers.map((peer): SourceNote => ({ code: 'peer-rows', text: peer.agent })),
  ];
}
