import type { Card } from '../../core/card.ts';
import { causeCard, outcomeCard, recordedCard } from '../../core/wording/outcome.ts';
import { noteOf } from '../../store/visit-notes.ts';
import { unrecorded } from '../../store/visit-outcomes.ts';
import { type VisitView, visitById } from '../../store/visits.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** How a visit went, as far as the therapist has said. */
export const drawOutcome = async (desk: Desk, visit: VisitView, hint?: string): Promise<Card> => {
  const today = desk.local.date;
  const left = await unrecorded(desk.trx, desk.me.id, desk.now);
  const waiting = left.filter(({ id }) => id !== visit.id).length;
  const { outcome } = visit;
  if (outcome === null) return outcomeCard(visit, today, waiting);
  if (outcome === 'could_not' && visit.reason === null) return causeCard(visit, today);
  const hasNote = (await noteOf(desk.trx, visit.id)) !== undefined;
  return recordedCard({ ...visit, outcome }, today, { hasNote, waiting, hint });
};

export const composeVisitOutcome: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  return visit?.state === 'agreed' ? drawOutcome(desk, visit) : undefined;
};
