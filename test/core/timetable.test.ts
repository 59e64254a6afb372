import { describe, expect, test } from '@jest/globals';
import { overlaps } from '../../src/core/time.ts';
import {
  atSchool,
  awaySpans,
  freeSpans,
  hoursOf,
  isSchoolDay,
  studentSpans,
  worksOn,
} from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, timetableAround } from './arbitraries.ts';
import {
  at,
  away,
  block,
  everyDay,
  freeTherapist,
  friday,
  monday,
  school,
  timetable,
  tuesday,
  wednesday,
} from './sample-school.ts';

describe('a school day', () => {
  test('is a weekday of the school that is not closed', () => {
    expect(isSchoolDay(school, friday)).toBe(true);
    expect(isSchoolDay(school, '2026-11-21')).toBe(false);
    expect(isSchoolDay(school, '2026-11-26')).toBe(false);
  });

  test('a person away does not work on it', () => {
    expect(worksOn(timetable({ absences: [away(friday)] }), friday)).toBe(false);
    expect(worksOn(timetable({ absences: [away(friday)] }), monday)).toBe(true);
  });
});

describe('when students are with a teacher', () => {
  const teacher = timetable({
    blocks: [
      block('prep', at(11, 40), at(12, 20), everyDay, false),
      block('lunch', at(12, 20), at(12, 50), [1, 3, 5], false),
      block('dismissal', at(15), at(15, 15), [2]),
    ],
  });

  test('all school day but her free blocks', () => {
    expect(studentSpans(teacher, monday)).toEqual([
      { start: at(8), end: at(11, 40) },
      { start: at(12, 50), end: at(15) },
    ]);
  });

  test('and in a duty after the last bell', () => {
    expect(studentSpans(teacher, tuesday)).toEqual([
      { start: at(8), end: at(11, 40) },
      { start: at(12, 20), end: at(15, 15) },
    ]);
  });

  test('what holds for one date overrides the block: a prep that has become class, a trip', () => {
    const changed = {
      ...teacher,
      dated: [
        { date: monday, start: at(11, 40), end: at(12), withStudents: true },
        { date: monday, start: at(13), end: at(15), withStudents: false },
        { date: tuesday, start: at(8), end: at(15), withStudents: false },
      ],
    };
    expect(studentSpans(changed, monday)).toEqual([
      { start: at(8), end: at(12) },
      { start: at(12, 50), end: at(13) },
    ]);
  });

  test('two blocks that contradict each other count as students present', () => {
    const unsure = timetable({
      blocks: [block('prep', at(9), at(10), everyDay, false), block('math', at(9, 30), at(10, 30))],
    });
    expect(studentSpans(unsure, monday)).toEqual([
      { start: at(8), end: at(9) },
      { start: at(9, 30), end: at(15) },
    ]);
  });
});

describe('when students are with a therapist', () => {
  test('only in her own blocks and visits', () => {
    const therapist = timetable({
      students: 'own',
      blocks: [block('other', at(9), at(9, 30), [1])],
      dated: [{ date: monday, start: at(10), end: at(10, 30), withStudents: true }],
    });
    expect(studentSpans(therapist, monday)).toEqual([
      { start: at(9), end: at(9, 30) },
      { start: at(10), end: at(10, 30) },
    ]);
    expect(studentSpans(therapist, tuesday)).toEqual([]);
  });

  test('a block called off for one date is gone that day', () => {
    const therapist = timetable({
      students: 'own',
      blocks: [block('other', at(9), at(9, 30))],
      dated: [{ date: monday, start: at(9), end: at(9, 30), withStudents: false }],
    });
    expect(studentSpans(therapist, monday)).toEqual([]);
  });
});

describe('when a therapist could take a visit', () => {
  test('in school hours, outside her lunch', () => {
    const therapist = { ...freeTherapist, blocks: [block('lunch', at(12), at(12, 30), everyDay, false)] };
    expect(freeSpans(therapist, monday)).toEqual([
      { start: at(8), end: at(12) },
      { start: at(12, 30), end: at(15) },
    ]);
  });

  test('not on a day away or a closed one', () => {
    expect(freeSpans({ ...freeTherapist, absences: [away(monday)] }, monday)).toEqual([]);
    expect(freeSpans(freeTherapist, '2026-11-26')).toEqual([]);
  });

  test('never while students are with her, nor outside the bells', () => {
    const around = anyDate.chain((date) => fc.tuple(fc.constant(date), timetableAround(date)));
    fc.assert(
      fc.property(around, ([date, person]) => {
        for (const free of freeSpans(person, date)) {
          expect(free.start).toBeGreaterThanOrEqual(person.school.firstBell);
          expect(free.end).toBeLessThanOrEqual(person.school.lastBell);
          expect(studentSpans(person, date).some((span) => overlaps(span, free))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('somebody who is there for a part of the week', () => {
  const mondayMorning = { weekdays: [1 as const], part: { start: at(7), end: at(12) } };
  const allTuesday = { weekdays: [2 as const] };
  const teacher = timetable({
    shifts: [mondayMorning, allTuesday],
    blocks: [block('math', at(11), at(13)), block('prep', at(9), at(10), everyDay, false)],
  });

  test('is there from bell to bell, or for that part of it', () => {
    expect(hoursOf(teacher, monday)).toEqual([{ start: at(8), end: at(12) }]);
    expect(hoursOf(teacher, tuesday)).toEqual([{ start: at(8), end: at(15) }]);
    expect(hoursOf(teacher, friday)).toEqual([]);
    expect(hoursOf(teacher, '2026-11-26')).toEqual([]);
    expect([monday, tuesday, friday].map((date) => worksOn(teacher, date))).toEqual([true, true, false]);
  });

  test('has students only then: the class goes on without her', () => {
    expect(studentSpans(teacher, monday)).toEqual([
      { start: at(8), end: at(9) },
      { start: at(10), end: at(12) },
    ]);
    expect(studentSpans(teacher, tuesday)).toEqual([
      { start: at(8), end: at(9) },
      { start: at(10), end: at(15) },
    ]);
    expect(studentSpans(teacher, friday)).toEqual([]);
  });

  test('has a block of her own cut to it', () => {
    const therapist = { ...teacher, students: 'own' as const };
    expect(studentSpans(therapist, monday)).toEqual([{ start: at(11), end: at(12) }]);
    expect(studentSpans(therapist, tuesday)).toEqual([{ start: at(11), end: at(13) }]);
    const allOfMonday = { ...therapist, shifts: [mondayMorning, { weekdays: [1 as const] }] };
    expect(studentSpans(allOfMonday, monday)).toEqual([{ start: at(11), end: at(13) }]);
  });
});

describe('somebody away', () => {
  const absent = (part?: { start: number; end: number }) =>
    timetable({ absences: [{ start: tuesday, end: friday, ...(part ? { part } : {}) }] });

  test('on whole days does not work on the first of them, the last, or any between', () => {
    const dates = [monday, tuesday, wednesday, friday, '2026-11-23'];
    expect(dates.map((date) => worksOn(absent(), date))).toEqual([true, false, false, false, true]);
  });

  test('for a part of them still works, unless it is all of her hours', () => {
    expect(worksOn(absent({ start: at(8), end: at(14, 59) }), tuesday)).toBe(true);
    expect(worksOn(absent({ start: at(8), end: at(15) }), tuesday)).toBe(false);
    expect(awaySpans(absent({ start: at(8), end: at(12) }), tuesday)).toEqual([
      { start: at(8), end: at(12) },
    ]);
    expect(awaySpans(absent(), tuesday)).toEqual([{ start: 0, end: at(24) }]);
    expect(awaySpans(timetable(), tuesday)).toEqual([]);
  });

  test('has no time for a visit then', () => {
    const therapist = { ...absent({ start: at(8), end: at(12) }), students: 'own' as const };
    expect(freeSpans(therapist, tuesday)).toEqual([{ start: at(12), end: at(15) }]);
  });
});

describe('somebody of several schools, seen from one of them', () => {
  const oak = {
    school: { ...school, id: 'oak' },
    students: 'own' as const,
    blocks: [block('math', at(9), at(10))],
    dated: [],
    shifts: [{ weekdays: [2 as const] }],
  };
  const person = { ...freeTherapist, absences: [{ start: friday, end: friday }], elsewhere: [oak] };

  test('is the same person, whose other school is the one she comes from', () => {
    const { elsewhere, ...there } = atSchool(person, 'oak') ?? {};
    expect(there).toEqual({ ...oak, contact: person.contact, absences: [{ start: friday, end: friday }] });
    expect(elsewhere).toEqual([{ school, students: 'own', blocks: [], dated: [] }]);
    expect(atSchool(person, 'maple')).toEqual({ ...person, elsewhere: [oak] });
  });

  test('keeps the hours she told for each', () => {
    const back = atSchool({ ...person, shifts: [{ weekdays: [1] }] }, 'oak');
    expect(back?.elsewhere?.[0]?.shifts).toEqual([{ weekdays: [1] }]);
  });

  test('is nobody at a school that is not hers', () => {
    expect(atSchool(person, 'elm')).toBeUndefined();
    expect(atSchool(freeTherapist, 'oak')).toBeUndefined();
  });

  test('is not free while students of the other are with her', () => {
    expect(freeSpans(person, tuesday)).toEqual([
      { start: at(8), end: at(9) },
      { start: at(10), end: at(15) },
    ]);
    expect(freeSpans(person, monday)).toEqual([{ start: at(8), end: at(15) }]);
  });
});
