import { describe, expect, test } from '@jest/globals';
import { possibleVisits } from '../../../src/core/possible-visits.ts';
import type { Need, ProposeInput } from '../../../src/core/propose.ts';
import { isQuiet, nextOpen, openStretches, openWindows } from '../../../src/core/quiet-hours.ts';
import { addDays, instantOf, localTime, MINUTE } from '../../../src/core/time.ts';
import { atSchool, freeSpans, type Timetable, worksOn } from '../../../src/core/timetable.ts';
import { fc } from '../../setup/properties.ts';
import { anyWorld } from './any-world.ts';
import { byClock, plain, span } from './hard-days-schools.ts';
import { written } from './hard-days-table.ts';
import { worlds } from './hard-days-worlds.ts';

/** Maple to 11:30, then Mesa (an hour behind) 12:30–15:30 with a pull-out 13:00–13:45. */
const inTwoZones = worlds.find(([number]) => number === 41)?.[1].person as Timetable;
const wednesday = '2026-09-16';

/** Centers in Mesa, an hour behind, from 12:30 to 15:30. */
const mesaClass = (): Need => ({
  pairingId: 'mesa',
  classroomId: 'mesa-1',
  focuses: ['fine_motor'],
  minutes: 30,
  missing: 2,
  classDay: {
    school: plain('America/Chicago', '08:30–15:30'),
    blocks: [byClock('centers', '12:30–15:30')],
    activities: [],
  },
});
const asked = (therapist: Timetable): ProposeInput => ({
  needs: [mesaClass()],
  dates: [wednesday],
  therapist,
  taken: [],
  now: { date: wednesday, minute: 14 * 60 },
  limit: 5,
});
const starts = (input: ProposeInput): string =>
  possibleVisits(input, mesaClass(), wednesday)
    .map(({ start }) => `${Math.floor(start / 60)}:${String(start % 60).padStart(2, '0')}`)
    .join(' ');

describe('times in the second school', () => {
  test('are on that school’s clock, around its pull-out, with the quarter hour to get there', () => {
    // 14:00 at home is 13:00 there, and the pull-out ends at 13:45.
    expect(starts(asked(inTwoZones)).split(' ').at(0)).toBe('13:45');
    expect(starts(asked(inTwoZones)).split(' ').at(-1)).toBe('15:00');
  });

  test('leave out a visit held at home, an hour ahead', () => {
    const held = { classroomId: 'maple-1', date: wednesday, ...span('15:00–16:00'), therapistBusy: true };
    const busy = { ...asked(inTwoZones), taken: [{ ...held, zone: 'America/New_York' }] };
    expect(starts(busy).split(' ').at(0)).toBe('15:00');
  });

  test('are any free ones where she never said when she is where, and none where she did', () => {
    const { shifts: _, elsewhere: __, ...anywhere } = inTwoZones;
    expect(starts(asked(anywhere)).split(' ').at(0)).toBe('13:15');
    expect(starts(asked({ ...anywhere, shifts: [{ weekdays: [3] }] }))).toBe('');
  });
});

describe('a therapist of two schools', () => {
  test('has time for a visit only where she is, and never while students are with her elsewhere', () => {
    expect(written(freeSpans(inTwoZones, wednesday))).toBe('08:00–09:00; 09:30–11:30');
    const allDay = { ...inTwoZones, shifts: [{ weekdays: [3 as const] }] };
    // Mesa's 13:00–13:45 is 14:00–14:45 here.
    expect(written(freeSpans(allDay, wednesday))).toBe('08:00–09:00; 09:30–12:00; 12:30–14:00; 14:45–15:00');
  });

  test('seen from the other school has that school’s wall clock, and the same quiet hours', () => {
    const mesa = atSchool(inTwoZones, 'America/Chicago');
    if (mesa === undefined) throw new Error('she works there');
    expect(mesa.school.zone).toBe('America/Chicago');
    expect(written(freeSpans(mesa, wednesday))).toBe('12:30–13:00; 13:45–15:30');
    expect(openStretches(mesa, wednesday)).toEqual(openStretches(inTwoZones, wednesday));
    expect(atSchool(mesa, 'maple')).toEqual(inTwoZones);
    expect(atSchool(inTwoZones, 'oak')).toBeUndefined();
  });

  test('works on a date when either school needs her', () => {
    const closed = { ...plain('America/Chicago', '08:30–15:30'), closedDates: [wednesday] };
    const away = { ...inTwoZones, shifts: [{ weekdays: [1 as const] }] };
    expect(worksOn(away, wednesday)).toBe(true);
    const elsewhere = (away.elsewhere ?? []).map((post) => ({ ...post, school: closed }));
    expect(worksOn({ ...away, elsewhere }, wednesday)).toBe(false);
  });

  test('is held by the students of one school while the other would be open', () => {
    const both: Timetable = {
      ...inTwoZones,
      shifts: [{ weekdays: [3] }],
      elsewhere: [
        {
          school: plain('America/Chicago', '08:30–15:30'),
          students: 'own',
          blocks: [byClock('other', '10:00–11:00')],
          dated: [{ date: wednesday, ...span('13:00–13:30'), withStudents: true }],
        },
      ],
    };
    expect(written(openWindows(both, wednesday))).toBe('07:30–08:58; 09:30–10:58; 12:00–13:58; 14:30–17:30');
    const held = instantOf(wednesday, 11 * 60, 'America/New_York');
    expect(nextOpen(both, held)).toBe(instantOf(wednesday, 12 * 60, 'America/New_York'));
  });

  test('in any two schools the windows of a date are exactly the minutes that are not quiet', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 0, max: 1439 }), ({ therapist, date }, minute) => {
        const { zone } = therapist.school;
        const instant = instantOf(date, minute, zone);
        fc.pre(localTime(instant, zone).minute === minute);
        // In an hour that comes twice a window may be open in one of the two only.
        fc.pre(instantOf(addDays(date, 1), 0, zone) - instantOf(date, 0, zone) === 1440 * MINUTE);
        const whole = openWindows(therapist, date);
        const open = whole.some(({ start, end }) => start <= minute && minute < end);
        expect(isQuiet(therapist, instant)).toBe(!open);
      }),
      { numRuns: 500 },
    );
  });
});
