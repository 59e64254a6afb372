import { describe, expect, test } from '@jest/globals';
import { activitiesOn, activityAt, sourceAge } from '../../src/core/class-day.ts';
import { instantOf } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyMinute, classDayAround } from './arbitraries.ts';
import { at, block, monday, said, school, thursday, tuesday } from './sample-school.ts';

const kindsAndTimes = (known: ReturnType<typeof activitiesOn>) =>
  known.map(({ kind, start, end, source }) => [kind, start, end, source]);

describe('what a class does on a date', () => {
  const routine = [block('centers', at(10), at(10, 45), [2, 4]), block('writing', at(9), at(9, 40))];

  test('the routine of that weekday, in order', () => {
    expect(kindsAndTimes(activitiesOn({ blocks: routine, activities: [] }, tuesday))).toEqual([
      ['writing', at(9), at(9, 40), 'routine'],
      ['centers', at(10), at(10, 45), 'routine'],
    ]);
    expect(activitiesOn({ blocks: routine, activities: [] }, monday)).toHaveLength(1);
  });

  test('what the teacher said covers the routine, and what sticks out of it stays', () => {
    const activities = [said('writing', tuesday, at(10), at(10, 30))];
    expect(kindsAndTimes(activitiesOn({ blocks: routine, activities }, tuesday)).slice(1)).toEqual([
      ['writing', at(10), at(10, 30), 'teacher'],
      ['centers', at(10, 30), at(10, 45), 'routine'],
    ]);
  });

  test('less than five minutes left over is not an activity', () => {
    const activities = [said('writing', tuesday, at(10, 4), at(10, 41))];
    expect(activitiesOn({ blocks: routine, activities }, tuesday).map(({ kind }) => kind)).toEqual([
      'writing',
      'writing',
    ]);
  });

  test('the latest word wins, in whatever order the words are stored', () => {
    const first = said('math', thursday, at(9), at(11), 1_000);
    const last = said('test', thursday, at(9), at(11), 2_000);
    for (const activities of [
      [first, last],
      [last, first],
    ]) {
      expect(activityAt({ blocks: routine, activities }, thursday, at(10))?.kind).toBe('test');
    }
  });

  test('a short block inside a long one shows, and the long one goes on after it', () => {
    const blocks = [block('snack', at(9, 30), at(9, 40)), block('math', at(9), at(10, 30))];
    expect(activitiesOn({ blocks, activities: [] }, monday).map(({ kind }) => kind)).toEqual([
      'math',
      'snack',
      'math',
    ]);
  });

  test('an end is not part of the activity, and an unknown time has none', () => {
    const classDay = { blocks: routine, activities: [] };
    expect(activityAt(classDay, tuesday, at(10, 44))?.kind).toBe('centers');
    expect(activityAt(classDay, tuesday, at(10, 45))).toBeUndefined();
  });
});

describe('in any class', () => {
  const classes = anyDate.chain((date) => fc.tuple(fc.constant(date), classDayAround(date)));

  test('activities come in order, never two at once, none empty', () => {
    fc.assert(
      fc.property(classes, ([date, classDay]) => {
        const known = activitiesOn(classDay, date);
        known.forEach((one, place) => {
          expect(one.start).toBeLessThan(one.end);
          expect(one.start).toBeGreaterThanOrEqual(known[place - 1]?.end ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('wherever something was said of that minute, the latest of it is what is known', () => {
    fc.assert(
      fc.property(classes, anyMinute, ([date, classDay], minute) => {
        const words = classDay.activities.filter(
          (one) => one.date === date && one.start <= minute && minute < one.end,
        );
        fc.pre(words.length > 0);
        const latest = Math.max(...words.map(({ saidAt }) => saidAt));
        const covering = activityAt(classDay, date, minute);
        // A remainder shorter than five minutes is the only word that may be missing.
        if (covering !== undefined) expect(covering.saidAt).toBe(latest);
      }),
      { numRuns: 200 },
    );
  });
});

describe('how fresh the knowledge is', () => {
  const on = (date: string) => ({
    source: 'teacher' as const,
    saidAt: instantOf(date, at(7, 40), school.zone),
  });

  test('said today, this week, earlier, or only habit', () => {
    expect(sourceAge(on(tuesday), tuesday, school.zone)).toBe('today');
    expect(sourceAge(on(monday), tuesday, school.zone)).toBe('this week');
    expect(sourceAge(on('2026-11-15'), tuesday, school.zone)).toBe('earlier');
    expect(sourceAge({ source: 'routine' }, tuesday, school.zone)).toBe('routine');
  });

  test('today is the day at the school, not in UTC', () => {
    const lateEvening = { source: 'teacher' as const, saidAt: instantOf(monday, at(22), school.zone) };
    expect(sourceAge(lateEvening, monday, school.zone)).toBe('today');
  });
});
