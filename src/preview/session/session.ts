/** What a person does to the workbook in the page, carried out by the host with Excel's rules. */
import type { Host, HostError } from '../../host';
import { writeContent } from '../../host/edits/content';
import { assertSheetEditable } from '../../host/edits/guard';
import { activateSheet, createSheet, deleteSheet, renameSheet, select } from '../../host/edits/sheets';
import { deleteCells, insertCells } from '../../host/edits/shift';
import { resizeTable } from '../../host/edits/tables';
import { ensureCell, getCell } from '../../host/model/cells';
import { assignFormat } from '../../host/model/formats';
import type { Calculator, Rect, SheetModel } from '../../host/model/types';
import { MAX_COLUMNS, MAX_ROWS } from '../../host/model/types';
import type { Workspace } from '../../host/workspace';
import { sameRect } from '../grid/selection';
import { editText } from './edit-text';
import { createHistory, restore, snapshot } from './history';
import type { Step } from './history';
import type { CellEntry, CopiedCell, EntryRefusal, Session } from './types';

export interface SessionParts extends Pick<Session, 'display' | 'appearances' | 'save' | 'today'> {
  readonly calculator: Calculator;
}

export function createSession(host: Host, { calculator, ...parts }: SessionParts): Session {
  const { book } = host;
  const history = createHistory();
  const listeners = new Set<() => void>();
  const selectionListeners = new Set<() => void>();
  let version = 0;
  let editing = false;
  let heldEditing = false;
  host.onChange((changes) => {
    if (changes.some(({ kind }) => kind !== 'selected')) {
      version++;
      for (const listener of listeners) listener();
    }
    for (const listener of selectionListeners) listener();
  });

  /** Runs an edit; what Excel would refuse comes back as a reason. */
  function attempt(edit: (workspace: Workspace) => void): EntryRefusal | undefined {
    const refusal = host.user.perform(edit);
    return refusal === undefined ? undefined : refusalOf(refusal, book.readOnly);
  }

  function applyEditing(): void {
    if (editing || heldEditing) host.faults.beginCellEdit();
    else host.faults.endCellEdit();
  }

  function structure(edit: (workspace: Workspace) => void): EntryRefusal | undefined {
    const refusal = attempt(edit);
    if (refusal === undefined) history.clear();
    return refusal;
  }

  function enter(sheet: SheetModel, entries: readonly CellEntry[]): EntryRefusal | undefined {
    if (entries.length === 0) return undefined;
    const before = entries.map(({ row, column }) => snapshot(getCell(sheet, row, column)));
    const tables = book.tables.filter((table) => table.sheet === sheet).map((table) => ({ table, before: table.range }));
    const refusal = attempt((workspace) => {
      for (const { row, column, entry } of entries) {
        if (typeof entry === 'string') continue;
        const cell = ensureCell(sheet, row, column);
        assignFormat(cell, entry.format);
        if (entry.hyperlink === undefined) delete cell.hyperlink;
        else cell.hyperlink = entry.hyperlink;
      }
      const { rect, content } = gridOf(entries);
      writeContent(workspace, sheet, rect, content, 'Range.values', { repairHeaders: true });
    });
    if (refusal !== undefined) {
      entries.forEach(({ row, column }, index) => restore(sheet, row, column, before[index]));
      return refusal;
    }
    history.push({
      sheet,
      cells: entries.map(({ row, column }, index) => ({ row, column, before: before[index], after: snapshot(getCell(sheet, row, column)) })),
      grown: tables.filter((one) => book.tables.includes(one.table) && !sameRect(one.table.range, one.before)).map((one) => ({ ...one, after: one.table.range })),
    });
    return undefined;
  }

  function replay(step: Step | undefined, state: 'before' | 'after'): boolean {
    if (step === undefined || !book.sheets.includes(step.sheet)) return false;
    const { sheet, cells, grown } = step;
    const refusal = attempt((workspace) => {
      assertSheetEditable(workspace, sheet, 'Range.values');
      for (const one of grown) resizeTable(workspace, one.table, sheet, one[state]);
      for (const cell of cells) restore(sheet, cell.row, cell.column, cell[state]);
      const rect = boundsOf(cells);
      workspace.calculator.cellsChanged(sheet, rect);
      workspace.record({ kind: 'cells', sheet, rect, changeType: 'RangeEdited', shift: 'None' });
      activateSheet(workspace, sheet);
    });
    return refusal === undefined;
  }

  const rowsRect = (row: number, count: number): Rect => ({ row, column: 0, rowCount: count, columnCount: MAX_COLUMNS });
  const columnsRect = (column: number, count: number): Rect => ({ row: 0, column, rowCount: MAX_ROWS, columnCount: count });

  return {
    ...parts,
    book,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSelection(listener) {
      selectionListeners.add(listener);
      return () => selectionListeners.delete(listener);
    },
    editText: (sheet, row, column) => editText(getCell(sheet, row, column), parts.today()),
    evaluate: (formula, sheet, row, column) => calculator.evaluate(formula, sheet, row, column),
    enter,
    undo: () => replay(history.undo(), 'before'),
    redo: () => replay(history.redo(), 'after'),
    activate: (sheet) => void attempt((workspace) => activateSheet(workspace, sheet)),
    select(rect) {
      if (!sameRect(book.selection, rect)) attempt((workspace) => select(workspace, book.activeSheet, rect));
    },
    insertRows: (sheet, row, count) => structure((workspace) => insertCells(workspace, sheet, rowsRect(row, count), 'row', 'Range.insert')),
    deleteRows: (sheet, row, count) => structure((workspace) => deleteCells(workspace, sheet, rowsRect(row, count), 'row', 'Range.delete')),
    insertColumns: (sheet, column, count) => structure((workspace) => insertCells(workspace, sheet, columnsRect(column, count), 'column', 'Range.insert')),
    deleteColumns: (sheet, column, count) => structure((workspace) => deleteCells(workspace, sheet, columnsRect(column, count), 'column', 'Range.delete')),
    setColumnWidth: (sheet, column, points) =>
      void attempt((workspace) => {
        assertSheetEditable(workspace, sheet, 'RangeFormat.columnWidth', 'allowFormatColumns');
        sheet.columns.set(column, { ...sheet.columns.get(column), width: points, hidden: false });
        workspace.record({ kind: 'other' });
      }),
    setRowHeight: (sheet, row, points) =>
      void attempt((workspace) => {
        assertSheetEditable(workspace, sheet, 'RangeFormat.rowHeight', 'allowFormatRows');
        const { height: _, ...rest } = sheet.rows.get(row) ?? {};
        sheet.rows.set(row, points === undefined ? rest : { ...rest, height: points });
        workspace.record({ kind: 'other' });
      }),
    addSheet: () => structure((workspace) => activateSheet(workspace, createSheet(workspace, undefined))),
    renameSheet: (sheet, name) => structure((workspace) => renameSheet(workspace, sheet, name)),
    deleteSheet: (sheet) => structure((workspace) => deleteSheet(workspace, sheet)),
    setCellEditing(now) {
      editing = now;
      applyEditing();
    },
    holdCellEditing(now) {
      heldEditing = now;
      applyEditing();
    },
    setReadOnly(readOnly) {
      host.faults.readOnly = readOnly;
      attempt((workspace) => workspace.record({ kind: 'other' }));
    },
    setDelay(milliseconds) {
      host.faults.delay = milliseconds;
    },
  };
}

/** The entries as one block to write; `null` leaves a cell alone. */
function gridOf(entries: readonly CellEntry[]): { rect: Rect; content: (string | number | boolean | null)[][] } {
  const rect = boundsOf(entries);
  const content = Array.from({ length: rect.rowCount }, () => Array.from<string | number | boolean | null>({ length: rect.columnCount }).fill(null));
  for (const { row, column, entry } of entries) {
    const line = content[row - rect.row];
    if (line !== undefined) line[column - rect.column] = typeof entry === 'string' ? entry : contentOf(entry);
  }
  return { rect, content };
}

/** Copied text must not be read again as a number or formula. */
function contentOf({ value, formula, format }: CopiedCell): string | number | boolean {
  if (formula !== undefined) return formula;
  return typeof value === 'string' && value !== '' && format?.numberFormat !== '@' ? `'${value}` : value;
}

function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): Rect {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function refusalOf(error: HostError, readOnly: boolean): EntryRefusal {
  if (error.code === 'AccessDenied') return { reason: readOnly ? 'read-only' : 'protected' };
  if (error.code === 'FilteredRangeConflict') return { reason: 'filtered' };
  if (error.code === 'InsertDeleteConflict') return { reason: 'table' };
  if (error.code === 'InvalidOperationInCellEditMode') return { reason: 'cell-edit' };
  return { reason: 'other', message: /\((.*)\)$/.exec(error.message)?.[1] ?? error.message };
}

