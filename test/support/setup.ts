/** A test that prints a warning or an error has found something: it fails. */
const fail = (kind: string) => (...args: unknown[]) => {
  throw new Error(`unexpected console.${kind}: ${args.map(String).join(' ')}`);
};
console.error = fail('error');
console.warn = fail('warn');
export {};
