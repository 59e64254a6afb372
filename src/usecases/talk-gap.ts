import type { School } from '../core/classroom.ts';
import { HOUR, type Instant, instantOf, isoWeekOf, type LocalDate, localTime } from '../core/time.ts';
import type { Timetable } from '../core/timetable.ts';
import { commonGap } from '../core/touch-base.ts';
import { memberById } from '../store/members.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { touchBaseTimes } from '../store/touch-bases.ts';
import { nextOpenFor } from './tell.ts';

/** A touch-base is short on purpose (needs 22). */
const TALK_MINUTES = 5;

/** Time to see the question and say yes before the minutes themselves. */
export const TALK_NOTICE = HOUR;

/** The beginning of minutes that both of a pairing have free today, and nobody else has taken for a talk. */
export const talkGap = async (
  trx: Trx,
  pairing: PairingView,
  school: School,
  today: LocalDate,
  after: Instant,
  /** The pairing's own talk, which is being looked at again. */
  own?: Instant,
): Promise<Instant | undefined> => {
  const people = [pairing.teacherId, pairing.therapistId];
  const taken = (await touchBaseTimes(trx, isoWeekOf(today), people))
    .filter((at) => at !== own)
    .map((at) => {
      const { date, minute } = localTime(at, school.zone);
      return { date, start: minute, end: minute + TALK_MINUTES, withStudents: true };
    });
  const weekOf = async (id: string): Promise<Timetable> => {
    const timetable = await timetableOf(trx, await memberById(trx, id), today, today);
    // Nobody talks with two people at once, so a talk already planned closes its minutes like a class does.
    return { ...timetable, dated: [...timetable.dated, ...taken] };
  };
  const teacher = await weekOf(pairing.teacherId);
  return commonGap(teacher, await weekOf(pairing.therapistId), today, TALK_MINUTES, after);
};

/** The same on that date, late enough that both can be asked before. */
export const noticedTalkGap = async (
  trx: Trx,
  pairing: PairingView,
  school: School,
  date: LocalDate,
  now: Instant,
): Promise<Instant | undefined> => {
  const endOfDay = instantOf(date, 24 * 60, school.zone);
  const people = [pairing.teacherId, pairing.therapistId];
  const [first, second] = await Promise.all(people.map((id) => nextOpenFor(trx, id, now, endOfDay)));
  return first === undefined || second === undefined
    ? undefined
    : talkGap(trx, pairing, school, date, Math.max(first, second) + TALK_NOTICE);
};
