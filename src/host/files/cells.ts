/** Rows and cells of a sheet, and the strings they share. */
import { columnName } from '../model/address';
import { type CellModel, MAX_COLUMNS, type SheetModel, type WorkbookModel } from '../model/types';
import { storedFormula, tableAt } from './formula-text';
import type { StyleTable } from './styles';
import { element, listElement, textContent, textElement, xmlPart } from './xml';

export interface SharedStrings {
  /** `xml` is the item of a text with formats of its own inside */
  indexOf(text: string, xml?: string): number;
  readonly size: number;
  part(): string;
}

/** The table of strings: each text once, however many cells show it. */
export const createSharedStrings = (): SharedStrings => {
  /** items as they stand in the part */
  const strings = new Map<string, number>();
  let uses = 0;
  return {
    indexOf: (text, xml) => {
      uses += 1;
      const item = xml ?? element('si', {}, textElement('t', text));
      const known = strings.get(item);
      if (known !== undefined) return known;
      strings.set(item, strings.size);
      return strings.size - 1;
    },
    get size() {
      return strings.size;
    },
    part: () =>
      xmlPart(
        element(
          'sst',
          { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', count: uses, uniqueCount: strings.size },
          [...strings.keys()],
        ),
      ),
  };
};

export interface SheetContext {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
}

const formulaCell = ({ book, sheet }: SheetContext, cell: CellModel, formula: string, row: number, column: number, attributes: { r: string; s: number | undefined }): string => {
  const { value, error } = cell;
  const f = element('f', {}, textContent(storedFormula(formula, book, tableAt(book.tables, sheet, row, column))));
  const v = element('v', {}, typeof value === 'boolean' ? (value ? '1' : '0') : textContent(String(value)));
  const type = error === true ? 'e' : typeof value === 'boolean' ? 'b' : typeof value === 'string' ? 'str' : undefined;
  return element('c', { ...attributes, t: type }, [f, v]);
};

const cellElement = (context: SheetContext, cell: CellModel, row: number, column: number): string => {
  const style = context.styles.cellFormat(cell.format);
  const attributes = { r: `${columnName(column)}${row + 1}`, s: style === 0 ? undefined : style };
  const { value, formula, error, rich } = cell;
  if (formula !== undefined) return formulaCell(context, cell, formula, row, column, attributes);
  if (value === '') return style === 0 ? '' : element('c', attributes);
  if (typeof value === 'boolean') return element('c', { ...attributes, t: 'b' }, element('v', {}, value ? '1' : '0'));
  if (typeof value === 'number') return element('c', attributes, element('v', {}, String(value)));
  if (error === true) return element('c', { ...attributes, t: 'e' }, element('v', {}, textContent(value)));
  return element('c', { ...attributes, t: 's' }, element('v', {}, String(context.strings.indexOf(value, rich?.text === value ? rich.xml : undefined))));
};

/** `<sheetData>`: rows that hold cells or have a height, a format or are hidden. */
export const sheetData = (context: SheetContext): string => {
  const { sheet, styles } = context;
  const rows = new Map<number, [column: number, cell: CellModel][]>();
  for (const row of sheet.rows.keys()) rows.set(row, []);
  for (const [key, cell] of sheet.cells) {
    const row = Math.floor(key / MAX_COLUMNS);
    const list = rows.get(row) ?? [];
    list.push([key % MAX_COLUMNS, cell]);
    rows.set(row, list);
  }
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const { height, fitted, hidden, filtered, format } = sheet.rows.get(row) ?? {};
      const children = cells.sort(([a], [b]) => a - b).map(([column, cell]) => cellElement(context, cell, row, column));
      const attributes = {
        s: format === undefined ? undefined : styles.cellFormat(format),
        customFormat: format === undefined ? undefined : true,
        ht: height,
        hidden: hidden === true || filtered === true ? true : undefined,
        customHeight: height === undefined || fitted === true ? undefined : true,
      };
      const bare = Object.values(attributes).every((value) => value === undefined) && children.every((child) => child === '');
      return bare ? '' : element('row', { r: row + 1, ...attributes }, children);
    });
  return element('sheetData', {}, lines);
};

/** `<mergeCells>` */
export const mergeCells = (addresses: readonly string[]): string =>
  listElement(
    'mergeCells',
    addresses.map((ref) => element('mergeCell', { ref })),
    { count: addresses.length },
  );
