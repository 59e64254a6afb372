import type { School } from '../core/classroom.ts';
import {
  addDays,
  HOUR,
  type Instant,
  instantOf,
  isoWeekOf,
  type LocalDate,
  localTime,
  MINUTE,
} from '../core/time.ts';
import { isSchoolDay, type Timetable } from '../core/timetable.ts';
import { commonGap } from '../core/touch-base.ts';
import { schoolNow } from '../store/calendars.ts';
import { memberById } from '../store/members.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Row, Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { setTouchBaseTime, touchBaseTimes } from '../store/touch-bases.ts';
import { nextOpenFor, tell } from './tell.ts';

/** A touch-base is short on purpose (needs 22). */
const TOUCH_BASE_MINUTES = 5;

/** Time to see the question and say yes before the minutes themselves. */
const NOTICE = HOUR;

/** Minutes on that date in which both are without students and talk with nobody else, and can be asked before. */
export const noticedGap = async (
  trx: Trx,
  pairing: PairingView,
  school: School,
  date: LocalDate,
  now: Instant,
): Promise<{ start: Instant } | undefined> => {
  const people = [pairing.teacherId, pairing.therapistId];
  const endOfDay = instantOf(date, 24 * 60, school.zone);
  const [first, second] = await Promise.all(people.map((id) => nextOpenFor(trx, id, now, endOfDay)));
  if (first === undefined || second === undefined) return undefined;
  const taken = (await touchBaseTimes(trx, isoWeekOf(date), people)).map((at) => {
    const { date: day, minute } = localTime(at, school.zone);
    return { date: day, start: minute, end: minute + TOUCH_BASE_MINUTES, withStudents: true };
  });
  const dayOf = async (id: string): Promise<Timetable> => {
    const timetable = await timetableOf(trx, await memberById(trx, id), date, date);
    // Nobody talks with two people at once, so a talk already planned closes its minutes like a class does.
    return { ...timetable, dated: [...timetable.dated, ...taken] };
  };
  const teacher = await dayOf(pairing.teacherId);
  const after = Math.max(first, second) + NOTICE;
  return commonGap(teacher, await dayOf(pairing.therapistId), [date], TOUCH_BASE_MINUTES, after);
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
  const gap = moved || next === undefined ? undefined : await noticedGap(trx, pairing, school, next, now);
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
