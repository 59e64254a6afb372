import { describe, expect, test } from '@jest/globals';
import type { ClassChangeSaid } from '../../../src/core/calendar/class-change-said.ts';
import { daysSaid } from '../../../src/core/calendar/days-said.ts';
import { simpleCalendar } from '../../../src/core/calendar/school-clock-of.ts';
import { at, block, friday, monday, school, thursday, tuesday, wednesday } from '../sample-school.ts';

/** Thanksgiving and the day after are closed; Thursdays end at noon. */
const regular = { name: 'regular', firstBell: at(8), lastBell: at(15), periods: [] };
const own = {
  ...school,
  calendar: {
    ...simpleCalendar(school),
    dayTypes: [regular, { ...regular, name: 'short', lastBell: at(12) }],
    weekdayDayTypes: { 4: 'short' },
  },
};
const classDay = { school: own, blocks: [block('centers', at(10), at(10, 45), [1, 3])], activities: [] };
const allDay: ClassChangeSaid = { change: 'sub', hours: { is: 'all day' } };
const afternoon: ClassChangeSaid = {
  change: 'sub',
  hours: { is: 'span', span: { start: at(11), end: at(24) } },
};
const centersOff: ClassChangeSaid = { change: 'cancel', kind: 'centers', hours: { is: 'not said' } };
const from = (said: ClassChangeSaid, ...spans: readonly (readonly [string, string])[]) => {
  const { told, skipped } = daysSaid(
    said,
    classDay,
    spans.map(([start, end]) => ({ start, end })),
  );
  return {
    told: told.map(({ dates }) => [dates.start, dates.end]),
    skipped: skipped.map(({ date, why }) => [date, why]),
  };
};

describe('days that were said of a class', () => {
  test('are one stretch where they go alike, with the weekend between them', () => {
    expect(from(allDay, [thursday, '2026-11-24'])).toEqual({
      told: [[thursday, '2026-11-24']],
      skipped: [],
    });
  });

  test('part where the bells of a day make it another thing', () => {
    // Until the last bell: three o’clock, but noon on Thursday.
    expect(from(afternoon, [monday, friday]).told).toEqual([
      [monday, wednesday],
      [thursday, thursday],
      [friday, friday],
    ]);
  });

  test('of two stretches stay two, also when one follows the other', () => {
    expect(from(allDay, [monday, tuesday], [wednesday, thursday]).told).toEqual([
      [monday, tuesday],
      [wednesday, thursday],
    ]);
  });

  test('name a holiday as left out and go on after it; a weekend is nobody’s news', () => {
    expect(from(allDay, ['2026-11-25', '2026-11-30'])).toEqual({
      told: [['2026-11-25', '2026-11-30']],
      skipped: [
        ['2026-11-26', 'no-school'],
        ['2026-11-27', 'no-school'],
      ],
    });
    expect(from(allDay, ['2026-11-21', '2026-11-22'])).toEqual({ told: [], skipped: [] });
  });

  test('name those on which the class does not do that, and begin anew after them', () => {
    expect(from(centersOff, [monday, wednesday])).toEqual({
      told: [
        [monday, monday],
        [wednesday, wednesday],
      ],
      skipped: [[tuesday, 'not-then']],
    });
  });
});
