import type { Instant, LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** What one message told: each time of it, in order, with the name of its class. */
export interface HeardActivity
  extends Pick<Row<'activities'>, 'id' | 'saying' | 'date' | 'kind' | 'welcome'> {
  readonly classroomId: string;
  readonly classroomName: string;
  readonly start: number;
  readonly end: number;
  readonly saidBy: string | null;
  readonly saidAt: Instant;
  readonly confirmedAt: Instant | null;
}

const views = (trx: Trx) =>
  trx
    .selectFrom('activities')
    .innerJoin('classrooms', 'classrooms.id', 'activities.classroom_id')
    .select([
      'activities.id',
      'activities.saying',
      'activities.classroom_id as classroomId',
      'classrooms.name as classroomName',
      'activities.date',
      'activities.start_minute as start',
      'activities.end_minute as end',
      'activities.kind',
      'activities.welcome',
      'activities.said_by as saidBy',
      'activities.said_at as saidAt',
      'activities.confirmed_at as confirmedAt',
    ])
    .orderBy('activities.date')
    .orderBy('activities.start_minute');

export const heardIn = (trx: Trx, saying: string): Promise<HeardActivity[]> =>
  views(trx).where('activities.saying', '=', saying).execute();

/** The message this person wrote last, if it was after that instant. */
export const lastHeardOf = async (trx: Trx, memberId: string, after: Instant): Promise<HeardActivity[]> => {
  const last = await trx
    .selectFrom('activities')
    .select('saying')
    .where('said_by', '=', memberId)
    .where('said_at', '>', timestamp(after))
    .orderBy('said_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? [] : heardIn(trx, last.saying);
};

/** What this person told of days that are not over. */
export const heardBy = (trx: Trx, memberId: string, today: LocalDate): Promise<HeardActivity[]> =>
  views(trx)
    .where('activities.said_by', '=', memberId)
    .where('activities.source', '=', 'teacher')
    .where('activities.date', '>=', today)
    .execute();

export const confirmHeard = async (trx: Trx, saying: string, now: Instant): Promise<void> => {
  await trx
    .updateTable('activities')
    .set({ confirmed_at: new Date(now) })
    .where('saying', '=', saying)
    .where('confirmed_at', 'is', null)
    .execute();
};

/** Taken back whole: what was known before counts again. */
export const forgetHeard = async (trx: Trx, saying: string): Promise<void> => {
  await trx.deleteFrom('activities').where('saying', '=', saying).execute();
};
