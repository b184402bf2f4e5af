import { runExcel } from '../../excel/run';
import type { Outcome } from './types';

const TABLE = 'tblAction';

/**
 * Tells when something on the action sheet may have changed, whoever did it. Events only say "look now" (DESIGN rule 8): some are never sent,
 * and none while the pane is closed. One handler on the collection of sheets survives renamed, moved and deleted sheets.
 * @returns how to stop; stopping twice is harmless
 */
export async function watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>> {
  const handlers: Pick<OfficeExtension.EventHandlerResult<unknown>, 'context' | 'remove'>[] = [];
  /** id of the sheet the action table is on; undefined = not known, every change counts */
  let sheetId: string | undefined;

  const actionSheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.tables.getItemOrNullObject(TABLE).worksheet.load('id');
  const idOf = (sheet: Excel.Worksheet): string | undefined => (sheet.isNullObject ? undefined : sheet.id);
  const sheetsChanged = async (): Promise<void> => {
    await runExcel(async (context) => {
      const sheet = actionSheet(context);
      await context.sync();
      sheetId = idOf(sheet);
    });
    onChange();
  };
  const stop = async (): Promise<void> => {
    // Nothing can be done about a handler that cannot be removed: its context is gone, and it with it.
    await Promise.all(handlers.splice(0).map((handler) => Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    }).catch(() => undefined)));
  };

  const outcome = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    await stop();
    const sheet = actionSheet(context);
    handlers.push(
      worksheets.onChanged.add(async (event) => {
        if (sheetId === undefined || event.worksheetId === sheetId) onChange();
      }),
      worksheets.onAdded.add(sheetsChanged),
      worksheets.onDeleted.add(sheetsChanged),
    );
    await context.sync();
    sheetId = idOf(sheet);
  });
  if (!outcome.ok) {
    await stop();
    return outcome;
  }
  return { ok: true, value: stop };
}
