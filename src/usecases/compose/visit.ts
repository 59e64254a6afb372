import { hasBegun } from '../../core/has-begun.ts';
import { onceBegun, visitAskCard, visitStatusCard } from '../../core/wording/visit.ts';
import { visitById } from '../../store/visits.ts';
import type { Composer } from './composer.ts';

export const composeVisitAsk: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  if (!visit) return undefined;
  const card = visitAskCard(visit, desk.local.date);
  return hasBegun(visit, desk.now) ? onceBegun(card) : card;
};

export const composeVisitStatus: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  if (!visit) return undefined;
  const card = visitStatusCard(visit, desk.local.date);
  // What did not come about still leads to other times.
  return visit.state === 'agreed' && hasBegun(visit, desk.now) ? onceBegun(card) : card;
};
