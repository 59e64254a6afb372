import { invitationCard, pairingStatusCard } from '../../core/wording/pair.ts';
import { pairingById } from '../../store/pairings.ts';
import type { Composer } from './composer.ts';

export const composeInvitation: Composer = async (desk, pairingId) => {
  const pairing = await pairingById(desk.trx, pairingId);
  return pairing && invitationCard(pairing);
};

export const composePairingStatus: Composer = async (desk, pairingId) => {
  const pairing = await pairingById(desk.trx, pairingId);
  return pairing && pairingStatusCard(pairing);
};
