import { onlyNew } from '../core/import/only-new.ts';
import type { KnownSchool } from '../core/import/school-import.ts';
import { readSimpleSchool } from '../core/import/simple-school.ts';
import { schoolDayCard, schoolDayForm } from '../core/wording/school-day.ts';
import { calendarOf } from '../store/calendars.ts';
import { reopenOn } from '../store/keep-school.ts';
import { knownSchools } from '../store/known-schools.ts';
import { membersOfSchool } from '../store/members.ts';
import { takeTurn } from '../store/turns.ts';
import type { Counter } from './desk.ts';
import { field, type OnSubmit, type OnTap } from './door.ts';
import { keepSchool } from './import-school.ts';
import { replanQueued } from './replan.ts';

/** The coordinator's form for a simple school: bells, lunch, days off, and how it mostly runs. */
export const openSchoolForm: OnTap = async (counter) => {
  const known = await ownSchool(counter);
  const calendar = await calendarOf(counter.trx, counter.me.schoolId);
  const form = schoolDayForm(calendar, known.calendar.dayTypes.length > 0, counter.local.date);
  return { kind: 'form', form };
};

/** Days off that the form showed and no longer names are school days again. */
export const saveSchoolDay: OnSubmit = async (counter, submit) => {
  const { trx, me, now, local } = counter;
  await takeTurn(trx, 'import');
  const known = await ownSchool(counter);
  const said = (name: string) => field(submit.values, name);
  const words = {
    template: said('template'),
    firstBell: said('firstBell'),
    lastBell: said('lastBell'),
    lunch: said('lunch'),
    firstDay: said('firstDay'),
    lastDay: said('lastDay'),
    daysOff: said('daysOff'),
  };
  const read = readSimpleSchool(words, known, local.date);
  if ('faults' in read) return { kind: 'faults', faults: read.faults };
  const kept = read.school.dates.map(({ date }) => date);
  const reopened = known.calendar.closed
    .map(({ date }) => date)
    .filter((date) => date >= local.date && !kept.includes(date));
  await reopenOn(trx, me.schoolId, reopened);
  for (const school of onlyNew({ schools: [read.school] }, [known]).schools)
    await keepSchool(trx, school, now);
  for (const member of await membersOfSchool(trx, me.schoolId)) await replanQueued(trx, member, now);
  return { kind: 'card', card: schoolDayCard(await calendarOf(trx, me.schoolId), local.date) };
};

const ownSchool = async ({ trx, me }: Counter): Promise<KnownSchool> => {
  const known = (await knownSchools(trx)).find(({ id }) => id === me.schoolId);
  if (!known) throw new RangeError('A member without a school');
  return known;
};
