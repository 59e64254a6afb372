import type { Card } from '../core/card.ts';
import {
  allPlannedCard,
  noPairingCard,
  noTimesCard,
  nothingInClassCard,
  notThisWeekCard,
  type Offer,
  scheduleCard,
  waitingForYesCard,
  whyNothing,
} from '../core/wording/schedule.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { pendingPairingsOf } from '../store/pairings.ts';
import { aliasesOf } from '../store/students.ts';
import type { Desk } from './desk.ts';
import { findTimes, type Times, whyNothingIn } from './find-times.ts';

/** `/pushin schedule`: ranked times with the reason, or why there are none. */
export const showSchedule = async (desk: Desk, intro?: string): Promise<Card> => {
  if (desk.me.role !== 'therapist') return onlyTherapistsCard();
  const times = await findTimes(desk);
  if (times.pairings.length === 0) return withoutPairing(desk);
  if (times.pairings.every(({ visitCount }) => visitCount === 0)) return nothingInClassCard();
  if (times.proposals.length > 0) return scheduleCard(await offersOf(desk, times), intro);
  const open = times.input.needs.filter((need) => need.missing > 0);
  if (open.length === 0 && times.refused.length > 0)
    return notThisWeekCard(times.refused.map((pairing) => pairing.classroomName));
  if (open.length === 0) return allPlannedCard();
  return noTimesCard(
    open.map((need) => whyNothing[whyNothingIn(times, need.pairingId)](roomOf(times, need.pairingId))),
  );
};

const offersOf = async (desk: Desk, times: Times): Promise<Offer[]> => {
  const aliases = await aliasesOf(
    desk.trx,
    times.pairings.map((pairing) => pairing.id),
  );
  return times.proposals.map((proposal) => ({
    proposal,
    classroomName: roomOf(times, proposal.pairingId),
    aliases: aliases.get(proposal.pairingId) ?? [],
    value: `${proposal.date}/${proposal.start}`,
  }));
};

const roomOf = (times: Times, pairingId: string): string =>
  times.pairings.find((pairing) => pairing.id === pairingId)?.classroomName ?? '';

export const withoutPairing = async (desk: Desk): Promise<Card> => {
  const pending = await pendingPairingsOf(desk.trx, desk.me.id);
  return pending.length > 0
    ? waitingForYesCard(pending.map((pairing) => pairing.teacherName))
    : noPairingCard();
};
