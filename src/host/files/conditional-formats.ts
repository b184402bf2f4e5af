/** Conditional formats of a sheet. The first rule of the model has the highest priority. */
import { formatRect } from '../model/address';
import { ruleOrigin } from '../calc/relative';
import type { ConditionalFormatModel, ConditionalRule, Rect, WorkbookModel } from '../model/types';
import { storedFormula } from './formula-text';
import { argb, type StyleTable } from './styles';
import { element, listElement, textContent } from './xml';

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
} as const;

type TextRule = Extract<ConditionalRule, { type: 'ContainsText' }>;

/** Excel stores a text rule twice: as operator with text, and as the formula it means for the first cell. */
const TEXT_RULES: Readonly<Record<TextRule['operator'], { readonly type: string; readonly operator: string; readonly formula: (cell: string, text: string) => string }>> = {
  Contains: { type: 'containsText', operator: 'containsText', formula: (cell, text) => `NOT(ISERROR(SEARCH(${text},${cell})))` },
  NotContains: { type: 'notContainsText', operator: 'notContains', formula: (cell, text) => `ISERROR(SEARCH(${text},${cell}))` },
  BeginsWith: { type: 'beginsWith', operator: 'beginsWith', formula: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}` },
  EndsWith: { type: 'endsWith', operator: 'endsWith', formula: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}` },
};

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

/** Rectangles as `sqref`, top left first: readers take the first one for the origin of relative formulas. */
export const sqref = (ranges: readonly Rect[]): string =>
  [...ranges]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((range) => formatRect(range))
    .join(' ');

/** Joins the two halves of a data bar in the file. */
const dataBarId = (priority: number, sheetIndex: number): string => `{${(sheetIndex + 1).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-${priority.toString(16).toUpperCase().padStart(12, '0')}}`;

const ruleElement = (format: ConditionalFormatModel, priority: number, sheetIndex: number, book: WorkbookModel, styles: StyleTable): string => {
  const { rule, ranges } = format;
  const stopIfTrue = format.stopIfTrue ? true : undefined;
  const formulaElement = (formula: string): string => element('formula', {}, textContent(storedFormula(formula, book)));
  switch (rule.type) {
    case 'Custom':
      return element('cfRule', { type: 'expression', dxfId: styles.differentialFormat(rule.format), priority, stopIfTrue }, formulaElement(rule.formula));
    case 'CellValue':
      return element('cfRule', { type: 'cellIs', dxfId: styles.differentialFormat(rule.format), priority, stopIfTrue, operator: OPERATORS[rule.operator] }, [
        formulaElement(rule.formula1),
        rule.formula2 === undefined ? '' : formulaElement(rule.formula2),
      ]);
    case 'ContainsText': {
      const { type, operator, formula } = TEXT_RULES[rule.operator];
      const { row, column } = ruleOrigin(ranges);
      const cell = formatRect({ row, column, rowCount: 1, columnCount: 1 });
      return element(
        'cfRule',
        { type, dxfId: styles.differentialFormat(rule.format), priority, stopIfTrue, operator, text: rule.text },
        formulaElement(formula(cell, `"${rule.text.replaceAll('"', '""')}"`)),
      );
    }
    case 'DataBar':
      return element('cfRule', { type: 'dataBar', priority }, [
        element('dataBar', {}, [element('cfvo', { type: 'min' }), element('cfvo', { type: 'max' }), element('color', { rgb: argb(rule.color) })]),
        element('extLst', {}, element('ext', { 'xmlns:x14': X14, uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}' }, element('x14:id', {}, dataBarId(priority, sheetIndex)))),
      ]);
  }
};

/** The `<conditionalFormatting>` elements. */
export const conditionalFormatting = (formats: readonly ConditionalFormatModel[], sheetIndex: number, book: WorkbookModel, styles: StyleTable): string =>
  formats
    .filter(({ ranges }) => ranges.length > 0)
    .map((format, index) => element('conditionalFormatting', { sqref: sqref(format.ranges) }, ruleElement(format, index + 1, sheetIndex, book, styles)))
    .join('');

/** The extension list that tells Excel 2010 and later to start data bars at zero and to draw negative ones. */
export const dataBarExtension = (formats: readonly ConditionalFormatModel[], sheetIndex: number): string => {
  const bars = formats
    .filter(({ ranges }) => ranges.length > 0)
    .flatMap(({ rule, ranges }, index) => {
      if (rule.type !== 'DataBar') return [];
      const bar = element('x14:dataBar', { minLength: 0, maxLength: 100, gradient: false }, [
        element('x14:cfvo', { type: 'autoMin' }),
        element('x14:cfvo', { type: 'autoMax' }),
        element('x14:negativeFillColor', { rgb: 'FFFF0000' }),
        element('x14:axisColor', { rgb: 'FF000000' }),
      ]);
      return element('x14:conditionalFormatting', { 'xmlns:xm': 'http://schemas.microsoft.com/office/excel/2006/main' }, [
        element('x14:cfRule', { type: 'dataBar', id: dataBarId(index + 1, sheetIndex) }, bar),
        element('xm:sqref', {}, sqref(ranges)),
      ]);
    });
  if (bars.length === 0) return '';
  return element('extLst', {}, element('ext', { 'xmlns:x14': X14, uri: '{78C0D931-6437-407d-A8EE-F0AAD7539E65}' }, listElement('x14:conditionalFormattings', bars)));
};
