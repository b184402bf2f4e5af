import type { Language } from '../../i18n';
import type { CauseNode } from '../../retro/causes';
import { suggestionKey, type NodeRow } from '../../retro/nodes';
import type { Retro } from '../../retro/retro';
import { column, columns, wordsOf } from '../columns';
import { locateColumns } from '../merge';
import type { RowPlan, SheetPlan } from '../plan';
import type { TableSnapshot } from '../snapshot';
import { text } from '../references';
import { blank } from './case';
import { tableSheet } from './table-sheet';

/**
 * 3 回溯过程 (R15): key nodes by phase and area. Pasted nodes and the suggestions for the four areas are ordinary rows, to
 * edit or delete; a pasted node of the same name as a suggestion is that row.
 */
export function nodeSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const [satisfied = '', unsatisfied = ''] = words.lists.lstSatisfied;
  return tableSheet('node', language, {
    name: 'tblNode',
    idPrefix: 'N',
    columns: columns('tblNode', language, {
      id: column.id,
      phase: column.given(12, { validation: column.list('lstPhase', false), align: 'Center' }),
      area: column.given(12, { validation: column.list('lstArea', false), wrap: true }),
      node: column.given(28, { wrap: true }),
      time: column.given(13, { wrap: true }),
      work: column.given(26, { wrap: true }),
      result: column.given(22, { wrap: true }),
      problem: column.given(24, { wrap: true }),
      highlight: column.given(20, { wrap: true }),
      department: column.given(12, { wrap: true }),
      satisfied: column.given(10, { validation: column.list('lstSatisfied'), align: 'Center' }),
      probe: column.calculated(26, `=IF({node}="","",IF(OR({problem}<>"",{satisfied}=${text(unsatisfied)}),${text(words.probes.problem)},IF({satisfied}<>"",${text(words.probes.reached)},"")))`, { wrap: true }),
    }),
    rows: rows(),
    rules: [{ columns: ['satisfied'], formula: `={satisfied}=${text(unsatisfied)}`, tone: 'bad' }],
  });

  /** By phase and area as suggested; what was pasted for phases of their own comes last. */
  function rows(): RowPlan[] {
    const left = [...retro.nodes];
    const suggested = words.nodes.map((node, index): RowPlan => {
      const at = left.findIndex((pasted) => pasted.node === node.node);
      const [pasted] = at < 0 ? [] : left.splice(at, 1);
      return { id: retro.suggestionIds[index] ?? '', naturalKey: suggestionKey(index + 1), values: { ...(pasted ? values(pasted) : {}), ...node } };
    });
    const order = (row: RowPlan): number => {
      const phase = words.lists.lstPhase.indexOf(String(row.values['phase'] ?? ''));
      const area = words.lists.lstArea.indexOf(String(row.values['area'] ?? ''));
      return (phase < 0 ? 9 : phase) * 10 + (area < 0 ? 9 : area);
    };
    return [...suggested, ...left.map((node): RowPlan => ({ id: node.rowId, naturalKey: node.naturalKey, values: values(node) }))].map((row, index) => ({ row, index })).sort((a, b) => order(a.row) - order(b.row) || a.index - b.index).map(({ row }) => row);
  }

  function values(node: NodeRow): RowPlan['values'] {
    return {
      phase: blank(node.phase), area: blank(node.area), node: blank(node.node === '' ? node.work : node.node), time: blank(node.time), work: node.node === '' ? null : blank(node.work), result: blank(node.result),
      problem: blank(node.problem), highlight: blank(node.highlight), department: blank(node.department), satisfied: blank(judgement(node.satisfied)),
    };
  }

  /** As the dropdown has it, where the paste says so in other words. */
  function judgement(raw: string): string {
    if (/^(?:不|否|差|没|no|unsat)/i.test(raw)) return unsatisfied;
    return /^(?:满意|是|好|很满意|非常满意|yes|sat)/i.test(raw) ? satisfied : raw;
  }
}

/** The nodes as they stand: what people wrote in the workbook, and the pasted ones that it does not have yet. */
export function causeNodes(sheet: SheetPlan, existing: TableSnapshot | undefined, language: Language): readonly CauseNode[] {
  const [satisfied = '', unsatisfied = ''] = wordsOf(language).lists.lstSatisfied;
  const node = (value: (key: string) => unknown): CauseNode => {
    const of = (key: string): string => String(value(key) ?? '').trim();
    return { id: of('id'), problem: of('problem'), highlight: of('highlight'), satisfied: of('satisfied') === unsatisfied ? false : of('satisfied') === satisfied ? true : undefined };
  };
  const table = sheet.table;
  if (table === undefined) return [];
  const index = existing === undefined ? new Map<string, number>() : locateColumns(table.columns, existing.headers);
  const standing = (existing?.rows ?? []).map((row) => node((key) => row[index.get(key) ?? -1]));
  const known = new Set(standing.map(({ id }) => id));
  return [...standing, ...table.rows.filter((row) => !known.has(row.id)).map((row) => node((key) => (key === 'id' ? row.id : row.values[key])))];
}
