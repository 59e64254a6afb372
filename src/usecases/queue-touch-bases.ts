import type { School } from '../core/classroom.ts';
import { nextSchoolDay } from '../core/next-school-day.ts';
import { type Instant, isoWeekOf, type LocalDate, localTime, sundayOf } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { schoolNow } from '../store/calendars.ts';
import {
  type PairingView,
  pairingById,
  pairingsToTouchBase,
  schoolsWithPairings,
} from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { addTouchBase, halfAnswered } from '../store/touch-bases.ts';
import { retryTalk } from './retry-talk.ts';
import { noticedTalkGap } from './talk-gap.ts';
import { tellOfTalk } from './tell-of-talk.ts';

/** On the last school day of the week: five common minutes for each pairing, or three questions in writing. */
export const queueTouchBases = async (trx: Trx, now: Instant): Promise<void> => {
  for (const touchBase of await halfAnswered(trx, now)) {
    const pairing = await pairingById(trx, touchBase.pairing_id);
    if (pairing) await retryTalk(trx, touchBase, pairing, now);
  }
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
  const at = await noticedTalkGap(trx, pairing, school, today, now);
  const id = await addTouchBase(trx, pairing.id, isoWeekOf(today), at);
  if (id !== undefined) await tellOfTalk(trx, pairing, { id, at }, now);
};

const isLastSchoolDay = (school: School, date: LocalDate): boolean => {
  const next = nextSchoolDay(school, date);
  return isSchoolDay(school, date) && (next === undefined || next > sundayOf(date));
};
