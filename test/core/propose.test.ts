import { describe, expect, test } from '@jest/globals';
import { activitiesOn } from '../../src/core/class-day.ts';
import { isOpenFor, fit as scoreOf } from '../../src/core/fit.ts';
import { refusedVisits } from '../../src/core/possible-visits.ts';
import { type Need, type ProposeInput, proposeTimes, type Taken } from '../../src/core/propose.ts';
import { addDays, overlaps } from '../../src/core/time.ts';
import { studentSpans, worksOn } from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyFocuses, anyMinute, anySpan, classDayAround, timetableAround } from './arbitraries.ts';
import {
  at,
  away,
  block,
  everyDay,
  freeTherapist,
  monday,
  said,
  thursday,
  tuesday,
  wednesday,
  week,
} from './sample-school.ts';

const room12: Need = {
  pairingId: 'ot-12',
  classroomId: 'room-12',
  focuses: ['fine_motor'],
  minutes: 30,
  missing: 2,
  classDay: {
    blocks: [block('writing', at(9), at(9, 40)), block('math', at(13), at(14))],
    activities: [],
  },
};
const input = (changes: Partial<ProposeInput> = {}): ProposeInput => ({
  needs: [room12],
  dates: week,
  therapist: freeTherapist,
  taken: [],
  now: { date: monday, minute: at(7, 40) },
  limit: 6,
  ...changes,
});
const withDay = (activities: Need['classDay']['activities'], changes: Partial<Need> = {}): Need => ({
  ...room12,
  ...changes,
  classDay: { blocks: room12.classDay.blocks, activities },
});
const brief = (proposals: ReturnType<typeof proposeTimes>) =>
  proposals.map(({ date, start, kind }) => `${date} ${start} ${kind}`);

describe('proposed times', () => {
  test('a full proposal tells when, what for, how well and from whom it is known', () => {
    expect(proposeTimes(input({ limit: 1 }))).toEqual([
      {
        pairingId: 'ot-12',
        classroomId: 'room-12',
        date: monday,
        start: at(9),
        end: at(9, 30),
        kind: 'writing',
        focus: 'fine_motor',
        fit: 3,
        source: 'routine',
        noTest: true,
      },
    ]);
  });

  test('the better fit comes first, and days are used in turn before a day is used twice', () => {
    const found = proposeTimes(input());
    expect(brief(found.slice(0, 5))).toEqual(week.map((date) => `${date} ${at(9)} writing`));
    expect(found[5]).toMatchObject({ kind: 'math', fit: 1 });
  });

  test('what the teacher said beats routine of the same fit', () => {
    const needs = [withDay([said('writing', wednesday, at(10), at(10, 40))])];
    expect(brief(proposeTimes(input({ needs, limit: 3 })))).toEqual([
      `${wednesday} ${at(10)} writing`,
      `${monday} ${at(9)} writing`,
      `${tuesday} ${at(9)} writing`,
    ]);
  });

  test('a day with a test is offered around the test, never in it', () => {
    const needs = [withDay([said('test', thursday, at(8), at(12))])];
    const found = proposeTimes(input({ needs, dates: [thursday] }));
    expect(found.map(({ kind }) => kind)).toEqual(['math', 'math']);
  });

  test('a test is offered to somebody who works on test taking, and says that it is one', () => {
    const needs = [withDay([said('test', thursday, at(9), at(11))], { focuses: ['test_taking'] })];
    expect(proposeTimes(input({ needs, dates: [thursday], limit: 1 }))).toMatchObject([
      { kind: 'test', fit: 3, noTest: false },
    ]);
  });

  test('the first five minutes of an activity are its own: a visit comes with it or after them', () => {
    const needs = [withDay([said('writing', tuesday, at(10, 3), at(10, 50))])];
    const startingWhile = (busyUntil: number) =>
      proposeTimes(
        input({
          needs,
          dates: [tuesday],
          limit: 1,
          taken: [{ classroomId: 'x', therapistBusy: true, date: tuesday, start: at(8), end: busyUntil }],
        }),
      )[0]?.start;
    expect(startingWhile(at(10))).toBe(at(10, 3));
    expect(startingWhile(at(10, 4))).toBe(at(10, 10));
    expect(startingWhile(at(10, 11))).toBe(at(10, 15));
  });

  test('an activity exactly as long as the visit is offered from its start', () => {
    const needs = [withDay([said('writing', tuesday, at(10, 3), at(10, 33))])];
    expect(brief(proposeTimes(input({ needs, dates: [tuesday], limit: 1 })))).toEqual([
      `${tuesday} ${at(10, 3)} writing`,
    ]);
  });

  test('what the teacher said no to is not offered, however well it fits, and is known as refused', () => {
    const refused = { ...said('writing', tuesday, at(9), at(9, 40)), welcome: 'no' as const };
    const need = withDay([refused]);
    const found = proposeTimes(input({ needs: [need], dates: [tuesday] }));
    expect(found.map(({ kind }) => kind)).toEqual(['math', 'math']);
    expect([...new Set(refusedVisits(need, tuesday).map(({ kind }) => kind))]).toEqual(['writing']);
    expect(refusedVisits(room12, tuesday)).toEqual([]);
  });

  test('of equal fits the one in which the teacher likes company comes first', () => {
    const needs = [
      withDay([said('art', tuesday, at(8), at(8, 40)), said('writing', tuesday, at(9), at(9, 40))], {
        glad: ['writing'],
      }),
    ];
    const fits = proposeTimes(input({ needs, dates: [tuesday], limit: 2 }));
    expect(fits.map(({ kind, fit, isGlad }) => [kind, fit, isGlad])).toEqual([
      ['writing', 3, true],
      ['art', 3, undefined],
    ]);
  });

  test('at most two a day in one class, however many pairings it has', () => {
    const second = { ...room12, pairingId: 'ot-12b', focuses: ['instructions' as const] };
    expect(proposeTimes(input({ needs: [room12, second], dates: [tuesday] }))).toHaveLength(2);
  });

  test('two a day in each of two classes, at the same hour where there is no other', () => {
    const other = { ...room12, pairingId: 'ot-7', classroomId: 'room-7' };
    const found = proposeTimes(input({ needs: [room12, other], dates: [tuesday] }));
    expect(found.map(({ classroomId }) => classroomId).sort()).toEqual([
      'room-12',
      'room-12',
      'room-7',
      'room-7',
    ]);
  });

  test('each class gets its turn, at times that do not meet where there is a choice', () => {
    const other = { ...room12, pairingId: 'ot-7', classroomId: 'room-7' };
    const found = proposeTimes(input({ needs: [room12, other], limit: 2 }));
    expect(found.map(({ classroomId }) => classroomId)).toEqual(['room-12', 'room-7']);
    expect(found.map(({ date }) => date)).toEqual([monday, tuesday]);
  });

  test('a pairing that could come twice on one day is offered another day first', () => {
    const long = { blocks: [block('writing', at(9), at(11))], activities: [] };
    const needs = ['room-12', 'room-7'].map((classroomId) => ({
      ...room12,
      pairingId: classroomId,
      classroomId,
      classDay: long,
    }));
    const found = proposeTimes(input({ needs, dates: [monday, tuesday], limit: 4 }));
    expect(brief(found)).toEqual([
      `${monday} ${at(9)} writing`,
      `${monday} ${at(9, 30)} writing`,
      `${tuesday} ${at(9)} writing`,
      `${tuesday} ${at(9, 30)} writing`,
    ]);
    expect(new Set(found.map(({ classroomId, date }) => `${classroomId} ${date}`)).size).toBe(4);
  });

  test('a pairing with nothing missing gets nothing', () => {
    expect(proposeTimes(input({ needs: [{ ...room12, missing: 0 }] }))).toEqual([]);
  });

  test('nothing in the past or within a quarter of an hour', () => {
    const now = { date: tuesday, minute: at(8, 46) };
    const found = proposeTimes(input({ now, dates: [monday, tuesday] }));
    expect(brief(found)[0]).toBe(`${tuesday} ${at(9, 5)} writing`);
    expect(found.every(({ date }) => date === tuesday)).toBe(true);
  });

  test('a quarter of an hour ahead is far enough', () => {
    const now = { date: tuesday, minute: at(8, 45) };
    expect(brief(proposeTimes(input({ now, dates: [tuesday], limit: 1 })))).toEqual([
      `${tuesday} ${at(9)} writing`,
    ]);
  });

  test('a visit on one day takes nothing from another day, neither her time nor the room', () => {
    const taken = [true, false].map((therapistBusy) => ({
      ...{ classroomId: 'room-12', date: monday, start: at(8), end: at(15), therapistBusy },
    }));
    const free = brief(proposeTimes(input({ dates: [tuesday] })));
    expect(brief(proposeTimes(input({ dates: [tuesday], taken })))).toEqual(free);
    expect(proposeTimes(input({ dates: [monday], taken }))).toEqual([]);
  });

  test('nothing while the therapist has students, lunch, or a day away', () => {
    const therapist = {
      ...freeTherapist,
      blocks: [block('other', at(9), at(9, 30)), block('lunch', at(13), at(13, 45), everyDay, false)],
      absences: [away(tuesday)],
    };
    expect(proposeTimes(input({ therapist }))).toEqual([]);
  });

  test('nothing over a visit of another therapist in the class, but it does not keep her from other classes', () => {
    const taken: Taken[] = week.map((date) => ({
      classroomId: 'room-12',
      therapistBusy: false,
      date,
      start: at(8),
      end: at(15),
    }));
    expect(proposeTimes(input({ taken }))).toEqual([]);
    expect(proposeTimes(input({ taken, needs: [{ ...room12, classroomId: 'room-7' }] }))).toHaveLength(6);
  });
});

describe('in any week', () => {
  const situations = anyDate.chain((date) => {
    const near = fc.integer({ min: 0, max: 2 }).map((days) => addDays(date, days));
    const room = fc.constantFrom('room-1', 'room-2');
    const need: fc.Arbitrary<Need> = fc.record({
      pairingId: fc.uuid(),
      classroomId: room,
      focuses: anyFocuses,
      minutes: fc.integer({ min: 5, max: 60 }),
      missing: fc.integer({ min: 0, max: 3 }),
      classDay: classDayAround(date),
    });
    const taken: fc.Arbitrary<Taken> = fc
      .tuple(anySpan, room, near, fc.boolean())
      .map(([span, classroomId, on, therapistBusy]) => ({ ...span, classroomId, date: on, therapistBusy }));
    return fc.record({
      needs: fc.array(need, { maxLength: 4 }),
      dates: fc.constant([0, 1, 2].map((days) => addDays(date, days))),
      therapist: timetableAround(date).map((person) => ({ ...person, students: 'own' as const })),
      taken: fc.array(taken, { maxLength: 6 }),
      now: fc.record({ date: fc.constant(date), minute: anyMinute }),
      limit: fc.integer({ min: 0, max: 8 }),
    });
  });

  test('every proposal lies in one open, fitting activity, ahead of now, with the therapist free and the class not taken', () => {
    fc.assert(
      fc.property(situations, (given) => {
        const found = proposeTimes(given);
        expect(found.length).toBeLessThanOrEqual(given.limit);
        for (const visit of found) {
          const need = given.needs.find(({ pairingId }) => pairingId === visit.pairingId);
          if (need === undefined) throw new Error('a proposal for nobody');
          expect(visit.end - visit.start).toBe(need.minutes);
          expect(need.missing).toBeGreaterThan(0);

          const holding = activitiesOn(need.classDay, visit.date).filter((known) => overlaps(known, visit));
          expect(holding).toMatchObject([{ kind: visit.kind, source: visit.source }]);
          expect(holding[0]?.start).toBeLessThanOrEqual(visit.start);
          expect(holding[0]?.end).toBeGreaterThanOrEqual(visit.end);
          const late = visit.start - (holding[0]?.start ?? 0);
          expect(late === 0 || late >= 5).toBe(true);
          expect(isOpenFor(visit.kind, need.focuses)).toBe(true);
          expect(scoreOf(visit.kind, visit.focus)).toBe(visit.fit);
          expect(need.focuses).toContain(visit.focus);
          if (visit.kind === 'test') expect(need.focuses).toContain('test_taking');

          const ahead = visit.date > given.now.date ? 15 : visit.start - given.now.minute;
          expect(ahead).toBeGreaterThanOrEqual(15);
          expect(worksOn(given.therapist, visit.date)).toBe(true);
          expect(visit.start).toBeGreaterThanOrEqual(given.therapist.school.firstBell);
          expect(visit.end).toBeLessThanOrEqual(given.therapist.school.lastBell);
          expect(studentSpans(given.therapist, visit.date).some((span) => overlaps(span, visit))).toBe(false);
          for (const taken of given.taken.filter((one) => one.date === visit.date && overlaps(one, visit))) {
            expect(taken.therapistBusy || taken.classroomId === visit.classroomId).toBe(false);
          }

          const beside = found.filter(
            (one) => one.classroomId === visit.classroomId && one.date === visit.date && one !== visit,
          );
          expect(beside.length).toBeLessThanOrEqual(1);
          expect(beside.some((one) => overlaps(one, visit))).toBe(false);
        }
        expect(found.map((visit) => visit.fit)).toEqual(
          found.map((visit) => visit.fit).sort((a, b) => b - a),
        );
      }),
      { numRuns: 500 },
    );
  });
});
