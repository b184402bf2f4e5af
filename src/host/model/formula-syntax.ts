/** Whether Excel would take a text as a formula. A grammar check, no more: unknown names are fine (`#NAME?` in the cell). */
import { tokenize, type Token } from './formula';

const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>', '<=', '>=', ':']);
const isOperator = (token: Token | undefined, text: string): boolean => token?.kind === 'operator' && token.text === text;

/** `undefined` when the formula (with its `=`) is well formed, else what is wrong with it. */
export function formulaProblem(formula: string): string | undefined {
  const tokens = tokenize(formula).slice(1);
  const bad = tokens.find((token) => token.kind === 'unknown');
  if (bad) return `unexpected ${bad.text.slice(0, 20)}`;
  const reader = new SyntaxReader(tokens.filter((token) => token.kind !== 'space'));
  return reader.read();
}

class SyntaxReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  read(): string | undefined {
    if (!this.expression()) return this.problem();
    return this.at < this.tokens.length ? this.problem() : undefined;
  }

  private problem(): string {
    const token = this.tokens[this.at];
    return token ? `unexpected ${token.text.slice(0, 20)}` : 'the formula ends too early';
  }

  private expression(): boolean {
    for (;;) {
      if (!this.operand()) return false;
      while (isOperator(this.tokens[this.at], '%') || isOperator(this.tokens[this.at], '#')) this.at++;
      const next = this.tokens[this.at];
      if (next?.kind !== 'operator' || !BINARY.has(next.text)) return true;
      this.at++;
    }
  }

  private operand(): boolean {
    while (['+', '-', '@'].some((sign) => isOperator(this.tokens[this.at], sign))) this.at++;
    const token = this.tokens[this.at];
    if (!token) return false;
    if (isOperator(token, '(')) return this.list(')', false);
    if (isOperator(token, '{')) return this.list('}', false);
    if (token.kind === 'operator' || token.kind === 'unknown' || token.kind === 'space') return false;
    this.at++;
    if (token.kind === 'sheet') return this.nameAfterSheet();
    if (token.kind !== 'name') return true;
    if (isOperator(this.tokens[this.at], '(')) return this.list(')', true);
    if (this.tokens[this.at]?.kind === 'bracket') this.at++;
    return true;
  }

  private nameAfterSheet(): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name' && token?.kind !== 'error') return false;
    this.at++;
    return true;
  }

  /** `( … )`, `{ … }` or the arguments of a function, which may be left out. */
  private list(close: string, mayBeEmpty: boolean): boolean {
    this.at++;
    for (;;) {
      const atSeparator = [',', ';', close].some((text) => isOperator(this.tokens[this.at], text));
      if (!(mayBeEmpty && atSeparator) && !this.expression()) return false;
      if (isOperator(this.tokens[this.at], close)) {
        this.at++;
        return true;
      }
      if (!isOperator(this.tokens[this.at], ',') && !(close === '}' && isOperator(this.tokens[this.at], ';'))) return false;
      this.at++;
    }
  }
}
