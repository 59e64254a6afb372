import { setImmediate as breathe } from 'node:timers/promises';

const SLICE_MS = 10;

/** Goes through all the steps, in slices, so that everything else on this thread has its turn. */
export const inSlices = async <Result>(steps: Generator<unknown, Result>): Promise<Result> => {
  let pause = performance.now() + SLICE_MS;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) return next.value;
    if (performance.now() < pause) continue;
    await breathe();
    pause = performance.now() + SLICE_MS;
  }
};
