import { describe, expect, test } from '@jest/globals';
import { clockIn, dateIn, weekdaysIn } from '../../../src/core/import/cells.ts';
import { cycleDaysIn, cycleDaysNamed, dayNamesIn } from '../../../src/core/import/cycle-words.ts';
import { closedWords, dayTypeNamed, wordsInSummary } from '../../../src/core/import/day-words.ts';

test.each([
  ['2026-11-25', '2026-11-25'],
  ['2026-1-5', '2026-01-05'],
  ['11/25/2026', '2026-11-25'],
  ['1/5/27', '2027-01-05'],
  ['2028-02-29', '2028-02-29'],
  ['2027-02-29', undefined],
  ['25.11.2026', undefined],
  ['13/1/2026', undefined],
  ['2000-01-01', '2000-01-01'],
  ['2099-12-31', '2099-12-31'],
  ['2100-01-01', undefined],
  ['1/5/00', '2000-01-05'],
  ['2026-04-31', undefined],
  ['2026-12-00', undefined],
  ['2026-00-10', undefined],
  ['12026-11-25', undefined],
  ['2026-11-251', undefined],
  ['111/25/2026', undefined],
  ['11/25/2026.', undefined],
  ['1926-11-25', undefined],
  ['', undefined],
])('the date %j is %s', (text, date) => expect(dateIn(text)).toBe(date));

test.each([
  ['8:10', 490],
  ['08:10', 490],
  ['8:10 AM', 490],
  ['8:10:00', 490],
  ['1:25', 805],
  ['01:25', 85],
  ['1:25 PM', 805],
  ['1:25p', 805],
  ['12:00 AM', 0],
  ['12:30 p.m.', 750],
  ['13:25', 805],
  ['13:25 PM', undefined],
  ['0:30 AM', undefined],
  ['12:59 a.m.', 59],
  ['6:59', 1139],
  ['7:00', 420],
  ['0:59', 59],
  ['23:59', 1439],
  ['at 8:10', undefined],
  ['8:10 sharp', undefined],
  ['24:00', undefined],
  ['8:60', undefined],
  ['8', undefined],
])('the time %j is minute %s', (text, minute) => expect(clockIn(text)).toBe(minute));

test.each([
  ['Mon-Fri', [1, 2, 3, 4, 5]],
  ['every day', [1, 2, 3, 4, 5]],
  ['Mon Wed Fri', [1, 3, 5]],
  ['Tue; Thu', [2, 4]],
  ['Tuesday and Thursday', [2, 4]],
  ['MWF', [1, 3, 5]],
  ['every Wednesday', [3]],
  ['Day 1', undefined],
  ['Mon and then some', undefined],
  ['', undefined],
])('the days %j are %j', (text, weekdays) => expect(weekdaysIn(text)).toEqual(weekdays));

describe('a cycle', () => {
  const six = { name: 'Specials', dayNames: ['1', '2', '3', '4', '5', '6'] };
  const ab = { name: 'Block', dayNames: ['A', 'B'] };
  const named = { name: 'Colors', dayNames: ['Red', 'White', 'A'] };

  test.each([
    ['Day 4', [{ cycle: 'Specials', day: '4' }]],
    ['b day', [{ cycle: 'Block', day: 'B' }]],
    [
      'A',
      [
        { cycle: 'Block', day: 'A' },
        { cycle: 'Colors', day: 'A' },
      ],
    ],
    ['Day 7', []],
  ])('has the day that %j names', (text, days) =>
    expect(cycleDaysNamed(text, [six, ab, named])).toEqual(days),
  );

  test.each([
    ['Day 1, Day 4', ['1', '4']],
    ['1 and 4', ['1', '4']],
    ['2/5', ['2', '5']],
    ['Days 3 6', ['3', '6']],
    ['Mon', undefined],
    ['1 and 9', undefined],
  ])('reads %j', (text, days) => expect(cycleDaysIn(text, six)).toEqual(days));

  test.each([
    ['6', ['1', '2', '3', '4', '5', '6']],
    ['A B', ['A', 'B']],
    ['Red, White, Blue', ['Red', 'White', 'Blue']],
    ['1', undefined],
    ['11', undefined],
    ['A a', undefined],
    ['', undefined],
  ])('of days %j is %j', (text, days) => expect(dayNamesIn(text)).toEqual(days));
});

describe('a calendar’s words', () => {
  test.each([
    ['No School - Labor Day', { closed: true }],
    ['Winter Recess', { closed: true }],
    ['Labor Day', { closed: true }],
    ['Schools Closed', { closed: true }],
    ['Early Dismissal (12:30)', { dayType: 'early dismissal' }],
    ['2-Hour Delay', { dayType: '2-hour delay' }],
    ['Half-Day for students', { dayType: 'half day' }],
    ['MLK Day — schools are closed', { closed: true }],
    ['No classes: Juneteenth', { closed: true }],
    ['Conferences, no students', { closed: true }],
    ['Student holiday', { closed: true }],
    ['Mid-Winter Recess', { closed: true }],
    ['Midwinter vacation', { closed: true }],
    ['Thanksgiving Break', { closed: true }],
    ["Presidents' Day", { closed: true }],
    ['Memorial  Day', { closed: true }],
    ['Delayed Opening', { dayType: 'delayed opening' }],
    ['Minimum day', { dayType: 'minimum day' }],
    ['Late start Wednesday', { dayType: 'late start' }],
    ['Finals', undefined],
    ['Break the ice lunch', undefined],
    ['No school for parents', undefined],
    ['Thanksgiving lunch', undefined],
    ['Labor Day picnic', undefined],
    ['Spring concert', undefined],
    ['No school for staff', undefined],
  ])('%j', (summary, said) => expect(wordsInSummary(summary)).toEqual(said));

  test('find the day type a school has for that kind of day', () => {
    const types = [{ name: 'Regular' }, { name: 'Half Day' }, { name: 'Late Start' }];
    expect(dayTypeNamed('half  day', types)?.name).toBe('Half Day');
    expect(dayTypeNamed('early dismissal', types)?.name).toBe('Half Day');
    expect(dayTypeNamed('two-hour delay', types)?.name).toBe('Late Start');
    expect(dayTypeNamed('2-hour delay', types)?.name).toBe('Late Start');
    expect(dayTypeNamed('exam day', types)).toBeUndefined();
    expect(dayTypeNamed('finals', [...types, { name: 'Regents' }])?.name).toBe('Regents');
    // By its own name first, though another would do.
    expect(dayTypeNamed('Half Day', [{ name: 'Early Release' }, ...types])?.name).toBe('Half Day');
    expect(dayTypeNamed('minimum day', [{ name: 'Early Release' }, ...types])?.name).toBe('Early Release');
    expect(dayTypeNamed('early release day', types)?.name).toBe('Half Day');
  });

  test.each([
    'closed',
    'No School',
    'holiday',
    'break',
    'recess',
    'vacation',
    'schools closed',
    'School closed',
  ])('“%s” closes a day', (words) => expect(closedWords.has(words.toLowerCase())).toBe(true));

  test('of an open day close nothing', () => {
    expect(closedWords.has('open')).toBe(false);
  });
});
