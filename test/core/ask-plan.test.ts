import { describe, expect, test } from '@jest/globals';
import {
  ASKS_PER_TEACHER_AND_WEEK,
  type AskingClass,
  type AskPlanInput,
  asksDue,
  whenToAskAgain,
} from '../../src/core/ask-plan.ts';
import { addDays, mondayOf, overlaps } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyFocuses, anySpan, classDayAround, timetableAround } from './arbitraries.ts';
import {
  at,
  away,
  block,
  everyDay,
  freeTherapist,
  friday,
  monday,
  said,
  school,
  thursday,
  timetable,
  tuesday,
  wednesday,
  week,
} from './sample-school.ts';

const routine = [
  block('writing', at(9), at(9, 40)),
  block('centers', at(10), at(10, 45), [2, 4]),
  block('specials', at(13, 25), at(14, 10), everyDay, false),
];
const ot = { therapist: freeTherapist, focuses: ['fine_motor' as const], minutes: 30, missing: 2 };
const speech = { ...ot, focuses: ['language' as const] };
const room12: AskingClass = {
  classroomId: 'room-12',
  teacherId: 'lee',
  teacher: timetable({ blocks: routine }),
  classDay: { blocks: routine, activities: [] },
  needs: [ot, speech],
};
const input = (changes: Partial<AskPlanInput> = {}): AskPlanInput => ({
  classes: [room12],
  dates: week,
  today: monday,
  asked: [],
  ...changes,
});
const slot = (date: string, start: number, end: number, classroomId = 'room-12') => ({
  classroomId,
  teacherId: 'lee',
  date,
  start,
  end,
});

describe('what to ask a teacher about', () => {
  test('first the routine that would serve both therapists best, one question for the two of them', () => {
    expect(asksDue(input())[0]).toEqual(slot(tuesday, at(10), at(10, 45)));
  });

  test('three questions a week, on different days, whatever the number of therapists', () => {
    const due = asksDue(input({ classes: [{ ...room12, needs: [ot, speech, ot, speech, ot] }] }));
    expect(due).toHaveLength(ASKS_PER_TEACHER_AND_WEEK);
    expect(new Set(due.map(({ date }) => date)).size).toBe(3);
  });

  test('questions already put count, in the same week only', () => {
    const asked = [slot(monday, at(9), at(9, 40)), slot(tuesday, at(10), at(10, 45))];
    expect(asksDue(input({ asked }))).toHaveLength(1);
    const lastWeek = asked.map((one) => ({ ...one, date: addDays(one.date, -7) }));
    expect(asksDue(input({ asked: lastWeek }))).toHaveLength(3);
  });

  test('two classes of one teacher share her three, and the one with fewer therapists gets a turn too', () => {
    const room14 = { ...room12, classroomId: 'room-14', needs: [ot] };
    const due = asksDue(input({ classes: [room12, room14] }));
    expect(due.map(({ classroomId }) => classroomId).sort()).toEqual(['room-12', 'room-12', 'room-14']);
  });

  test('never today or earlier, a closed day, or a day she is away', () => {
    const absent = { ...room12, teacher: { ...room12.teacher, absences: [away(wednesday)] } };
    const due = asksDue(input({ classes: [absent], today: tuesday, budget: 20 }));
    expect(new Set(due.map(({ date }) => date))).toEqual(new Set([thursday, friday]));
    expect(asksDue(input({ dates: ['2026-11-26', '2026-11-27'] }))).toEqual([]);
  });

  test('what she has said, or was asked, is not asked again', () => {
    const classDay = { blocks: routine, activities: [said('writing', tuesday, at(10), at(10, 40))] };
    const asked = [slot(thursday, at(10), at(10, 30))];
    const due = asksDue(input({ classes: [{ ...room12, classDay }], asked, budget: 50 }));
    const atTen = due.filter(({ start }) => start === at(10));
    expect(new Set(atTen.map(({ date }) => date))).toEqual(new Set([wednesday, friday]));
  });

  test('a class whose routine is unknown is asked at different days and hours', () => {
    const unknown = { ...room12, classDay: { blocks: [], activities: [] }, teacher: timetable() };
    expect(asksDue(input({ classes: [unknown] }))).toEqual([
      slot(tuesday, at(8), at(8, 30)),
      slot(wednesday, at(8, 30), at(9)),
      slot(thursday, at(9), at(9, 30)),
    ]);
  });

  test('nothing when no therapist could come, or nobody needs a visit', () => {
    const busy = timetable({ students: 'own', blocks: [block('other', at(8), at(15))] });
    expect(asksDue(input({ classes: [{ ...room12, needs: [{ ...ot, therapist: busy }] }] }))).toEqual([]);
    expect(asksDue(input({ classes: [{ ...room12, needs: [{ ...ot, missing: 0 }] }] }))).toEqual([]);
  });

  test('a routine that suits nobody, such as recess for fine motor, is not asked about', () => {
    const recess = [block('recess', at(8), at(15))];
    const classDay = { blocks: recess, activities: [] };
    expect(asksDue(input({ classes: [{ ...room12, classDay, needs: [ot] }] }))).toEqual([]);
  });

  test('in any week: within the budget, about the future, apart from each other and from every answer', () => {
    const situations = anyDate.chain((date) => {
      const asking: fc.Arbitrary<AskingClass> = fc.record({
        classroomId: fc.constantFrom('room-1', 'room-2', 'room-3'),
        teacherId: fc.constantFrom('a', 'b'),
        teacher: timetableAround(date),
        classDay: classDayAround(date),
        needs: fc.array(
          fc.record({
            therapist: timetableAround(date).map((person) => ({ ...person, students: 'own' as const })),
            focuses: anyFocuses,
            minutes: fc.integer({ min: 5, max: 60 }),
            missing: fc.integer({ min: 0, max: 2 }),
          }),
          { maxLength: 3 },
        ),
      });
      const before = fc
        .tuple(anySpan, fc.constantFrom('room-1', 'room-2'), fc.constantFrom('a', 'b'))
        .map(([span, classroomId, teacherId]) => ({
          ...span,
          classroomId,
          teacherId,
          date: addDays(date, 1),
        }));
      return fc.record({
        classes: fc.uniqueArray(asking, { maxLength: 3, selector: ({ classroomId }) => classroomId }),
        dates: fc.constant([0, 1, 2].map((days) => addDays(date, days))),
        today: fc.constant(date),
        asked: fc.array(before, { maxLength: 4 }),
      });
    });
    fc.assert(
      fc.property(situations, (given) => {
        const due = asksDue(given);
        due.forEach((one, place) => {
          expect(one.date > given.today).toBe(true);
          const asking = given.classes.find(({ classroomId }) => classroomId === one.classroomId);
          const answers = asking?.classDay.activities.filter(({ date }) => date === one.date) ?? [];
          expect(
            answers.filter((answer) => answer.end - answer.start > 0).some((a) => overlaps(a, one)),
          ).toBe(false);
          for (const other of [...given.asked, ...due.slice(0, place)]) {
            const same = other.classroomId === one.classroomId && other.date === one.date;
            if (same && other.teacherId === one.teacherId) expect(overlaps(other, one)).toBe(false);
          }
          const spent = [...given.asked, ...due].filter(
            (other) => other.teacherId === one.teacherId && mondayOf(other.date) === mondayOf(one.date),
          );
          const already = given.asked.filter(
            (other) => other.teacherId === one.teacherId && mondayOf(other.date) === mondayOf(one.date),
          );
          expect(spent.length).toBeLessThanOrEqual(Math.max(already.length, ASKS_PER_TEACHER_AND_WEEK));
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('when to ask again', () => {
  test('the school day before, over weekends and holidays', () => {
    expect(whenToAskAgain(thursday, school)).toBe(wednesday);
    expect(whenToAskAgain(monday, school)).toBe('2026-11-13');
    expect(whenToAskAgain('2026-11-30', school)).toBe('2026-11-25');
  });

  test('the day before when school starts after a summer', () => {
    const closedDates = Array.from({ length: 60 }, (_, days) => addDays('2026-09-08', -1 - days));
    expect(whenToAskAgain('2026-09-08', { ...school, closedDates })).toBe('2026-09-07');
  });
});
