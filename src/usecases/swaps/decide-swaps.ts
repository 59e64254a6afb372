import { randomUUID } from 'node:crypto';
import { outdatedCard } from '../../core/wording/trouble.ts';
import type { Answer } from '../../ports/inbound.ts';
import { refresh } from '../../store/outbox.ts';
import type { Trx } from '../../store/schema.ts';
import { askHeld, heldLostTo, visitsInsteadOf, visitsLostTo } from '../../store/visit-bundles.ts';
import { settleVisit, visitToChange } from '../../store/visits.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { subjectsOf } from '../spread-visit.ts';
import { askTeacher } from '../week-plan/send-plan.ts';
import { drawSwaps } from './draw-swaps.ts';

/** “Ask for these”: what is held is asked, each teacher on one card. */
export const askSwaps: OnTap = async (counter, tap) => {
  const { trx, me } = counter;
  const lost = isId(tap.ref) ? await visitsLostTo(trx, tap.ref, me.id) : [];
  const swaps = await visitsInsteadOf(
    trx,
    lost.map(({ id }) => id),
  );
  const bundles = new Map<string, string>();
  for (const { id, teacherId, planId } of swaps) {
    const bundleId = bundles.get(teacherId) ?? randomUUID();
    if (!(await askHeld(trx, id, bundleId))) continue;
    bundles.set(teacherId, bundleId);
    if (planId !== null) await refresh(trx, planId);
  }
  for (const [teacherId, bundleId] of bundles) await askTeacher(counter, teacherId, bundleId);
  return redrawn(counter, tap.ref);
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
  for (const visit of await heldLostTo(trx, subjectId)) {
    await settleVisit(trx, visit.id, ['held'], 'withdrawn');
    for (const subject of subjectsOf(visit)) await refresh(trx, subject);
  }
  await refresh(trx, subjectId);
};
