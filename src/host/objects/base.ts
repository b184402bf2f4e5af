/** What all objects of the Excel API share, and the checks on their arguments. */
import { HostCollection, HostObject } from '../dispatcher';
import { invalidArgument, type Workspace } from '../workspace';

export abstract class ExcelObject extends HostObject {
  constructor(readonly workspace: Workspace) {
    super();
  }
}

export abstract class ExcelCollection extends HostCollection {
  constructor(readonly workspace: Workspace) {
    super();
  }
}

/** @throws InvalidArgument unless it is a text */
export function textArgument(value: unknown, location: string): string {
  if (typeof value !== 'string') throw invalidArgument(location, 'a text is expected');
  return value;
}

/** @throws InvalidArgument unless it is a whole number in the bounds */
export function integerArgument(value: unknown, location: string, least = -Infinity, most = Infinity): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw invalidArgument(location, 'a whole number is expected');
  return value;
}

/** @throws InvalidArgument unless it is a finite number in the bounds */
export function numberArgument(value: unknown, location: string, least = -Infinity, most = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most) throw invalidArgument(location, 'a number is expected');
  return value;
}

/** @throws InvalidArgument unless it is true or false */
export function booleanArgument(value: unknown, location: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(location, 'true or false is expected');
  return value;
}

/** @throws InvalidArgument unless it is one of the choices, exactly spelled */
export function choiceArgument<T extends string>(value: unknown, choices: readonly T[], location: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument(location, `one of ${choices.join(', ')} is expected`);
  return found;
}

/** @throws InvalidArgument unless it is a plain object */
export function recordArgument(value: unknown, location: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof HostObject) throw invalidArgument(location, 'an object is expected');
  return value as Readonly<Record<string, unknown>>;
}

const NAMED_COLORS: Readonly<Record<string, string>> = { black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00', orange: '#FFA500', gray: '#808080', grey: '#808080' };

/** `#RRGGBB` in upper case. @throws InvalidArgument for anything that is no colour */
export function colorArgument(value: unknown, location: string): string {
  const text = textArgument(value, location);
  if (/^#[0-9A-Fa-f]{6}$/.test(text)) return text.toUpperCase();
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named === undefined) throw invalidArgument(location, 'a colour #RRGGBB is expected');
  return named;
}
