import { hasBegun } from '../../core/has-begun.ts';
import { type Again, intentionCard, tooLateToPlanCard } from '../../core/wording/intention.ts';
import { lastIntentionOf } from '../../store/intentions.ts';
import { nextTryOf } from '../../store/next-tries.ts';
import type { Trx } from '../../store/schema.ts';
import { type VisitView, visitById } from '../../store/visits.ts';
import type { Composer } from './composer.ts';

export const composeIntention: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  if (visit?.state !== 'agreed') return undefined;
  // Folded while students were there, it opens when the visit is over.
  if (visit.approach === null && hasBegun(visit, desk.now)) return tooLateToPlanCard();
  const again = visit.approach === null ? await planAtHand(desk.trx, visit) : undefined;
  return intentionCard(visit, desk.local.date, again?.which);
};

/** The plan that needs no form: what is left to try comes before what was done. */
export const planAtHand = async (trx: Trx, visit: VisitView) => {
  const left = await nextTryOf(trx, visit.pairingId);
  if (left) return { which: 'left to try' satisfies Again, focus: left.focus, approach: left.words } as const;
  const last = await lastIntentionOf(trx, visit);
  return last && ({ which: 'last time' satisfies Again, ...last } as const);
};
