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

describe('hours that were said of a class', () => {
  const from = (hour: number, minute = 0) => ({ is: 'from', minute: at(hour, minute) }) as const;
  const until = (hour: number) => ({ is: 'until', minute: at(hour) }) as const;
  const span = (start: number, end: number) =>
    ({ is: 'span', span: { start: at(start), end: at(end) } }) as const;
  const on = (said: Parameters<typeof classChangeSaid>[0]) => classChangeSaid(said, classDay, tuesday);

  test.each([
    [unsaid, 'all day'],
    [{ is: 'all day' } as const, 'all day'],
    [from(13), { start: at(13), end: at(15) }],
    [until(10), { start: at(8), end: at(10) }],
    [span(9, 11), { start: at(9), end: at(11) }],
    [span(7, 11), { start: at(8), end: at(11) }],
    [from(7), { start: at(8), end: at(15) }],
    [from(14, 59), { start: at(14, 59), end: at(15) }],
  ])('a substitute %j has the class %j', (hours, when) =>
    expect(on({ change: 'sub', hours })).toEqual({ do: 'substitute', when }),
  );

  test('of something new say when it is, and who has the children', () => {
    expect(on({ change: 'add', kind: 'music', hours: span(9, 10) })).toEqual({
      do: 'add',
      when: { start: at(9), end: at(10) },
      kind: 'music',
      withStudents: false,
    });
    expect(on({ change: 'add', kind: 'field_trip', hours: until(12) })).toMatchObject({
      when: { start: at(8), end: at(12) },
    });
  });

  test('of something called off count more than the week', () => {
    expect(on({ change: 'cancel', kind: 'centers', hours: span(10, 11) })).toMatchObject({
      when: { start: at(10), end: at(11) },
    });
    expect(on({ change: 'cancel', kind: 'music', hours: span(10, 11) })).toMatchObject({ kind: 'music' });
  });

  test.each([
    [span(9, 10), { start: at(9), end: at(10) }],
    [span(14, 16), { start: at(14), end: at(15) }],
    [from(9), { start: at(9), end: at(9, 45) }],
    [from(7, 30), { start: at(8), end: at(8, 15) }],
    [from(14, 15), { start: at(14, 15), end: at(15) }],
  ])('of something moved: %j is %j', (hours, to) =>
    expect(on({ change: 'move', kind: 'centers', hours })).toEqual({
      do: 'move',
      from: { start: at(10), end: at(10, 45) },
      to,
      kind: 'centers',
    }),
  );

  test('are missing where something is moved to nowhere', () => {
    expect(on({ change: 'move', kind: 'centers', hours: unsaid })).toBe('no-hour');
    expect(on({ change: 'move', kind: 'centers', hours: until(10) })).toBe('no-hour');
    expect(on({ change: 'move', kind: 'music', hours: from(10) })).toBe('not-then');
  });
});

describe('an hour when school is out', () => {
  test.each([
    { change: 'sub', hours: { is: 'from', minute: at(15, 30) } },
    { change: 'add', kind: 'test', hours: { is: 'span', span: { start: at(16), end: at(17) } } },
    { change: 'cancel', kind: 'centers', hours: { is: 'until', minute: at(7) } },
    { change: 'move', kind: 'centers', hours: { is: 'span', span: { start: at(16), end: at(17) } } },
    { change: 'sub', hours: { is: 'from', minute: at(15) } },
    { change: 'sub', hours: { is: 'until', minute: at(8) } },
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

  test.each([
    [{ type: 'late', delay: 60 }, '1-hour delay'],
    [{ type: 'late', delay: 90 }, '90-minute delay'],
    [{ type: 'late', bell: at(9, 30) }, 'Late start at 9:30'],
    [{ type: 'early', bell: at(14) }, 'Early release at 2:00'],
  ] as const)('that has to be made, %j, is called “%s”', (said, name) =>
    expect(dayTypeSaid(simple, said)?.name).toBe(name),
  );

  test('keeps what is left of a lesson from ten minutes on', () => {
    const periodsUntil = (minute: number) =>
      dayTypeSaid(simple, { type: 'early', bell: minute })?.periods.map(({ name, end }) => [name, end]);
    expect(periodsUntil(at(9, 10))).toEqual([
      ['1', at(9)],
      ['2', at(9, 10)],
    ]);
    expect(periodsUntil(at(9, 9))).toEqual([['1', at(9)]]);
  });

  test('cannot be made with a bell outside of the usual day, or a day of no length', () => {
    expect(dayTypeSaid(simple, { type: 'late', bell: at(8) })?.firstBell).toBe(at(8));
    expect(dayTypeSaid(simple, { type: 'early', bell: at(15) })?.lastBell).toBe(at(15));
    expect(dayTypeSaid(simple, { type: 'late', bell: at(7, 59) })).toBeUndefined();
    expect(dayTypeSaid(simple, { type: 'late', bell: at(15) })).toBeUndefined();
    expect(dayTypeSaid(simple, { type: 'early', bell: at(15, 1) })).toBeUndefined();
    expect(dayTypeSaid(simple, { type: 'early', bell: at(8) })).toBeUndefined();
    expect(dayTypeSaid({ ...simple, usualDayType: 'none' }, { type: 'early', bell: at(12) })).toBeUndefined();
  });

  test.each([
    ['early', 'Half day'],
    ['early', 'Minimum Day'],
    ['early', 'Short Friday'],
    ['early', 'EARLY RELEASE'],
    ['late', 'Late start'],
    ['exams', 'Final exams'],
    ['exams', 'Finals'],
  ] as const)('%s is the school’s own “%s”', (type, name) => {
    const dayTypes = [usual, { name, firstBell: at(8), lastBell: at(12), periods: [] }];
    expect(dayTypeSaid({ ...calendar, dayTypes }, { type })?.name).toBe(name);
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

  test('stands from the first bell to the last, and a talk needs no class at all', () => {
    expect(visitStands(classDay, { ...visit, start: at(8), end: at(8, 30) })).toBe(true);
    expect(visitStands(classDay, { ...visit, start: at(7, 59), end: at(8, 30) })).toBe(false);
    expect(visitStands(classDay, { ...visit, start: at(14, 30), end: at(15) })).toBe(true);
    expect(visitStands(classDay, { ...visit, setting: 'consult', start: at(15), end: at(15, 30) })).toBe(
      true,
    );
    expect(visitStands(classDay, { ...visit, setting: 'consult', date: '2026-11-26' })).toBe(false);
  });

  test('does not stand where its teacher said no', () => {
    const unwelcome = { ...said('centers', tuesday, at(10), at(11)), welcome: 'no' as const };
    expect(visitStands({ ...classDay, activities: [unwelcome] }, visit)).toBe(false);
    expect(visitStands({ ...classDay, activities: [{ ...unwelcome, welcome: 'maybe' }] }, visit)).toBe(true);
  });

  test('stands in a test when taking tests is what they work on', () => {
    const testing = { ...classDay, activities: [said('test', tuesday, at(9), at(11))] };
    expect(visitStands(testing, { ...visit, focus: 'test_taking' })).toBe(true);
  });
});
