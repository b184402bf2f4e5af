/** The page: ribbon, formula bar, sheet, tabs – and the task pane beside them. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SheetModel } from '../host/model/types';
import type { GridController } from './grid/controller';
import { commitEditing } from './grid/editing';
import { Grid } from './grid/Grid';
import { rectOfSelection } from './grid/selection';
import { canvasTextMeasure } from './grid/text-measure';
import { texts as allTexts } from './i18n';
import { TextsContext } from './i18n/context';
import { PaneFrame } from './pane/PaneFrame';
import { saveAs } from './shell/download';
import { FirstLook } from './shell/FirstLook';
import { FormulaBar } from './shell/FormulaBar';
import { Menu } from './shell/Menu';
import type { MenuItem } from './shell/Menu';
import { NoticeDialog } from './shell/NoticeDialog';
import { Ribbon } from './shell/Ribbon';
import { SheetTabs } from './shell/SheetTabs';
import { StatusBar } from './shell/StatusBar';
import type { Store } from './session/store';
import { useStore } from './session/useStore';
import type { Settings } from './settings/settings';

/** Most rows or columns that one command inserts. */
const MOST_INSERTED = 500;

interface AppProps {
  readonly controller: GridController;
  readonly settings: Store<Settings>;
}

export function App({ controller, settings }: AppProps): ReactNode {
  const { session, store } = controller;
  const version = useSyncExternalStore(session.subscribe, session.version);
  const state = useStore(store);
  const chosen = useStore(settings);
  const texts = allTexts[chosen.pageLanguage];
  const measure = useMemo(canvasTextMeasure, []);
  const [menu, setMenu] = useState<{ x: number; y: number; items: readonly MenuItem[] } | undefined>(undefined);
  const [renaming, setRenaming] = useState<SheetModel | undefined>(undefined);
  const empty = session.book.sheets.every((sheet) => sheet.cells.size === 0);
  const closeMenu = useCallback(() => setMenu(undefined), []);

  useEffect(() => {
    document.documentElement.lang = chosen.pageLanguage;
    document.title = texts.pageTitle;
  }, [chosen.pageLanguage, texts]);

  /** Does something with the rows or columns of the selection once a running entry is finished. */
  function structure(part: 'row' | 'column', change: 'insert' | 'delete'): void {
    commitEditing(controller, () => {
      const sheet = controller.sheet();
      const { active, whole } = controller.selection();
      const rect = rectOfSelection(controller.selection());
      // With whole columns chosen a row command means the row of the active cell, not all rows there are.
      const [from, count] = part === 'row' ? (whole === 'columns' || whole === 'sheet' ? [active.row, 1] : [rect.row, rect.rowCount]) : whole === 'rows' || whole === 'sheet' ? [active.column, 1] : [rect.column, rect.columnCount];
      const edit = { row: { insert: session.insertRows, delete: session.deleteRows }, column: { insert: session.insertColumns, delete: session.deleteColumns } }[part][change];
      controller.refused(edit(sheet, from, change === 'insert' ? Math.min(count, MOST_INSERTED) : count));
    });
  }
  function deleteSheet(sheet: SheetModel): void {
    store.set({ notice: { kind: 'question', text: texts.deleteSheetQuestion(sheet.name), accept: () => controller.refused(session.deleteSheet(sheet)) } });
  }
  async function download(): Promise<void> {
    if (!commitEditing(controller)) return;
    try {
      saveAs(session.book.fileName, await session.save());
    } catch (error) {
      store.set({ notice: { kind: 'text', text: texts.saveFailed(error instanceof Error ? error.message : String(error)) } });
    }
  }
  function openGridMenu(x: number, y: number): void {
    const { whole } = controller.selection();
    const rows = [
      { label: texts.insertRow, act: () => structure('row', 'insert') },
      { label: texts.deleteRow, act: () => structure('row', 'delete') },
    ];
    const columns = [
      { label: texts.insertColumn, act: () => structure('column', 'insert') },
      { label: texts.deleteColumn, act: () => structure('column', 'delete') },
    ];
    setMenu({ x, y, items: [...(whole === 'columns' ? [] : rows), ...(whole === 'rows' ? [] : columns)] });
  }
  const openTabMenu = (sheet: SheetModel, x: number, y: number) =>
    setMenu({
      x,
      y,
      items: [
        { label: texts.renameSheet, act: () => setRenaming(sheet) },
        { label: texts.deleteSheet, act: () => deleteSheet(sheet) },
      ],
    });
  return (
    <TextsContext value={texts}>
      <div className="app" onKeyDown={(event) => event.key === 'F6' && nextRegion(event)}>
        <Ribbon
          settings={settings}
          paneOpen={chosen.paneOpen}
          actions={{
            togglePane: () => settings.set({ paneOpen: !chosen.paneOpen }),
            download: () => void download(),
            undo: () => session.undo(),
            redo: () => session.redo(),
            insertRow: () => structure('row', 'insert'),
            deleteRow: () => structure('row', 'delete'),
          }}
        />
        <div className="desk">
          <main className="workbook">
            <FormulaBar controller={controller} state={state} />
            <div className="sheet-area">
              <Grid controller={controller} state={state} version={version} measure={measure} onMenu={openGridMenu} />
              {empty && !chosen.firstLookClosed && <FirstLook paneOpen={chosen.paneOpen} onOpenPane={() => settings.set({ paneOpen: true })} onClose={() => settings.set({ firstLookClosed: true })} />}
            </div>
            <SheetTabs controller={controller} onMenu={openTabMenu} renaming={renaming} setRenaming={setRenaming} />
            <StatusBar controller={controller} state={state} version={version} />
          </main>
          {chosen.paneOpen && <PaneFrame settings={settings} width={chosen.paneWidth} generation={`${chosen.excelLanguage} ${chosen.officeTheme}`} />}
        </div>
        {menu !== undefined && <Menu x={menu.x} y={menu.y} items={menu.items} onClose={closeMenu} />}
        {state.notice !== undefined && <NoticeDialog controller={controller} notice={state.notice} />}
      </div>
    </TextsContext>
  );
}

/** The parts of the page F6 goes round, as in Excel: Tab stays in the grid. */
const REGIONS = ['.cell-input', '.tab[aria-selected="true"]', '.pane-frame', '.ribbon-product', '.name-box'] as const;

function nextRegion(event: KeyboardEvent): void {
  event.preventDefault();
  const places = REGIONS.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const now = places.findIndex((place) => place === document.activeElement);
  const by = event.shiftKey ? -1 : 1;
  places[(Math.max(now, 0) + by + places.length) % places.length]?.focus({ preventScroll: true });
}
