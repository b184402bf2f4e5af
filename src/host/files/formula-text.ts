/**
 * Formulas as a file stores them: no `=`, structured references in their long form, newer functions with `_xlfn.`.
 * Excel that meets `=`, `[@列]` or a bare `XLOOKUP` in a file "repairs" it or shows `#NAME?`.
 */
import { parseStructuredReference, structuredReferenceToFile } from '../calc/structured-references';
import { tokenize } from '../model/formula';
import type { SheetModel, TableModel, WorkbookModel } from '../model/types';

/** Functions that came after Excel 2007 and are stored with a prefix. (NETWORKDAYS.INTL, WORKDAY.INTL and ISO.CEILING are as late but have none.) */
const PREFIXED = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW ' +
    'CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM ' +
    'CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV ' +
    'F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV ' +
    'GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM ' +
    'LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV ' +
    'NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST ' +
    'QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S SWITCH ' +
    'T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT ' +
    'VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST ENCODEURL'
  ).split(' '),
);
/** The two that carry a second prefix. */
const WORKSHEET_PREFIXED = new Set(['FILTER', 'SORT']);

const storedName = (name: string): string => {
  const upper = name.toUpperCase();
  if (WORKSHEET_PREFIXED.has(upper)) return `_xlfn._xlws.${upper}`;
  return PREFIXED.has(upper) ? `_xlfn.${upper}` : name;
};

/** Turns a formula as typed into the form of the file; `table` is the one that the formula stands in, for `[@列]`. */
export const storedFormula = (formula: string, book: Pick<WorkbookModel, 'tables' | 'names'>, table?: TableModel): string => {
  const known = new Set([...book.tables, ...book.names].map(({ name }) => name.toLowerCase()).concat('true', 'false'));
  const tokens = tokenize(formula);
  const hasVariables = tokens.some(({ kind, text }, index) => kind === 'name' && /^(?:LET|LAMBDA)$/i.test(text) && tokens[index + 1]?.text === '(');
  let out = '';
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const previous = tokens[index - 1];
    if (token.kind === 'operator') {
      // A formula that is stored without the mark of a dynamic array takes single cells by itself.
      if ((index === 0 && token.text === '=') || token.text === '@') return;
      if (token.text === '#' && previous?.kind === 'reference') {
        out = `${out.slice(0, out.length - previous.text.length)}_xlfn.ANCHORARRAY(${previous.text})`;
        return;
      }
    }
    if (token.kind === 'bracket') {
      const owner = previous?.kind === 'name' ? previous.text : table?.name;
      const reference = parseStructuredReference(token.text);
      if (owner === undefined || reference === undefined) out += token.text;
      else out = out.slice(0, previous?.kind === 'name' ? out.length - owner.length : out.length) + structuredReferenceToFile(owner, reference);
      return;
    }
    if (token.kind !== 'name') out += token.text;
    else if (next?.text === '(') out += storedName(token.text);
    else out += hasVariables && next?.kind !== 'bracket' && previous?.kind !== 'sheet' && !known.has(token.text.toLowerCase()) ? `_xlpm.${token.text}` : token.text;
  });
  return out;
};

/** The table that holds a cell of a sheet. */
export const tableAt = (tables: readonly TableModel[], sheet: SheetModel, row: number, column: number): TableModel | undefined =>
  tables.find(
    (table) =>
      table.sheet === sheet &&
      row >= table.range.row &&
      row < table.range.row + table.range.rowCount &&
      column >= table.range.column &&
      column < table.range.column + table.range.columnCount,
  );
