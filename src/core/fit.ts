import { type ActivityKind, isClosed } from './activity-kind.ts';
import { type FitScore, fitTable } from './fit-table.ts';
import type { FocusArea } from './focus-area.ts';

/** How well this can be worked on in that activity; 0 is not at all, and so is every closed kind not about the focus. */
export const fit = (kind: ActivityKind, focus: FocusArea): 0 | FitScore => fitTable[kind]?.[focus] ?? 0;

export interface BestFit {
  readonly focus: FocusArea;
  readonly score: FitScore;
}

/** The focus the activity suits best; of equals, the one named first by the pairing. */
export const bestFit = (kind: ActivityKind, focuses: readonly FocusArea[]): BestFit | undefined =>
  focuses.reduce<BestFit | undefined>((best, focus) => {
    const score = fitTable[kind]?.[focus];
    return score !== undefined && score > (best?.score ?? 0) ? { focus, score } : best;
  }, undefined);

/** Whether a therapist may come at all: closed kinds open only for a focus that is about them. */
export const isOpenFor = (kind: ActivityKind, focuses: readonly FocusArea[]): boolean =>
  !isClosed(kind) || bestFit(kind, focuses) !== undefined;
