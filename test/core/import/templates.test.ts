import { describe, expect, test } from '@jest/globals';
import { dayTypesFor, templateNamed, templates } from '../../../src/core/import/templates.ts';
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

const clock = (start: number, end: number): string =>
  [start, end].map((at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`).join('-');
const dayOf = (name: string, first: number, last: number, lunch?: { start: number; end: number }) => {
  const template = templateNamed(name);
  if (!template) throw new Error(`no template ${name}`);
  const [regular] = dayTypesFor(template, { first, last, lunch });
  return regular?.periods.map((period) => `${period.name} ${clock(period.start, period.end)}`);
};

describe('the lessons of a template', () => {
  test('of a middle school: four before lunch and three after it, four minutes to pass', () => {
    // 8:00 to 3:00: the middle is 11:30, so lunch is 11:15 to 11:45, and 7 lessons share out 195 and 195 minutes.
    expect(dayOf('middle', 480, 900)).toEqual([
      'Period 1 8:00-8:45',
      'Period 2 8:49-9:34',
      'Period 3 9:38-10:23',
      'Period 4 10:27-11:15',
      'Lunch 11:15-11:45',
      'Period 5 11:45-12:47',
      'Period 6 12:51-13:53',
      'Period 7 13:57-15:00',
    ]);
  });

  test('of a block school: two before lunch and two after it, five minutes to pass', () => {
    expect(dayOf('block', 480, 900)).toEqual([
      'Period 1 8:00-9:35',
      'Period 2 9:40-11:15',
      'Lunch 11:15-11:45',
      'Period 3 11:45-13:20',
      'Period 4 13:25-15:00',
    ]);
  });

  test('are at least one before and one after a lunch, however early or late', () => {
    expect(dayOf('block', 480, 900, { start: 490, end: 520 })?.slice(0, 3)).toEqual([
      'Period 1 8:00-8:10',
      'Lunch 8:10-8:40',
      'Period 2 8:40-10:43',
    ]);
    expect(dayOf('block', 480, 900, { start: 860, end: 890 })?.slice(2)).toEqual([
      'Period 3 12:16-14:20',
      'Lunch 14:20-14:50',
      'Period 4 14:50-15:00',
    ]);
  });

  test('keep the lunch that was told on a regular day; a shorter day has one in its middle', () => {
    const template = templateNamed(' Elementary ');
    if (!template) throw new Error('no template');
    const types = dayTypesFor(template, { first: 480, last: 900, lunch: { start: 660, end: 700 } });
    expect(types.map(({ periods }) => periods.map(({ start, end }) => clock(start, end)))).toEqual([
      ['11:00-11:40'],
      ['10:15-10:45'],
      ['12:15-12:45'],
    ]);
  });

  test('are not shortened by two hours where four hours are all there is', () => {
    const [template] = templates;
    if (!template) throw new Error('no template');
    expect(dayTypesFor(template, { first: 480, last: 720, lunch: undefined })).toHaveLength(1);
    expect(dayTypesFor(template, { first: 480, last: 721, lunch: undefined })).toHaveLength(3);
  });
});

test('a template is known by its name, however it is typed', () => {
  expect(templateNamed('BLOCK')?.lessons).toBe(4);
  expect(templateNamed('castle')).toBeUndefined();
});
