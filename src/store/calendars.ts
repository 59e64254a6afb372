import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Change } from '../core/calendar/change.ts';
import type { DayType, SchoolCalendar } from '../core/calendar/school-calendar.ts';
import type { School } from '../core/classroom.ts';
import { addDays, type Instant, type LocalDate, localTime, type Weekday } from '../core/time.ts';
import { changesOf } from './changes.ts';
import { oncePerTransaction } from './once.ts';
import type { Trx } from './schema.ts';

/** What a day is called in a school that never told its day types. */
const ONLY_DAY_TYPE = 'Regular';

type KnownSchool = School & { readonly calendar: SchoolCalendar };

const schoolById = (trx: Trx, schoolId: string): Promise<KnownSchool> =>
  oncePerTransaction(trx, `school ${schoolId}`, () => readSchool(trx, schoolId));

/** A school with its whole calendar, in one query. A cycle counts from its anchor, so no date is left out. */
const readSchool = async (trx: Trx, schoolId: string): Promise<KnownSchool> => {
  const row = await trx
    .selectFrom('schools')
    .select(['id', 'name'])
    .select(['zone', 'weekdays', 'first_bell', 'last_bell', 'year_start', 'year_end', 'usual_day_type_id'])
    .select((school) => [
      jsonArrayFrom(
        school
          .selectFrom('terms')
          .select(['name', 'start_date as start', 'end_date as end'])
          .whereRef('terms.school_id', '=', 'schools.id')
          .orderBy('start_date'),
      ).as('terms'),
      jsonArrayFrom(
        school
          .selectFrom('day_types')
          .select(['id', 'name', 'first_bell as firstBell', 'last_bell as lastBell'])
          .select((type) =>
            jsonArrayFrom(
              type
                .selectFrom('periods')
                .select(['name', 'start_minute as start', 'end_minute as end'])
                .whereRef('periods.day_type_id', '=', 'day_types.id')
                .orderBy('start_minute')
                .orderBy('name'),
            ).as('periods'),
          )
          .whereRef('day_types.school_id', '=', 'schools.id')
          .orderBy('name'),
      ).as('dayTypes'),
      jsonArrayFrom(
        school
          .selectFrom('weekday_day_types')
          .select(['weekday', 'day_type_id'])
          .whereRef('weekday_day_types.school_id', '=', 'schools.id'),
      ).as('byWeekday'),
      jsonArrayFrom(
        school
          .selectFrom('school_days')
          .select(['date', 'name', 'day_type_id'])
          .whereRef('school_days.school_id', '=', 'schools.id')
          .orderBy('date'),
      ).as('dates'),
      jsonArrayFrom(
        school
          .selectFrom('cycles')
          .select(['name', 'day_names as dayNames', 'on_closed as onClosed'])
          .select(['anchor_date', 'anchor_day'])
          .select((cycle) =>
            jsonArrayFrom(
              cycle
                .selectFrom('reanchors')
                .select(['date', 'day'])
                .whereRef('reanchors.cycle_id', '=', 'cycles.id')
                .orderBy('date'),
            ).as('reanchors'),
          )
          .whereRef('cycles.school_id', '=', 'schools.id')
          .orderBy('name'),
      ).as('cycles'),
    ])
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const nameOf = (id: string | null) => row.dayTypes.find((type) => type.id === id)?.name;
  const onlyType = { name: ONLY_DAY_TYPE, firstBell: row.first_bell, lastBell: row.last_bell, periods: [] };
  const dayTypes: DayType[] =
    row.dayTypes.length === 0 ? [onlyType] : row.dayTypes.map(({ id: _, ...type }) => type);
  const { year_start: start, year_end: end } = row;
  const calendar: SchoolCalendar = {
    zone: row.zone,
    ...(start === null || end === null ? {} : { year: { start, end } }),
    terms: row.terms,
    weekdays: row.weekdays,
    closed: row.dates.flatMap(({ date, name, day_type_id }) =>
      day_type_id === null ? [{ date, name }] : [],
    ),
    dayTypes,
    usualDayType: nameOf(row.usual_day_type_id) ?? dayTypes[0]?.name ?? ONLY_DAY_TYPE,
    weekdayDayTypes: Object.fromEntries(
      row.byWeekday.map((one) => [one.weekday, nameOf(one.day_type_id)]),
    ) as Partial<Record<Weekday, string>>,
    datedDayTypes: row.dates.flatMap(({ date, day_type_id }) => {
      const dayType = nameOf(day_type_id);
      return dayType === undefined ? [] : [{ date, dayType }];
    }),
    cycles: row.cycles.map(({ anchor_date: date, anchor_day: day, ...cycle }) => ({
      ...cycle,
      anchor: { date, day },
    })),
  };
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    firstBell: row.first_bell,
    lastBell: row.last_bell,
    schoolWeekdays: row.weekdays,
    closedDates: calendar.closed.map(({ date }) => date),
    calendar,
  };
};

/** A school, and everything said about dates between two of them: for the school, its grades and its classes. */
export interface SchoolTime {
  /** Knows the changes that are the whole school's. */
  readonly school: School;
  readonly changes: readonly Change[];
}

export const schoolTime = (trx: Trx, schoolId: string, from: LocalDate, to: LocalDate): Promise<SchoolTime> =>
  oncePerTransaction(trx, `school time ${schoolId} ${from} ${to}`, async () => {
    const school = await schoolById(trx, schoolId);
    const changes = await changesOf(trx, schoolId, from, to);
    return { school: { ...school, changes: changes.filter(({ scope }) => scope.of === 'school') }, changes };
  });

export type SchoolTimes = (schoolId: string) => Promise<SchoolTime>;

/** Every school's time between these two dates, for work that is about people of several. */
export const createSchoolTimes =
  (trx: Trx, from: LocalDate, to: LocalDate): SchoolTimes =>
  (schoolId) =>
    schoolTime(trx, schoolId, from, to);

/** As far as anybody asks or plans from one moment. */
const AHEAD_DAYS = 28;

/** Schools as they are now: with what was said about the days around this instant. */
export const schoolTimesNow = (trx: Trx, now: Instant): SchoolTimes => {
  // UTC is within a day of every wall.
  const today = localTime(now, 'utc').date;
  return createSchoolTimes(trx, addDays(today, -1), addDays(today, AHEAD_DAYS));
};

export const schoolNow = async (trx: Trx, schoolId: string, now: Instant): Promise<School> =>
  (await schoolTimesNow(trx, now)(schoolId)).school;

export const calendarOf = async (trx: Trx, schoolId: string): Promise<SchoolCalendar> =>
  (await schoolById(trx, schoolId)).calendar;
