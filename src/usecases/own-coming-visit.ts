import { hasBegun } from '../core/has-begun.ts';
import { sideOf } from '../core/partner.ts';
import { holding, type VisitView, visitToChange } from '../store/visits.ts';
import type { Counter } from './desk.ts';
import { isId } from './door.ts';

/** A visit still to come, seen by one of its two people and kept from others until this transaction ends. */
export const ownComingVisit = async (counter: Counter, ref: string) => {
  const visit = isId(ref) ? await visitToChange(counter.trx, ref) : undefined;
  const side = visit && sideOf(visit, counter.me.id);
  if (!visit || !side || !isHeld(visit) || hasBegun(visit, counter.now)) return undefined;
  return { visit, side };
};

const isHeld = ({ state }: VisitView): boolean => holding.some((held) => held === state);
