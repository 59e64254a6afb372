import { atClass } from './at-class.ts';
import { activitiesOn } from './class-day.ts';
import { classHasRoom, fittingVisits, isAhead, therapistIsFree } from './possible-visits.ts';
import type { ProposeInput } from './propose-input.ts';
import type { LocalDate } from './time.ts';
import { isSchoolDay, worksOn } from './timetable.ts';

export type WhyNot =
  | 'no-school'
  | 'you-are-busy'
  | 'nothing-known'
  | 'test'
  | 'no-fit'
  | 'too-late'
  | 'all-taken';

/** Why a pairing has no proposal that day; `undefined` when there is a time for it. */
export const whyNot = (asked: ProposeInput, pairingId: string, date: LocalDate): WhyNot | undefined => {
  const need = asked.needs.find((other) => other.pairingId === pairingId);
  if (need === undefined) throw new Error(`No need given for pairing ${pairingId}`);
  const input = atClass(asked, need);
  if (!isSchoolDay(input.therapist.school, date)) return 'no-school';
  if (!worksOn(input.therapist, date)) return 'you-are-busy';
  const known = activitiesOn(need.classDay, date);
  if (known.length === 0) return 'nothing-known';
  const fitting = fittingVisits(need, date);
  if (fitting.length === 0) return known.some(({ kind }) => kind === 'test') ? 'test' : 'no-fit';
  const ahead = fitting.filter(isAhead(input.now));
  if (ahead.length === 0) return 'too-late';
  const free = ahead.filter(therapistIsFree(input, date));
  if (free.length === 0) return 'you-are-busy';
  return free.some(classHasRoom(input, date)) ? undefined : 'all-taken';
};
