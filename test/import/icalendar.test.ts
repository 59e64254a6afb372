import { describe, expect, test } from '@jest/globals';
import { readICalendar } from '../../src/import/icalendar.ts';

const today = '2026-11-22';
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:1', ...lines, 'SUMMARY:No school', 'END:VEVENT'].join('\r\n');
const allDay = 'DTSTART;VALUE=DATE:20260902';

const datesOf = (text: string): string[] => {
  const read = readICalendar('school.ics', text, today);
  if (!('notes' in read)) throw new Error(JSON.stringify(read));
  return read.notes.map(({ start, end }) => (start === end ? start : `${start}…${end}`));
};
const faultOf = (text: string): string => {
  const read = readICalendar('school.ics', text, today);
  if ('notes' in read) throw new Error(`${read.notes.length} notes`);
  return read.map(({ line, says }) => `${line}: ${says}`).join('\n');
};

describe('events', () => {
  test.each([
    ['one day', event(allDay), ['2026-09-02']],
    [
      'some days, the last not included',
      event('DTSTART;VALUE=DATE:20261223', 'DTEND;VALUE=DATE:20270102'),
      ['2026-12-23…2027-01-01'],
    ],
    [
      'a time on the wall of its zone',
      event('DTSTART;TZID=America/New_York:20260902T233000'),
      ['2026-09-02'],
    ],
    [
      'every week, but not the one taken out',
      event(allDay, 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20260909'),
      ['2026-09-02', '2026-09-16'],
    ],
    [
      'the last Monday of May',
      event('DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'),
      ['2026-05-25', '2027-05-31'],
    ],
    [
      'one of a row that was moved',
      [
        event(allDay, 'RRULE:FREQ=WEEKLY;COUNT=2'),
        event('RECURRENCE-ID;VALUE=DATE:20260909', 'DTSTART;VALUE=DATE:20260910'),
      ].join('\r\n'),
      ['2026-09-02', '2026-09-10'],
    ],
    ['a cancelled one', event(allDay, 'STATUS:CANCELLED'), []],
    ['one of long ago', event('DTSTART;VALUE=DATE:20200902'), []],
  ])('%s', (_, events, dates) => expect(datesOf(calendar(events))).toEqual(dates));

  test('written in UTC stand on the date of the calendar’s own zone', () => {
    const utc = calendar('X-WR-TIMEZONE:America/New_York', event('DTSTART:20260903T013000Z'));
    expect(datesOf(utc)).toEqual(['2026-09-02']);
  });

  test('are looked at one year back and one year ahead', () => {
    const daily = datesOf(calendar(event('DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=DAILY')));
    expect([daily.at(0), daily.at(-1), daily.length]).toEqual(['2025-11-22', '2027-11-22', 731]);
  });
});

describe('a file that means harm, or was made badly', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['repeats every second', event(allDay, 'RRULE:FREQ=SECONDLY'), /^4: .*repeats within a day/],
    ['hides hours in a daily rule', event(allDay, 'RRULE:FREQ=DAILY;BYHOUR=1,2,3'), /repeats within a day/],
    [
      'repeats daily on February 30',
      event(allDay, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      /how this event repeats/,
    ],
    [
      'repeats yearly on February 30',
      event(allDay, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      /how this event repeats/,
    ],
    [
      'repeats after a million years',
      event(allDay, 'RRULE:FREQ=DAILY;INTERVAL=999999999'),
      /how this event repeats/,
    ],
    ['began in 1900', event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY'), /how this event repeats/],
    [
      'is in a zone nobody knows',
      event('DTSTART;TZID=Mars/Olympus:20260902T120000'),
      /time zone “Mars\/Olympus”/,
    ],
    ['is on February 31', event('DTSTART;VALUE=DATE:20260231'), /read the date of this event/],
    ['has no date', event(), /read the date of this event/],
  ];
  test.each(cases)('which %s is refused at its line', (_, events, says) => {
    expect(faultOf(calendar(events))).toMatch(says);
  });

  test.each([
    ['is no calendar', 'hello'],
    ['is empty', ''],
    ['stops in the middle', calendar(event(allDay)).slice(0, 80)],
    ['opens and never closes', `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(20_000)}`],
    ['is folded without end', `BEGIN:VCALENDAR\r\n${' x\r\n'.repeat(200_000)}`],
  ])('which %s is said to be unreadable', (_, text) => {
    expect(faultOf(text)).toContain('can’t be read as an iCalendar file');
  });

  test('with too many dates is refused at once', () => {
    const many = Array.from({ length: 3_000 }, () => event(allDay, 'RRULE:FREQ=DAILY'));
    expect(faultOf(calendar(...many))).toContain('more than 5000 dates');
  });
});
