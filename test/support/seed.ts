/**
 * Seed of the random sequences of a test file: another one at every run, printed so that a run can be repeated: `SEED=123 npm test`.
 */
export function sequenceSeed(): number {
  const asked = Number(process.env['SEED']);
  const seed = Number.isInteger(asked) && asked !== 0 ? asked : Date.now() % 2_147_483_647;
  process.stderr.write(`random sequences of ${expect.getState().testPath?.split(/[\\/]/).pop() ?? ''}: SEED=${seed}\n`);
  return seed;
}
