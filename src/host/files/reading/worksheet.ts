/** The part of one sheet. */
import { parseRect } from '../../model/address';
import { ensureCell } from '../../model/cells';
import type { HyperlinkModel, SheetModel } from '../../model/types';
import { columnPoints } from '../measures';
import type { PackageReader } from './package';
import { createRowReader, rectsOf, type CellReading } from './cells';
import type { DroppedKind } from './dropped';
import { readColor } from './colors';
import { readPageLayout, readProtection } from './page';
import { readConditionalFormats, readValidations } from './rules';
import { attribute, child, childrenOf, flag, numberAttribute, relationshipId, type XmlElement } from './xml';

export interface WorksheetReading extends CellReading {
  readonly file: PackageReader;
  readonly path: string;
  readonly theme: readonly string[];
  readonly newId: () => string;
  /** of the sheet as a whole, or of the place that is named */
  readonly loseAt: (what: DroppedKind, place?: string) => void;
}

const readColumns = (worksheet: XmlElement, { sheet, styles }: WorksheetReading): void => {
  for (const col of childrenOf(child(worksheet, 'cols'), 'col')) {
    const [min, max] = [numberAttribute(col, 'min') ?? 1, Math.min(numberAttribute(col, 'max') ?? 1, 16_384)];
    const width = numberAttribute(col, 'width');
    const points = width === undefined ? undefined : columnPoints(width);
    const format = styles.cellFormat(numberAttribute(col, 'style') ?? 0);
    const band = {
      ...(points === undefined || (points === sheet.defaultColumnWidth && !flag(col, 'customWidth')) ? {} : { width: points }),
      ...(flag(col, 'hidden') ? { hidden: true } : {}),
      ...(format === undefined ? {} : { format }),
    };
    if (Object.keys(band).length > 0) for (let column = Math.max(1, min); column <= max; column += 1) sheet.columns.set(column - 1, { ...band });
  }
};

/** What the window shows; gives the selection when this is the sheet in front. */
const readView = (worksheet: XmlElement, sheet: SheetModel, loseAt: WorksheetReading['loseAt']): string | undefined => {
  const view = child(child(worksheet, 'sheetViews'), 'sheetView');
  const pane = child(view, 'pane');
  const state = attribute(pane, 'state');
  sheet.showGridlines = flag(view, 'showGridLines', true);
  if (state === 'frozen' || state === 'frozenSplit') sheet.frozen = { rows: numberAttribute(pane, 'ySplit') ?? 0, columns: numberAttribute(pane, 'xSplit') ?? 0 };
  else if (pane !== undefined) loseAt('split-window');
  const zoom = numberAttribute(view, 'zoomScale') ?? 100;
  if (zoom !== 100 && zoom !== 0) loseAt('zoom');
  return childrenOf(view, 'selection').map((selection) => attribute(selection, 'sqref')).at(-1);
};

const readHyperlinks = (worksheet: XmlElement, { sheet, file, path }: WorksheetReading): void => {
  const targets = new Map(file.relationships(path).map(({ id, target }) => [id, target]));
  for (const element of childrenOf(child(worksheet, 'hyperlinks'), 'hyperlink')) {
    const address = targets.get(relationshipId(element) ?? '');
    const documentReference = attribute(element, 'location');
    const screenTip = attribute(element, 'tooltip');
    const link: HyperlinkModel = { ...(address === undefined ? {} : { address }), ...(documentReference === undefined || documentReference === '' ? {} : { documentReference }), ...(screenTip === undefined || screenTip === '' ? {} : { screenTip }) };
    if (Object.keys(link).length === 0) continue;
    const rect = parseRect(attribute(element, 'ref') ?? '');
    if (rect === undefined || rect.rowCount * rect.columnCount > 10_000) continue;
    for (let row = rect.row; row < rect.row + rect.rowCount; row += 1)
      for (let column = rect.column; column < rect.column + rect.columnCount; column += 1) ensureCell(sheet, row, column).hyperlink = link;
  }
};

export interface WorksheetResult {
  /** the element without its rows */
  readonly root: XmlElement;
  readonly selection: string | undefined;
}

/** Fills a sheet from its part. Sizes of rows come before cells in the file, sizes of columns too. */
export const readWorksheet = (reading: WorksheetReading): WorksheetResult | undefined => {
  const { file, path, sheet, styles, theme, newId, loseAt } = reading;
  const readRow = createRowReader(reading);
  const root = file.xml(path, { take: { row: readRow } });
  if (root === undefined) return undefined;
  const format = child(root, 'sheetFormatPr');
  const width = numberAttribute(format, 'defaultColWidth');
  if (width !== undefined) sheet.defaultColumnWidth = columnPoints(width);
  sheet.defaultRowHeight = numberAttribute(format, 'defaultRowHeight') ?? sheet.defaultRowHeight;
  // A row of the usual height that nobody set is a row like any other.
  for (const [row, band] of sheet.rows) if (band.fitted === true && band.height === sheet.defaultRowHeight) {
    delete band.height;
    delete band.fitted;
    if (Object.keys(band).length === 0) sheet.rows.delete(row);
  }
  sheet.tabColor = readColor(child(child(root, 'sheetPr'), 'tabColor'), theme) ?? '';
  readColumns(root, reading);
  const selection = readView(root, sheet, loseAt);
  sheet.merges = childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap((merge) => rectsOf(attribute(merge, 'ref')));
  sheet.protection = readProtection(child(root, 'sheetProtection'));
  sheet.conditionalFormats = readConditionalFormats(childrenOf(root, 'conditionalFormatting'), { styles, theme, newId, lose: loseAt });
  sheet.validations = readValidations(child(root, 'dataValidations'), loseAt);
  sheet.pageLayout = readPageLayout(root, sheet.pageLayout, loseAt);
  readHyperlinks(root, reading);
  return { root, selection };
};
