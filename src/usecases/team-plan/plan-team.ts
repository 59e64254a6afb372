import type { Card } from '../../core/card.ts';
import { onlyForTeamsCard, teamPlanCard } from '../../core/wording/team-plan.ts';
import type { Answer } from '../../ports/inbound.ts';
import { startTeamPlan, teamPlanById } from '../../store/team-plans.ts';
import type { Composer } from '../compose/composer.ts';
import type { Counter, Desk } from '../desk.ts';

/** `schedule team`: everybody's week side by side, thought about once this is committed (see team-planner.ts). */
export const planTeam = async (counter: Counter): Promise<Answer> => {
  const { trx, me, now } = counter;
  if (me.role !== 'coordinator') return { kind: 'card', card: onlyForTeamsCard() };
  const id = await startTeamPlan(trx, me.id, now);
  counter.planTeam();
  return { kind: 'card', card: await draw(counter, id) };
};

export const composeTeamPlan: Composer = async (desk, id) => {
  const plan = await teamPlanById(desk.trx, id);
  return plan && draw(desk, id);
};

const draw = async ({ trx }: Desk, id: string): Promise<Card> => {
  const plan = await teamPlanById(trx, id);
  return teamPlanCard({
    isDone: plan?.state === 'done',
    monday: plan?.monday ?? null,
    therapists: plan?.therapists ?? 0,
    sessions: plan?.sessions ?? 0,
    unplaced: plan?.unplaced ?? 0,
  });
};
