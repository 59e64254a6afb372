import { sql } from 'kysely';
import type { School } from '../core/classroom.ts';
import type { LocalDate } from '../core/time.ts';
import type { NewRow, Trx } from './schema.ts';

/** The dates a school does not meet, though its weekdays say so. */
export const closedDates = sql<LocalDate[]>`array(
  select date from school_days where school_days.organization_id = schools.organization_id
  and school_days.school_id = schools.id and day_type_id is null order by date)`;

const columns = [
  'id',
  'name',
  'zone',
  'first_bell as firstBell',
  'last_bell as lastBell',
  'weekdays as schoolWeekdays',
  closedDates.as('closedDates'),
] as const;

export const schoolById = (trx: Trx, id: string): Promise<School> =>
  trx.selectFrom('schools').select(columns).where('id', '=', id).executeTakeFirstOrThrow();

export const schools = (trx: Trx): Promise<School[]> =>
  trx.selectFrom('schools').select(columns).orderBy('name').execute();

export const addSchool = async (trx: Trx, school: NewRow<'schools'>): Promise<string> => {
  const row = await trx.insertInto('schools').values(school).returning('id').executeTakeFirstOrThrow();
  return row.id;
};

export const closeOn = async (trx: Trx, schoolId: string, dates: readonly LocalDate[]): Promise<void> => {
  if (dates.length === 0) return;
  await trx
    .insertInto('school_days')
    .values(dates.map((date) => ({ school_id: schoolId, date, day_type_id: null })))
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'school_id', 'date']).doUpdateSet({ day_type_id: null, name: '' }),
    )
    .execute();
};
