import { hasBegun } from '../core/has-begun.ts';
import { movesFor } from '../core/playbook/moves-for.ts';
import {
  intentionCard,
  intentionFault,
  intentionForm,
  LONGEST_APPROACH,
  pickOf,
  planReadCard,
  tooLateToPlanCard,
} from '../core/wording/intention.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { keepIntention } from '../store/intentions.ts';
import { nextTryOf, takeNextTry } from '../store/next-tries.ts';
import { refresh, wasShown } from '../store/outbox.ts';
import { type VisitView, visitById } from '../store/visits.ts';
import { planAtHand } from './compose/intention.ts';
import type { Counter } from './desk.ts';
import { field, isId, type OnSubmit, type OnTap } from './door.ts';

const ownVisit = async (counter: Counter, ref: string): Promise<VisitView | undefined> => {
  const visit = isId(ref) ? await visitById(counter.trx, ref) : undefined;
  return visit?.therapistId === counter.me.id && visit.state === 'agreed' ? visit : undefined;
};

/** The ten-second pick. */
export const openIntentionForm: OnTap = async (counter, tap) => {
  const visit = await ownVisit(counter, tap.ref);
  if (!visit) return { kind: 'card', card: outdatedCard() };
  if (hasBegun(visit, counter.now))
    return { kind: 'card', card: planReadCard(visit, counter.local.date) ?? tooLateToPlanCard() };
  const nextTry = await nextTryOf(counter.trx, visit.pairingId);
  const moves = movesFor(visit.kind, visit.discipline, visit.focus);
  const form = intentionForm(visit, visit.focus, { nextTry: nextTry?.words, moves }, counter.local.date);
  return { kind: 'form', form };
};

/** One tap instead of a form. */
export const planAgain: OnTap = async (counter, tap) => {
  const visit = await ownVisit(counter, tap.ref);
  if (!visit) return { kind: 'replace', card: outdatedCard() };
  if (hasBegun(visit, counter.now)) return { kind: 'replace', card: tooLateToPlanCard() };
  const plan = visit.approach === null ? await planAtHand(counter.trx, visit) : undefined;
  if (plan) {
    await keepIntention(counter.trx, visit.id, plan, counter.now);
    if (plan.which === 'left to try') await takeNextTry(counter.trx, visit.pairingId);
    await refresh(counter.trx, visit.id, tap.message);
  }
  const kept = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'replace', card: intentionCard(kept, counter.local.date) };
};

/** Words of one's own count more than a shelf, and a shelf more than the first pick, which may stand from before. */
export const keepPlan: OnSubmit = async (counter, { ref, values }) => {
  const visit = await ownVisit(counter, ref);
  if (!visit) return { kind: 'card', card: outdatedCard() };
  if (hasBegun(visit, counter.now)) return { kind: 'card', card: tooLateToPlanCard() };
  const said = ['own', 'shelf', 'pick'].map((name) => field(values, name)).find((words) => words !== '');
  if (said === undefined) return { kind: 'faults', faults: { pick: intentionFault } };
  const nextTry = await nextTryOf(counter.trx, visit.pairingId);
  const isTry = nextTry !== undefined && said === pickOf(nextTry.words);
  const intention = isTry
    ? { focus: nextTry.focus, approach: nextTry.words }
    : { focus: visit.focus, approach: said.slice(0, LONGEST_APPROACH) };
  await keepIntention(counter.trx, visit.id, intention, counter.now);
  if (isTry) await takeNextTry(counter.trx, visit.pairingId);
  await refresh(counter.trx, visit.id);
  if (await wasShown(counter.trx, visit.id, counter.me.id)) return { kind: 'none' };
  const kept = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'card', card: intentionCard(kept, counter.local.date) };
};
