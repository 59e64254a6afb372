import { describe, expect, test } from '@jest/globals';
import { readSimpleSchool, type SchoolDayWords } from '../../../src/core/import/simple-school.ts';
import { oakStreet } from './tables.ts';

const usual = {
  name: 'Usual',
  firstBell: 510,
  lastBell: 900,
  periods: [
    { name: 'P1', start: 510, end: 690 },
    { name: 'Lunch', start: 690, end: 735 },
    { name: 'P2', start: 735, end: 900 },
  ],
};
const school = { name: 'Oak Street', calendar: { ...oakStreet.calendar, dayTypes: [usual] } };
const filled: SchoolDayWords = {
  template: 'keep',
  firstBell: '08:30',
  lastBell: '15:00',
  lunch: '11:30',
  firstDay: '2026-09-08',
  lastDay: '2027-06-18',
  daysOff: '',
};
const read = (words: Partial<SchoolDayWords>, of = school) =>
  readSimpleSchool({ ...filled, ...words }, of, '2026-11-09');
const schoolWith = (words: Partial<SchoolDayWords>, of = school) => {
  const reading = read(words, of);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.school;
};
const lunchOf = (words: Partial<SchoolDayWords>) =>
  schoolWith(words).dayTypes[0]?.periods.find(({ name }) => name === 'Lunch');

describe('the form of a simple school', () => {
  test('saved as it is changes nothing', () => {
    expect(schoolWith({})).toEqual({
      name: 'Oak Street',
      frame: {
        zone: 'America/New_York',
        weekdays: [1, 2, 3, 4, 5],
        year: { start: '2026-09-08', end: '2027-06-18' },
      },
      dayTypes: [usual],
      usualDayType: 'Usual',
      dates: [],
      weekdayDayTypes: {},
      cycles: [],
      reanchors: [],
      people: [],
      rooms: [],
      weeks: [],
    });
  });

  test('moves lunch when it starts at another time, and then it is half an hour', () => {
    expect(lunchOf({ lunch: '11:30' })).toEqual({ name: 'Lunch', start: 690, end: 735 });
    expect(lunchOf({ lunch: '11:35' })).toEqual({ name: 'Lunch', start: 695, end: 725 });
    expect(lunchOf({ lunch: '' })).toEqual({ name: 'Lunch', start: 690, end: 735 });
  });

  test('moves only what is called lunch', () => {
    const waves = usual.periods.map((period) => ({
      ...period,
      name: period.name.replace('Lunch', 'Lunch A'),
    }));
    const calendar = { ...school.calendar, dayTypes: [{ ...usual, periods: waves }] };
    expect(schoolWith({ lunch: '12:00' }, { ...school, calendar }).dayTypes[0]?.periods).toEqual(waves);
  });

  test('moves the bells as far as the periods let it', () => {
    expect(schoolWith({ firstBell: '8:00', lastBell: '15:30' }).dayTypes[0]).toMatchObject({
      firstBell: 480,
      lastBell: 930,
    });
    const noRoom = {
      faults: {
        firstBell:
          'Your periods don’t fit between these bells. Choose how the school runs, or import a bells table.',
      },
    };
    expect(read({ firstBell: '8:31' })).toEqual(noRoom);
    expect(read({ lastBell: '14:59' })).toEqual(noRoom);
  });

  test('gives a school whose bells nobody told its first ones', () => {
    const calendar = { ...school.calendar, dayTypes: [] };
    expect(schoolWith({}, { ...school, calendar }).dayTypes).toEqual([
      { name: 'Regular', firstBell: 510, lastBell: 900, periods: [] },
    ]);
  });

  test('lays a template over the bells, with its cycle from the first day of school', () => {
    const laid = schoolWith({ template: 'specials' });
    expect(laid.dayTypes.map(({ name }) => name)).toEqual(['Regular', 'Early release', 'Late start']);
    expect(laid.usualDayType).toBe('Regular');
    expect(laid.dayTypes[0]?.periods).toEqual([{ name: 'Lunch', start: 690, end: 720 }]);
    expect(laid.cycles).toEqual([
      {
        name: 'Specials',
        dayNames: ['1', '2', '3', '4', '5', '6'],
        onClosed: 'skip',
        anchor: { date: '2026-09-08', day: '1' },
      },
    ]);
    expect(schoolWith({ template: 'middle', firstDay: '', lastDay: '' })).toMatchObject({
      frame: { year: undefined },
      cycles: [],
    });
  });

  test('closes days off, weekends aside', () => {
    expect(schoolWith({ daysOff: 'Nov 27 to Nov 30 Recess' }).dates).toEqual([
      { date: '2026-11-27', dayType: undefined, name: 'Recess' },
      { date: '2026-11-30', dayType: undefined, name: 'Recess' },
    ]);
  });

  const bell = 'Please give a time, for example 8:10.';
  const lunch = 'Lunch has to be between the bells.';
  const year = 'The last day of school has to come after the first. Please give both, or neither.';
  test.each<[Partial<SchoolDayWords>, Record<string, string>]>([
    [{ template: 'castle' }, { template: 'Please choose one.' }],
    [{ firstBell: 'early' }, { firstBell: bell }],
    [{ lastBell: '' }, { lastBell: bell }],
    [
      { firstBell: '', lastBell: '' },
      { firstBell: bell, lastBell: bell },
    ],
    [{ firstBell: '15:00', lunch: '' }, { lastBell: 'The last bell has to come after the first.' }],
    [{ lunch: 'noon' }, { lunch: bell }],
    [{ lunch: '8:30' }, { lunch }],
    [{ lunch: '14:30' }, { lunch }],
    [{ lastDay: '2026-09-08' }, { lastDay: year }],
    [{ lastDay: '' }, { lastDay: year }],
    [{ firstDay: '' }, { lastDay: year }],
    [
      { template: 'block', firstDay: '', lastDay: '' },
      {
        firstDay:
          'A cycle of days counts from the first day of school. Please give the first and the last day.',
      },
    ],
    [
      { daysOff: 'never\nNov 27\nsoon' },
      {
        daysOff:
          '“never”: expected dates like “Nov 26” or “Dec 24 to Jan 1 Winter recess”. “soon”: expected dates like “Nov 26” or “Dec 24 to Jan 1 Winter recess”.',
      },
    ],
  ])('with a mistake says at which field: %j', (words, faults) => expect(read(words)).toEqual({ faults }));

  test('takes a lunch that leaves a minute before it and after it', () => {
    expect(lunchOf({ lunch: '8:31', template: 'elementary' })).toMatchObject({ start: 511, end: 541 });
    expect(lunchOf({ lunch: '14:29', template: 'elementary' })).toMatchObject({ start: 869, end: 899 });
  });
});
