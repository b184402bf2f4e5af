/** The arrow beside a cell with a list rule, and its list. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTexts } from '../i18n/context';
import { listItems } from '../sheet/validation';
import type { GridController } from './controller';
import { enterText } from './editing';

interface DropdownProps {
  readonly controller: GridController;
  readonly source: string;
  readonly open: boolean;
  readonly place: { left: number; top: number; width: number; height: number };
  /** height of the window, to open upwards near its end */
  readonly room: number;
  readonly focusGrid: () => void;
}

export function Dropdown({ controller, source, open, place, room, focusGrid }: DropdownProps): ReactNode {
  const texts = useTexts();
  const toggle = () => controller.store.set({ listOpen: !controller.store.get().listOpen });
  return (
    <>
      <button type="button" tabIndex={-1} className="dropdown-button" aria-label={texts.openList} aria-expanded={open} style={{ left: place.left + place.width, top: place.top + place.height - 20 }} onPointerDown={(event) => event.preventDefault()} onClick={toggle}>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M0 0h10L5 6z" fill="currentColor" />
        </svg>
      </button>
      {open && <List controller={controller} source={source} place={place} room={room} focusGrid={focusGrid} />}
    </>
  );
}

function List({ controller, source, place, room, focusGrid }: Omit<DropdownProps, 'open'>): ReactNode {
  const texts = useTexts();
  const sheet = controller.sheet();
  const { row, column } = controller.selection().active;
  const items = listItems(controller.session, sheet, source);
  const current = items.indexOf(controller.session.editText(sheet, row, column));
  const [index, setIndex] = useState(Math.max(current, 0));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  function close(): void {
    controller.store.set({ listOpen: false });
    focusGrid();
  }
  function choose(item: string | undefined): void {
    close();
    if (item !== undefined) enterText(controller, sheet, row, column, item);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setIndex((before) => Math.min(Math.max(before + by, 0), items.length - 1));
    else if (event.key === 'Enter' || event.key === ' ') choose(items[index]);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const height = Math.min(items.length * 24 + 8, 220);
  const below = place.top + place.height + height < room;
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label={texts.listLabel}
      tabIndex={0}
      className="dropdown-list"
      aria-activedescendant={`choice-${String(index)}`}
      style={{ left: place.left, minWidth: Math.max(place.width, 90), ...(below ? { top: place.top + place.height } : { top: Math.max(place.top - height, 0) }) }}
      onKeyDown={onKeyDown}
      onBlur={() => controller.store.set({ listOpen: false })}
    >
      {items.map((item, at) => (
        <li key={`${String(at)} ${item}`} id={`choice-${String(at)}`} role="option" aria-selected={at === index} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(item)} onPointerMove={() => setIndex(at)}>
          {item}
        </li>
      ))}
      {items.length === 0 && (
        <li role="option" aria-selected="false" aria-disabled="true">
          {texts.emptyList}
        </li>
      )}
    </ul>
  );
}
