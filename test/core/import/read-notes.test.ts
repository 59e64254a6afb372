import { describe, expect, test } from '@jest/globals';
import { readSchoolImport } from '../../../src/core/import/read-school-import.ts';
import type { KnownSchool } from '../../../src/core/import/school-import.ts';
import { oakStreet, pineHill, sheet } from './tables.ts';

const bells = ['day type,period,start,end', 'Regular,P1,8:00,15:00', 'Half day,P1,8:00,12:00'];
const cycles = ['cycle,cycle days,first day', 'Block,A B,2026-08-31', 'Colors,A Red,2026-08-31'];
const tables = Object.entries({ ...pineHill, bells, cycles }).map(([file, lines]) => sheet(file, lines));

/** Notes as “from to what it says”, each on a line of its own. */
const read = (lines: readonly string[], sheets = tables, known: readonly KnownSchool[] = []) => {
  const notes = lines.map((line, index) => {
    const [start = '', end = '', ...words] = line.split(' ');
    return { start, end, summary: words.join(' '), line: index + 1 };
  });
  return readSchoolImport(sheets, [{ file: 'year.ics', notes }], known);
};
const schoolWith = (...lines: string[]) => {
  const reading = read(lines);
  if (!reading.ok) throw new Error('not understood');
  return { ...reading.schools.schools[0], leftOut: reading.leftOut };
};
const datesWith = (...lines: string[]) =>
  schoolWith(...lines).dates?.map(({ date, dayType, name }) => `${date} ${dayType ?? 'closed'} ${name}`);

describe('a calendar somebody else keeps', () => {
  test('closes days, a weekend aside, under the name it gives', () => {
    expect(datesWith('2026-12-18 2026-12-21 Winter Recess')).toEqual([
      '2026-12-18 closed Winter Recess',
      '2026-12-21 closed Winter Recess',
    ]);
    expect(datesWith(`2026-12-18 2026-12-18 No school ${'x'.repeat(80)}`)).toEqual([
      `2026-12-18 closed No school ${'x'.repeat(70)}`,
    ]);
  });

  test('gives a date the school’s own bells for such a day', () => {
    expect(datesWith('2026-11-25 2026-11-25 Early Dismissal (12:00)')).toEqual([
      '2026-11-25 Half day Early Dismissal (12:00)',
    ]);
  });

  test('with a short day in a recess closes it, whichever comes first', () => {
    const short = '2026-11-25 2026-11-25 Early release';
    const closed = '2026-11-25 2026-11-25 No school';
    expect(datesWith(short, closed)).toEqual(['2026-11-25 closed No school']);
    expect(datesWith(closed, short)).toEqual(['2026-11-25 closed No school']);
  });

  test.each([
    ['Red Day', [{ cycle: 'Colors', day: 'Red', date: '2026-11-30' }]],
    ['Day B', [{ cycle: 'Block', day: 'B', date: '2026-11-30' }]],
    ['B-day', [{ cycle: 'Block', day: 'B', date: '2026-11-30' }]],
    // Both cycles have a day A; a bare letter may be anything.
    ['A day', []],
    ['B', []],
  ])('says with “%s” which day of a cycle it is', (summary, marks) =>
    expect(schoolWith(`2026-11-30 2026-11-30 ${summary}`)).toMatchObject({
      reanchors: marks,
      leftOut: marks.length > 0 ? [] : [summary],
    }),
  );

  test('says much that is not about the school day, and each of it is named once', () => {
    const concert = '2026-12-10 2026-12-10 Spring concert';
    expect(schoolWith(concert, concert, '2026-11-26 2026-11-26 Thanksgiving')).toMatchObject({
      dates: [{ date: '2026-11-26' }],
      leftOut: ['Spring concert'],
    });
  });

  test('cannot give a day bells nobody told', () => {
    expect(read(['2026-11-27 2026-11-27 Picnic', '2026-12-01 2026-12-01 Late start'])).toEqual({
      ok: false,
      faults: [
        {
          file: 'year.ics',
          line: 2,
          column: 1,
          says: '“Late start” needs a day type of its own, but the bells are known only for Regular and Half day.',
        },
      ],
    });
  });

  test('belongs to the only school there is; of several it can be none’s', () => {
    const line = '2026-11-27 2026-11-27 No school';
    const one = read([line], [], [oakStreet]);
    expect(one.ok && one.schools.schools[0]?.dates).toHaveLength(1);
    const two = read([line], [], [oakStreet, { ...oakStreet, name: 'Elm Court' }]);
    expect(two.ok || two.faults).toEqual([
      {
        file: 'year.ics',
        line: 1,
        column: 1,
        says: 'A calendar file goes to one school, but there are several or none. Use calendar.csv instead.',
      },
    ]);
  });
});
