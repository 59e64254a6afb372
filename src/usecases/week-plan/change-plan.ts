import { minuteOf } from '../../core/clock-minutes.ts';
import { planDays } from '../../core/plan/caseload.ts';
import { addDays, isDate, weekdayOf } from '../../core/time.ts';
import { caseloadOf, leastChange } from '../../core/week-plan/caseload-of.ts';
import { activityOf } from '../../core/week-plan/plan-lines.ts';
import { quickSteps, type Wish } from '../../core/week-plan/planned-week.ts';
import { weekChanges } from '../../core/week-plan/week-changes.ts';
import { isAt, withFixed, withWishes } from '../../core/week-plan/with-wishes.ts';
import { changePlanFaults, changePlanForm, offeredPlanCard } from '../../core/wording/change-plan.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { changedMeanwhile } from '../../core/wording/week-plan.ts';
import { inSlices } from '../../in-slices.ts';
import type { Answer } from '../../ports/inbound.ts';
import { refresh } from '../../store/outbox.ts';
import { changeWeekPlan, type WeekPlanRow, weekPlanToChange } from '../../store/week-plans.ts';
import type { Counter } from '../desk.ts';
import { chosen, field, isId, type OnSubmit, type OnTap } from '../door.ts';
import { askWeek } from './ask-week.ts';
import { drawWeekPlan, linesIn } from './draw-week-plan.ts';

const draftOf = async ({ trx, me }: Counter, id: string): Promise<WeekPlanRow | undefined> => {
  const plan = isId(id) ? await weekPlanToChange(trx, id) : undefined;
  return plan?.therapist_id === me.id && plan.state === 'draft' ? plan : undefined;
};

export const openChangeForm: OnTap = async (counter, tap) => {
  const plan = await draftOf(counter, tap.ref);
  if (plan === undefined) return { kind: 'card', card: outdatedCard() };
  const lines = await linesIn(counter, plan, plan.week.visits);
  return {
    kind: 'form',
    form: changePlanForm(
      plan.id,
      lines.map((line) => ({ value: `${line.date}/${line.start}`, line })),
    ),
  };
};

/** Keep it, never that, move it: the rest is planned anew with the least change, and shown before it is taken. */
export const wishPlan: OnSubmit = async (counter, { ref, values }) => {
  const plan = await draftOf(counter, ref);
  if (plan === undefined) return { kind: 'card', card: outdatedCard() };
  const [date = '', start = ''] = field(values, 'visit').split('/');
  const day = isDate(date) ? planDays[weekdayOf(date) - 1] : undefined;
  const visit = plan.week.visits.find((one) => one.day === day && minuteOf(one.start) === Number(start));
  const wanted = chosen(values, 'wish', ['keep', 'move', 'never']);
  if (visit === undefined) return { kind: 'faults', faults: { visit: changePlanFaults.visit } };
  if (wanted === undefined) return { kind: 'faults', faults: { wish: changePlanFaults.wish } };
  const wish: Wish = {
    do: wanted,
    class: visit.class,
    day: visit.day,
    start: visit.start,
    activity: activityOf(plan.caseload, visit),
  };
  return offer(counter, plan, wish);
};

const offer = async (counter: Counter, plan: WeekPlanRow, wish: Wish): Promise<Answer> => {
  const { asked } = await askWeek(counter);
  // The same time wished for twice is the later wish.
  const wishes = [...plan.wishes.filter((one) => !isAt(one, wish)), wish];
  const before = plan.week.visits.flatMap((visit) => {
    const pairingId = plan.caseload.rooms[visit.class]?.pairingId;
    const date = addDays(plan.monday, planDays.indexOf(visit.day));
    return pairingId === undefined ? [] : [{ pairingId, schoolId: '', date, start: minuteOf(visit.start) }];
  });
  const source = withWishes(caseloadOf(leastChange({ ...asked, before })), wishes, plan.week.visits);
  const week = withFixed(source, await inSlices(quickSteps(source.caseload)));
  await changeWeekPlan(counter.trx, plan.id, { offered: { wishes, week, source }, improving: false });
  const { goes, comes, regrouped } = weekChanges(plan.week.visits, week.visits);
  const missing = (unplaced: typeof week.unplaced) => unplaced.reduce((sum, one) => sum + one.missing, 0);
  return {
    kind: 'card',
    card: offeredPlanCard({
      id: plan.id,
      version: plan.version + 1,
      changes: {
        goes: await linesIn(counter, plan, goes),
        comes: await linesIn(counter, { ...plan, caseload: source }, comes),
        regrouped: await linesIn(counter, { ...plan, caseload: source }, regrouped),
      },
      moreMissing: missing(week.unplaced) - missing(plan.week.unplaced),
    }),
  };
};

/** “Make this change”, or leave it; the card of the plan says what is true wherever it stands. */
const decide =
  (takes: boolean): OnTap =>
  async (counter, tap) => {
    const { trx } = counter;
    const plan = await draftOf(counter, tap.ref);
    if (plan === undefined) return { kind: 'replace', card: outdatedCard() };
    const { offered } = plan;
    if (offered === null || tap.version !== plan.version)
      return { kind: 'replace', card: await drawWeekPlan(counter, plan.id, changedMeanwhile) };
    const { week, wishes, source } = offered;
    await changeWeekPlan(
      trx,
      plan.id,
      takes ? { week, wishes, source, offered: null, improving: true } : { offered: null },
    );
    await refresh(trx, plan.id);
    if (takes) counter.improve(plan.id);
    return { kind: 'replace', card: await drawWeekPlan(counter, plan.id) };
  };
export const takeOffered = decide(true);
export const leaveOffered = decide(false);
