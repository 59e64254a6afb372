import { describe, expect, test } from '@jest/globals';
import { normalize, READ_LIMIT } from '../../../src/core/reading/normalize.ts';
import { fc } from '../../setup/properties.ts';

describe('normalize', () => {
  test.each([
    ['10–10:45', '10-10:45'],
    ['10—10:45', '10-10:45'],
    ['we’re “busy”', 'we\'re "busy"'],
    ['Room\u00A012', 'Room 12'],
    ['  a \n\t b ', 'a b'],
    ['１０：４５', '10:45'],
    ['½ past 2', 'half past 2'],
    ['10 a.m. or 2 p.m.', '10 am or 2 pm'],
    ['P.E. at 10', 'PE at 10'],
    ['centers comma from nine to nine twenty period', 'centers, from nine to nine twenty.'],
    ['130s perfect', '130 is perfect'],
    ['b4 11', 'before 11'],
    [':+1:', '👍'],
    ['cen\u200Bters', 'centers'],
  ])('%j becomes %j', (text, plain) => {
    expect(normalize(text)).toBe(plain);
  });

  test('keeps letter case, because names are cut out of it', () => {
    expect(normalize('Ms. Rivera <@U1ABC>')).toBe('Ms. Rivera <@U1ABC>');
  });

  test('never gives more than the limit, even where one character unfolds into many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
        expect(normalize(text).length).toBeLessThanOrEqual(READ_LIMIT);
      }),
    );
    expect(normalize('\uFDFA'.repeat(600)).length).toBeLessThanOrEqual(READ_LIMIT);
  });
});
