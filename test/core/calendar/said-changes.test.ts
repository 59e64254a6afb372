import { describe, expect, test } from '@jest/globals';
import { classChangeSaid } from '../../../src/core/calendar/class-change-said.ts';
import { dayTypeSaid } from '../../../src/core/calendar/day-type-said.ts';
import { simpleCalendar } from '../../../src/core/calendar/school-clock-of.ts';
import { visitStands } from '../../../src/core/calendar/visit-stands.ts';
import { fc } from '../../setup/properties.ts';
import { at, block, monday, said, school, thursday, tuesday } from '../sample-school.ts';

const classDay = {
  school,
  blocks: [
    block('centers', at(10), at(10, 45)),
    block('specials', at(13, 25), at(14, 10), [1, 2, 3, 4, 5], false),
  ],
  activities: [],
};
const unsaid = { is: 'not said' } as const;

describe('what was said of a class, as a change of its day', () => {
  test('something called off or moved is looked up in the week', () => {
    expect(classChangeSaid({ change: 'cancel', kind: 'specials', hours: unsaid }, classDay, tuesday)).toEqual(
      {
        do: 'cancel',
        when: { start: at(13, 25), end: at(14, 10) },
        kind: 'specials',
      },
    );
    const moved = { change: 'move', kind: 'centers', hours: { is: 'from', minute: at(14, 30) } } as const;
    expect(classChangeSaid(moved, classDay, tuesday)).toMatchObject({
      from: { start: at(10), end: at(10, 45) },
      // As long as it always is, but school is out at three.
      to: { start: at(14, 30), end: at(15) },
    });
    expect(classChangeSaid({ change: 'cancel', kind: 'music', hours: unsaid }, classDay, tuesday)).toBe(
      'not-then',
    );
  });

  test('a field trip fills the day, a test needs its hour', () => {
    expect(classChangeSaid({ change: 'add', kind: 'field_trip', hours: unsaid }, classDay, tuesday)).toEqual({
      do: 'add',
      when: 'all day',
      kind: 'field_trip',
      withStudents: true,
    });
    expect(classChangeSaid({ change: 'add', kind: 'test', hours: unsaid }, classDay, tuesday)).toBe(
      'no-hour',
    );
  });

  test('an afternoon ends with the last bell, and on a closed day there is none', () => {
    const pm = { is: 'span', span: { start: at(12), end: at(24) } } as const;
    expect(classChangeSaid({ change: 'sub', hours: pm }, classDay, tuesday)).toEqual({
      do: 'substitute',
      when: { start: at(12), end: at(15) },
    });
    expect(classChangeSaid({ change: 'sub', hours: pm }, classDay, '2026-11-26')).toBe('no-school');
  });
});

describe('an hour when school is out', () => {
  test.each([
    { change: 'sub', hours: { is: 'from', minute: at(15, 30) } },
    { change: 'add', kind: 'test', hours: { is: 'span', span: { start: at(16), end: at(17) } } },
    { change: 'cancel', kind: 'centers', hours: { is: 'until', minute: at(7) } },
    { change: 'move', kind: 'centers', hours: { is: 'span', span: { start: at(16), end: at(17) } } },
  ] as const)('changes nothing: $change', (said) => {
    expect(classChangeSaid(said, classDay, tuesday)).toBe('outside-bells');
  });
});

describe('the day type that was meant', () => {
  const usual = {
    name: 'Regular',
    firstBell: at(8),
    lastBell: at(15),
    periods: [
      { name: '1', start: at(8), end: at(9) },
      { name: '2', start: at(9), end: at(10) },
      { name: '3', start: at(10), end: at(11) },
    ],
  };
  const own = [
    { name: 'One-hour delay', firstBell: at(9), lastBell: at(15), periods: [] },
    { name: 'Two-hour delay', firstBell: at(10), lastBell: at(15), periods: [] },
    { name: 'Noon dismissal', firstBell: at(8), lastBell: at(12), periods: [] },
  ];
  const calendar = { ...simpleCalendar(school), dayTypes: [usual, ...own], usualDayType: 'Regular' };
  const simple = { ...calendar, dayTypes: [usual] };

  test('is one the school has, by name and by its bell', () => {
    expect(dayTypeSaid(calendar, { type: 'late', delay: 120 })?.name).toBe('Two-hour delay');
    expect(dayTypeSaid(calendar, { type: 'late' })).toBeUndefined();
    expect(dayTypeSaid(calendar, { type: 'early' })?.name).toBe('Noon dismissal');
    expect(dayTypeSaid(calendar, { type: 'exams' })).toBeUndefined();
  });

  test('is made of the usual day where the school has none that agrees', () => {
    expect(dayTypeSaid(simple, { type: 'late', delay: 120 })).toEqual({
      name: '2-hour delay',
      firstBell: at(10),
      lastBell: at(15),
      periods: [{ name: '3', start: at(10), end: at(11) }],
    });
    expect(dayTypeSaid(calendar, { type: 'early', bell: at(12, 30) })).toMatchObject({
      name: 'Early release at 12:30',
      lastBell: at(12, 30),
    });
    expect(dayTypeSaid(calendar, { type: 'early', bell: at(13) })?.name).toBe('Early release at 1:00');
    expect(dayTypeSaid(simple, { type: 'early' })).toBeUndefined();
  });

  test('never starts before the usual day or ends after it', () => {
    fc.assert(
      fc.property(fc.constantFrom('early' as const, 'late' as const), fc.nat(1440), (type, bell) => {
        const made = dayTypeSaid(simple, { type, bell });
        if (made === undefined) return;
        expect(
          usual.firstBell <= made.firstBell &&
            made.firstBell < made.lastBell &&
            made.lastBell <= usual.lastBell,
        ).toBe(true);
        for (const period of made.periods)
          expect(
            made.firstBell <= period.start && period.start < period.end && period.end <= made.lastBell,
          ).toBe(true);
      }),
    );
  });
});

describe('a visit', () => {
  const visit = { date: tuesday, start: at(10), end: at(10, 30), focus: 'fine_motor' } as const;

  test('stands while its class is there and the room is not shut', () => {
    expect(visitStands(classDay, visit)).toBe(true);
    expect(visitStands({ ...classDay, activities: [said('movie', thursday, at(10), at(11))] }, visit)).toBe(
      true,
    );
    expect(visitStands({ ...classDay, activities: [said('test', tuesday, at(9), at(11))] }, visit)).toBe(
      false,
    );
    expect(visitStands(classDay, { ...visit, date: '2026-11-26' })).toBe(false);
    expect(visitStands(classDay, { ...visit, date: monday, start: at(14, 45), end: at(15, 15) })).toBe(false);
  });

  test('stands in a test when taking tests is what they work on', () => {
    const testing = { ...classDay, activities: [said('test', tuesday, at(9), at(11))] };
    expect(visitStands(testing, { ...visit, focus: 'test_taking' })).toBe(true);
  });
});
