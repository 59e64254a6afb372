import { describe, expect, test } from '@jest/globals';
import { isQuiet } from '../../src/core/quiet-hours.ts';
import { addDays, DAY, instantOf, localTime, MINUTE } from '../../src/core/time.ts';
import { commonGap } from '../../src/core/touch-base.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, timetableAround } from './arbitraries.ts';
import { at, block, everyDay, friday, monday, school, thursday, timetable, week } from './sample-school.ts';

const zone = school.zone;
const before = instantOf(monday, at(7), zone);
const noContact = { beforeFirstBell: 0, afterLastBell: 0 };
const teacher = timetable({
  contact: noContact,
  blocks: [block('prep', at(11, 40), at(12, 20), everyDay, false)],
});
const therapist = timetable({
  contact: noContact,
  students: 'own',
  blocks: [block('other', at(8), at(12)), block('other', at(12, 30), at(15))],
});

describe('five minutes together', () => {
  test('on the last school day of the week, the first minutes both are without students', () => {
    expect(commonGap(teacher, therapist, week, 5, before)).toEqual({
      start: instantOf(friday, at(12), zone),
      minutes: 5,
    });
  });

  test('on the day before when one of them is away on Friday', () => {
    const gap = commonGap({ ...teacher, away: [friday] }, therapist, week, 5, before);
    expect(gap?.start).toBe(instantOf(thursday, at(12), zone));
  });

  test('not before the given instant, and never shorter than asked', () => {
    const late = instantOf(friday, at(12, 10), zone);
    expect(commonGap(teacher, therapist, [friday], 5, late)?.start).toBe(late);
    expect(commonGap(teacher, therapist, [friday], 9, late)).toBeUndefined();
  });

  test('none when there is no gap in the whole week', () => {
    expect(commonGap({ ...teacher, blocks: [] }, therapist, week, 5, before)).toBeUndefined();
  });

  test('two zones: lunch in New York is before the first bell in Honolulu', () => {
    const lunch = timetable({ blocks: [block('lunch', at(12, 20), at(13), everyDay, false)] });
    const honolulu = timetable({ school: { ...school, zone: 'Pacific/Honolulu' } });
    const gap = commonGap(lunch, honolulu, week, 5, before);
    expect(gap?.start).toBe(instantOf(friday, at(12, 30), zone));
    expect(gap?.start).toBe(instantOf(friday, at(7, 30), 'Pacific/Honolulu'));
  });

  test('two zones: Monday afternoon in Honolulu is Tuesday in Chatham', () => {
    const honolulu = timetable({ school: { ...school, zone: 'Pacific/Honolulu' } });
    const chatham = timetable({
      school: { ...school, zone: 'Pacific/Chatham' },
      students: 'own',
      contact: { beforeFirstBell: 0, afterLastBell: 180 },
    });
    const gap = commonGap(honolulu, chatham, [monday], 5, before);
    expect(gap?.start).toBe(instantOf(monday, at(15), 'Pacific/Honolulu'));
    expect(localTime(gap?.start ?? 0, 'Pacific/Chatham').date).toBe('2026-11-17');
  });

  test('in any two schools: both are open from its first minute to its last', () => {
    const pairs = anyDate.chain((date) =>
      fc.tuple(
        fc.constant(date),
        timetableAround(date),
        timetableAround(date),
        fc.integer({ min: 1, max: 15 }),
      ),
    );
    fc.assert(
      fc.property(pairs, ([date, a, b, minutes]) => {
        const dates = [0, 1, 2].map((days) => addDays(date, days));
        const after = Date.parse(date) - DAY / 2;
        const gap = commonGap(a, b, dates, minutes, after);
        if (gap === undefined) return;
        expect(gap.start).toBeGreaterThanOrEqual(after);
        expect(dates).toContain(localTime(gap.start, a.school.zone).date);
        for (let instant = gap.start; instant < gap.start + minutes * MINUTE; instant += MINUTE) {
          expect(isQuiet(a, instant)).toBe(false);
          expect(isQuiet(b, instant)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('found whenever there is one: stepping minute by minute finds none that was missed', () => {
    const pairs = anyDate.chain((date) =>
      fc.tuple(fc.constant(date), timetableAround(date), timetableAround(date)),
    );
    fc.assert(
      fc.property(pairs, ([date, a, b]) => {
        const gap = commonGap(a, b, [date], 1, 0);
        const noon = instantOf(date, 720, a.school.zone);
        for (let step = -720; step < 720; step += 7) {
          const instant = noon + step * MINUTE;
          if (gap !== undefined && instant >= gap.start) break;
          const bothOpen = !isQuiet(a, instant) && !isQuiet(b, instant);
          if (localTime(instant, a.school.zone).date === date) expect(bothOpen).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
