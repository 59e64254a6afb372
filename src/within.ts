import { setTimeout as pause } from 'node:timers/promises';

/** What `work` gives, or `otherwise` when it takes longer than `ms`; the work itself goes on. */
export const within = async <T, U>(ms: number, work: Promise<T>, otherwise: U): Promise<T | U> => {
  const stop = new AbortController();
  try {
    return await Promise.race([work, pause(ms, otherwise, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
};
