import { caseloadOf } from '../../core/week-plan/caseload-of.ts';
import { type PlanSource, quickSteps } from '../../core/week-plan/planned-week.ts';
import { allPlannedCard } from '../../core/wording/schedule.ts';
import { nothingToPlanCard } from '../../core/wording/week-plan.ts';
import { onlyTherapistsCard } from '../../core/wording/welcome.ts';
import { inSlices } from '../../in-slices.ts';
import type { Answer } from '../../ports/inbound.ts';
import { refresh } from '../../store/outbox.ts';
import { startWeekPlan } from '../../store/week-plans.ts';
import type { Counter } from '../desk.ts';
import { rememberShown } from '../remember-shown.ts';
import { withoutPairing } from '../show-schedule.ts';
import { askWeek } from './ask-week.ts';
import { drawWeekPlan } from './draw-week-plan.ts';

/** `/pushin schedule week`: a week that works at once, and a better one while it is looked at. */
export const planWeek = async (counter: Counter): Promise<Answer> => {
  if (counter.me.role !== 'therapist') return { kind: 'card', card: onlyTherapistsCard() };
  const { asked, times } = await askWeek(counter);
  if (times.pairings.length === 0) return { kind: 'card', card: await withoutPairing(counter) };
  const source = caseloadOf(asked);
  if (source.caseload.services.length === 0)
    return {
      kind: 'card',
      card: times.refused.length > 0 ? nothingToPlanCard(asked.monday) : allPlannedCard(),
    };
  return showPlan(counter, await startPlan(counter, source));
};

const startPlan = async (counter: Counter, source: PlanSource): Promise<string> => {
  const { trx, me, now } = counter;
  const week = await inSlices(quickSteps(source.caseload));
  const { id, left } = await startWeekPlan(trx, me.id, source, week, now);
  for (const old of left) await refresh(trx, old);
  counter.improve(id);
  return id;
};

const showPlan = async (counter: Counter, id: string): Promise<Answer> => ({
  kind: 'card',
  card: await drawWeekPlan(counter, id),
  shown: (message) =>
    counter.later((trx) =>
      rememberShown({ ...counter, trx }, { purpose: 'week-plan', subjectId: id }, message),
    ),
});
