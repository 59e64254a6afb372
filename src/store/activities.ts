import type { Activity } from '../core/classroom.ts';
import type { LocalDate } from '../core/time.ts';
import type { NewRow, Trx } from './schema.ts';

const columns = [
  'date',
  'start_minute as start',
  'end_minute as end',
  'kind',
  'source',
  'said_at as saidAt',
  'said_by as saidBy',
  'welcome',
] as const;

/** Both dates included. */
export const activitiesOf = async (
  trx: Trx,
  classroomIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<(Activity & { classroomId: string })[]> => {
  if (classroomIds.length === 0) return [];
  const rows = await trx
    .selectFrom('activities')
    .select([...columns, 'classroom_id as classroomId'])
    .where('classroom_id', 'in', [...classroomIds])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('said_at')
    .execute();
  return rows.map(({ saidBy, welcome, ...row }) => ({
    ...row,
    saidBy: saidBy ?? undefined,
    welcome: welcome ?? undefined,
  }));
};

export const activityById = (trx: Trx, id: string) =>
  trx.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirst();

/** Taken back by whoever said it: what was known before counts again. */
export const forgetActivity = async (trx: Trx, id: string): Promise<void> => {
  await trx.deleteFrom('activities').where('id', '=', id).execute();
};

export const sayActivity = async (trx: Trx, activity: NewRow<'activities'>): Promise<string> => {
  const row = await trx.insertInto('activities').values(activity).returning('id').executeTakeFirstOrThrow();
  return row.id;
};

export const changeActivity = async (
  trx: Trx,
  id: string,
  activity: Omit<NewRow<'activities'>, 'classroom_id' | 'source'>,
): Promise<void> => {
  await trx.updateTable('activities').set(activity).where('id', '=', id).execute();
};
