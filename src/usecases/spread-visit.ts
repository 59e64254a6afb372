import type { Side } from '../core/partner.ts';
import type { MessageRef } from '../ports/messenger.ts';
import { refresh, wasShown } from '../store/outbox.ts';
import { prebriefOf } from '../store/prebriefs.ts';
import type { Trx } from '../store/schema.ts';
import type { VisitView } from '../store/visits.ts';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';

/** What a card can be about that shows this visit: it alone, its bundle, its planned week, its swap. */
const subjectsOf = ({ id, bundleId, planId, lostTo, swapFor }: VisitView): string[] =>
  [id, bundleId, planId, lostTo, swapFor].filter((subject) => subject !== null);

/** Every card that shows this visit is to say what is true. */
export const refreshVisit = async (trx: Trx, visit: VisitView, shown?: MessageRef): Promise<void> => {
  for (const subject of subjectsOf(visit)) await refresh(trx, subject, shown);
};

/**
 * Cards already shown change in place, without a sound. A person who has none to change is told once, and so is
 * one who counts on a visit that was agreed: a card that changed silently would let them walk in.
 */
export const spreadVisit = async (
  { trx, now }: Pick<Desk, 'trx' | 'now'>,
  /** As it was before the change. */
  visit: VisitView,
  to: Side,
  shown?: MessageRef,
): Promise<void> => {
  const prebriefId = await prebriefOf(trx, visit.teacherId, visit.date);
  if (prebriefId !== undefined) await refresh(trx, prebriefId);
  const memberId = to === 'teacher' ? visit.teacherId : visit.therapistId;
  let hasCard = false;
  for (const subject of subjectsOf(visit)) {
    await refresh(trx, subject, shown);
    hasCard = (await wasShown(trx, subject, memberId)) || hasCard;
  }
  if (visit.state !== 'agreed' && hasCard) return;
  const purpose = to === 'teacher' ? 'visit-ask' : 'visit-status';
  await tell(trx, { to: memberId, purpose, subjectId: visit.id, occasion: `after ${visit.version}` }, now);
};
