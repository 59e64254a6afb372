import { lastWindowBefore, MOMENT_MINUTES } from '../core/last-window.ts';
import { addDays, type Instant, instantOf, type LocalDate, localTime } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { schoolNow } from '../store/calendars.ts';
import { memberById } from '../store/members.ts';
import { schoolsWithPairings } from '../store/pairings.ts';
import { addPrebrief, teachersToBrief } from '../store/prebriefs.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { visitsOfDay } from './compose/prebrief.ts';
import { tell } from './tell.ts';

/** The next school day's visits on one card, in each teacher's last stretch without students on the day before. */
export const queuePrebriefs = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date: today } = localTime(now, school.zone);
    if (!isSchoolDay(school, today)) continue;
    const next = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((days) => addDays(today, days))
      .find((date) => isSchoolDay(school, date));
    if (next === undefined) continue;
    for (const teacherId of await teachersToBrief(trx, schoolId, next))
      await brief(trx, teacherId, { today, next, zone: school.zone }, now);
  }
};

const brief = async (
  trx: Trx,
  teacherId: string,
  { today, next, zone }: { readonly today: LocalDate; readonly next: LocalDate; readonly zone: string },
  now: Instant,
): Promise<void> => {
  const [first] = await visitsOfDay(trx, { teacher_id: teacherId, date: next });
  const id = first && (await addPrebrief(trx, teacherId, next));
  if (!first || id === undefined) return;
  const timetable = await timetableOf(trx, await memberById(trx, teacherId), today, next);
  const last = lastWindowBefore(timetable, instantOf(today, 24 * 60, zone), MOMENT_MINUTES);
  await tell(
    trx,
    {
      to: teacherId,
      purpose: 'prebrief',
      subjectId: id,
      notBefore: Math.max(now, last ?? now),
      usefulUntil: instantOf(next, first.start, zone),
    },
    now,
  );
};
