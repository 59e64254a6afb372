import { describe, expect, test } from '@jest/globals';
import { readDates } from '../../../src/core/reading/read-dates.ts';
import { addDays, weekdayOf } from '../../../src/core/time.ts';
import { fc } from '../../setup/properties.ts';
import { scraps } from './now.ts';

/** Monday. */
const monday = '2026-11-30';
const spans = (text: string, date = monday, minute = 9 * 60): string =>
  readDates(text, { date, minute })
    .spans.map(({ start, end }) => (start === end ? start.slice(5) : `${start.slice(5)}–${end.slice(5)}`))
    .join(' ');

describe('the days somebody names', () => {
  test.each([
    ['tomorrow', '12-01'],
    ['thurs and fri', '12-03–12-04'],
    ['Thu and Mon', '11-30 12-03'],
    ['mon-wed', '11-30–12-02'],
    ['Wednesday through Friday', '12-02–12-04'],
    ['from Dec 1 to Dec 4', '12-01–12-04'],
    ['Dec 1-4', '12-01–12-04'],
    ['all week', '11-30–12-04'],
    ['next week', '12-07–12-11'],
    ['next week Tuesday', '12-08'],
    ['thru friday', '11-30–12-04'],
    ['Thursday to Tuesday', '12-03–12-08'],
    ['centers 10–10:45', ''],
  ])('“%s”', (text, days) => {
    expect(spans(text)).toBe(days);
  });

  test('a week that runs is what is left of it, and on a weekend the one to come', () => {
    expect(spans('all week', '2026-12-03')).toBe('12-03–12-04');
    expect(spans('this week', '2026-12-05')).toBe('12-07–12-11');
  });

  test('its own weekday is next week’s when school is out', () => {
    expect(spans('no school monday', monday, 8 * 60)).toBe('11-30');
    expect(spans('no school monday', monday, 15 * 60)).toBe('12-07');
  });

  test('“until Wednesday” leaves Wednesday out and says that it is in doubt', () => {
    expect(readDates('ooo until wednesday', { date: monday, minute: 0 })).toEqual({
      spans: [{ start: monday, end: '2026-12-01' }],
      untilDoubt: '2026-12-02',
      rest: 'ooo',
    });
  });

  test('a weekday after a later date is the first one that follows it', () => {
    expect(spans('out the 14th til tue', monday, 540)).toBe('12-14–12-15');
  });

  test('any text gives spans in order that do not touch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...scraps, 'until', 'thru', 'all week', 'and'), { maxLength: 12 }),
        fc.integer({ min: 0, max: 400 }),
        (words, ahead) => {
          const today = addDays(monday, ahead);
          const found = readDates(words.join(' '), { date: today, minute: 540 }).spans;
          for (const [nth, { start, end }] of found.entries()) {
            expect(start <= end).toBe(true);
            const before = found[nth - 1];
            if (before) expect(addDays(before.end, 1) < start).toBe(true);
          }
        },
      ),
    );
  });

  test('a single weekday is that weekday, within a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 400 }), (day, ahead) => {
        const today = addDays(monday, ahead);
        const name = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'][day] ?? '';
        const [only, ...more] = readDates(`out ${name}`, { date: today, minute: 540 }).spans;
        expect(more).toEqual([]);
        expect(weekdayOf(only?.start ?? '')).toBe(day + 1);
        expect(only && only.start >= today && only.start < addDays(today, 7)).toBe(true);
      }),
    );
  });
});
