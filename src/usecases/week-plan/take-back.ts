import { hasBegun } from '../../core/has-begun.ts';
import { changePlanFaults, takeBackForm } from '../../core/wording/change-plan.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { visitsOfPlan } from '../../store/visit-bundles.ts';
import { settleVisit, type VisitView, visitToChange } from '../../store/visits.ts';
import { weekPlanById } from '../../store/week-plans.ts';
import type { Counter } from '../desk.ts';
import { field, isId, type OnSubmit, type OnTap } from '../door.ts';
import { refreshVisit, spreadVisit } from '../spread-visit.ts';
import { drawWeekPlan } from './draw-week-plan.ts';

const canGo =
  ({ me, now }: Counter) =>
  (visit: VisitView): boolean =>
    visit.therapistId === me.id &&
    (visit.state === 'proposed' || visit.state === 'agreed') &&
    !hasBegun(visit, now);

export const openTakeBackForm: OnTap = async (counter, tap) => {
  const plan = isId(tap.ref) ? await weekPlanById(counter.trx, tap.ref) : undefined;
  const visits = plan ? (await visitsOfPlan(counter.trx, plan.id)).filter(canGo(counter)) : [];
  if (plan === undefined || visits.length === 0) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: takeBackForm(plan.id, visits) };
};

/** “I can't come” to one visit of a week that was sent: the room is free at once. */
export const takeBackVisit: OnSubmit = async (counter, { ref, values }) => {
  const { trx } = counter;
  const id = field(values, 'visit');
  const visit = isId(id) ? await visitToChange(trx, id) : undefined;
  if (visit?.planId !== ref || visit.therapistId !== counter.me.id)
    return { kind: 'faults', faults: { visit: changePlanFaults.visit } };
  if (canGo(counter)(visit) && (await settleVisit(trx, visit.id, ['proposed', 'agreed'], 'withdrawn'))) {
    // A teacher who said yes counts on it and is told; one who has not sees it on her card.
    if (visit.state === 'agreed') await spreadVisit(counter, visit, 'teacher');
    else await refreshVisit(trx, visit);
  }
  return { kind: 'card', card: await drawWeekPlan(counter, ref) };
};
