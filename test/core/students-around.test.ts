import { describe, expect, test } from '@jest/globals';
import { studentsAround } from '../../src/core/students-around.ts';
import { instantOf, MINUTE } from '../../src/core/time.ts';
import type { Timetable } from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { anyMoment, anyWorld, type World } from './calendar/any-world.ts';
import { whyQuiet } from './calendar/naive-day.ts';
import { at, block, everyDay, monday, school, timetable } from './sample-school.ts';

const world = anyWorld.chain((given) => fc.tuple(fc.constant(given), anyMoment(given.date)));

/** Asked of somebody who never wants quiet, so that only students can be why. */
const withoutQuiet = ({ doNotDisturb: _, ...t }: Timetable): Timetable => t;

const check = (t: Timetable, classDay: World['classDay'] | undefined, moment: number): void => {
  const around = (instant: number) => whyQuiet(t, classDay, instant) === 'students are there';
  const said = studentsAround(t, moment);
  expect(said.around).toBe(around(moment));
  expect(said.until).toBeGreaterThan(moment);
  for (let later = moment; later < said.until; later += MINUTE) expect(around(later)).toBe(said.around);
};

describe('whether students are with somebody, or about to come', () => {
  test('is told as a slow look at every minute tells it, and stays so until the next look', () => {
    fc.assert(
      fc.property(world, ([{ teacher, therapist, classDay }, moment]) => {
        check(teacher, classDay, moment);
        check(withoutQuiet(therapist), undefined, moment);
      }),
      { numRuns: 100 },
    );
  });
});

describe('for how long that can be relied on', () => {
  const teacher = timetable({ blocks: [block('prep', at(10), at(10, 45), everyDay, false)] });
  const told = (hour: number, minute: number) => {
    const now = instantOf(monday, at(hour, minute), school.zone);
    const { around, until } = studentsAround(teacher, now);
    return [around, (until - now) / MINUTE];
  };

  test.each([
    // They come back at 10:45, and two minutes before that she is no longer alone.
    [9, 15, true, 30],
    [9, 45, true, 15],
    [10, 0, false, 30],
    [10, 20, false, 23],
    [10, 43, true, 30],
    [14, 45, true, 15],
    [15, 0, false, 30],
  ])('at %i:%i students are there: %s, for %i minutes', (hour, minute, around, minutes) =>
    expect(told(hour, minute)).toEqual([around, minutes]),
  );
});
