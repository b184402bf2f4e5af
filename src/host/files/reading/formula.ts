/** Formulas of a file as a person types them: the other way of `formula-text.ts`. */
import { parseStructuredReference } from '../../calc/structured-references';
import { tokenize, type Token } from '../../model/formula';

/** Column names that need no brackets of their own behind `@`. */
const isPlain = (column: string): boolean => /^[\p{L}\p{N}_]+$/u.test(column);

/** Index of the bracket that closes the one at `open`; -1 when none does. */
const closing = (tokens: readonly Token[], open: number): number => {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? { kind: 'unknown', text: '' };
    if (kind !== 'operator') continue;
    if (text === '(') depth += 1;
    else if (text === ')' && --depth === 0) return index;
  }
  return -1;
};

/** `[[#This Row],[实际]]` → `[@实际]`; other specifiers stay as they are. */
const specifier = (bracket: string): { readonly text: string; readonly thisRow: boolean } => {
  const reference = parseStructuredReference(bracket);
  if (reference === undefined || reference.items.length !== 1 || reference.items[0] !== '#This Row') return { text: bracket, thisRow: false };
  const { columns } = reference;
  if (columns === undefined) return { text: '[@]', thisRow: true };
  const [first, last] = columns;
  if (first !== last) return { text: `[@[${first}]:[${last}]]`, thisRow: true };
  return { text: isPlain(first) ? `[@${first}]` : `[@[${first}]]`, thisRow: true };
};

const pieces = (tokens: readonly Token[], table: string | undefined): string => {
  let out = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined) continue;
    if (token.kind === 'name' && next?.kind === 'bracket') {
      const { text, thisRow } = specifier(next.text);
      out += (thisRow && token.text.toLowerCase() === table?.toLowerCase() ? '' : token.text) + text;
      index += 1;
    } else if (token.kind === 'name' && next?.text === '(' && /^_xlfn\.(?:ANCHORARRAY|SINGLE)$/i.test(token.text)) {
      const end = closing(tokens, index + 1);
      const inner = pieces(tokens.slice(index + 2, end < 0 ? tokens.length : end), table);
      out += /ANCHORARRAY$/i.test(token.text) ? `${inner}#` : `@${inner}`;
      index = end < 0 ? tokens.length : end;
    } else if (token.kind === 'name') {
      out += token.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i, '');
    } else out += token.text;
  }
  return out;
};

/**
 * A stored formula as typed, with `=`. `table` is the name of the table that the formula stands in: `tblX[[#This Row],[c]]`
 * reads `[@c]` there, and `tblX[@c]` everywhere else.
 */
export const typedFormula = (stored: string, table?: string): string => `=${pieces(tokenize(stored.replace(/^=/, '')), table)}`;
