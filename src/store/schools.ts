import type { School } from '../core/classroom.ts';
import type { NewRow, Trx } from './schema.ts';

const columns = [
  'id',
  'name',
  'zone',
  'first_bell as firstBell',
  'last_bell as lastBell',
  'weekdays as schoolWeekdays',
  'closed_dates as closedDates',
] as const;

export const schoolById = (trx: Trx, id: string): Promise<School> =>
  trx.selectFrom('schools').select(columns).where('id', '=', id).executeTakeFirstOrThrow();

export const schools = (trx: Trx): Promise<School[]> =>
  trx.selectFrom('schools').select(columns).orderBy('name').execute();

export const addSchool = async (trx: Trx, school: NewRow<'schools'>): Promise<string> => {
  const row = await trx.insertInto('schools').values(school).returning('id').executeTakeFirstOrThrow();
  return row.id;
};
