import { describe, expect, test } from '@jest/globals';
import { onlyNew } from '../../../src/core/import/only-new.ts';
import type { ImportedSchool } from '../../../src/core/import/school-import.ts';
import { oakStreet } from './tables.ts';

const { calendar } = oakStreet;

/** What is stored, told once more, with its fields in another order and its rows too. */
const again: ImportedSchool = {
  name: 'oak street',
  frame: {
    year: { end: '2027-06-18', start: '2026-09-08' },
    weekdays: [1, 2, 3, 4, 5],
    zone: 'America/New_York',
  },
  dayTypes: calendar.dayTypes.toReversed(),
  usualDayType: 'Usual',
  dates: [
    { date: '2026-12-23', dayType: 'Short', name: 'another name' },
    { date: '2026-11-26', dayType: undefined, name: 'Thanksgiving' },
  ],
  weekdayDayTypes: { 3: 'Short' },
  cycles: [
    { anchor: { day: 'A', date: '2026-09-08' }, onClosed: 'skip', name: 'Block', dayNames: ['A', 'B'] },
  ],
  reanchors: [{ cycle: 'Block', day: 'A', date: '2027-01-04' }],
  people: oakStreet.people,
  rooms: [{ name: 'Room 12', teacher: 'ms. larch', grade: undefined }],
  weeks: [{ room: 'Room 12', blocks: oakStreet.weeks[0]?.blocks.toReversed() ?? [] }],
};
const newOf = (part: Partial<ImportedSchool>) =>
  onlyNew({ schools: [{ ...again, ...part }] }, [oakStreet]).schools;
const frame = { zone: 'America/New_York', weekdays: [1, 2, 3, 4, 5], year: undefined } as const;
const [larch, ann, dana] = oakStreet.people;
if (!larch || !ann || !dana) throw new Error('three people');

describe('of an import', () => {
  test('nothing is new when the same is told again', () => {
    expect(newOf({})).toEqual([]);
    expect(newOf({ frame: undefined, usualDayType: 'Usual', rooms: oakStreet.rooms })).toEqual([]);
  });

  test('a school nobody knew is new as a whole', () => {
    const elm = { ...again, name: 'Elm Court' };
    expect(onlyNew({ schools: [again, elm] }, [oakStreet]).schools).toEqual([elm]);
  });

  test('a frame that says nothing about the year changes no year', () => {
    expect(newOf({ frame })).toEqual([]);
  });

  test.each<Partial<ImportedSchool>>([
    { frame: { ...frame, zone: 'America/Chicago' } },
    { frame: { ...frame, weekdays: [1, 2, 3, 4] } },
    { frame: { ...frame, year: { start: '2026-09-08', end: '2027-06-25' } } },
    { usualDayType: 'Short' },
    { dayTypes: [{ name: 'Usual', firstBell: 510, lastBell: 905, periods: [] }] },
    { dates: [{ date: '2026-11-27', dayType: undefined, name: 'Thanksgiving' }] },
    { dates: [{ date: '2026-11-26', dayType: undefined, name: 'Turkey day' }] },
    { dates: [{ date: '2026-12-22', dayType: 'Short', name: '' }] },
    { dates: [{ date: '2026-12-23', dayType: 'Usual', name: '' }] },
    { weekdayDayTypes: { 5: 'Short' } },
    { weekdayDayTypes: { 3: 'Usual' } },
    {
      cycles: [
        {
          name: 'Block',
          dayNames: ['A', 'B'],
          onClosed: 'consume',
          anchor: { date: '2026-09-08', day: 'A' },
        },
      ],
    },
    { reanchors: [{ cycle: 'Block', day: 'B', date: '2027-01-04' }] },
    { people: [{ ...larch, name: 'Mr. Ash' }] },
    { people: [{ ...larch, role: 'para' }] },
    { people: [{ ...ann, discipline: 'pt' }] },
    { people: [{ ...ann, accounts: [{ platform: 'teams', userId: 'T-ANN' }] }] },
    { people: [{ ...dana, alsoAt: ['Pine Hill', 'Elm Court'] }] },
    { rooms: [{ name: 'Room 13', teacher: 'Ms. Larch', grade: '2' }] },
    { rooms: [{ name: 'Room 12', teacher: 'Mr. Ash', grade: '2' }] },
    { rooms: [{ name: 'Room 12', teacher: 'Ms. Larch', grade: '3' }] },
    { weeks: [{ room: 'Room 13', blocks: oakStreet.weeks[0]?.blocks ?? [] }] },
    { weeks: [{ room: 'Room 12', blocks: oakStreet.weeks[0]?.blocks.slice(1) ?? [] }] },
    {
      weeks: [
        {
          room: 'Room 12',
          blocks: (oakStreet.weeks[0]?.blocks ?? []).map((block) => ({ ...block, withStudents: false })),
        },
      ],
    },
  ])('only this is new: %j', (part) => {
    const [school, ...others] = newOf(part);
    expect(others).toEqual([]);
    expect(school).toEqual({
      name: 'oak street',
      frame: undefined,
      dayTypes: [],
      usualDayType: undefined,
      dates: [],
      weekdayDayTypes: {},
      cycles: [],
      reanchors: [],
      people: [],
      rooms: [],
      weeks: [],
      ...part,
    });
  });

  test('somebody told with fewer accounts or schools than are known is not new', () => {
    const { alsoAt: _, ...alone } = dana;
    expect(newOf({ people: [{ ...ann, accounts: [] }, alone, { ...larch, name: 'MS.  Larch' }] })).toEqual(
      [],
    );
    expect(newOf({ people: [{ ...larch, alsoAt: ['Elm Court'] }] })).toHaveLength(1);
  });
});
