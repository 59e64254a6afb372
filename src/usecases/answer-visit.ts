import { hasBegun } from '../core/has-begun.ts';
import { rolesOf } from '../core/roles.ts';
import { withNote } from '../core/wording/parts.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import {
  AFTER_ALL,
  alreadySettledNote,
  onceBegun,
  takenMeanwhileNote,
  visitAskCard,
  visitBegunNote,
  visitBegunTherapistNote,
  visitStatusCard,
} from '../core/wording/visit.ts';
import type { Answer } from '../ports/inbound.ts';
import { agreeAfterAll } from '../store/agree-after-all.ts';
import { cancelQueued, refresh } from '../store/outbox.ts';
import { keepRoles } from '../store/role-cards.ts';
import type { VisitState } from '../store/schema.ts';
import { takeTurn } from '../store/turns.ts';
import { loseTo, visitsInsteadOf } from '../store/visit-bundles.ts';
import { settleVisit, type VisitView, visitById, visitToChange } from '../store/visits.ts';
import type { Counter } from './desk.ts';
import { isId, isOvertaken, type OnTap, type Tap } from './door.ts';
import { refreshVisit, spreadVisit } from './spread-visit.ts';
import { offerSwaps } from './swaps/offer-swaps.ts';
import { tell } from './tell.ts';
import { drawBundle } from './week-plan/answer-bundle.ts';

const answers: Readonly<Record<string, { readonly from: readonly VisitState[]; readonly to: VisitState }>> = {
  yes: { from: ['proposed'], to: 'agreed' },
  another: { from: ['proposed', 'agreed'], to: 'another' },
  'not-this-week': { from: ['proposed', 'agreed'], to: 'not_this_week' },
};

/** The teacher's tap settles it; every card about the visit, on either platform, then says what is true. */
export const answerVisit: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitToChange(counter.trx, tap.ref) : undefined;
  if (!visit || visit.teacherId !== counter.me.id) return { kind: 'replace', card: outdatedCard() };
  const answer = answers[tap.value ?? ''];
  const today = counter.local.date;
  if (hasBegun(visit, counter.now)) {
    const { bundleId } = visit;
    if (bundleId !== null)
      return { kind: 'replace', card: await drawBundle(counter, bundleId, visitBegunNote), about: bundleId };
    return { kind: 'replace', card: onceBegun(visitAskCard(visit, today), visitBegunNote) };
  }
  const outdated = isOvertaken(tap, visit);
  if (tap.value === AFTER_ALL && !outdated) return agreeAnyway(counter, visit, tap.message);
  const isSettled =
    answer !== undefined && !outdated && (await settleVisit(counter.trx, visit.id, answer.from, answer.to));
  if (visit.bundleId !== null) {
    if (isSettled) await spreadAnswer(counter, visit, visit.bundleId, answer.to, tap.message);
    const hint = isSettled ? undefined : alreadySettledNote;
    return {
      kind: 'replace',
      card: await drawBundle(counter, visit.bundleId, hint),
      about: visit.bundleId,
    };
  }
  if (!isSettled) return { kind: 'replace', card: withNote(visitAskCard(visit, today), alreadySettledNote) };
  // Her yes is to what the card said, roles and all.
  if (answer.to === 'agreed')
    await keepRoles(counter.trx, visit.id, rolesOf(visit), { therapist: true, teacher: true });
  await spreadVisit(counter, visit, 'therapist', tap.message);
  const settled = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'replace', card: visitAskCard(settled, today) };
};

/** “Yes, after all”: the therapist, who has read of a no, is told and not only shown. */
const agreeAnyway = async (counter: Counter, visit: VisitView, shown: Tap['message']): Promise<Answer> => {
  const { trx, now, local } = counter;
  await takeTurn(trx, `visits of ${visit.therapistId}`);
  // Rooms that were kept in its place are not needed any more.
  for (const swap of await visitsInsteadOf(trx, [visit.id])) {
    if (await settleVisit(trx, swap.id, ['held'], 'withdrawn')) await refreshVisit(trx, swap);
  }
  const isSettled = await agreeAfterAll(trx, visit.id);
  if (isSettled) {
    await spreadVisit(counter, visit, 'therapist', shown);
    const told = { to: visit.therapistId, purpose: 'visit-status', subjectId: visit.id } as const;
    await tell(trx, { ...told, occasion: `after ${visit.version}` }, now);
  }
  const hint = isSettled ? undefined : takenMeanwhileNote;
  if (visit.bundleId !== null)
    return { kind: 'replace', card: await drawBundle(counter, visit.bundleId, hint), about: visit.bundleId };
  const card = visitAskCard((await visitById(trx, visit.id)) ?? visit, local.date);
  return { kind: 'replace', card: hint === undefined ? card : onceBegun(card, hint) };
};

/** What is declined of a planned week is planned anew, and offered with whatever else this card declined. */
const spreadAnswer = async (
  counter: Counter,
  visit: VisitView,
  bundleId: string,
  to: VisitState,
  shown: Tap['message'],
): Promise<void> => {
  if (to !== 'another') return spreadVisit(counter, visit, 'therapist', shown);
  await loseTo(counter.trx, visit.id, bundleId);
  await refreshVisit(counter.trx, visit, shown);
  await offerSwaps(counter, bundleId, [visit]);
};

/** “Take it back” or “I can't come”: the room is free again at once. */
export const withdrawVisit: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitToChange(counter.trx, tap.ref) : undefined;
  if (!visit || visit.therapistId !== counter.me.id) return { kind: 'replace', card: outdatedCard() };
  if (hasBegun(visit, counter.now)) {
    const card = visitStatusCard(visit, counter.local.date);
    return { kind: 'replace', card: onceBegun(card, visitBegunTherapistNote) };
  }
  const settled = await settleVisit(counter.trx, visit.id, ['proposed', 'agreed'], 'withdrawn');
  if (settled) {
    await cancelQueued(counter.trx, visit.id, 'withdrawn before it was asked');
    if (visit.state === 'agreed') await spreadVisit(counter, visit, 'teacher', tap.message);
    else await refresh(counter.trx, visit.id, tap.message);
  }
  const current = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'replace', card: visitStatusCard(current, counter.local.date) };
};
