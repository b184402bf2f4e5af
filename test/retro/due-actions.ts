import { describeAction, type ActionFacts } from '../../src/retro/tracking-actions';
import type { ActionState } from '../../src/retro/tracking';

export const TODAY = '2025-11-17';

/** Actions as the tracking reads them, one for each set of cells. */
export const actionsOf = (...rows: readonly Partial<ActionFacts>[]): ActionState[] => rows.map((row, index) => describeAction({
  id: `A-${String(index + 1).padStart(2, '0')}`, rowIndex: index, sheetRow: index + 5, what: `行动 ${String(index + 1)}`, owner: '主管', deadline: '2025-12-31', status: '未开始', source: 'M-01', measure: '', priority: 'P1', postponed: 0, ...row,
}, { today: TODAY, soonDays: 7, closing: new Set(['已完成', '取消']) }));
