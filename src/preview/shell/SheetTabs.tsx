/** The tabs under the sheet. Double click or F2 renames, the menu key deletes, arrow keys walk. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SheetModel } from '../../host/model/types';
import type { GridController } from '../grid/controller';
import { commitEditing } from '../grid/editing';
import { useTexts } from '../i18n/context';
import { Icon } from './Icon';

interface SheetTabsProps {
  readonly controller: GridController;
  readonly onMenu: (sheet: SheetModel, x: number, y: number) => void;
  readonly renaming: SheetModel | undefined;
  readonly setRenaming: (sheet: SheetModel | undefined) => void;
}

export function SheetTabs({ controller, onMenu, renaming, setRenaming }: SheetTabsProps): ReactNode {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const visible = controller.session.book.sheets.filter(({ visibility }) => visibility === 'Visible');
  const current = controller.sheet();
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);

  function activate(sheet: SheetModel): void {
    commitEditing(controller, () => controller.activate(sheet));
  }
  function onKeyDown(event: KeyboardEvent, sheet: SheetModel): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = visible[visible.indexOf(sheet) + by];
    if (event.key === 'F2') setRenaming(sheet);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect();
      onMenu(sheet, box.left, box.top);
    } else if (by !== 0 && next !== undefined) {
      activate(next);
      list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[visible.indexOf(next)]?.focus();
    } else return;
    event.preventDefault();
  }
  return (
    <div className="tabs">
      <div ref={list} className="tabs-list" role="tablist" aria-label={texts.sheetTabs}>
        {visible.map((sheet) =>
          sheet === renaming ? (
            <RenameBox key={sheet.id} controller={controller} sheet={sheet} onEnd={() => setRenaming(undefined)} />
          ) : (
            <button
              key={sheet.id}
              type="button"
              role="tab"
              aria-selected={sheet === current}
              tabIndex={sheet === current ? 0 : -1}
              className="tab"
              style={sheet.tabColor === '' ? undefined : { boxShadow: `inset 0 -3px 0 ${sheet.tabColor}` }}
              onClick={() => activate(sheet)}
              onDoubleClick={() => setRenaming(sheet)}
              onContextMenu={(event) => {
                event.preventDefault();
                activate(sheet);
                onMenu(sheet, event.clientX, event.clientY);
              }}
              onKeyDown={(event) => onKeyDown(event, sheet)}
            >
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <button type="button" className="tab-add" aria-label={texts.addSheet} title={texts.addSheet} onClick={() => commitEditing(controller, () => controller.refused(controller.session.addSheet()))}>
        <Icon name="add" />
      </button>
    </div>
  );
}

function RenameBox({ controller, sheet, onEnd }: { controller: GridController; sheet: SheetModel; onEnd: () => void }): ReactNode {
  const texts = useTexts();
  const [name, setName] = useState(sheet.name);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  function finish(): void {
    if (done.current) return;
    done.current = true;
    onEnd();
    if (name !== sheet.name) controller.refused(controller.session.renameSheet(sheet, name));
  }
  return (
    <input
      ref={input}
      className="tab tab-rename"
      aria-label={texts.sheetName}
      value={name}
      maxLength={64}
      style={{ width: `${String(Math.max([...name].length * 1.5, 5) + 2)}ch` }}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        // Enter must not reach the button of a message that opens now.
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') {
          done.current = true;
          onEnd();
        }
      }}
    />
  );
}
