import { isQuiet, nextOpen } from '../../../src/core/quiet-hours.ts';
import { HOUR, MINUTE } from '../../../src/core/time.ts';
import type { Timetable } from '../../../src/core/timetable.ts';
import { fc } from '../../setup/properties.ts';
import { anyMoment, anyWorld, type World } from './any-world.ts';
import { whyQuiet } from './naive-day.ts';

const must = (holds: boolean, broken: string): void => {
  if (!holds) throw new Error(broken);
};

/** What a message planned at `after` and every look at the clock on the way to it have to keep. */
const checkPerson = (
  t: Timetable,
  classDay: World['classDay'] | undefined,
  after: number,
  stride: number,
) => {
  const why = (instant: number) => whyQuiet(t, classDay, instant);
  const next = nextOpen(t, after);
  must(
    isQuiet(t, after) === (why(after) !== undefined),
    `quiet now: ${isQuiet(t, after)}, but ${why(after)}`,
  );
  if (next !== undefined) {
    must(next >= after, 'planned before now');
    must(why(next) === undefined, `planned for ${next}: ${why(next)}`);
    must(!isQuiet(t, next), 'planned for what is held at the moment of sending');
    if (next > after) must(why(next - 1) !== undefined, 'a moment earlier was open');
    must(nextOpen(t, after, next) === undefined, 'planned at its deadline');
    must(nextOpen(t, after, next + 1) === next, 'a deadline that is kept changed the plan');
    must(nextOpen(t, next) === next, 'asked again when due, it is not due');
  }
  const end = Math.min(next ?? Number.POSITIVE_INFINITY, after + 30 * HOUR);
  for (let passed = after; passed < end; passed += stride)
    must(why(passed) !== undefined, `an open instant was passed over: ${passed}`);
};

const world = anyWorld.chain((given) =>
  fc.tuple(fc.constant(given), anyMoment(given.date), fc.integer({ min: 97, max: 331 })),
);

/** Throws with the smallest counterexample. Each run is one teacher and one therapist of two schools. */
export const keepPromises = (runs: number, seed?: number): void =>
  fc.assert(
    fc.property(world, ([{ teacher, therapist, classDay }, moment, minutes]) => {
      checkPerson(teacher, classDay, moment, minutes * MINUTE);
      checkPerson(therapist, undefined, moment, minutes * MINUTE);
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
