/** A small menu at the mouse. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly act: () => void;
}

export function Menu({ x, y, items, onClose }: { x: number; y: number; items: readonly MenuItem[]; onClose: () => void }): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !(menu.current?.contains(event.target) ?? false)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);
  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (by !== 0) buttons[(at + by + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  }
  const height = items.length * 32 + 10;
  return (
    <div ref={menu} className="menu" role="menu" style={{ left: Math.min(x, window.innerWidth - 190), top: Math.max(Math.min(y, window.innerHeight - height), 0) }} onKeyDown={onKeyDown}>
      {items.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          onClick={() => {
            onClose();
            act();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
