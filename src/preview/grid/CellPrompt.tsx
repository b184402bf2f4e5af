/** The input message of a validation rule, beside the active cell. */
import type { ReactNode } from 'react';

interface CellPromptProps {
  readonly prompt: { readonly title: string; readonly message: string };
  readonly place: { left: number; top: number; width: number; height: number };
  readonly room: { width: number; height: number };
}

export function CellPrompt({ prompt, place, room }: CellPromptProps): ReactNode {
  if (prompt.title === '' && prompt.message === '') return null;
  const left = Math.max(Math.min(place.left + place.width / 2, room.width - 250), 0);
  const below = place.top + place.height + 90 < room.height;
  return (
    <div className="cell-prompt" role="note" style={{ left, ...(below ? { top: place.top + place.height + 6 } : { bottom: room.height - place.top + 6 }) }}>
      {prompt.title !== '' && <strong>{prompt.title}</strong>}
      {prompt.message}
    </div>
  );
}
