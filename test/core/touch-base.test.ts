import { describe, expect, test } from '@jest/globals';
import { isQuiet } from '../../src/core/quiet-hours.ts';
import { DAY, instantOf, localTime, MINUTE } from '../../src/core/time.ts';
import { commonGap } from '../../src/core/touch-base.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, timetableAround } from './arbitraries.ts';
import { at, away, block, everyDay, friday, monday, school, timetable } from './sample-school.ts';

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
  test('are the first of the day that both are without students', () => {
    expect(commonGap(teacher, therapist, friday, 5, before)).toBe(instantOf(friday, at(12), zone));
  });

  test('are none when one of them is away', () => {
    expect(commonGap({ ...teacher, absences: [away(friday)] }, therapist, friday, 5, before)).toBeUndefined();
  });

  test('are not before the given instant, and never shorter than asked', () => {
    const late = instantOf(friday, at(12, 10), zone);
    expect(commonGap(teacher, therapist, friday, 5, late)).toBe(late);
    expect(commonGap(teacher, therapist, friday, 9, late)).toBeUndefined();
  });

  test('are none when there is no gap all day', () => {
    expect(commonGap({ ...teacher, blocks: [] }, therapist, friday, 5, before)).toBeUndefined();
  });

  test('two zones: lunch in New York is before the first bell in Honolulu', () => {
    const lunch = timetable({ blocks: [block('lunch', at(12, 20), at(13), everyDay, false)] });
    const honolulu = timetable({ school: { ...school, zone: 'Pacific/Honolulu' } });
    const gap = commonGap(lunch, honolulu, friday, 5, before);
    expect(gap).toBe(instantOf(friday, at(12, 30), zone));
    expect(gap).toBe(instantOf(friday, at(7, 30), 'Pacific/Honolulu'));
  });

  test('two zones: Monday afternoon in Honolulu is Tuesday in Chatham', () => {
    const honolulu = timetable({ school: { ...school, zone: 'Pacific/Honolulu' } });
    const chatham = timetable({
      school: { ...school, zone: 'Pacific/Chatham' },
      students: 'own',
      contact: { beforeFirstBell: 0, afterLastBell: 180 },
    });
    const gap = commonGap(honolulu, chatham, monday, 5, before);
    expect(gap).toBe(instantOf(monday, at(15), 'Pacific/Honolulu'));
    expect(localTime(gap ?? 0, 'Pacific/Chatham').date).toBe('2026-11-17');
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
        const after = Date.parse(date) - DAY / 2;
        const gap = commonGap(a, b, date, minutes, after);
        if (gap === undefined) return;
        expect(gap).toBeGreaterThanOrEqual(after);
        expect(localTime(gap, a.school.zone).date).toBe(date);
        for (let instant = gap; instant < gap + minutes * MINUTE; instant += MINUTE) {
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
        const gap = commonGap(a, b, date, 1, 0);
        const noon = instantOf(date, 720, a.school.zone);
        for (let step = -720; step < 720; step += 7) {
          const instant = noon + step * MINUTE;
          if (gap !== undefined && instant >= gap) break;
          const bothOpen = !isQuiet(a, instant) && !isQuiet(b, instant);
          if (localTime(instant, a.school.zone).date === date) expect(bothOpen).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
