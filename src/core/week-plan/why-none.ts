import { atClass } from '../at-class.ts';
import { activitiesOn } from '../class-day.ts';
import { isAhead, therapistIsFree } from '../possible-visits.ts';
import type { ProposeInput } from '../propose-input.ts';
import type { LocalDate } from '../time.ts';
import { isSchoolDay } from '../timetable.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { WhyNot } from '../why-not.ts';
import type { PlanNeed } from './caseload-of.ts';
import { timesOn } from './possible-times.ts';

/** Why a day has no time where a session may be outside the class, or is a talk; undefined when it has one. */
export const whyNone = (
  asked: ProposeInput,
  { need, setting }: { readonly need: PlanNeed; readonly setting: VisitSetting },
  date: LocalDate,
): WhyNot | 'nothing-outside' | 'no-talk' | undefined => {
  const input = atClass(asked, need);
  if (!isSchoolDay(input.therapist.school, date)) return 'no-school';
  const times = timesOn(need, setting, date);
  if (times.length === 0 && setting === 'consult') return 'no-talk';
  if (times.length === 0)
    return activitiesOn(need.classDay, date).length === 0 ? 'nothing-known' : 'nothing-outside';
  const ahead = times.filter(isAhead(input.now));
  if (ahead.length === 0) return 'too-late';
  return ahead.some(therapistIsFree(input, date)) ? undefined : 'you-are-busy';
};
