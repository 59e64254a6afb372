import type { School } from '../core/classroom.ts';
import { addDays, type Instant, isoWeekOf, type LocalDate, localTime, MINUTE } from '../core/time.ts';
import { isSchoolDay, type Timetable } from '../core/timetable.ts';
import { commonGap } from '../core/touch-base.ts';
import { schoolNow } from '../store/calendars.ts';
import { memberById } from '../store/members.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Row, Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { setTouchBaseTime, touchBaseTimes } from '../store/touch-bases.ts';
import { tell } from './tell.ts';

/** A touch-base is short on purpose (needs 22). */
const TOUCH_BASE_MINUTES = 5;

/** Minutes on these dates in which both are without students and talk with nobody else. */
export const gapOn = async (
  trx: Trx,
  pairing: PairingView,
  school: School,
  dates: readonly LocalDate[],
  after: Instant,
) => {
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const people = [pairing.teacherId, pairing.therapistId];
  const taken = (await touchBaseTimes(trx, isoWeekOf(to), people)).map((at) => {
    const { date, minute } = localTime(at, school.zone);
    return { date, start: minute, end: minute + TOUCH_BASE_MINUTES, withStudents: true };
  });
  const weekOf = async (id: string): Promise<Timetable> => {
    const timetable = await timetableOf(trx, await memberById(trx, id), from, to);
    // Nobody talks with two people at once, so a talk already planned closes its minutes like a class does.
    return { ...timetable, dated: [...timetable.dated, ...taken] };
  };
  const teacher = await weekOf(pairing.teacherId);
  return commonGap(teacher, await weekOf(pairing.therapistId), dates, TOUCH_BASE_MINUTES, after);
};

/** A missed talk gets minutes on the next school day, once; where there are none, the questions in writing. */
export const moveTouchBase = async (
  trx: Trx,
  touchBase: Row<'touch_bases'>,
  pairing: PairingView,
  now: Instant,
): Promise<void> => {
  const school = await schoolNow(trx, (await memberById(trx, pairing.teacherId)).schoolId, now);
  const today = localTime(now, school.zone).date;
  const next = [1, 2, 3, 4, 5].map((days) => addDays(today, days)).find((date) => isSchoolDay(school, date));
  const moved = touchBase.moved_from !== null;
  const gap = moved || next === undefined ? undefined : await gapOn(trx, pairing, school, [next], now);
  await setTouchBaseTime(trx, touchBase, gap?.start);
  const usefulUntil = gap ? { usefulUntil: gap.start - MINUTE } : {};
  for (const to of [pairing.teacherId, pairing.therapistId])
    await tell(
      trx,
      {
        to,
        purpose: 'touch-base',
        subjectId: touchBase.id,
        occasion: moved ? 'in writing' : 'moved',
        ...usefulUntil,
      },
      now,
    );
};
