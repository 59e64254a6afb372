import { describe, expect, test } from '@jest/globals';
import { overlaps } from '../../src/core/time.ts';
import { freeSpans, isSchoolDay, studentSpans, worksOn } from '../../src/core/timetable.ts';
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
