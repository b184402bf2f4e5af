/**
 * The one element of the grid that has the focus. Empty and invisible it takes keys, the clipboard and input methods
 * (so the first Chinese syllable typed over a cell is not lost); while a cell is edited it is the cell's editor.
 */
import { useEffect, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import type { CellView } from '../sheet/cell-view';
import type { SheetLayout } from '../sheet/layout';
import { copyBlock, pasteBlock } from './clipboard';
import type { GridController } from './controller';
import { beginEditing, changeText, commitEditing } from './editing';
import { pressKey, pressKeyWhileEditing } from './keyboard';
import type { KeyContext } from './keyboard';
import type { Editing } from './state';

interface CellInputProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly controller: GridController;
  readonly layout: SheetLayout;
  readonly editing: Editing | undefined;
  readonly cell: CellView | undefined;
  readonly place: { left: number; top: number; width: number; height: number };
  /** what a screen reader says: address and content of the active cell */
  readonly label: string;
  readonly page: { width: number; height: number };
}

export function CellInput({ inputRef, controller, layout, editing, cell, place, label, page }: CellInputProps): ReactNode {
  const composing = useRef(false);
  const inCell = editing?.place === 'cell';
  const context: KeyContext = { controller, layout, pageHeight: page.height, pageWidth: page.width };

  // The editor is as wide as its text, at least as the cell, up to the edge of the window.
  useEffect(() => {
    const input = inputRef.current;
    if (input === null || !inCell) return;
    input.style.width = `${String(place.width + 1)}px`;
    input.style.height = `${String(place.height + 1)}px`;
    const room = Math.max(page.width - place.left, place.width);
    input.style.width = `${String(Math.min(Math.max(input.scrollWidth + 2, place.width + 1), room))}px`;
    input.style.height = `${String(Math.max(input.scrollHeight + 1, place.height + 1))}px`;
  }, [inputRef, inCell, editing?.text, place.left, place.width, place.height, page.width]);

  useEffect(() => {
    const input = inputRef.current;
    if (input === null || !inCell || composing.current) return;
    input.focus({ preventScroll: true });
    input.setSelectionRange(input.value.length, input.value.length);
  }, [inputRef, inCell]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
    if (inCell && event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      insertLineBreak(event.currentTarget as HTMLTextAreaElement, controller);
      return;
    }
    const taken = editing === undefined ? pressKey(context, press) : pressKeyWhileEditing(context, press);
    if (taken) event.preventDefault();
  }

  function onCopy(event: ClipboardEvent, cut: boolean): void {
    if (editing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyBlock(controller, layout, cut));
  }

  return (
    <textarea
      ref={inputRef}
      className={inCell ? 'cell-input cell-input-open' : 'cell-input'}
      style={inCell ? { left: place.left - 1, top: place.top - 1, ...cell?.font } : { left: place.left, top: place.top, width: Math.max(place.width, 1), height: Math.max(place.height, 1) }}
      aria-label={label}
      tabIndex={-1}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      rows={1}
      value={inCell ? editing.text : ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (editing === undefined) beginEditing(controller, value);
        else changeText(controller, value);
      }}
      onKeyDown={onKeyDown}
      onCompositionStart={() => {
        composing.current = true;
        if (editing === undefined) beginEditing(controller, '');
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        changeText(controller, event.currentTarget.value);
      }}
      onCopy={(event) => onCopy(event, false)}
      onCut={(event) => onCopy(event, true)}
      onPaste={(event) => {
        if (editing !== undefined) return;
        event.preventDefault();
        pasteBlock(controller, event.clipboardData.getData('text/plain'));
      }}
      onBlur={() => inCell && commitWhenLeft(controller)}
    />
  );
}

/**
 * A click on the page outside the grid finishes the entry. The formula bar takes it over; a click into the task pane or another
 * window leaves the cell open, as Excel does – the add-in then meets a cell in edit mode.
 */
export function commitWhenLeft(controller: GridController): void {
  setTimeout(() => {
    const now = document.activeElement;
    if (now instanceof HTMLIFrameElement || now?.matches('.cell-input, .formula-input') || now?.closest('dialog, .formula-bar')) return;
    commitEditing(controller);
  });
}

function insertLineBreak(input: HTMLTextAreaElement, controller: GridController): void {
  const { selectionStart, selectionEnd, value } = input;
  changeText(controller, `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
  requestAnimationFrame(() => input.setSelectionRange(selectionStart + 1, selectionStart + 1));
}

