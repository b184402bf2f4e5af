/** The end of the line; never rejects. */
let last: Promise<unknown> = Promise.resolve();

/**
 * One thing at a time: what reads or writes the action table waits until a generation is through, and the other way round (two batches of one
 * pane would see each other half done). In the order asked for; a failure does not hold up the next one.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
