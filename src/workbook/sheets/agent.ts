import type { Language } from '../../i18n';
import { creditedByRule } from '../../retro/aggregate';
import { baseOfKey, metricName, unitOfKey } from '../../retro/catalogue';
import type { AgentRow, Retro } from '../../retro/retro';
import type { Figure, Unit } from '../../retro/types';
import { column, columns, wordsOf } from '../columns';
import { valueFormat } from '../number-formats';
import type { RowPlan, SheetPlan } from '../plan';
import { figureCell } from './target';
import { tableSheet } from './table-sheet';

/** Figures with a column of their own: the first key that a row has. Everything else is written out in one cell, so that no figure is lost and the table keeps its shape. */
const figureColumns = {
  received: ['received_users'], sessions: ['received_sessions'], first: ['first_resp'], average: ['avg_resp'], replied: ['reply_rate'], csat: ['csat', 'csat@5分'], conversion: ['conv_final'], sales: ['cs_sales', 'agent_sales'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type FigureColumn = keyof typeof figureColumns;

/**
 * 客服数据 (R28): one row for each agent under a letter, in the order of the letters. Off by default and on no other sheet; nothing on it ranks,
 * adds up or colours people.
 */
export function agentSheet(retro: Retro, language: Language): SheetPlan {
  const words = wordsOf(language);
  const figure = (unit: Unit, width = 11) => column.given(width, { numberFormat: valueFormat(unit, words), align: 'Right' });
  return tableSheet('agent', language, {
    name: 'tblAgent',
    idPrefix: 'G',
    columns: columns('tblAgent', language, {
      id: column.id,
      agent: column.given(10),
      shop: column.given(14, { wrap: true }),
      period: column.given(13, { wrap: true }),
      received: figure('人'), sessions: figure('次'), first: figure('秒'), average: figure('秒'), replied: figure('%'), csat: figure('%'), conversion: figure('%'), sales: figure('元', 13),
      other: column.given(40, { wrap: true }),
      source: column.given(20, { wrap: true }),
      note: column.given(18, { wrap: true }),
    }),
    rows: retro.agents.map(row),
    rules: [],
  });

  function row(agent: AgentRow): RowPlan {
    const shown = Object.entries(figureColumns).flatMap(([key, candidates]) => {
      const found = candidates.find((candidate) => agent.figures[candidate] !== undefined);
      return found === undefined ? [] : [{ key: key as FigureColumn, metric: found }];
    });
    const others = Object.entries(agent.figures).filter(([key]) => !shown.some(({ metric }) => metric === key));
    const credited = Object.keys(agent.figures).some((key) => creditedByRule.has(baseOfKey(key)));
    const notes = [credited && agent.attribution !== '' ? words.attribution(agent.attribution) : '', agent.rows > 1 ? words.derived.rows(agent.rows) : ''].filter((note) => note !== '');
    return {
      id: agent.rowId,
      naturalKey: agent.naturalKey,
      values: {
        agent: agent.agent, shop: agent.shop === '' ? null : agent.shop, period: agent.period === '' ? null : agent.period,
        ...Object.fromEntries(shown.map(({ key, metric }) => [key, figureCell(agent.figures[metric], language)])),
        other: others.length === 0 ? null : others.map(([key, value]) => `${metricName(key, language)} ${written(value, unitOfKey(key))}`).join('；'),
        source: words.source(agent.file, agent.line), note: notes.length === 0 ? null : notes.join('；'),
      },
      formats: Object.fromEntries(shown.filter(({ metric }) => metric === 'csat@5分').map(({ key }) => [key, '0.00'])),
    };
  }

  /** A figure as text: `97.5%`, `528秒`, `92310`. */
  function written(figure: Figure, unit: Unit): string {
    if (figure.kind !== 'number') return words.pendingCell;
    if (unit === '%') return `${Number((figure.value * 100).toFixed(2))}%`;
    return `${Number(figure.value.toFixed(2))}${unit === '秒' ? words.units.秒 : ''}`;
  }
}
