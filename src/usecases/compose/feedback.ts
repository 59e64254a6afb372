import type { Card } from '../../core/card.ts';
import { feedbackCard, visitWordCard } from '../../core/wording/feedback.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { type VisitView, visitById } from '../../store/visits.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

export const drawFeedback = async (desk: Desk, visit: VisitView): Promise<Card> =>
  feedbackCard(visit, await feedbackOn(desk.trx, visit.id), desk.local.date);

/** A visit that was recorded otherwise meanwhile is not asked about. */
export const composeFeedback: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  const held = visit?.outcome === 'as_planned' || visit?.outcome === 'adapted';
  return visit && held ? drawFeedback(desk, visit) : undefined;
};

export const composeVisitWord: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  const said = visit && (await feedbackOn(desk.trx, visit.id));
  return visit && said && visitWordCard(visit, said, desk.local.date);
};
