import { activitiesOn } from '../../core/class-day.ts';
import type { Need } from '../../core/propose-input.ts';
import { subtractSpans } from '../../core/spans.ts';
import type { LocalDate } from '../../core/time.ts';
import { freeSpans } from '../../core/timetable.ts';
import type { FreeStretch } from '../../core/week-plan/talks.ts';
import { memberById } from '../../store/members.ts';
import type { PairingView } from '../../store/pairings.ts';
import { timetableOf } from '../../store/timetables.ts';
import type { Desk } from '../desk.ts';

/** When a teacher has no students and is not at lunch either. */
export const teacherFreeIn = async (
  { trx }: Desk,
  { teacherId }: PairingView,
  { classDay }: Need,
  dates: readonly LocalDate[],
): Promise<FreeStretch[]> => {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const timetable = await timetableOf(trx, await memberById(trx, teacherId), first, last);
  return dates.flatMap((date) => {
    const lunches = activitiesOn(classDay, date).filter(({ kind }) => kind === 'lunch');
    return subtractSpans(freeSpans(timetable, date), lunches).map(({ start, end }) => ({ date, start, end }));
  });
};
