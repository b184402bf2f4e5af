/** The sheet: a scrolling window onto millions of cells that draws only those on the screen. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { cellKey } from '../../host/model/types';
import { ChartLayer, ChartList } from '../charts/ChartLayer';
import { useTexts } from '../i18n/context';
import type { UsedSize } from '../sheet/layout';
import { createSheetView } from '../sheet/sheet-view';
import { validationAt } from '../sheet/validation';
import { CellInput } from './CellInput';
import { CellPrompt } from './CellPrompt';
import type { GridController } from './controller';
import { Dropdown } from './Dropdown';
import { fittingWidth } from './fit';
import { Frames } from './Frames';
import { cursorAt, doubleClick, pressPointer, selectForMenu } from './pointer';
import type { PointerContext } from './pointer';
import { Quadrant } from './Quadrant';
import { rectOfSelection } from './selection';
import { cellLabel } from './label';
import type { GridState } from './state';
import { selectionOf } from './state';
import type { TextMeasure } from './text-measure';
import { HEADER_HEIGHT, HEADER_WIDTH, drawnSize, screenRect, scrollTo, visibleCells } from './viewport';
import type { Scroll } from './viewport';
import { offsetOf } from './axis';

interface GridProps {
  readonly controller: GridController;
  readonly state: GridState;
  readonly version: number;
  readonly measure: TextMeasure;
  readonly onMenu: (x: number, y: number) => void;
}

const START: UsedSize = { rows: 0, columns: 0 };

export function Grid({ controller, state, version, measure, onMenu }: GridProps): ReactNode {
  const texts = useTexts();
  const sheet = controller.sheet();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [scroll, setScroll] = useState<Scroll>({ left: 0, top: 0, width: 800, height: 600 });
  const [extents, setExtents] = useState<ReadonlyMap<string, UsedSize>>(new Map());
  const selection = selectionOf(state, sheet);
  const selected = rectOfSelection(selection);
  const { active } = selection;
  const reach = selection.whole === undefined ? selection.focus : active;
  const extent = extents.get(sheet.id) ?? START;
  const wanted = { rows: Math.max(extent.rows, reach.row + 20, active.row + 20), columns: Math.max(extent.columns, reach.column + 4, active.column + 4) };
  const view = useMemo(
    () => createSheetView(controller.session, sheet, measure, { rows: wanted.rows, columns: wanted.columns }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the workbook is changed in place; its version stands for its content
    [controller, sheet, measure, version, wanted.rows, wanted.columns],
  );
  const { layout } = view;
  const latest = useRef({ layout, scroll });
  useLayoutEffect(() => {
    latest.current = { layout, scroll };
  });

  const readScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    setScroll({ left: element.scrollLeft, top: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
    const { layout: shown } = latest.current;
    const nearBottom = element.scrollTop + element.clientHeight > drawnSize(shown).height - 200;
    const nearRight = element.scrollLeft + element.clientWidth > drawnSize(shown).width - 100;
    if ((nearBottom && element.scrollTop > 0) || (nearRight && element.scrollLeft > 0)) {
      const grown = { rows: shown.rows.count + (nearBottom && element.scrollTop > 0 ? 40 : 0), columns: shown.columns.count + (nearRight && element.scrollLeft > 0 ? 6 : 0) };
      setExtents((before) => new Map(before).set(sheet.id, grown));
    }
  }, [sheet.id]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(readScroll);
    observer.observe(element);
    readScroll();
    return () => observer.disconnect();
  }, [readScroll]);

  // Every sheet keeps the place it was scrolled to.
  const places = useRef(new Map<string, { left: number; top: number }>());
  useLayoutEffect(() => {
    const element = scroller.current;
    const kept = places.current;
    if (element === null) return undefined;
    element.scrollTo(kept.get(sheet.id) ?? { left: 0, top: 0 });
    return () => void kept.set(sheet.id, { left: element.scrollLeft, top: element.scrollTop });
  }, [sheet.id]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || state.reveal === 0) return;
    const now = { left: element.scrollLeft, top: element.scrollTop, width: element.clientWidth, height: element.clientHeight };
    const target = selectionOf(controller.store.get(), controller.sheet());
    const corner = target.active.row === target.anchor.row && target.active.column === target.anchor.column && target.whole === undefined ? target.focus : target.active;
    element.scrollTo(scrollTo(latest.current.layout, now, corner));
  }, [state.reveal, controller]);

  const pointer: PointerContext = useMemo(
    () => ({
      controller,
      layout: () => latest.current.layout,
      scroll: () => latest.current.scroll,
      scrollBy: (left, top) => scroller.current?.scrollBy(left, top),
      point(event) {
        const box = scroller.current?.getBoundingClientRect();
        return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
      },
      fitColumn: (column) => fittingWidth(controller.session, controller.sheet(), column, measure),
    }),
    [controller, measure],
  );
  // The listeners stay while a drag lasts, whatever is drawn meanwhile.
  const menu = useRef(onMenu);
  useLayoutEffect(() => {
    menu.current = onMenu;
  });
  useEffect(() => listenToPointer(scroller, input, pointer, (x, y) => menu.current(x, y)), [pointer]);

  const visible = visibleCells(layout, scroll);
  view.prepare({ row: 0, column: 0, rowCount: layout.frozen.rows, columnCount: visible.columns.to });
  view.prepare({ row: visible.rows.from, column: 0, rowCount: visible.rows.to - visible.rows.from, columnCount: visible.columns.to });
  const frozenRows = { from: 0, to: layout.frozen.rows };
  const frozenColumns = { from: 0, to: layout.frozen.columns };
  const size = drawnSize(layout);
  const editing = state.editing?.sheet === sheet ? state.editing : undefined;
  const at = editing ?? active;
  const place = screenRect(layout, scroll, at);
  const validation = validationAt(sheet, active.row, active.column);
  const copied = state.copied?.sheet === sheet ? state.copied.rect : undefined;
  const quadrant = (name: 'corner' | 'top' | 'left' | 'main') => {
    const rows = name === 'corner' || name === 'top' ? frozenRows : visible.rows;
    const columns = name === 'corner' || name === 'left' ? frozenColumns : visible.columns;
    return (
      <Quadrant name={name} view={view} rows={rows} columns={columns} selected={selected} active={active} wholeRows={selection.whole === 'rows' || selection.whole === 'sheet'} wholeColumns={selection.whole === 'columns' || selection.whole === 'sheet'}>
        <ChartLayer session={controller.session} sheet={sheet} version={version} />
        <Frames layout={layout} selected={selected} active={active} copied={copied} />
      </Quadrant>
    );
  };
  return (
    <div className={['grid-area', layout.frozen.rows > 0 ? 'frozen-rows' : '', layout.frozen.columns > 0 ? 'frozen-columns' : ''].join(' ')}>
      <div className="grid-scroller" ref={scroller} onScroll={readScroll} tabIndex={0} onFocus={(event) => event.target === event.currentTarget && input.current?.focus({ preventScroll: true })}>
        <div
          className="grid"
          role="grid"
          aria-label={texts.sheetLabel(sheet.name)}
          aria-rowcount={layout.rows.count + 1}
          aria-colcount={layout.columns.count + 1}
          aria-multiselectable="true"
          style={{
            width: size.width,
            height: size.height,
            gridTemplateColumns: `${String(HEADER_WIDTH + offsetOf(layout.columns, layout.frozen.columns))}px 1fr`,
            gridTemplateRows: `${String(HEADER_HEIGHT + offsetOf(layout.rows, layout.frozen.rows))}px 1fr`,
          }}
        >
          {quadrant('corner')}
          {quadrant('top')}
          {quadrant('left')}
          {quadrant('main')}
        </div>
      </div>
      <ChartList session={controller.session} sheet={sheet} label={texts.charts} />
      <div className="grid-overlay" style={{ width: scroll.width, height: scroll.height }}>
        <CellInput
          inputRef={input}
          controller={controller}
          layout={layout}
          editing={editing}
          cell={view.cell(at.row, at.column)}
          place={place}
          label={cellLabel(texts, sheet, active, view.cell(active.row, active.column)?.text ?? '', sheet.cells.get(cellKey(active.row, active.column))?.formula)}
          page={{ width: scroll.width, height: scroll.height - HEADER_HEIGHT }}
        />
        {editing === undefined && validation?.rule.type === 'List' && validation.rule.inCellDropDown && (
          <Dropdown controller={controller} source={validation.rule.source} open={state.listOpen} place={place} room={scroll.height} focusGrid={() => input.current?.focus({ preventScroll: true })} />
        )}
        {editing === undefined && !state.listOpen && validation?.prompt?.showPrompt && <CellPrompt prompt={validation.prompt} place={place} room={scroll} />}
      </div>
    </div>
  );
}

function listenToPointer(scroller: { current: HTMLDivElement | null }, input: { current: HTMLTextAreaElement | null }, context: PointerContext, onMenu: (x: number, y: number) => void): () => void {
  const element = scroller.current;
  if (element === null) return () => undefined;
  let dragging: ReturnType<typeof pressPointer>;
  const inside = (event: PointerEvent | MouseEvent): boolean => event.clientX < element.getBoundingClientRect().left + element.clientWidth && event.clientY < element.getBoundingClientRect().top + element.clientHeight;
  const focus = () => input.current?.focus({ preventScroll: true });
  const stop = new AbortController();
  const options = { signal: stop.signal };
  element.addEventListener('pointerdown', (event) => {
    if (!inside(event) || event.pointerType === 'touch') return;
    event.preventDefault();
    focus();
    if (event.button !== 0) return;
    dragging = pressPointer(context, event);
    if (dragging !== undefined) element.setPointerCapture(event.pointerId);
  }, options);
  element.addEventListener('pointermove', (event) => {
    if (dragging !== undefined) dragging.move(event);
    else element.style.cursor = inside(event) ? cursorAt(context, event) : '';
  }, options);
  element.addEventListener('pointerup', (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    dragging?.end(event, under);
    dragging = undefined;
    focus();
  }, options);
  element.addEventListener('pointercancel', () => (dragging = undefined), options);
  element.addEventListener('mousedown', (event) => inside(event) && event.preventDefault(), options);
  // Touch scrolls with a swipe and selects with a tap.
  element.addEventListener('click', (event) => {
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      pressPointer(context, event)?.end(event, event.target instanceof Element ? event.target : null);
      focus();
    }
  }, options);
  element.addEventListener('dblclick', (event) => inside(event) && doubleClick(context, event), options);
  element.addEventListener('contextmenu', (event) => {
    if (!inside(event)) return;
    event.preventDefault();
    selectForMenu(context, event);
    onMenu(event.clientX, event.clientY);
  }, options);
  return () => stop.abort();
}
