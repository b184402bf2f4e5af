/** The timer as it is before a test replaces it. */
const timer = globalThis.setTimeout;

export const later = (task: () => void, milliseconds = 0): void => void timer(task, milliseconds);
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => timer(resolve, milliseconds));
