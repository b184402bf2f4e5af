/** Milliseconds of processor time that a piece of work took: what other processes do at the same time does not count. */
export const cpuTime = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
