import type { Card } from '../../core/card.ts';
import { totalsOf } from '../../core/minutes/pace.ts';
import { pagesOf } from '../../core/minutes/pair-ledger.ts';
import { addDays } from '../../core/time.ts';
import { reviewCard } from '../../core/wording/pattern.ts';
import { pairingById } from '../../store/pairings.ts';
import { reviewById } from '../../store/reviews.ts';
import type { Desk } from '../desk.ts';
import { ledgersOf } from '../pair-ledger.ts';
import type { Composer } from './composer.ts';

/** In days: what the review looks back on. */
const LOOK_BACK = 42;

export const reviewFacts = async (desk: Desk, id: string) => {
  const review = await reviewById(desk.trx, id);
  const pairing = review && (await pairingById(desk.trx, review.pairing_id));
  if (!review || !pairing) return undefined;
  const ledger = (await ledgersOf(desk.trx, [pairing.id], review.date, desk.school)).get(pairing.id);
  const since = addDays(review.date, -LOOK_BACK);
  const { delivered, mandated } = totalsOf(
    ledger ? pagesOf(ledger).filter(({ start, end }) => start >= since && end < review.date) : [],
  );
  const { classroomName, teacherName } = pairing;
  return { review, pairing, facts: { id, classroomName, teacherName, delivered, mandated } };
};

export const drawReview = async (desk: Desk, id: string): Promise<Card | undefined> => {
  const found = await reviewFacts(desk, id);
  return found && reviewCard(found.facts, found.review.answer);
};

/** A pair that ended meanwhile needs no question any more. */
export const composeReview: Composer = async (desk, id) => {
  const found = await reviewFacts(desk, id);
  return found && (found.pairing.state === 'active' || found.review.answer !== null)
    ? reviewCard(found.facts, found.review.answer)
    : undefined;
};
