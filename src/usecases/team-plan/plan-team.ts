import type { Card } from '../../core/card.ts';
import { mayDo } from '../../core/rights.ts';
import { onlyForTeamsCard, teamPlanCard, teamsBusyCard } from '../../core/wording/team-plan.ts';
import type { Answer } from '../../ports/inbound.ts';
import { memberById } from '../../store/members.ts';
import { startTeamPlan, type TeamPlanRow, teamPlanById } from '../../store/team-plans.ts';
import type { Composer } from '../compose/composer.ts';
import type { Counter, Desk } from '../desk.ts';
import { schoolsOfCoordinator } from '../schools-of-coordinator.ts';

/** `schedule team`: everybody's week side by side, thought about once this is committed (see team-planner.ts). */
export const planTeam = async (counter: Counter): Promise<Answer> => {
  const { trx, me, now } = counter;
  if (!mayDo(me.role, 'tap team.plan')) return { kind: 'card', card: onlyForTeamsCard() };
  const plan = await startTeamPlan(trx, me.id, now);
  counter.planTeam();
  const isMine = await coversMine(counter, plan);
  return { kind: 'card', card: isMine ? await draw(counter, plan) : teamsBusyCard() };
};

/** One team is planned at a time; whoever asks for others meanwhile is told, or they would wait for nothing. */
const coversMine = async ({ trx, me }: Desk, plan: TeamPlanRow): Promise<boolean> => {
  if (plan.asked_by === me.id) return true;
  const planned = await schoolsOfCoordinator(trx, await memberById(trx, plan.asked_by));
  const mine = await schoolsOfCoordinator(trx, me);
  return mine.every(({ id }) => planned.some((school) => school.id === id));
};

export const composeTeamPlan: Composer = async (desk, id) => {
  const plan = await teamPlanById(desk.trx, id);
  return plan && draw(desk, plan);
};

const draw = async ({ trx }: Desk, plan: TeamPlanRow): Promise<Card> => {
  const schools = await schoolsOfCoordinator(trx, await memberById(trx, plan.asked_by));
  return teamPlanCard({ ...plan, isDone: plan.state === 'done', schools: schools.map(({ name }) => name) });
};
