import type { School } from '../core/classroom.ts';
import {
  addDays,
  type Instant,
  instantOf,
  isoWeekOf,
  type LocalDate,
  localTime,
  MINUTE,
  mondayOf,
} from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { schoolNow } from '../store/calendars.ts';
import { type PairingView, pairingsToTouchBase, schoolsWithPairings } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { addTouchBase } from '../store/touch-bases.ts';
import { TALK_NOTICE, talkGap } from './talk-gap.ts';
import { nextOpenFor, tell } from './tell.ts';

/** On the last school day of the week: five common minutes for each pairing, or three questions in writing. */
export const queueTouchBases = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const today = localTime(now, school.zone).date;
    if (!isLastSchoolDay(school, today)) continue;
    for (const pairing of await pairingsToTouchBase(trx, schoolId, isoWeekOf(today))) {
      // A pair that met today has no week to look back on.
      if (localTime(pairing.invitedAt, school.zone).date === today) continue;
      await queueTouchBase(trx, pairing, school, today, now);
    }
  }
};

const queueTouchBase = async (
  trx: Trx,
  pairing: PairingView,
  school: School,
  today: LocalDate,
  now: Instant,
): Promise<void> => {
  const endOfDay = instantOf(today, 24 * 60, school.zone);
  const people = [pairing.teacherId, pairing.therapistId];
  const asked = await Promise.all(people.map((id) => nextOpenFor(trx, id, now, endOfDay)));
  const [first, second] = asked;
  const gap =
    first !== undefined && second !== undefined
      ? await talkGap(trx, pairing, school, today, Math.max(first, second) + TALK_NOTICE)
      : undefined;
  const id = await addTouchBase(trx, pairing.id, isoWeekOf(today), gap?.start);
  if (id === undefined) return;
  // A missed hour with a partner is moot once it has passed; the three questions keep over the weekend.
  const usefulUntil = gap ? { usefulUntil: gap.start - MINUTE } : {};
  for (const to of people) await tell(trx, { to, purpose: 'touch-base', subjectId: id, ...usefulUntil }, now);
};

const isLastSchoolDay = (school: School, date: LocalDate): boolean => {
  if (!isSchoolDay(school, date)) return false;
  const sunday = addDays(mondayOf(date), 6);
  for (let later = addDays(date, 1); later <= sunday; later = addDays(later, 1))
    if (isSchoolDay(school, later)) return false;
  return true;
};
