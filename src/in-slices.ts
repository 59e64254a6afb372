import { setImmediate as breathe } from 'node:timers/promises';

/** Longer than this nobody else waits for the process. */
const SLICE_MS = 10;

/** Work that comes in small steps, with room for everything else between them. */
export const inSlices = async <T>(steps: Generator<unknown, T>): Promise<T> => {
  let pause = performance.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() < pause) continue;
    await breathe();
    pause = performance.now() + SLICE_MS;
  }
};
