/** How a target is bounded: `≥55%`, `98%以上`, `≤30秒`, `约40秒`. */
export type Operator = '>=' | '<=' | '≈';

/** What one cell says. Numbers are in the base unit of the reader that gave it (fraction, 秒, plain number). */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly op?: Operator; /** unit written in the cell itself */ readonly unit?: string; /** no sign and no unit said that this is a percentage (V023) */ readonly assumed?: true }
  | { readonly kind: 'pending' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad' };

export const missing: Reading = { kind: 'missing' };
export const pending: Reading = { kind: 'pending' };
export const bad: Reading = { kind: 'bad' };
