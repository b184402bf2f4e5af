import { editAction, startWeek, trackWorkbook } from '../../excel/track';
import { exportEvents } from './calendar-memory';
import { goToAction } from './go-to-action';
import { localNow } from './local-now';
import { inTurn } from './queue';
import type { ActionCommands, CommandContext } from './types';
import { watchWorkbook } from './watch-workbook';
import { workbookId } from './workbook-id';

/** What can be done with the actions, on the real Excel. Looks and edits wait for each other and for a generation. */
export function createActionCommands(context: CommandContext): ActionCommands {
  const now = context.now ?? localNow;
  const clock = () => ({ now: now(), today: context.today() });
  return {
    today: context.today,
    now,
    track: (request) => inTurn(() => trackWorkbook({ ...request, ...clock() })),
    edit: (request) => inTurn(() => editAction({ ...request, ...clock() })),
    startWeek: (request) => inTurn(() => startWeek({ ...request, ...clock() })),
    goTo: goToAction,
    watch: watchWorkbook,
    workbookId: () => inTurn(workbookId),
    exportEvents: (view, days) => inTurn(() => exportEvents(view, days, context.today())),
  };
}
