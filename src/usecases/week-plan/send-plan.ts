import { randomUUID } from 'node:crypto';
import { beginsAt } from '../../core/has-begun.ts';
import type { PlanLine } from '../../core/week-plan/plan-lines.ts';
import { possibleTimes } from '../../core/week-plan/possible-times.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { changedMeanwhile, takenMeanwhile } from '../../core/wording/week-plan.ts';
import { mandatesOf } from '../../store/student-mandates.ts';
import { takeTurn } from '../../store/turns.ts';
import { visitsInBundle } from '../../store/visit-bundles.ts';
import { addVisitStudents, holdVisit } from '../../store/visits.ts';
import { changeWeekPlan, weekPlanToChange } from '../../store/week-plans.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap, type Tap } from '../door.ts';
import { rememberShown } from '../remember-shown.ts';
import { tell } from '../tell.ts';
import { askWeek } from './ask-week.ts';
import { drawWeekPlan, linesOf } from './draw-week-plan.ts';

/** One tap: every room is held as far as it is free, and each teacher gets one card with the visits of her classes. */
export const sendPlan: OnTap = async (counter, tap) => {
  const { trx, me } = counter;
  const plan = isId(tap.ref) ? await weekPlanToChange(trx, tap.ref) : undefined;
  if (plan?.therapist_id !== me.id) return { kind: 'replace', card: outdatedCard() };
  if (plan.state !== 'draft') return { kind: 'replace', card: await drawWeekPlan(counter, plan.id) };
  // Nobody sends what they have not seen.
  if (tap.version !== plan.version)
    return { kind: 'replace', card: await drawWeekPlan(counter, plan.id, changedMeanwhile) };
  await takeTurn(trx, `visits of ${me.id}`);
  const week = await askWeek(counter);
  const bundles = new Map<string, string>();
  const lost: PlanLine[] = [];
  for (const line of await linesOf(counter, plan)) {
    const isHeld = await holdLine(counter, week, line, { planId: plan.id, bundles });
    if (!isHeld) lost.push(line);
  }
  await changeWeekPlan(trx, plan.id, { state: 'sent', improving: false, offered: null });
  await keepCard(counter, plan.id, tap);
  for (const [teacherId, bundleId] of bundles) await askTeacher(counter, teacherId, bundleId);
  const hint = lost.length === 0 ? undefined : takenMeanwhile(lost.length);
  return { kind: 'replace', card: await drawWeekPlan(counter, plan.id, hint) };
};

/** False when it is not to be had any more: somebody was quicker, or the day changed. */
const holdLine = async (
  { trx, me, now, school }: Counter,
  { asked, times }: Awaited<ReturnType<typeof askWeek>>,
  line: PlanLine,
  { planId, bundles }: { readonly planId: string; readonly bundles: Map<string, string> },
): Promise<boolean> => {
  const pairing = times.pairings.find(({ id }) => id === line.pairingId);
  const found = asked.needs.find(({ pairingId }) => pairingId === line.pairingId);
  if (pairing === undefined || found === undefined) return false;
  const need = { ...found, minutes: line.end - line.start };
  const fits = possibleTimes(times.input, need, line.setting, line.date).find(
    ({ start }) => start === line.start,
  );
  if (fits === undefined) return false;
  const { teacherId } = pairing;
  const bundleId = bundles.get(teacherId) ?? randomUUID();
  const zone = (need.classDay.school ?? school).zone;
  const visitId = await holdVisit(
    trx,
    { ...fits, setting: line.setting, therapistId: me.id, teacherId, zone, planId, bundleId },
    now,
  );
  if (visitId === undefined) return false;
  const mandates = await mandatesOf(trx, [pairing.id]);
  await addVisitStudents(
    trx,
    visitId,
    mandates.filter(({ id }) => line.mandates.includes(id)).flatMap(({ studentId }) => studentId ?? []),
  );
  bundles.set(teacherId, bundleId);
  return true;
};

/** One card for all visits that share this bundle, until the last of them begins. */
export const askTeacher = async (
  { trx, now }: Pick<Counter, 'trx' | 'now'>,
  teacherId: string,
  bundleId: string,
): Promise<number | undefined> => {
  const visits = await visitsInBundle(trx, bundleId);
  const usefulUntil = Math.max(now, ...visits.map(beginsAt));
  return tell(trx, { to: teacherId, purpose: 'visits-ask', subjectId: bundleId, usefulUntil }, now);
};

const keepCard = async (counter: Counter, planId: string, tap: Tap): Promise<void> => {
  const { trx, me, now } = counter;
  if (tap.message) await rememberShown(counter, { purpose: 'week-plan', subjectId: planId }, tap.message);
  // A card shown for a moment only cannot say later what the teachers answered.
  else await tell(trx, { to: me.id, purpose: 'week-plan', subjectId: planId }, now);
};
