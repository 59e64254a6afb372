import { describe, expect, test } from '@jest/globals';
import { progressOf, type VisitRecord } from '../../../src/core/minutes/visit-record.ts';

const visit = (changes: Partial<VisitRecord> = {}): VisitRecord => ({
  date: '2026-11-10',
  room: 'Room 12',
  setting: 'push_in',
  minutes: 30,
  outcome: 'as_planned',
  cause: null,
  focus: 'fine_motor',
  aliases: [],
  tally: undefined,
  promptLevel: undefined,
  ...changes,
});

describe('how a goal goes', () => {
  test('is summed up by month, with what was counted', () => {
    expect(
      progressOf([
        visit({ date: '2026-11-01', tally: { hits: 3, tries: 5 } }),
        visit({ date: '2026-11-30', tally: { hits: 4, tries: 6 }, outcome: 'adapted' }),
        visit({ date: '2026-11-17' }),
        visit({ date: '2026-12-01', tally: { hits: 1, tries: 1 } }),
      ]),
    ).toEqual([
      {
        room: 'Room 12',
        focus: 'fine_motor',
        month: '2026-11',
        visits: 3,
        hits: 7,
        tries: 11,
        help: undefined,
      },
      {
        room: 'Room 12',
        focus: 'fine_motor',
        month: '2026-12',
        visits: 1,
        hits: 1,
        tries: 1,
        help: undefined,
      },
    ]);
  });

  test('is told apart by room and by what was worked on', () => {
    const told = progressOf([
      visit(),
      visit({ room: 'Room 9' }),
      visit({ focus: 'handwriting' }),
      visit({ room: 'Room 9' }),
    ]);
    expect(told.map(({ room, focus, visits }) => [room, focus, visits])).toEqual([
      ['Room 12', 'fine_motor', 1],
      ['Room 9', 'fine_motor', 2],
      ['Room 12', 'handwriting', 1],
    ]);
  });

  test('says nothing of visits that could not be, or of which nobody said what they were about', () => {
    expect(
      progressOf([visit({ outcome: 'could_not', tally: { hits: 1, tries: 1 } }), visit({ focus: null })]),
    ).toEqual([]);
  });

  test('knows the help that was noted most often, and of two alike the one that means less', () => {
    const helpOf = (...levels: readonly VisitRecord['promptLevel'][]) =>
      progressOf(levels.map((promptLevel) => visit({ promptLevel })))[0]?.help;
    expect(helpOf('words', 'a_look', 'words')).toBe('words');
    expect(helpOf('words', 'a_look')).toBe('a_look');
    expect(helpOf('hand_over_hand', undefined, undefined)).toBe('hand_over_hand');
    expect(helpOf(undefined)).toBeUndefined();
  });
});
