import type { Proposal } from '../possible-visits.ts';
import type { Need } from '../propose-input.ts';
import type { LocalDate, Span } from '../time.ts';

/** A stretch in which the teacher has no students. */
export interface FreeStretch extends Span {
  readonly date: LocalDate;
}

/** Times people say aloud. */
const STEP = 5;

/** Every talk there could be that day, while the teacher has no students. */
export const talksOn = (
  need: Need & { readonly teacherFree?: readonly FreeStretch[] },
  date: LocalDate,
): Proposal[] => {
  const [focus] = need.focuses;
  if (focus === undefined) return [];
  return (need.teacherFree ?? [])
    .filter((free) => free.date === date)
    .flatMap((free) => {
      const talks: Proposal[] = [];
      const first = Math.ceil(free.start / STEP) * STEP;
      for (let start = first; start + need.minutes <= free.end; start += STEP)
        talks.push({
          pairingId: need.pairingId,
          classroomId: need.classroomId,
          date,
          start,
          end: start + need.minutes,
          kind: 'other',
          focus,
          fit: 1,
          source: 'routine',
          noTest: true,
        });
      return talks;
    });
};
