import type { Taken } from '../../core/propose-input.ts';
import type { Instant } from '../../core/time.ts';
import { caseloadOf } from '../../core/week-plan/caseload-of.ts';
import { teamCaseload } from '../../core/week-plan/team-caseload.ts';
import {
  beside,
  draftSteps,
  type TeamDraft,
  type TeamMember,
  takenBy,
} from '../../core/week-plan/team-drafts.ts';
import { inSlices } from '../../in-slices.ts';
import type { Clock } from '../../ports/clock.ts';
import { faultFields } from '../../ports/fault-fields.ts';
import type { Log } from '../../ports/log.ts';
import type { Planner } from '../../ports/planner.ts';
import { memberById } from '../../store/members.ts';
import { refresh } from '../../store/outbox.ts';
import { therapistsAt } from '../../store/pairings.ts';
import type { Db, Trx } from '../../store/schema.ts';
import { endTeamPlan, type TeamPlanRow, teamPlanById, teamPlansLeft } from '../../store/team-plans.ts';
import { draftsAtWork, startWeekPlan } from '../../store/week-plans.ts';
import { asScheduler, withOrganization } from '../../store/with-organization.ts';
import { deskFor } from '../desk.ts';
import { createRuns } from '../runs.ts';
import { schoolsOfCoordinator } from '../schools-of-coordinator.ts';
import { tell } from '../tell.ts';
import { askWeek } from '../week-plan/ask-week.ts';

interface TeamDeps {
  readonly db: Db;
  readonly planner: Planner;
  readonly clock: Clock;
  readonly log: Log;
  readonly nudge: () => void;
}

/**
 * Plans teams' weeks, one team after the other. Read in one transaction, planned in none, and handed out in another
 * together with the end of the plan: whoever dies in between leaves it to the next tick, and nobody gets two drafts.
 */
export const createTeamPlanner = ({ db, planner, clock, log, nudge }: TeamDeps) => {
  const stopping = new AbortController();

  const planOne = async (organizationId: string, id: string): Promise<void> => {
    const team = await withOrganization(db, organizationId, (trx) => readTeam(trx, id, clock.now()));
    if (team === undefined) return;
    const together = teamCaseload(team.members);
    const best =
      together === undefined || together.services.length === 0
        ? []
        : (await planner.improve(together, { onBetter: () => undefined, signal: stopping.signal })).visits;
    if (stopping.signal.aborted) return;
    const drafts = await inSlices(draftSteps(team.members, best, team.taken));
    await withOrganization(db, organizationId, (trx) => handOut(trx, team.plan, drafts, clock.now()));
    nudge();
  };

  const work = async (): Promise<void> => {
    for (const { organizationId, id } of await asScheduler(db, teamPlansLeft)) {
      if (stopping.signal.aborted) return;
      try {
        await planOne(organizationId, id);
      } catch (fault) {
        // It stays for the next tick.
        log.error({ organizationId, teamPlanId: id, ...faultFields(fault) }, 'team not planned');
      }
    }
  };

  const runs = createRuns(work, (fault) => log.error(faultFields(fault), 'teams not looked for'));
  return {
    /** Looks for what is left to plan. */
    look: runs.ask,
    settled: runs.settled,
    stop: (): Promise<void> => {
      stopping.abort();
      return runs.stop();
    },
  };
};

interface Team {
  readonly plan: TeamPlanRow;
  readonly members: readonly TeamMember[];
  /** What those keep who have decided something in a draft of their own. */
  readonly taken: readonly Taken[];
}

/** Everybody who works in a class of the schools of whoever asked, with all of their classes. */
const readTeam = async (trx: Trx, id: string, now: Instant): Promise<Team | undefined> => {
  const plan = await teamPlanById(trx, id);
  if (plan?.state !== 'planning') return undefined;
  const schools = await schoolsOfCoordinator(trx, await memberById(trx, plan.asked_by));
  const therapists = await therapistsAt(
    trx,
    schools.map(({ id: school }) => school),
  );
  const atWork = await draftsAtWork(trx, therapists);
  const taken: Taken[] = [];
  const members: TeamMember[] = [];
  for (const therapistId of therapists) {
    const desk = await deskFor(trx, await memberById(trx, therapistId), now);
    const { asked } = await askWeek(desk);
    const classroomOf = (pairingId: string) =>
      asked.needs.find((need) => need.pairingId === pairingId)?.classroomId ?? pairingId;
    const own = atWork.find((draft) => draft.therapist_id === therapistId && draft.monday === asked.monday);
    if (own) taken.push(...takenBy(own, classroomOf));
    else members.push({ therapistId, asked, source: caseloadOf(asked), classroomOf });
  }
  return { plan, members: members.map((member) => beside(member, taken)), taken };
};

const handOut = async (
  trx: Trx,
  plan: TeamPlanRow,
  drafts: readonly TeamDraft[],
  now: Instant,
): Promise<void> => {
  const sum = (of: (draft: TeamDraft) => number) => drafts.reduce((total, draft) => total + of(draft), 0);
  const isFirst = await endTeamPlan(trx, plan.id, {
    therapists: drafts.length,
    sessions: sum(({ week }) => week.visits.reduce((total, { services }) => total + services.length, 0)),
    unplaced: sum(({ week }) => week.unplaced.reduce((total, { missing }) => total + missing, 0)),
    monday: drafts[0]?.source.monday ?? null,
  });
  if (!isFirst) return;
  const decided = await draftsAtWork(
    trx,
    drafts.map(({ therapistId }) => therapistId),
  );
  for (const { therapistId, source, week } of drafts) {
    // Whoever decided something meanwhile keeps what they have.
    if (decided.some((draft) => draft.therapist_id === therapistId && draft.monday === source.monday))
      continue;
    const { id, left } = await startWeekPlan(trx, therapistId, source, week, now, false);
    for (const old of left) await refresh(trx, old);
    await tell(trx, { to: therapistId, purpose: 'week-plan', subjectId: id }, now);
  }
  await tell(trx, { to: plan.asked_by, purpose: 'team-plan', subjectId: plan.id }, now);
};
