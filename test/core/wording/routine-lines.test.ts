import { describe, expect, test } from '@jest/globals';
import { activityKinds } from '../../../src/core/activity-kind.ts';
import { readRoutine } from '../../../src/core/reading/read-routine.ts';
import type { Weekday } from '../../../src/core/time.ts';
import { routineText } from '../../../src/core/wording/routine.ts';
import { fc } from '../../setup/properties.ts';

const weekdays = fc
  .uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5), { minLength: 1 })
  .map((days) => days.toSorted());
const span = fc
  .tuple(fc.integer({ min: 7 * 60, max: 18 * 60 }), fc.integer({ min: 5, max: 180 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 19 * 60) }));
const blocks = fc.array(
  fc.record({ weekdays, span, kind: fc.constantFrom(...activityKinds) }).map(({ span: time, ...rest }) => ({
    ...rest,
    ...time,
    withStudents: true,
  })),
  { minLength: 1, maxLength: 6 },
);

describe('a week as PushIn writes it', () => {
  test.each([
    ['a class', true],
    ['a therapist', false],
  ])('%s reads back the same, so that saving the form unchanged changes nothing', (_whose, ofClass) => {
    fc.assert(
      fc.property(blocks, (week) => {
        const read = readRoutine(routineText(week, ofClass), ofClass ? undefined : 'other');
        expect(read.faults).toEqual([]);
        expect(read.blocks.map(({ label: _, ...block }) => block)).toEqual(
          week.map(({ withStudents: _, ...block }) => block),
        );
      }),
      { numRuns: 200 },
    );
  });
});
