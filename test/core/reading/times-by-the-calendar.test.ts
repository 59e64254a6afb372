import { describe, expect, test } from '@jest/globals';
import { readTimePhrase } from '../../../src/core/reading/read-time-phrase.ts';
import { now } from './now.ts';

/**
 * Reckoned by hand with a calendar: `now` is Monday, November 9, 2026, 7:40. November 1 is a Sunday, December 1 a
 * Tuesday, January 1, 2027 a Friday; 2026 has 53 ISO weeks.
 */
const bells = new Map([
  ['p2', { start: 560, end: 605 }],
  ['lunch', { start: 705, end: 750 }],
  ['dismissal', { start: 900, end: 900 }],
]);
const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
/** “11-16 – 11-22”: dates of 2026 without the year, and the clock where it is known. */
const told = (text: string): string => {
  const found = readTimePhrase(text, { now, bells, schoolDay: true });
  if (found.is === 'nothing') return '';
  if (found.is === 'repeat') {
    const hours = [found.start, found.end].map((minute) => (minute === undefined ? '' : clock(minute)));
    return `every ${found.everyWeeks}: ${found.weekdays} ${hours.join('-')}`;
  }
  return [found.start, found.end]
    .flatMap((moment) => {
      if (moment === undefined) return [];
      const date = moment.date.replace(/^2026-/, '');
      return moment.minute === undefined ? date : `${date} ${clock(moment.minute)}`;
    })
    .join(' – ');
};

describe('weeks, months and years', () => {
  test.each([
    ['next week', '11-16 – 11-22'],
    ['this week', '11-09 – 11-15'],
    ['last week', '11-02 – 11-08'],
    ['this weekend', '11-14 – 11-15'],
    ['last weekend', '11-07 – 11-08'],
    ['next weekend', '11-21 – 11-22'],
    ['next month', '12-01 – 12-31'],
    ['this month', '11-01 – 11-30'],
    ['last month', '10-01 – 10-31'],
    ['next year', '2027-01-01 – 2027-12-31'],
    ['last year', '2025-01-01 – 2025-12-31'],
    ['this quarter', '10-01 – 12-31'],
    ['next quarter', '2027-01-01 – 2027-03-31'],
    ['last quarter', '07-01 – 09-30'],
    ['next work week', '11-16 – 11-20'],
    ['this school week', '11-09 – 11-13'],
    ['the rest of the week', '11-09 – 11-15'],
    ['the rest of this month', '11-09 – 11-30'],
    ['later this month', '11-09 – 11-30'],
    ['earlier this month', '11-01 – 11-08'],
    ['late next month', '12-16 – 12-31'],
    ['the end of next week', '11-19 – 11-22'],
    ['early next week', '11-16 – 11-18'],
    ['early next year', '2027-01-01 – 2027-06-30'],
    ['late this year', '07-01 – 12-31'],
    ['week 47', '11-16 – 11-22'],
    ['week 53', '12-28 – 2027-01-03'],
    ['week 1', '2025-12-29 – 01-04'],
    ['the week after next', '11-23 – 11-29'],
    ['week of Nov 30', '11-30 – 12-06'],
    ['the week beginning Nov 16', '11-16 – 11-22'],
    ['week commencing Monday', '11-09 – 11-15'],
    ['in August', '08-01 – 08-31'],
    ['in February', '2027-02-01 – 2027-02-28'],
    ['in May', '2027-05-01 – 2027-05-31'],
    ['in June', '06-01 – 06-30'],
    ['11/2016', '2016-11-01 – 2016-11-30'],
    ['2016-11', '2016-11-01 – 2016-11-30'],
    ['2016 November', '2016-11-01 – 2016-11-30'],
    ['February 2028', '2028-02-01 – 2028-02-29'],
    ['the first week of December', '11-30 – 12-06'],
    ['the last week of November', '11-23 – 11-29'],
    ['the second week of December', '12-07 – 12-13'],
    ['the third week of next month', '12-14 – 12-20'],
    ['the last week of next month', '12-28 – 2027-01-03'],
    ['in Dec-2018', '2018-12-01 – 2018-12-31'],
    ['early in the weekend', '11-14 – 11-14'],
    ['the end of this weekend', '11-15 – 11-15'],
    ['early this quarter', '10-01 – 11-14'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('times counted from now', () => {
  test.each([
    ['in three business days', '11-12'],
    ['in four business days', '11-13'],
    ['in five business days', '11-16'],
    ['in ten business days', '11-23'],
    ['in 2 hours', '11-09 9:40'],
    ['in half an hour', '11-09 8:10'],
    ['in 20 hours', '11-10 3:40'],
    ['in a few days', '11-12'],
    ['in two weeks', '11-23'],
    ['in a month', '12-09'],
    ['in three months', '2027-02-09'],
    ['a year ago', '2025-11-09'],
    ['3 days ago', '11-06'],
    ['two days later', '11-11'],
    ['an hour ago', '11-09 6:40'],
    ['10 minutes from now', '11-09 7:50'],
    ['a week from today', '11-16'],
    ['a week from Wednesday', '11-18'],
    ['two days after Nov 20', '11-22'],
    ['three days before Nov 20', '11-17'],
    ['now', '11-09 7:40'],
    ['right now', '11-09 7:40'],
    ['the next 3 days', '11-10 – 11-12'],
    ['the past 2 days', '11-07 – 11-08'],
    ['the next five business days', '11-10 – 11-16'],
    ['the last 3 business days', '11-04 – 11-06'],
    ['the next 2 hours', '11-09 7:40 – 11-09 9:40'],
    ['the last 30 minutes', '11-09 7:10 – 11-09 7:40'],
    ['the next two weeks', '11-10 – 11-23'],
    ['in a fortnight', '11-23'],
    ['in an hour and a half', '11-09 9:10'],
    ['in 1 hour 15 minutes', '11-09 8:55'],
    ['within the next 10 minutes', '11-09 7:50'],
    ['8 hours ago', '11-08 23:40'],
    ['in two and a half hours', '11-09 10:10'],
    ['an hour and a half ago', '11-09 6:10'],
    ['in half a day', '11-09 19:40'],
    ['in 1.5 hours', '11-09 9:10'],
    ['in a couple of days', '11-11'],
    ['in 45 min', '11-09 8:25'],
    ['in twenty five minutes', '11-09 8:05'],
    ['2hr5min ago', '11-09 5:35'],
    ['a day and 2 hours ago', '11-08 5:40'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('days by their place in a month or beside another', () => {
  test.each([
    ['past Wednesday', '11-04'],
    ['past Monday', '11-02'],
    ['this past Friday', '11-06'],
    ['previous Friday', '11-06'],
    ['previous Monday', '11-02'],
    ['the first Friday of next month', '12-04'],
    ['third Tuesday', '11-17'],
    ['the last Monday of November', '11-30'],
    ['the 2nd Thursday of January', '2027-01-14'],
    ['the fifth Monday of November', '11-30'],
    ['the fifth Friday of November', ''],
    ['the first Monday of this month', '11-02'],
    ['the 20th of next month', '12-20'],
    ['the first of May', '2027-05-01'],
    ['Jan first', '2027-01-01'],
    ['the 15th day of next month', '12-15'],
    ['Monday 21', '12-21'],
    ['Friday the 13th', '11-13'],
    ['Monday 30', '11-30'],
    ['Thursday the 31st', '12-31'],
    ['11-12-2026', '11-12'],
    ['25-12-2026', '12-25'],
    ['the 27', '11-27'],
    ['on 15', '11-15'],
    ['the third', '12-03'],
    ['on the 9th', '11-09'],
    ['the 31st', '12-31'],
    ['the day after', '11-10'],
    ['the day before', '11-08'],
    ['next weekday', '11-10'],
    ['last weekday', '11-06'],
    ['the following day', '11-10'],
    ['Tuesday after next', '11-24'],
    ['Tuesday of next week', '11-17'],
    ['this Friday', '11-13'],
    ['next Friday', '11-20'],
    ['last Friday', '11-06'],
    ['next week on Tuesday', '11-17'],
    ['Tuesday next week', '11-17'],
    ['the day after tomorrow', '11-11'],
    ['Sat, Nov 14', '11-14'],
    ['Sun Nov 15', '11-15'],
    ['Tue 10 Nov', '11-10'],
    ['Tuesday the 10th', '11-10'],
    ['Tuesday the 12th', '2027-01-12'],
    ['Tuesday Nov 12', ''],
    ['tomorrow', '11-10'],
    ['yesterday', '11-08'],
    ['Monday', '11-09'],
    ['Sunday', '11-15'],
    ['the day before yesterday', '11-07'],
    ['Nov 31', ''],
    ['Feb 29', ''],
    ['Feb 29 2028', '2028-02-29'],
    ['12/25', '12-25'],
    ['1/12', '2027-01-12'],
    ['5/10', '2027-05-10'],
    ['6/10', '06-10'],
    ['the day before tomorrow', '11-09'],
    ['the day after yesterday', '11-09'],
    ['the day after today', '11-10'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('parts of a day', () => {
  test.each([
    ['tomorrow morning', '11-10 8:00 – 11-10 12:00'],
    ['noon tomorrow', '11-10 12:00'],
    ['tomorrow at noon', '11-10 12:00'],
    ['this afternoon', '11-09 12:00 – 11-09 16:00'],
    ['Tuesday AM', '11-10 8:00 – 11-10 12:00'],
    ['Tue pm', '11-10 12:00 – 11-10 16:00'],
    ['midnight tomorrow', '11-10 0:00'],
    ['Friday night', '11-13 20:00 – 11-13 23:59'],
    ['late at night', '11-09 22:00 – 11-09 23:59'],
    ['early in the morning', '11-09 8:00 – 11-09 10:00'],
    ['late in the afternoon', '11-09 14:00 – 11-09 16:00'],
    ['mid morning', '11-09 10:00'],
    ['this evening', '11-09 16:00 – 11-09 20:00'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('hours of the school day', () => {
  test.each([
    ['during lunch', '11-09 11:45 – 11-09 12:30'],
    ['p2', '11-09 9:20 – 11-09 10:05'],
    ['per 2 tomorrow', '11-10 9:20 – 11-10 10:05'],
    ['period two', '11-09 9:20 – 11-09 10:05'],
    ['second period', '11-09 9:20 – 11-09 10:05'],
    ['just after lunch tomorrow', '11-10 12:30'],
    ['at dismissal', '11-09 15:00'],
    ['following lunch', '11-09 12:30'],
    ['after the lunch', '11-09 12:30'],
    ['during the second period', '11-09 9:20 – 11-09 10:05'],
    ['before lunch', '11-09 11:15 – 11-09 11:45'],
    ['lunchtime', '11-09 11:45 – 11-09 12:30'],
    ['Tuesday 2nd period', '11-10 9:20 – 11-10 10:05'],
    ['until lunch', '11-09 11:15 – 11-09 11:45'],
    ['since lunch', '11-09 12:30'],
    ['pickup', '11-09 15:00'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('hours by the clock', () => {
  test.each([
    ['half past 10', '11-09 10:30'],
    ['quarter to 11', '11-09 10:45'],
    ['quarter past 1', '11-09 13:15'],
    ['20 past 9', '11-09 9:20'],
    ['10-11', '11-09 10:00 – 11-09 11:00'],
    ['1045', '11-09 10:45'],
    ['10:45 for 30 min', '11-09 10:45 – 11-09 11:15'],
    ['1:30', '11-09 13:30'],
    ["9 o'clock", '11-09 9:00'],
    ['13:15', '11-09 13:15'],
    ['between 9 and 10', '11-09 9:00 – 11-09 10:00'],
    ['9.30', '11-09 9:30'],
    ['noon', '11-09 12:00'],
    ['ten to eleven', '11-09 10:00 – 11-09 11:00'],
    ['9h30', '11-09 9:30'],
    ['at 7', '11-09 7:00'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});

describe('what comes again', () => {
  test.each([
    ['every day at 10', 'every 1: 1,2,3,4,5 10:00-'],
    ['Mondays', 'every 1: 1 -'],
    ['MWF 9-9:30', 'every 1: 1,3,5 9:00-9:30'],
    ['every third Friday', 'every 3: 5 -'],
    ['Tuesdays every other week', 'every 2: 2 -'],
    ['weekly on Thursday at 2', 'every 1: 4 14:00-'],
    ['all Fridays', 'every 1: 5 -'],
    ['every 4th Monday', 'every 4: 1 -'],
    ['Wed every 2 weeks', 'every 2: 3 -'],
    ['Mon and Wed', 'every 1: 1,3 -'],
    ['Mon-Fri', '11-09 – 11-13'],
    ['alternate Tuesdays', 'every 2: 2 -'],
    ['weekdays', 'every 1: 1,2,3,4,5 -'],
  ])('%j is %j', (text, when) => expect(told(text)).toBe(when));
});
