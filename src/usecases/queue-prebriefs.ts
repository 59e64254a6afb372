import { nextSchoolDay } from '../core/next-school-day.ts';
import { type Instant, instantOf, type LocalDate, localTime } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { schoolNow } from '../store/calendars.ts';
import { schoolsWithPairings } from '../store/pairings.ts';
import { addPrebrief, teachersToBrief } from '../store/prebriefs.ts';
import type { Trx } from '../store/schema.ts';
import { visitsOfDay } from './compose/prebrief.ts';
import { lastStretch } from './last-stretch.ts';
import { tell } from './tell.ts';

/** The next school day's visits on one card, in each teacher's last stretch without students on the day before. */
export const queuePrebriefs = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date: today } = localTime(now, school.zone);
    if (!isSchoolDay(school, today)) continue;
    const next = nextSchoolDay(school, today);
    if (next === undefined) continue;
    for (const teacherId of await teachersToBrief(trx, schoolId, next))
      await brief(trx, teacherId, { next, zone: school.zone }, now);
  }
};

const brief = async (
  trx: Trx,
  teacherId: string,
  { next, zone }: { readonly next: LocalDate; readonly zone: string },
  now: Instant,
): Promise<void> => {
  const [first] = await visitsOfDay(trx, { teacher_id: teacherId, date: next });
  const id = first && (await addPrebrief(trx, teacherId, next));
  if (!first || id === undefined) return;
  const starts = instantOf(next, first.start, zone);
  const last = await lastStretch(trx, teacherId, zone, now);
  await tell(
    trx,
    {
      to: teacherId,
      purpose: 'prebrief',
      subjectId: id,
      // Today's has gone: rather now than too late.
      notBefore: last < starts ? last : now,
      usefulUntil: starts,
    },
    now,
  );
};
