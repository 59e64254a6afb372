import type { Block } from '../classroom.ts';
import { sameName } from './cells.ts';
import type {
  ImportedPerson,
  ImportedSchool,
  KnownSchool,
  SchoolFrame,
  SchoolImport,
} from './school-import.ts';

/** What of an import is not stored yet. The same files again leave nothing. */
export const onlyNew = ({ schools }: SchoolImport, known: readonly KnownSchool[]): SchoolImport => ({
  schools: schools
    .map((school) => {
      const stored = known.find((one) => sameName(one.name) === sameName(school.name));
      return stored ? newOf(school, stored) : school;
    })
    .filter((school) => !isEmpty(school)),
});

const newOf = (school: ImportedSchool, { calendar, people, rooms, weeks }: KnownSchool): ImportedSchool => ({
  name: school.name,
  frame: school.frame && isFrameOf(school.frame, calendar) ? undefined : school.frame,
  dayTypes: notAmong(school.dayTypes, calendar.dayTypes),
  usualDayType: school.usualDayType === calendar.usualDayType ? undefined : school.usualDayType,
  dates: notAmong(school.dates, [
    ...calendar.closed.map(({ date, name }) => ({ date, dayType: undefined, name })),
    ...school.dates.filter(({ date, dayType }) =>
      calendar.datedDayTypes.some((known) => known.date === date && known.dayType === dayType),
    ),
  ]),
  weekdayDayTypes: Object.fromEntries(
    notAmong(Object.entries(school.weekdayDayTypes), Object.entries(calendar.weekdayDayTypes ?? {})),
  ),
  cycles: notAmong(
    school.cycles,
    calendar.cycles.map(({ reanchors: _, ...cycle }) => cycle),
  ),
  reanchors: notAmong(
    school.reanchors,
    calendar.cycles.flatMap(({ name, reanchors }) => reanchors.map((mark) => ({ cycle: name, ...mark }))),
  ),
  people: school.people.filter((person) => !people.some((known) => saysNothingNew(person, known))),
  rooms: school.rooms.filter(
    (room) =>
      !rooms.some(
        (known) =>
          known.name === room.name &&
          sameName(known.teacher) === sameName(room.teacher) &&
          (room.grade === undefined || known.grade === room.grade),
      ),
  ),
  weeks: school.weeks.filter(
    ({ room, blocks }) => !weeks.some((known) => known.room === room && sameBlocks(known.blocks, blocks)),
  ),
});

/** One text for equal values, however their fields are ordered. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const notAmong = <T>(wanted: readonly T[], stored: readonly T[]): T[] => {
  const texts = new Set(stored.map(textOf));
  return wanted.filter((one) => !texts.has(textOf(one)));
};

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.map(textOf).sort().join() === b.map(textOf).sort().join();

const isFrameOf = ({ year, zone, weekdays }: SchoolFrame, calendar: KnownSchool['calendar']): boolean =>
  zone === calendar.zone &&
  textOf(weekdays) === textOf(calendar.weekdays) &&
  (year === undefined || textOf(year) === textOf(calendar.year));

const saysNothingNew = (person: ImportedPerson, known: ImportedPerson): boolean =>
  sameName(person.name) === sameName(known.name) &&
  person.role === known.role &&
  person.discipline === known.discipline &&
  notAmong(person.accounts, known.accounts).length === 0 &&
  notAmong(person.alsoAt ?? [], known.alsoAt ?? []).length === 0;

const isEmpty = ({ name: _, ...school }: ImportedSchool): boolean =>
  Object.values(school).every(
    (part) => part === undefined || (typeof part === 'object' && Object.keys(part).length === 0),
  );
