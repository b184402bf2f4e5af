/** Name box and formula bar. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { commitWhenLeft } from '../grid/CellInput';
import type { GridController } from '../grid/controller';
import { beginEditing, cancelEditing, changeText, commitEditing } from '../grid/editing';
import { selectionOf } from '../grid/state';
import type { GridState } from '../grid/state';
import { rectOfSelection, selectCell } from '../grid/selection';
import { useTexts } from '../i18n/context';
import { cellAddress } from '../sheet/address';
import { Icon } from './Icon';

interface FormulaBarProps {
  readonly controller: GridController;
  readonly state: GridState;
}

export function FormulaBar({ controller, state }: FormulaBarProps): ReactNode {
  const texts = useTexts();
  const sheet = controller.sheet();
  const { active } = selectionOf(state, sheet);
  const { editing } = state;
  const input = useRef<HTMLInputElement>(null);
  const text = editing?.text ?? controller.session.editText(sheet, active.row, active.column);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commitEditing(controller, () => controller.select(selectCell(active.row + 1, active.column)));
    else if (event.key === 'Escape') cancelEditing(controller);
    else return;
    event.preventDefault();
    focusGrid();
  }
  return (
    <div className="formula-bar">
      <NameBox controller={controller} state={state} />
      <button type="button" className="formula-button" disabled={editing === undefined} aria-label={texts.cancelEntry} title={texts.cancelEntry} onPointerDown={(event) => event.preventDefault()} onClick={() => { cancelEditing(controller); focusGrid(); }}>
        <Icon name="close" />
      </button>
      <button type="button" className="formula-button" disabled={editing === undefined} aria-label={texts.acceptEntry} title={texts.acceptEntry} onPointerDown={(event) => event.preventDefault()} onClick={() => { commitEditing(controller); focusGrid(); }}>
        <Icon name="accept" />
      </button>
      <span className="formula-sign" aria-hidden="true">
        fx
      </span>
      <input
        ref={input}
        className="formula-input"
        aria-label={texts.formulaBar}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => {
          if (state.editing === undefined) beginEditing(controller, undefined, 'formula-bar');
          else controller.store.set({ editing: { ...state.editing, place: 'formula-bar', mode: 'edit' } });
        }}
        onBlur={() => commitWhenLeft(controller)}
        onChange={(event) => changeText(controller, event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

const focusGrid = (): void => document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true });

function NameBox({ controller, state }: FormulaBarProps): ReactNode {
  const texts = useTexts();
  const { active } = selectionOf(state, controller.sheet());
  const rect = rectOfSelection(selectionOf(state, controller.sheet()));
  const shown = nameOf(controller, rect) ?? cellAddress(active.row, active.column);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  useEffect(() => setTyped(undefined), [shown]);
  return (
    <input
      className="name-box"
      aria-label={texts.nameBox}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusGrid();
        if (event.key !== 'Enter') return;
        event.preventDefault();
        const reference = event.currentTarget.value;
        if (controller.goToReference(reference)) focusGrid();
        else controller.store.set({ notice: { kind: 'text', text: texts.refusedPlace(reference) } });
      }}
    />
  );
}

/** A name or table that is exactly the selected block. */
function nameOf(controller: GridController, rect: { row: number; column: number; rowCount: number; columnCount: number }): string | undefined {
  if (rect.rowCount * rect.columnCount === 1) return undefined;
  const { book } = controller.session;
  return book.tables.find(({ sheet, range }) => sheet === controller.sheet() && range.row + 1 === rect.row && range.column === rect.column && range.rowCount - 1 === rect.rowCount && range.columnCount === rect.columnCount)?.name;
}
