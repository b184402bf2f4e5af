import { exportEvents } from './calendar-memory';
import { goToAction } from './go-to-action';
import { late } from './late';
import { localNow } from './local-now';
import { inTurn } from './queue';
import type { ActionCommands, CommandContext } from './types';
import { watchWorkbook } from './watch-workbook';
import { workbookId } from './workbook-id';

/** What can be done with the actions, on the real Excel. Looks and edits wait for each other and for a generation. */
export function createActionCommands(context: CommandContext): ActionCommands {
  const now = context.now ?? localNow;
  const clock = () => ({ now: now(), today: context.today() });
  const tracking = () => import('../../excel/track');
  return {
    today: context.today,
    now,
    track: (request) => inTurn(() => late(tracking, ({ trackWorkbook }) => trackWorkbook({ ...request, ...clock() }))),
    edit: (request) => inTurn(() => late(tracking, ({ editAction }) => editAction({ ...request, ...clock() }))),
    startWeek: (request) => inTurn(() => late(tracking, ({ startWeek }) => startWeek({ ...request, ...clock() }))),
    goTo: goToAction,
    watch: watchWorkbook,
    workbookId: () => inTurn(workbookId),
    exportEvents: (view, days) => inTurn(() => exportEvents(view, days, context.today())),
  };
}
