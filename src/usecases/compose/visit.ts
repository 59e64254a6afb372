import { visitAskCard, visitStatusCard } from '../../core/wording/visit.ts';
import { visitById } from '../../store/visits.ts';
import type { Composer } from './composer.ts';

export const composeVisitAsk: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  return visit && visitAskCard(visit, desk.local.date);
};

export const composeVisitStatus: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  return visit && visitStatusCard(visit, desk.local.date);
};
