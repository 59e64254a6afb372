import { describe, expect, test } from '@jest/globals';
import { dayTypesFor, templates } from '../../../src/core/import/templates.ts';
import { fc } from '../../setup/properties.ts';

const hours = fc
  .record({ first: fc.integer({ min: 420, max: 600 }), length: fc.integer({ min: 300, max: 480 }) })
  .map(({ first, length }) => ({ first, last: first + length, lunch: undefined }));

describe.each(templates.map((template) => [template.name, template] as const))(
  'the template %s',
  (_, template) => {
    test('fills any school’s day with its lessons and a lunch, in order and between the bells', () => {
      fc.assert(
        fc.property(hours, (given) => {
          for (const { firstBell, lastBell, periods } of dayTypesFor(template, given)) {
            expect(periods).toHaveLength(template.lessons + 1);
            expect(new Set(periods.map(({ name }) => name)).size).toBe(periods.length);
            for (const [index, { start, end }] of periods.entries()) {
              expect(start).toBeLessThan(end);
              expect(start).toBeGreaterThanOrEqual(periods[index - 1]?.end ?? firstBell);
              expect(end).toBeLessThanOrEqual(lastBell);
            }
          }
        }),
      );
    });

    test('takes two hours off the end, or off the beginning', () => {
      const types = dayTypesFor(template, { first: 490, last: 890, lunch: undefined });
      expect(types.map(({ name, firstBell, lastBell }) => [name, firstBell, lastBell])).toEqual([
        ['Regular', 490, 890],
        ['Early release', 490, 770],
        ['Late start', 610, 890],
      ]);
    });
  },
);

test('lunch is where the school says it is', () => {
  const [template] = templates;
  if (!template) throw new Error('no template');
  const [regular] = dayTypesFor(template, { first: 490, last: 890, lunch: { start: 660, end: 690 } });
  expect(regular?.periods).toEqual([{ name: 'Lunch', start: 660, end: 690 }]);
});
