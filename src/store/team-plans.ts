import type { Instant, LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export type TeamPlanRow = Row<'team_plans'>;

/** The one that is being planned, whoever asked first. */
export const startTeamPlan = async (trx: Trx, askedBy: string, now: Instant): Promise<TeamPlanRow> => {
  await trx
    .insertInto('team_plans')
    .values({ asked_by: askedBy, created_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx.selectFrom('team_plans').selectAll().where('state', '=', 'planning').executeTakeFirstOrThrow();
};

export const teamPlanById = (trx: Trx, id: string): Promise<TeamPlanRow | undefined> =>
  trx.selectFrom('team_plans').selectAll().where('id', '=', id).executeTakeFirst();

/** Over all organizations; needs `asScheduler`. */
export const teamPlansLeft = (
  trx: Trx,
): Promise<{ readonly organizationId: string; readonly id: string }[]> =>
  trx
    .selectFrom('team_plans')
    .select(['organization_id as organizationId', 'id'])
    .where('state', '=', 'planning')
    .orderBy('created_at')
    .execute();

/** True for the one that ends it: of two at work on the same plan, one hands out drafts. */
export const endTeamPlan = async (
  trx: Trx,
  id: string,
  sums: {
    readonly therapists: number;
    readonly sessions: number;
    readonly unplaced: number;
    readonly monday: LocalDate | null;
  },
): Promise<boolean> => {
  const result = await trx
    .updateTable('team_plans')
    .set({ ...sums, state: 'done' })
    .where('id', '=', id)
    .where('state', '=', 'planning')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
