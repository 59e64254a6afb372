import { usualAgreement } from '../../core/agreement.ts';
import { partnerOf, sideOf } from '../../core/partner.ts';
import { type AgreementFacts, agreementCard } from '../../core/wording/agreement.ts';
import { agreementOf } from '../../store/agreements.ts';
import { memberById } from '../../store/members.ts';
import { pairingById } from '../../store/pairings.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** As one of the two sees it; undefined for anybody else, and for a pairing that is over. */
export const agreementFacts = async (desk: Desk, pairingId: string): Promise<AgreementFacts | undefined> => {
  const { trx, me } = desk;
  const pairing = await pairingById(trx, pairingId);
  if (pairing?.state !== 'active' || !sideOf(pairing, me.id)) return undefined;
  const said = await agreementOf(trx, pairingId);
  return {
    pairingId,
    partner: partnerOf(pairing, me.id).name,
    classroomName: pairing.classroomName,
    agreement: said ?? usualAgreement,
    changedBy: said?.changed_by ? (await memberById(trx, said.changed_by)).name : '',
  };
};

export const composeAgreement: Composer = async (desk, pairingId) => {
  const facts = await agreementFacts(desk, pairingId);
  return facts && agreementCard(facts);
};
