import type { Cycle, DayType } from '../core/calendar/school-calendar.ts';
import type {
  ImportedDate,
  ImportedReanchor,
  ImportedRoom,
  SchoolFrame,
} from '../core/import/school-import.ts';
import type { LocalDate, Weekday } from '../core/time.ts';
import { readAnew } from './once.ts';
import type { Trx } from './schema.ts';

/** What a school is told by its people or files, kept: a name known before is changed, a new one added. */

export const keepFrame = async (trx: Trx, schoolId: string, frame: SchoolFrame): Promise<void> => {
  readAnew(trx);
  const { zone, weekdays, year } = frame;
  await trx
    .updateTable('schools')
    .set({
      zone,
      weekdays: [...weekdays],
      ...(year ? { year_start: year.start, year_end: year.end } : {}),
    })
    .where('id', '=', schoolId)
    .execute();
};

export const keepDayType = async (trx: Trx, schoolId: string, type: DayType): Promise<void> => {
  readAnew(trx);
  const bells = { first_bell: type.firstBell, last_bell: type.lastBell };
  const known = await trx
    .updateTable('day_types')
    .set({ name: type.name, ...bells })
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', type.name.toLowerCase()))
    .returning('id')
    .executeTakeFirst();
  const { id } =
    known ??
    (await trx
      .insertInto('day_types')
      .values({ school_id: schoolId, name: type.name, ...bells })
      .returning('id')
      .executeTakeFirstOrThrow());
  await trx.deleteFrom('periods').where('day_type_id', '=', id).execute();
  if (type.periods.length === 0) return;
  await trx
    .insertInto('periods')
    .values(
      type.periods.map(({ name, start, end }) => ({
        day_type_id: id,
        name,
        start_minute: start,
        end_minute: end,
      })),
    )
    .execute();
};

const dayTypeIds = async (trx: Trx, schoolId: string): Promise<(name: string) => string> => {
  const rows = await trx
    .selectFrom('day_types')
    .select(['id', 'name'])
    .where('school_id', '=', schoolId)
    .execute();
  return (name) => {
    const id = rows.find((row) => row.name === name)?.id;
    if (id === undefined) throw new RangeError(`The school has no day type ${name}`);
    return id;
  };
};

/** Its bells become the school's own. */
export const keepUsualDayType = async (trx: Trx, schoolId: string, name: string): Promise<void> => {
  readAnew(trx);
  const idOf = await dayTypeIds(trx, schoolId);
  await trx
    .updateTable('schools')
    .from('day_types')
    .set((given) => ({
      usual_day_type_id: idOf(name),
      first_bell: given.ref('day_types.first_bell'),
      last_bell: given.ref('day_types.last_bell'),
    }))
    .where('schools.id', '=', schoolId)
    .where('day_types.id', '=', idOf(name))
    .execute();
};

export const keepDates = async (
  trx: Trx,
  schoolId: string,
  dates: readonly ImportedDate[],
): Promise<void> => {
  readAnew(trx);
  if (dates.length === 0) return;
  const idOf = await dayTypeIds(trx, schoolId);
  await trx
    .insertInto('school_days')
    .values(
      dates.map(({ date, dayType, name }) => ({
        school_id: schoolId,
        date,
        day_type_id: dayType === undefined ? null : idOf(dayType),
        name,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'school_id', 'date']).doUpdateSet((set) => ({
        day_type_id: set.ref('excluded.day_type_id'),
        name: set.ref('excluded.name'),
      })),
    )
    .execute();
};

export const keepWeekdayDayType = async (
  trx: Trx,
  schoolId: string,
  weekday: Weekday,
  dayType: string,
): Promise<void> => {
  readAnew(trx);
  const idOf = await dayTypeIds(trx, schoolId);
  const day_type_id = idOf(dayType);
  await trx
    .insertInto('weekday_day_types')
    .values({ school_id: schoolId, weekday, day_type_id })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'school_id', 'weekday']).doUpdateSet({ day_type_id }),
    )
    .execute();
};

export const keepCycle = async (
  trx: Trx,
  schoolId: string,
  cycle: Omit<Cycle, 'reanchors'>,
): Promise<void> => {
  readAnew(trx);
  const row = {
    name: cycle.name,
    day_names: [...cycle.dayNames],
    on_closed: cycle.onClosed,
    anchor_date: cycle.anchor.date,
    anchor_day: cycle.anchor.day,
  };
  const known = await trx
    .updateTable('cycles')
    .set(row)
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', cycle.name.toLowerCase()))
    .returning('id')
    .executeTakeFirst();
  if (!known)
    await trx
      .insertInto('cycles')
      .values({ school_id: schoolId, ...row })
      .execute();
};

export const keepReanchor = async (
  trx: Trx,
  schoolId: string,
  { cycle, date, day }: ImportedReanchor,
): Promise<void> => {
  readAnew(trx);
  const { id } = await trx
    .selectFrom('cycles')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('name', '=', cycle)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('reanchors')
    .values({ cycle_id: id, date, day })
    .onConflict((conflict) => conflict.columns(['organization_id', 'cycle_id', 'date']).doUpdateSet({ day }))
    .execute();
};

export const keepRoom = async (
  trx: Trx,
  schoolId: string,
  teacherId: string,
  { name, grade }: ImportedRoom,
): Promise<void> => {
  const row = { teacher_id: teacherId, ...(grade === undefined ? {} : { grade }) };
  const known = await trx
    .updateTable('classrooms')
    .set(row)
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .returning('id')
    .executeTakeFirst();
  if (!known)
    await trx
      .insertInto('classrooms')
      .values({ school_id: schoolId, name, ...row })
      .execute();
};

/** These dates are again what their weekday says. */
export const reopenOn = async (trx: Trx, schoolId: string, dates: readonly LocalDate[]): Promise<void> => {
  readAnew(trx);
  if (dates.length === 0) return;
  await trx
    .deleteFrom('school_days')
    .where('school_id', '=', schoolId)
    .where('day_type_id', 'is', null)
    .where('date', 'in', [...dates])
    .execute();
};
