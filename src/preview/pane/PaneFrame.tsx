/** The task pane beside the sheet: the add-in's real page in a frame, with a handle for its width. */
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTexts } from '../i18n/context';
import type { Store } from '../session/store';
import { PANE_WIDTH } from '../settings/settings';
import type { Settings } from '../settings/settings';
import { Icon } from '../shell/Icon';

interface PaneFrameProps {
  readonly settings: Store<Settings>;
  readonly width: number;
  /** changes when the page must be loaded anew */
  readonly generation: string;
}

const clamp = (width: number): number => Math.round(Math.min(Math.max(width, PANE_WIDTH.minimum), PANE_WIDTH.maximum));

export function PaneFrame({ settings, width, generation }: PaneFrameProps): ReactNode {
  const texts = useTexts();
  const resize = (next: number) => settings.set({ paneWidth: clamp(next) });

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const start = event.clientX;
    const move = (moved: globalThis.PointerEvent) => resize(width + start - moved.clientX);
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowLeft' ? 10 : event.key === 'ArrowRight' ? -10 : 0;
    if (by === 0) return;
    event.preventDefault();
    resize(width + by);
  }
  return (
    <>
      <div className="splitter" role="separator" aria-orientation="vertical" aria-label={texts.resizePane} aria-valuenow={width} aria-valuemin={PANE_WIDTH.minimum} aria-valuemax={PANE_WIDTH.maximum} tabIndex={0} onPointerDown={onPointerDown} onKeyDown={onKeyDown} />
      <aside className="pane" style={{ width }} aria-label={texts.paneTitle}>
        <div className="pane-head">
          <span>{texts.paneTitle}</span>
          <button type="button" className="pane-close" aria-label={texts.closePane} title={texts.closePane} onClick={() => settings.set({ paneOpen: false })}>
            <Icon name="close" />
          </button>
        </div>
        <iframe key={generation} className="pane-frame" title={texts.paneFrame} src="taskpane.html" />
      </aside>
    </>
  );
}
