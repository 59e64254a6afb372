import type { LocalDate } from '../core/time.ts';
import { readAnew } from './once.ts';
import type { NewRow, Trx } from './schema.ts';

/** The names to choose from. */
export const schools = (trx: Trx): Promise<{ id: string; name: string }[]> =>
  trx.selectFrom('schools').select(['id', 'name']).orderBy('name').execute();

export const addSchool = async (trx: Trx, school: NewRow<'schools'>): Promise<string> => {
  const row = await trx.insertInto('schools').values(school).returning('id').executeTakeFirstOrThrow();
  return row.id;
};

export const closeOn = async (trx: Trx, schoolId: string, dates: readonly LocalDate[]): Promise<void> => {
  readAnew(trx);
  if (dates.length === 0) return;
  await trx
    .insertInto('school_days')
    .values(dates.map((date) => ({ school_id: schoolId, date, day_type_id: null })))
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'school_id', 'date']).doUpdateSet({ day_type_id: null, name: '' }),
    )
    .execute();
};
