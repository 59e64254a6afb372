import { expect } from '@jest/globals';
import { localTime, weekdayOf } from '../../src/core/time.ts';
import { type MapleStreet, type Name, zone } from '../usecases/maple-street.ts';
import { stored } from '../usecases/scenes.ts';

const m = (hour: number, minute = 0) => hour * 60 + minute;

/** Reckoned by hand from what Room 12 has told: in class from bell to bell, but for lunch. */
const inClass = (minute: number): boolean =>
  minute >= m(8, 8) && minute < m(14, 45) && !(minute >= m(11, 40) && minute < m(12, 23));

/**
 * No message came while students were with its reader, none outside the hours people may be written to, and none shows
 * more than a class may see.
 */
export const expectNobodyDisturbed = (school: MapleStreet, therapists: readonly Name[]): Promise<void> =>
  stored(school, async (trx) => {
    const students = (await trx.selectFrom('students').select('alias').execute()).map(({ alias }) => alias);
    const visits = await trx
      .selectFrom('visits')
      .innerJoin('members', 'members.id', 'visits.therapist_id')
      .select(['members.name', 'date', 'start_minute as start', 'end_minute as end'])
      .where('state', '=', 'agreed')
      .execute();
    const withStudents = (name: Name, date: string, minute: number): boolean =>
      name === 'Ms. Rivera'
        ? inClass(minute)
        : visits.some(
            (visit) =>
              visit.name === name && visit.date === date && visit.start - 2 <= minute && minute < visit.end,
          );
    let looked = 0;
    for (const name of ['Ms. Rivera', ...therapists] as const)
      for (const { at, card } of school.inbox(name)) {
        const { date, minute } = localTime(at, zone);
        const when = `${card.kind} to ${name}, ${date} ${Math.floor(minute / 60)}:${minute % 60}`;
        expect([when, withStudents(name, date, minute)]).toEqual([when, false]);
        expect([when, weekdayOf(date) <= 5 && minute >= m(7, 40) && minute < m(15, 45)]).toEqual([
          when,
          true,
        ]);
        const words = `${card.push}\n${school.text(card)}`.split(/[\s,;:()“”]+/);
        expect([when, students.filter((alias) => words.includes(alias))]).toEqual([when, []]);
        looked += 1;
      }
    expect(looked).toBeGreaterThan(0);
  });
