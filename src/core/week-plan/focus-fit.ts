import { activityKinds } from '../activity-kind.ts';
import { bestFit } from '../fit.ts';
import type { FocusArea } from '../focus-area.ts';

/** Each activity that serves one of them, by the one it serves best. */
export const fitOf = (focuses: readonly FocusArea[]): Record<string, number> =>
  Object.fromEntries(
    activityKinds.flatMap((kind) => {
      const best = bestFit(kind, focuses);
      return best === undefined ? [] : [[kind, best.score]];
    }),
  );
