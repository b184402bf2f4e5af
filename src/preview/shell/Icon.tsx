import type { ReactNode } from 'react';

/** Outlines on a 20 × 20 field. */
const PATHS = {
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
  insertRow: 'M3 3.5h14v4H3zM3 16.5h14M10 9.5v5M7.5 12h5',
  deleteRow: 'M3 3.5h14v4H3zM3 16.5h14M7.5 10l5 4.5M12.5 10l-5 4.5',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  settings: 'M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4',
  close: 'M5 5l10 10M15 5L5 15',
  add: 'M10 4v12M4 10h12',
  accept: 'M4 10.5l4 4 8-9',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }): ReactNode {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
