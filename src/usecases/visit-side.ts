import { hasBegun } from '../core/has-begun.ts';
import { holding, type VisitView, visitToChange } from '../store/visits.ts';
import type { Counter, Desk } from './desk.ts';
import { isId } from './door.ts';

/** Whose visit it is to this person; undefined for anybody else. */
export const sideOfVisit = (
  { me }: Pick<Desk, 'me'>,
  visit: VisitView,
): 'therapist' | 'teacher' | undefined =>
  me.id === visit.therapistId ? 'therapist' : me.id === visit.teacherId ? 'teacher' : undefined;

/** A visit still to come, seen by one of its two people and kept from others until this transaction ends. */
export const ownComingVisit = async (counter: Counter, ref: string) => {
  const visit = isId(ref) ? await visitToChange(counter.trx, ref) : undefined;
  const side = visit && sideOfVisit(counter, visit);
  if (!visit || !side || !isHeld(visit) || hasBegun(visit, counter.now)) return undefined;
  return { visit, side };
};

const isHeld = ({ state }: VisitView): boolean => holding.some((held) => held === state);
