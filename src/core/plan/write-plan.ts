import { clockOf } from '../clock-minutes.ts';
import { at } from './at.ts';
import type { Board } from './board.ts';
import { planDays } from './caseload.ts';
import { createDraft, type Visit } from './draft.ts';
import type { PlannedVisit, Unplaced } from './week-plan.ts';
import { whyMissing } from './why-missing.ts';

/** As it is written down: names for numbers, in the order of the week. */
export const writeVisits = ({ caseload }: Board, visits: readonly Visit[]): PlannedVisit[] =>
  [...visits]
    .sort(
      ({ candidate: a }, { candidate: b }) => a.therapist - b.therapist || a.day - b.day || a.start - b.start,
    )
    .map(({ candidate, group }) => ({
      therapist: at(caseload.therapists, candidate.therapist).id,
      class: at(caseload.classes, candidate.classroom).id,
      day: at(planDays, candidate.day),
      start: clockOf(candidate.start),
      services: group.map((mandate) => at(caseload.services, mandate).id),
    }));

export const writeUnplaced = (board: Board, visits: readonly Visit[]): Unplaced[] => {
  const draft = createDraft(board, visits);
  return board.caseload.services.flatMap(({ id }, mandate) => {
    const missing = at(draft.missing, mandate);
    return missing > 0 ? [{ service: id, missing, why: whyMissing(draft, mandate) }] : [];
  });
};
