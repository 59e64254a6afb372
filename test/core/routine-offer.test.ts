import { describe, expect, test } from '@jest/globals';
import { simpleCalendar } from '../../src/core/calendar/school-clock-of.ts';
import type { Activity, School } from '../../src/core/classroom.ts';
import { routineOffer } from '../../src/core/routine-offer.ts';
import { addDays } from '../../src/core/time.ts';
import { at, block, monday, said, school, tuesday, wednesday } from './sample-school.ts';

const nextTuesday = addDays(tuesday, 7);
const offer = (
  activities: readonly Activity[],
  date = nextTuesday,
  more: { school?: School; blocks?: [] } = {},
) => routineOffer({ school, blocks: [], activities, ...more }, date, at(10));
const science = (date: string, start = at(10), end = at(10, 45)) => said('science', date, start, end);

describe('what a teacher told twice the same way', () => {
  test('is offered as her week, with the times she said last', () => {
    expect(offer([science(tuesday, at(10, 5)), science(nextTuesday)])).toEqual({
      block: { weekdays: [2], start: at(10), end: at(10, 45), kind: 'science', withStudents: true },
      before: tuesday,
    });
  });

  test.each([
    ['once', [science(nextTuesday)]],
    ['of another weekday', [science(wednesday), science(nextTuesday)]],
    ['another activity', [said('math', tuesday, at(10), at(10, 45)), science(nextTuesday)]],
    ['at another hour', [science(tuesday, at(13), at(13, 45)), science(nextTuesday)]],
    ['a test', [said('test', tuesday, at(10), at(11)), said('test', nextTuesday, at(10), at(11))]],
    ['a third time', [science(addDays(tuesday, -7)), science(tuesday), science(nextTuesday)]],
    ['with a no', [{ ...science(tuesday), welcome: 'no' as const }, science(nextTuesday)]],
  ])('but not %s', (_why, activities) => {
    expect(offer(activities)).toBeUndefined();
  });

  test.each([
    ['ten minutes sooner', at(9, 50), at(10, 45), true],
    ['eleven minutes sooner', at(9, 49), at(10, 45), false],
    ['ten minutes later', at(10, 10), at(10, 55), true],
    ['ending eleven minutes later', at(10), at(10, 56), false],
  ])('%s the week before is the same or not', (_words, start, end, isSame) => {
    expect(offer([science(tuesday, start, end), science(nextTuesday)]) !== undefined).toBe(isSame);
  });

  test('is what she said last of that minute of that date', () => {
    const told = [science(tuesday), said('math', nextTuesday, at(10), at(10, 45)), science(nextTuesday)];
    expect(offer(told)?.block.kind).toBe('science');
    const at10 = (start: number, end: number) =>
      offer([science(tuesday, start, end), science(nextTuesday, start, end)]);
    expect(
      [at10(at(9, 15), at(10)), at10(at(9, 16), at(10, 1)), at10(at(10, 1), at(10, 46))].map(
        (one) => one !== undefined,
      ),
    ).toEqual([false, true, false]);
  });

  test('is not offered of other things, nor of a word that came from an import, nor of the same date twice', () => {
    const other = (date: string) => said('other', date, at(10), at(10, 45));
    expect(offer([other(tuesday), other(nextTuesday)])).toBeUndefined();
    expect(offer([{ ...science(tuesday), source: 'import' }, science(nextTuesday)])).toBeUndefined();
    expect(offer([science(nextTuesday), science(nextTuesday)])).toBeUndefined();
    expect(offer([science(tuesday), science(tuesday), science(nextTuesday)])?.before).toBe(tuesday);
    expect(offer([science(addDays(nextTuesday, 7)), science(nextTuesday)])).toBeUndefined();
  });

  test('of specials leaves the teacher without students', () => {
    const art = (date: string) => said('art', date, at(10), at(10, 45));
    expect(offer([art(tuesday), art(nextTuesday)])?.block.withStudents).toBe(false);
  });

  test('and not what her week has already', () => {
    const blocks = [block('science', at(10), at(10, 45))];
    const told = [science(tuesday), science(nextTuesday)];
    expect(routineOffer({ school, blocks, activities: told }, nextTuesday, at(10))).toBeUndefined();
  });

  test('on the same day of a round, of those the school has', () => {
    const round = (name: string, dayNames: readonly string[]) => ({
      name,
      dayNames,
      onClosed: 'skip' as const,
      anchor: { date: monday, day: dayNames[0] ?? '' },
      reanchors: [],
    });
    const cycles = [
      round('Colors', ['Red', 'Blue', 'Gold', 'White']),
      round('Specials', ['1', '2', '3', '4', '5', '6']),
    ];
    const calendar = { ...simpleCalendar(school), cycles };
    // Six school days after Monday the 16th comes Tuesday the 24th: Day 1 again.
    const told = [science(monday), science(nextTuesday)];
    expect(offer(told, nextTuesday, { school: { ...school, calendar } })?.block).toMatchObject({
      weekdays: [1, 2, 3, 4, 5],
      cycleDays: { cycle: 'Specials', days: ['1'] },
    });
  });
});
