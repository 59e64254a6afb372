import { intentionCard } from '../../core/wording/intention.ts';
import { visitById } from '../../store/visits.ts';
import type { Composer } from './composer.ts';

export const composeIntention: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  return visit?.state === 'agreed' ? intentionCard(visit, desk.local.date) : undefined;
};
