import type { Instant } from '../core/time.ts';
import type { PlannedWeek, PlanSource, Wish } from '../core/week-plan/planned-week.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import type { OfferedWeek } from './week-plan-schema.ts';

export type WeekPlanRow = Row<'week_plans'>;

export const weekPlanById = (trx: Trx, id: string): Promise<WeekPlanRow | undefined> =>
  trx.selectFrom('week_plans').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, kept from others until this transaction ends. */
export const weekPlanToChange = (trx: Trx, id: string): Promise<WeekPlanRow | undefined> =>
  trx.selectFrom('week_plans').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Drafts of that week in which their therapists decided something already. */
export const draftsAtWork = async (trx: Trx, therapistIds: readonly string[]): Promise<WeekPlanRow[]> =>
  therapistIds.length === 0
    ? []
    : (
        await trx
          .selectFrom('week_plans')
          .selectAll()
          .where('state', '=', 'draft')
          .where('therapist_id', 'in', [...therapistIds])
          .execute()
      ).filter(({ wishes }) => wishes.length > 0);

/** A new look at a week; one that was only looked at before is left. Gives the ids of both. */
export const startWeekPlan = async (
  trx: Trx,
  therapistId: string,
  source: PlanSource,
  week: PlannedWeek,
  now: Instant,
  /** Whether somebody thinks on about it. */
  improving = true,
): Promise<{ readonly id: string; readonly left: string[] }> => {
  const left = await trx
    .updateTable('week_plans')
    .set((set) => ({ state: 'left', improving: false, version: set('version', '+', 1) }))
    .where('therapist_id', '=', therapistId)
    .where('monday', '=', source.monday)
    .where('state', '=', 'draft')
    .returning('id')
    .execute();
  const { id } = await trx
    .insertInto('week_plans')
    .values({
      therapist_id: therapistId,
      monday: source.monday,
      caseload: JSON.stringify(source),
      week: JSON.stringify(week),
      improving,
      created_at: new Date(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, left: left.map((row) => row.id) };
};

interface NewState {
  readonly source?: PlanSource;
  readonly week?: PlannedWeek;
  readonly wishes?: readonly Wish[];
  readonly offered?: OfferedWeek | null;
  readonly improving?: boolean;
  readonly state?: WeekPlanRow['state'];
}

export const changeWeekPlan = async (trx: Trx, id: string, to: NewState): Promise<void> => {
  await trx
    .updateTable('week_plans')
    .set((set) => ({
      version: set('version', '+', 1),
      ...(to.source === undefined ? {} : { caseload: JSON.stringify(to.source) }),
      ...(to.week === undefined ? {} : { week: JSON.stringify(to.week) }),
      ...(to.wishes === undefined ? {} : { wishes: JSON.stringify(to.wishes) }),
      ...(to.offered === undefined ? {} : { offered: to.offered && JSON.stringify(to.offered) }),
      ...(to.improving === undefined ? {} : { improving: to.improving }),
      ...(to.state === undefined ? {} : { state: to.state }),
    }))
    .where('id', '=', id)
    .execute();
};

/** True where the week was still thought about: only then is a better one taken. */
export const takeBetter = async (
  trx: Trx,
  id: string,
  week: PlannedWeek,
  isLast: boolean,
): Promise<boolean> => {
  const result = await trx
    .updateTable('week_plans')
    .set((set) => ({
      week: JSON.stringify(week),
      version: set('version', '+', 1),
      improving: !isLast,
    }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('improving', '=', true)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** Plans nobody thinks about any more though they say so: the process that did is gone. Gives their ids. */
export const endImproving = async (trx: Trx, before: Instant): Promise<string[]> => {
  const rows = await trx
    .updateTable('week_plans')
    .set((set) => ({ improving: false, version: set('version', '+', 1) }))
    .where('improving', '=', true)
    .where('created_at', '<', timestamp(before))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};
