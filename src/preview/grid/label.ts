/** What a screen reader says about the active cell. */
import { cellAddress } from '../sheet/address';
import type { SheetModel } from '../../host/model/types';
import { cellKey } from '../../host/model/types';
import type { Texts } from '../i18n';
import { hasLink } from '../sheet/links';
import { validationAt } from '../sheet/validation';
import type { CellPosition } from './selection';

export function cellLabel(texts: Texts, sheet: SheetModel, { row, column }: CellPosition, text: string, formula: string | undefined): string {
  return [
    cellAddress(row, column),
    text === '' ? texts.emptyCell : text,
    ...(formula === undefined ? [] : [texts.hasFormula]),
    ...(hasLink(sheet.cells.get(cellKey(row, column))) ? [texts.hasLink] : []),
    ...(validationAt(sheet, row, column)?.rule.type === 'List' ? [texts.hasList] : []),
  ].join(', ');
}
