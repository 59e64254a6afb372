import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import { instantOf } from '../../core/time.ts';
import { asksOfClassroom, settleAsk } from '../../store/asks.ts';
import { memberById, membersOfSchool } from '../../store/members.ts';
import { cancelQueued, membersWaiting, refresh } from '../../store/outbox.ts';
import { activePairingsOfClassrooms } from '../../store/pairings.ts';
import type { Counter } from '../desk.ts';
import { replanQueued } from '../replan.ts';
import { releaseSwaps } from '../swaps/decide-swaps.ts';
import { offerSwaps } from '../swaps/offer-swaps.ts';
import { tell } from '../tell.ts';
import { displaceVisits } from './displace-visits.ts';
import type { Place } from './place-said.ts';

interface News {
  /** A change of the saying. */
  readonly id: string;
  readonly dates: DateSpan;
  /** It was told before, and this takes it back. */
  readonly undone?: true;
}

/**
 * The days of some classes are others now: visits that cannot be held fall away, what waits for anybody is planned
 * anew, and whoever works there hears of it once, when no students are around.
 */
export const spreadChange = async (
  counter: Counter,
  place: Place,
  { id, dates, undone }: News,
): Promise<{ readonly hears: readonly string[]; readonly visits: number }> => {
  const { trx, me, now, school } = counter;
  const lost = await displaceVisits(counter, place.rooms, { id, dates });
  if (undone) await releaseSwaps(trx, id);
  const pairings = await activePairingsOfClassrooms(
    trx,
    place.rooms.map((room) => room.id),
  );
  const readers = new Map(pairings.map((pairing) => [pairing.therapistId, pairing.therapistName]));
  // Of her own class a teacher wants to know; of everybody's day the school tells her itself.
  if (place.of === 'classes')
    for (const { teacherId, teacherName } of pairings) readers.set(teacherId, teacherName);
  readers.delete(me.id);
  await refresh(trx, id);
  const hit = new Set(lost.map(({ therapistId }) => therapistId));
  const usefulUntil = instantOf(dates.end, 24 * 60, school.zone);
  for (const to of readers.keys()) {
    // Whoever loses a visit hears of the day with what could be instead: once.
    if (hit.has(to)) continue;
    const occasion = undone ? 'undone' : '';
    await tell(trx, { to, purpose: 'change-news', subjectId: id, occasion, usefulUntil }, now);
  }
  await offerSwaps(counter, id, lost);
  await replanFor(counter, place, [...readers.keys(), me.id]);
  return { hears: [...readers.values()].sort(), visits: lost.length };
};

/** What waits for these people may have to wait longer, or need not wait any more. */
const replanFor = async (
  { trx, now, me }: Counter,
  place: Place,
  people: readonly string[],
): Promise<void> => {
  const concerned = new Set([...people, ...place.rooms.map((room) => room.teacherId)]);
  if (place.of === 'school') for (const { id } of await membersOfSchool(trx, me.schoolId)) concerned.add(id);
  for (const id of await membersWaiting(trx))
    if (concerned.has(id)) await replanQueued(trx, await memberById(trx, id), now);
};

/** A question about a time that has a sub or an event in it need not be answered. */
export const settleAsksWithin = async (
  { trx }: Counter,
  place: Place,
  dates: DateSpan,
  isHit: (ask: { readonly date: string; readonly start: number; readonly classroomId: string }) => boolean,
): Promise<void> => {
  for (const room of place.rooms) {
    for (const ask of await asksOfClassroom(trx, room.id, dates.start, dates.end)) {
      if ((ask.state !== 'open' && ask.state !== 'unsure') || !isHit(ask)) continue;
      await settleAsk(trx, ask.id, 'left');
      await cancelQueued(trx, ask.id, 'the day changed');
      await refresh(trx, ask.id);
    }
  }
};
