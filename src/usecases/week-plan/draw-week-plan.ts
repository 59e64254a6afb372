import type { Card } from '../../core/card.ts';
import type { PlannedVisit } from '../../core/plan/week-plan.ts';
import { whyUnplaced } from '../../core/week-plan/no-place.ts';
import { planLines } from '../../core/week-plan/plan-lines.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { leftPlanCard, sentPlanCard, weekPlanCard, whoCard } from '../../core/wording/week-plan.ts';
import { activePairingsOf } from '../../store/pairings.ts';
import { mandatesOf } from '../../store/student-mandates.ts';
import { studentAliases } from '../../store/students.ts';
import { visitsOfPlan } from '../../store/visit-bundles.ts';
import { type WeekPlanRow, weekPlanById } from '../../store/week-plans.ts';
import type { Composer } from '../compose/composer.ts';
import type { Desk } from '../desk.ts';
import type { OnTap } from '../door.ts';
import { isId } from '../door.ts';

export const composeWeekPlan: Composer = async (desk, id) => {
  const plan = await weekPlanById(desk.trx, id);
  return plan && drawPlan(desk, plan);
};

export const drawWeekPlan = async (desk: Desk, id: string, hint?: string): Promise<Card> => {
  const plan = await weekPlanById(desk.trx, id);
  return plan === undefined ? outdatedCard() : drawPlan(desk, plan, hint);
};

const drawPlan = async (desk: Desk, plan: WeekPlanRow, hint?: string): Promise<Card> => {
  if (plan.state === 'left') return leftPlanCard();
  if (plan.state === 'sent')
    return sentPlanCard(
      { id: plan.id, monday: plan.monday, visits: await visitsOfPlan(desk.trx, plan.id) },
      hint,
    );
  const { caseload, week, monday, id, version } = plan;
  const roomOf = new Map(caseload.caseload.services.map((service) => [service.id, service.class]));
  return weekPlanCard(
    {
      id,
      version,
      monday,
      lines: await linesOf(desk, plan),
      unplaced: week.unplaced.map((one) => ({
        ...one,
        room: roomOf.get(one.service) ?? '',
        why: whyUnplaced(caseload, week, one),
      })),
      ofTeam: caseload.ofTeam ?? false,
      isImproving: plan.improving,
      isProven: week.isProven,
      gap: gapOf(week.objective, week.bound),
    },
    hint,
  );
};

export const linesOf = (desk: Desk, plan: WeekPlanRow) => linesIn(desk, plan, plan.week.visits);

export const linesIn = async (
  { trx, me }: Desk,
  plan: Pick<WeekPlanRow, 'caseload'>,
  visits: readonly PlannedVisit[],
) => {
  const pairings = await activePairingsOf(trx, me.id);
  const focusesOf = (id: string) => pairings.find((pairing) => pairing.id === id)?.focuses ?? [];
  return planLines(plan.caseload, visits, focusesOf);
};

const gapOf = (objective: number, bound: number | null): number | undefined =>
  bound === null ? undefined : (100 * Math.max(0, bound - objective)) / Math.max(1e-9, Math.abs(bound));

/** The aliases, for the one who tapped: the card itself never carries them. */
export const showWho: OnTap = async (counter, tap) => {
  const plan = isId(tap.ref) ? await weekPlanById(counter.trx, tap.ref) : undefined;
  if (plan?.therapist_id !== counter.me.id) return { kind: 'card', card: outdatedCard() };
  const lines = await linesOf(counter, plan);
  const mandates = await mandatesOf(counter.trx, [...new Set(lines.map(({ pairingId }) => pairingId))]);
  const studentOf = new Map(mandates.map(({ id, studentId }) => [id, studentId]));
  const aliases = await studentAliases(
    counter.trx,
    mandates.flatMap(({ studentId }) => studentId ?? []),
  );
  return {
    kind: 'card',
    card: whoCard(
      lines.map((line) => ({
        line,
        aliases: line.mandates.flatMap((id) => aliases.get(studentOf.get(id) ?? '') ?? []).sort(),
      })),
    ),
  };
};
