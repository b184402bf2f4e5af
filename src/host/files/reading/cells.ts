/** Rows and cells of a sheet, and the strings they share. */
import { columnIndex, parseRect } from '../../model/address';
import { serialOf } from '../../model/dates';
import { translateFormula } from '../../model/formula';
import { cellKey, type CellModel, MAX_COLUMNS, MAX_ROWS, type Rect, type SheetModel } from '../../model/types';
import type { DroppedKind } from './dropped';
import { typedFormula } from './formula';
import type { StyleReader } from './styles';
import { attribute, child, childrenOf, flag, numberAttribute, textOf, type XmlElement } from './xml';

/** Text of a string item: plain or in runs; phonetic guides are not part of it. */
export const stringOf = (item: XmlElement | undefined): string => {
  const runs = childrenOf(item, 'r');
  return runs.length === 0 ? textOf(child(item, 't')) : textOf(child(item, 't')) + runs.map((run) => textOf(child(run, 't'))).join('');
};

/** A string of the table: its text, and the item itself when parts of it look different or have a reading. */
export interface SharedString {
  readonly text: string;
  readonly xml?: string;
}

export const readSharedString = (item: XmlElement, source: string): SharedString => {
  const text = stringOf(item);
  const plain = item.children.every(({ name }) => name === 't');
  const xml = source.slice(item.start, item.end);
  return plain || !xml.startsWith('<si') ? { text } : { text, xml };
};

export interface CellReading {
  readonly sheet: SheetModel;
  readonly strings: readonly SharedString[];
  readonly styles: StyleReader;
  /** dates count from 1904 */
  readonly date1904: boolean;
  /** name of the table that holds a cell */
  readonly tableAt: (row: number, column: number) => string | undefined;
  /** told of what a cell has and the host cannot keep */
  readonly lose: (what: DroppedKind, row: number, column: number) => void;
}

const CELL = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/;
/** Days between the two calendars. */
const DAYS_1904 = 1462;

/** `2025-11-17T10:30:00` → serial. */
const isoSerial = (text: string): number | undefined => {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text) ?? [];
  const days = year === undefined ? undefined : serialOf(Number(year), Number(month), Number(day));
  return days === undefined ? undefined : days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
};

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Reads rows one by one, in the order of the file. Cells with absurd references are left out. */
export const createRowReader = (reading: CellReading): ((row: XmlElement) => void) => {
  const { sheet, strings, styles, date1904, tableAt, lose } = reading;
  const shared = new Map<string, SharedFormula>();
  let previousRow = -1;

  const content = (cell: XmlElement, date: boolean): Pick<CellModel, 'value' | 'error' | 'rich'> => {
    const type = attribute(cell, 't') ?? 'n';
    if (type === 'inlineStr') return { value: stringOf(child(cell, 'is')) };
    const stored = child(cell, 'v');
    if (stored === undefined) return { value: '' };
    const raw = textOf(stored);
    if (type === 's') {
      const { text = '', xml } = strings[Number(raw)] ?? {};
      return { value: text, ...(xml === undefined ? {} : { rich: { text, xml } }) };
    }
    if (type === 'b') return { value: raw.trim() === '1' || raw.trim() === 'true' };
    if (type === 'e') return { value: raw, error: true };
    if (type === 'str') return { value: raw };
    if (type === 'd') return { value: isoSerial(raw) ?? raw };
    const value = raw.trim() === '' ? Number.NaN : Number(raw);
    return { value: Number.isFinite(value) ? value + (date && date1904 ? DAYS_1904 : 0) : raw };
  };

  const formulaOf = (cell: XmlElement, row: number, column: number): string | undefined => {
    const f = child(cell, 'f');
    if (f === undefined) return undefined;
    const text = textOf(f);
    const type = attribute(f, 't');
    const index = attribute(f, 'si') ?? '';
    if (type === 'dataTable') {
      lose('what-if-table', row, column);
      return undefined;
    }
    if (type === 'array') lose('array-formula', row, column);
    if (type === 'shared' && text === '') {
      const master = shared.get(index);
      return master === undefined ? undefined : translateFormula(master.formula, row - master.row, column - master.column);
    }
    if (text === '') return undefined;
    const formula = typedFormula(text, tableAt(row, column));
    if (type === 'shared') shared.set(index, { formula, row, column });
    return formula;
  };

  const readCell = (element: XmlElement, row: number, column: number): void => {
    const style = numberAttribute(element, 's') ?? 0;
    const format = styles.cellFormat(style);
    const formula = formulaOf(element, row, column);
    const isDate = /[ymdh]/i.test((format?.numberFormat ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    const { value, error, rich } = content(element, isDate);
    if (childrenOf(child(element, 'is'), 'r').length > 1) lose('rich-text', row, column);
    if (value === '' && formula === undefined && format === undefined) return;
    for (const what of styles.lostOf(style)) lose(what, row, column);
    sheet.cells.set(cellKey(row, column), { value, ...(formula === undefined ? {} : { formula }), ...(error === true ? { error } : {}), ...(rich === undefined ? {} : { rich }), ...(format === undefined ? {} : { format }) });
  };

  return (element) => {
    const row = (numberAttribute(element, 'r') ?? previousRow + 2) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) return;
    previousRow = row;
    const height = numberAttribute(element, 'ht');
    const style = flag(element, 'customFormat') ? styles.cellFormat(numberAttribute(element, 's') ?? 0) : undefined;
    const custom = flag(element, 'customHeight');
    const band = {
      ...(height === undefined || (!custom && height === sheet.defaultRowHeight) ? {} : { height, ...(custom ? {} : { fitted: true }) }),
      ...(flag(element, 'hidden') ? { hidden: true } : {}),
      ...(style === undefined ? {} : { format: style }),
    };
    if (Object.keys(band).length > 0) sheet.rows.set(row, band);
    let next = 0;
    for (const cell of element.children) {
      if (cell.name !== 'c') continue;
      const letters = CELL.exec(cell.attributes['r'] ?? '')?.[1];
      const column = letters === undefined ? next : columnIndex(letters);
      if (column < 0 || column >= MAX_COLUMNS) continue;
      next = column + 1;
      readCell(cell, row, column);
    }
  };
};

/** `A1:B2 D4` → rectangles; what is no address is left out. */
export const rectsOf = (sqref: string | undefined): Rect[] =>
  (sqref ?? '').split(/\s+/).flatMap((text) => {
    const rect = parseRect(text);
    return rect === undefined ? [] : [rect];
  });
