import { addDays } from '../core/time.ts';
import { reviewStopCard } from '../core/wording/pattern.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { cancelQueued, refresh } from '../store/outbox.ts';
import { settlePairing } from '../store/pairings.ts';
import { answerReview } from '../store/reviews.ts';
import { holding, settleVisit, visitsAround } from '../store/visits.ts';
import { drawReview, reviewFacts } from './compose/review.ts';
import type { Counter } from './desk.ts';
import { isId, type OnTap } from './door.ts';
import { spreadVisit } from './spread-visit.ts';
import { tell } from './tell.ts';

const mine = async (counter: Counter, id: string) => {
  const found = isId(id) ? await reviewFacts(counter, id) : undefined;
  return found?.pairing.therapistId === counter.me.id && found.pairing.state === 'active' ? found : undefined;
};

/** Keep, another time, another way; “stop” asks once more. */
export const answerPairReview: OnTap = async (counter, tap) => {
  const found = await mine(counter, tap.ref);
  if (!found) return { kind: 'replace', card: outdatedCard() };
  const { value } = tap;
  if (value === 'stop') return { kind: 'replace', card: reviewStopCard(found.facts) };
  if (value !== 'keep' && value !== 'time' && value !== 'format')
    return { kind: 'replace', card: outdatedCard() };
  await answerReview(counter.trx, tap.ref, value);
  return { kind: 'replace', card: (await drawReview(counter, tap.ref)) ?? outdatedCard() };
};

/** The pair ends: visits still to come are taken back, and the teacher is told. What was counted stays. */
export const stopPair: OnTap = async (counter, tap) => {
  const found = await mine(counter, tap.ref);
  if (!found) return { kind: 'replace', card: outdatedCard() };
  const { trx, now, local } = counter;
  const { pairing } = found;
  const room = { memberIds: [], classroomIds: [pairing.classroomId] };
  // As far ahead as anybody plans.
  for (const visit of await visitsAround(trx, room, local.date, addDays(local.date, 366))) {
    const over = visit.date === local.date && visit.start <= local.minute;
    if (visit.pairingId !== pairing.id || over) continue;
    if (!(await settleVisit(trx, visit.id, holding, 'withdrawn'))) continue;
    await cancelQueued(trx, visit.id, 'the pair ended');
    if (visit.state === 'agreed') await spreadVisit(counter, visit, 'teacher');
    else await refresh(trx, visit.id);
  }
  await settlePairing(trx, pairing.id, 'active', 'ended');
  await answerReview(trx, tap.ref, 'stop');
  await refresh(trx, pairing.id);
  await tell(
    trx,
    { to: pairing.teacherId, purpose: 'invitation', subjectId: pairing.id, occasion: 'ended' },
    now,
  );
  return { kind: 'replace', card: (await drawReview(counter, tap.ref)) ?? outdatedCard() };
};
