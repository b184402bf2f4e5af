import { TextDecoder, TextEncoder } from 'node:util';

/** jsdom lacks what every webview has. */
if (globalThis.TextDecoder === undefined) Object.assign(globalThis, { TextDecoder, TextEncoder });

/** A test that prints a warning or an error has found something: it fails. */
const fail = (kind: string) => (...args: unknown[]) => {
  throw new Error(`unexpected console.${kind}: ${args.map(String).join(' ')}`);
};
console.error = fail('error');
console.warn = fail('warn');
