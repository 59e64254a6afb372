import { DAY, type Instant, localTime } from '../../core/time.ts';
import { isSchoolDay } from '../../core/timetable.ts';
import { memberById } from '../../store/members.ts';
import { timesTold } from '../../store/outbox.ts';
import { queueSwapSearch } from '../../store/swap-searches.ts';
import type { VisitView } from '../../store/visits.ts';
import { type Desk, deskFor } from '../desk.ts';
import { tell } from '../tell.ts';

/** A therapist looks at messages once on a school day; longer than that a room is not kept from others. */
const heldUntil = ({ school }: Desk, told: Instant): Instant => {
  let until = told + DAY;
  // At most over a long vacation.
  for (let days = 0; days < 30 && !isSchoolDay(school, localTime(until, school.zone).date); days += 1)
    until += DAY;
  return until;
};

/**
 * Visits that cannot be: each therapist hears of all of them on one card, and other times are looked for as soon as
 * this is committed (see find-swaps.ts), so that whoever told of the day waits for no plan. Gives when each hears of it.
 */
export const offerSwaps = async (
  { trx, now }: Pick<Desk, 'trx' | 'now'>,
  /** The change, activity or bundle that took them. */
  subjectId: string,
  lost: readonly VisitView[],
): Promise<ReadonlyMap<string, Instant | undefined>> => {
  const told = new Map<string, Instant | undefined>();
  for (const therapistId of new Set(lost.map((visit) => visit.therapistId))) {
    const desk = await deskFor(trx, await memberById(trx, therapistId), now);
    const occasion = String(await timesTold(trx, 'swaps', subjectId, therapistId));
    const due = await tell(trx, { to: therapistId, purpose: 'swaps', subjectId, occasion }, now);
    told.set(therapistId, due);
    await queueSwapSearch(trx, { subjectId, therapistId, heldUntil: heldUntil(desk, due ?? now) }, now);
  }
  return told;
};
