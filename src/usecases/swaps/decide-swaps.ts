import { randomUUID } from 'node:crypto';
import { outdatedCard } from '../../core/wording/trouble.ts';
import type { Answer } from '../../ports/inbound.ts';
import { refresh } from '../../store/outbox.ts';
import type { Trx } from '../../store/schema.ts';
import { dropSwapSearches } from '../../store/swap-searches.ts';
import { askHeld, heldLostTo, visitsInsteadOf, visitsLostTo } from '../../store/visit-bundles.ts';
import { settleVisit, type VisitView, visitToChange } from '../../store/visits.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { refreshVisit } from '../spread-visit.ts';
import { askTeacher } from '../week-plan/send-plan.ts';
import { drawSwaps } from './draw-swaps.ts';

/** “Ask for the best of each”: each teacher on one card. */
export const askSwaps: OnTap = async (counter, tap) => {
  const { trx, me } = counter;
  const lost = isId(tap.ref) ? await visitsLostTo(trx, tap.ref, me.id) : [];
  const swaps = await visitsInsteadOf(
    trx,
    lost.map(({ id }) => id),
  );
  const best = lost.flatMap(({ id }) => {
    const held = swaps.filter(({ insteadOf, state }) => insteadOf === id && state === 'held');
    return held.sort(byRank).slice(0, 1);
  });
  await ask(counter, best);
  return redrawn(counter, tap.ref);
};

const byRank = (a: VisitView, b: VisitView): number => (a.swapRank ?? 1) - (b.swapRank ?? 1);

/** “Ask for this”: the others that were kept in its place are free at once. */
export const takeSwap: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitToChange(counter.trx, tap.ref) : undefined;
  if (visit?.therapistId !== counter.me.id || visit.insteadOf === null)
    return { kind: 'replace', card: outdatedCard() };
  await ask(counter, [visit]);
  const lost = await visitToChange(counter.trx, visit.insteadOf);
  return redrawn(counter, lost?.lostTo ?? '');
};

const ask = async (counter: Counter, swaps: readonly VisitView[]): Promise<void> => {
  const { trx } = counter;
  const bundles = new Map<string, string>();
  for (const { id, teacherId, insteadOf } of swaps) {
    const bundleId = bundles.get(teacherId) ?? randomUUID();
    const asked = await askHeld(trx, id, bundleId);
    if (asked === undefined) continue;
    bundles.set(teacherId, bundleId);
    if (asked.planId !== null) await refresh(trx, asked.planId);
    for (const other of await visitsInsteadOf(trx, insteadOf === null ? [] : [insteadOf]))
      if (other.id !== id) await settleVisit(trx, other.id, ['held'], 'withdrawn');
  }
  for (const [teacherId, bundleId] of bundles) await askTeacher(counter, teacherId, bundleId);
};

/** “Not this one”: the room is free for others at once. */
export const dropSwap: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitToChange(counter.trx, tap.ref) : undefined;
  if (visit?.therapistId !== counter.me.id || visit.insteadOf === null)
    return { kind: 'replace', card: outdatedCard() };
  await settleVisit(counter.trx, visit.id, ['held'], 'withdrawn');
  const lost = await visitToChange(counter.trx, visit.insteadOf);
  return redrawn(counter, lost?.lostTo ?? '');
};

const redrawn = async (counter: Counter, subjectId: string): Promise<Answer> => {
  const card = isId(subjectId) ? await drawSwaps(counter, subjectId) : undefined;
  return { kind: 'replace', card: card ?? outdatedCard(), about: subjectId };
};

/** What took the visits was taken back: no room is kept any longer. */
export const releaseSwaps = async (trx: Trx, subjectId: string): Promise<void> => {
  await dropSwapSearches(trx, subjectId);
  for (const visit of await heldLostTo(trx, subjectId)) {
    await settleVisit(trx, visit.id, ['held'], 'withdrawn');
    await refreshVisit(trx, visit);
  }
  await refresh(trx, subjectId);
};
