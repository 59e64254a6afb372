import { spanning } from '../../core/calendar/by-date.ts';
import type { Change } from '../../core/calendar/change.ts';
import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import { instantOf } from '../../core/time.ts';
import type { Spread } from '../../core/wording/change.ts';
import { asksOfClassroom, settleAsk } from '../../store/asks.ts';
import { sayingOf } from '../../store/changes.ts';
import { memberById, membersOfSchool } from '../../store/members.ts';
import { cancelQueued, membersTold, membersWaiting, refresh } from '../../store/outbox.ts';
import { askAtNextTick } from '../../store/outbox-bell.ts';
import { activePairingsOfClassrooms } from '../../store/pairings.ts';
import type { Counter } from '../desk.ts';
import { replanQueued } from '../replan.ts';
import { releaseSwaps } from '../swaps/decide-swaps.ts';
import { offerSwaps } from '../swaps/offer-swaps.ts';
import { tell } from '../tell.ts';
import { displaceVisits } from './displace-visits.ts';
import { moveTalks } from './move-talks.ts';
import type { Place } from './place-said.ts';

/**
 * The days of some classes are others now: visits that cannot be held fall away, what waits for anybody is planned
 * anew, and whoever works there hears of it once, when no students are around.
 */
export const spreadChange = async (
  counter: Counter,
  place: Place,
  /** The id of one change of the saying. */
  { id, dates }: { readonly id: string; readonly dates: DateSpan },
): Promise<Spread> => {
  const { trx, me, now, school } = counter;
  const lost = await displaceVisits(counter, place.rooms, { id, dates });
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
  const usefulUntil = instantOf(dates.end, 24 * 60, school.zone);
  const hears: string[] = [];
  const missed: string[] = [];
  // Whoever loses a visit hears of the day with what could be instead: once.
  const offered = await offerSwaps(counter, id, lost);
  for (const [to, name] of readers) {
    const news = { to, purpose: 'change-news', subjectId: id, usefulUntil } as const;
    const due = offered.has(to) ? offered.get(to) : await tell(trx, news, now);
    (due === undefined ? missed : hears).push(name);
  }
  await moveTalks(counter, pairings);
  await replanFor(counter, place, [...readers.keys(), me.id]);
  return { hears: hears.sort(), missed: missed.sort(), visits: lost.length };
};

/** It was told and no longer counts: who heard of it hears that too, and nobody else hears of either. */
export const spreadUndone = async (
  counter: Counter,
  place: Place,
  undone: readonly [Change, ...Change[]],
): Promise<void> => {
  const { trx, me, now, school } = counter;
  const [{ id: subjectId }] = undone;
  const saying = await sayingOf(trx, subjectId);
  const ids = saying.map(({ id }) => id);
  const dates = spanning(undone.map((change) => change.dates));
  const lost = await displaceVisits(counter, place.rooms, { id: subjectId, dates });
  const heard = [...(await membersTold(trx, 'change-news', ids)), ...(await membersTold(trx, 'swaps', ids))];
  const told = [...new Set(heard)].filter((to) => to !== me.id);
  const isGone = saying.every((change) => change.undone !== undefined);
  for (const id of ids) {
    if (isGone) await cancelQueued(trx, id, 'taken back');
    if (isGone) await releaseSwaps(trx, id);
    await refresh(trx, id);
  }
  const usefulUntil = instantOf(dates.end, 24 * 60, school.zone);
  for (const to of told) await tell(trx, { to, purpose: 'change-undone', subjectId, usefulUntil }, now);
  await offerSwaps(counter, subjectId, lost);
  await replanFor(counter, place, [...told, me.id]);
};

/** What waits for these people may have to wait longer, or need not wait any more. */
const replanFor = async (
  { trx, now, me }: Counter,
  place: Place,
  people: readonly string[],
): Promise<void> => {
  const concerned = new Set([...people, ...place.rooms.map((room) => room.teacherId)]);
  if (place.of === 'school') for (const { id } of await membersOfSchool(trx, me.schoolId)) concerned.add(id);
  await askAtNextTick(trx, [...concerned]);
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
