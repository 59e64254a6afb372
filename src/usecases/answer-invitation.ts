import { countsFrom } from '../core/minutes/mandate.ts';
import { pairMandates } from '../core/minutes/tracks.ts';
import { invitationCard } from '../core/wording/pair.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { AFTER_ALL } from '../core/wording/visit.ts';
import { refresh } from '../store/outbox.ts';
import { sayMandate } from '../store/pairing-mandates.ts';
import { type PairingView, pairingById, settlePairing, standingPairing } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { beginMandates, mandatesOf } from '../store/student-mandates.ts';
import type { Desk } from './desk.ts';
import { isId, type OnTap } from './door.ts';
import { tell } from './tell.ts';

/** The teacher's yes opens her room, also after a no; a no needs no reason. */
export const answerInvitation: OnTap = async (counter, tap) => {
  const { trx, me, now } = counter;
  const pairing = isId(tap.ref) ? await pairingById(trx, tap.ref) : undefined;
  if (!pairing || pairing.teacherId !== me.id) return { kind: 'replace', card: outdatedCard() };
  const afterAll = tap.value === AFTER_ALL && !(await standsAnew(trx, pairing));
  const yes = tap.value === 'yes' || afterAll;
  const settled = await settlePairing(
    trx,
    pairing.id,
    afterAll ? 'declined' : 'invited',
    yes ? 'active' : 'declined',
  );
  if (settled) {
    if (yes) await beginMandate(counter, pairing);
    await refresh(trx, pairing.id, tap.message);
    const status = { to: pairing.therapistId, purpose: 'pairing-status', subjectId: pairing.id } as const;
    await tell(trx, afterAll ? { ...status, occasion: 'after all' } : status, now);
  }
  const current = (await pairingById(trx, pairing.id)) ?? pairing;
  return { kind: 'replace', card: invitationCard(current) };
};

/** Asked again since, and on another card. */
const standsAnew = async (trx: Trx, { therapistId, classroomId }: PairingView): Promise<boolean> =>
  (await standingPairing(trx, therapistId, classroomId)) !== undefined;

/** Minutes are counted from the day of the yes. */
const beginMandate = async (
  { trx, now, local: { date: from } }: Desk,
  pairing: PairingView,
): Promise<void> => {
  const students = await mandatesOf(trx, [pairing.id]);
  const rhythm = students[0]?.rhythm ?? 'every_week';
  for (const mandate of pairMandates(students, { period: pairing.period, rhythm }))
    await sayMandate(trx, pairing.id, { ...mandate, from }, now);
  await beginMandates(trx, pairing.id, countsFrom({ from, period: 'week' }));
};
