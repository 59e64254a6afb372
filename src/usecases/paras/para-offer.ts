import { beginsAt, hasBegun } from '../../core/has-begun.ts';
import { sideOf } from '../../core/partner.ts';
import { offeredParts, rolesOf } from '../../core/roles.ts';
import { paraOfferCard } from '../../core/wording/para.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { refresh } from '../../store/outbox.ts';
import { offerPart, paraOfferById, settleParaOffer } from '../../store/para-offers.ts';
import { isInClass } from '../../store/paras.ts';
import { keepRoles } from '../../store/role-cards.ts';
import { visitById, visitToChange } from '../../store/visits.ts';
import type { Composer } from '../compose/composer.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { tell } from '../tell.ts';
import { drawParaVisit } from './para-visits.ts';

const comingVisit = async ({ trx, now }: Counter, id: string) => {
  const visit = isId(id) ? await visitToChange(trx, id) : undefined;
  return visit?.state === 'agreed' && !hasBegun(visit, now) ? visit : undefined;
};

/** “I could watch”: one tap, and both others know. */
export const offerParaPart: OnTap = async (counter, tap) => {
  const { trx, me, now } = counter;
  const visit = await comingVisit(counter, tap.ref);
  const part = offeredParts.find((known) => known === tap.value);
  const drawn = async () => (isId(tap.ref) ? drawParaVisit(counter, tap.ref) : undefined);
  if (!visit || !part || !(await isInClass(trx, visit.classroomId, me.id)))
    return { kind: 'replace', card: (await drawn()) ?? outdatedCard() };
  const { id, version } = await offerPart(trx, { visitId: visit.id, paraId: me.id, part }, now);
  await refresh(trx, id);
  const usefulUntil = beginsAt(visit);
  for (const to of [visit.teacherId, visit.therapistId])
    await tell(
      trx,
      { to, purpose: 'para-offer', subjectId: id, occasion: String(version), usefulUntil },
      now,
    );
  return { kind: 'replace', card: (await drawn()) ?? outdatedCard() };
};

/** Her class, so her word; a yes is the para’s part from then on. */
export const answerParaOffer: OnTap = async (counter, tap) => {
  const { trx, me, local } = counter;
  const offer = isId(tap.ref) ? await paraOfferById(trx, tap.ref) : undefined;
  const visit = offer && (await comingVisit(counter, offer.visitId));
  if (!offer || visit?.teacherId !== me.id) return { kind: 'replace', card: outdatedCard() };
  const accepted = tap.value === 'yes';
  if (await settleParaOffer(trx, { ...offer, version: tap.version ?? offer.version }, accepted)) {
    // What the therapist has not seen yet stays unseen.
    const agreed = { therapist: visit.therapistAgreed ?? true, teacher: true };
    if (accepted) await keepRoles(trx, visit.id, { ...rolesOf(visit), para: offer.part }, agreed);
    await refresh(trx, visit.id);
    await refresh(trx, offer.id, tap.message);
  }
  const now = (await visitById(trx, visit.id)) ?? visit;
  const settled = (await paraOfferById(trx, offer.id)) ?? offer;
  return { kind: 'replace', card: paraOfferCard(now, settled, 'teacher', local.date) };
};

export const composeParaOffer: Composer = async (desk, id) => {
  const offer = await paraOfferById(desk.trx, id);
  const visit = offer && (await visitById(desk.trx, offer.visitId));
  const side = visit && sideOf(visit, desk.me.id);
  if (!offer || !side || visit.state !== 'agreed') return undefined;
  return paraOfferCard(visit, offer, side, desk.local.date);
};
