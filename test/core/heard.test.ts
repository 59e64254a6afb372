import { describe, expect, test } from '@jest/globals';
import { type HeardWords, heardTimes } from '../../src/core/heard.ts';
import { fc } from '../setup/properties.ts';
import { at, tuesday } from './sample-school.ts';

const bells = { start: at(8), end: at(15) };
const asked = { start: at(10), end: at(10, 30) };
const nothingSaid: HeardWords = {
  start: undefined,
  end: undefined,
  kind: 'writing',
  welcome: undefined,
  next: undefined,
};
const told = (words: Partial<HeardWords>, around: Partial<Parameters<typeof heardTimes>[2]> = {}) =>
  heardTimes({ ...nothingSaid, ...words }, tuesday, {
    asked: undefined,
    usual: undefined,
    bells,
    ...around,
  })?.map(({ start, end, kind, guessedEnd }) => ({
    start,
    end,
    kind,
    ...(guessedEnd ? { guessedEnd } : {}),
  }));

describe('what a message leaves out', () => {
  test('is filled by the question it answers, and nothing of that is a guess', () => {
    expect(told({}, { asked })).toEqual([{ ...asked, kind: 'writing' }]);
    expect(told({ end: at(10, 40) }, { asked })).toEqual([
      { start: at(10), end: at(10, 40), kind: 'writing' },
    ]);
  });

  test('is filled by the class’s own block, with the question’s end as the other one it may be', () => {
    const usual = { start: at(10), end: at(10, 45) };
    expect(told({}, { asked, usual })).toEqual([
      { ...usual, kind: 'writing', guessedEnd: { otherwise: at(10, 30) } },
    ]);
  });

  test('is 45 minutes where nothing else is known, and said to be a guess', () => {
    expect(told({ start: at(13) })).toEqual([
      { start: at(13), end: at(13, 45), kind: 'writing', guessedEnd: { otherwise: undefined } },
    ]);
    expect(told({})).toBeUndefined();
  });

  test('fills the day for a field trip', () => {
    expect(told({ kind: 'field_trip' })).toEqual([{ ...bells, kind: 'field_trip' }]);
  });

  test('ends the second of two blocks with the question', () => {
    const next = { activity: 'specials', start: undefined, end: undefined } as const;
    expect(told({ end: at(10, 20), next }, { asked })).toEqual([
      { start: at(10), end: at(10, 20), kind: 'writing' },
      { start: at(10, 20), end: at(10, 30), kind: 'specials', guessedEnd: { otherwise: undefined } },
    ]);
  });

  test('but not the end of the second block, where one is said', () => {
    const next = { activity: 'math', start: at(10, 30), end: at(11, 20) } as const;
    expect(told({ start: at(10), end: at(10, 30), next })).toEqual([
      { start: at(10), end: at(10, 30), kind: 'writing' },
      { start: at(10, 30), end: at(11, 20), kind: 'math' },
    ]);
  });

  test('never makes a time that ends before it starts', () => {
    const minute = fc.option(fc.nat(1440), { nil: undefined });
    const span = fc.option(
      fc.tuple(fc.nat(1430), fc.integer({ min: 1, max: 120 })).map(([start, length]) => ({
        start,
        end: Math.min(1440, start + length),
      })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(minute, minute, span, span, minute, (start, end, question, usual, later) => {
        const next = { activity: 'math', start: later, end: start } as const;
        const times = heardTimes({ ...nothingSaid, start, end, next }, tuesday, {
          asked: question,
          usual,
          bells,
        });
        for (const time of times ?? []) expect(time.start).toBeLessThan(time.end);
      }),
    );
  });
});
