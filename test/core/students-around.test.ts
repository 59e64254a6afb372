import { describe, expect, test } from '@jest/globals';
import { studentsAround } from '../../src/core/students-around.ts';
import { MINUTE } from '../../src/core/time.ts';
import type { Timetable } from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { anyMoment, anyWorld, type World } from './calendar/any-world.ts';
import { whyQuiet } from './calendar/naive-day.ts';

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
