import { describe, expect, test } from '@jest/globals';
import { likelyKinds } from '../../src/core/likely-kinds.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anySpan, classDayAround } from './arbitraries.ts';
import { at, block, friday, monday, said, thursday, tuesday } from './sample-school.ts';

const slot = { start: at(10), end: at(10, 30) };

describe('the likeliest answers to a question', () => {
  test('of an unknown class: what elementary classes usually do', () => {
    const unknown = { blocks: [], activities: [] };
    expect(likelyKinds(unknown, tuesday, slot)).toEqual(['centers', 'writing', 'reading', 'math']);
    expect(likelyKinds(unknown, tuesday, slot, 6)).toContain('test');
  });

  test('its routine at that time first, then what was said of that time, then what it does often', () => {
    const classDay = {
      blocks: [
        block('social_studies', at(10), at(10, 45), [2]),
        block('phonics', at(8, 30), at(9)),
        block('lunch', at(12), at(12, 30)),
      ],
      activities: [said('science', thursday, at(10), at(10, 30)), said('sel', '2026-11-10', at(10), at(11))],
    };
    expect(likelyKinds(classDay, tuesday, slot)).toEqual(['social_studies', 'sel', 'science', 'phonics']);
  });

  test('of two things in the slot, the one that fills more of it first', () => {
    const blocks = [block('snack', at(10), at(10, 10)), block('math', at(10, 10), at(11))];
    expect(likelyKinds({ blocks, activities: [] }, monday, slot).slice(0, 2)).toEqual(['math', 'snack']);
  });

  test('what was said of that time: of the same weekday first, then the latest word; not of this date or another time', () => {
    const word = (
      kind: 'science' | 'sel' | 'art' | 'music' | 'library',
      date: string,
      saidAt: number,
      start = at(10),
    ) => said(kind, date, start, start + 30, saidAt);
    const activities = [
      word('science', thursday, 3),
      word('sel', monday, 4),
      word('art', '2026-11-10', 1),
      word('music', '2026-11-03', 2),
      word('library', tuesday, 9),
    ];
    expect(likelyKinds({ blocks: [], activities }, tuesday, slot)).toEqual([
      'music',
      'art',
      'sel',
      'science',
    ]);
    const later = [word('science', thursday, 1, at(10, 30)), word('sel', thursday, 2, at(10, 29))];
    expect(likelyKinds({ blocks: [], activities: later }, tuesday, slot)[0]).toBe('sel');
  });

  test('what it does on more days is likelier, and what was said counts as one', () => {
    const blocks = [block('phonics', at(8), at(9), [1, 2]), block('science', at(13), at(14), [1, 2, 3])];
    const activities = [said('phonics', thursday, at(8), at(9)), said('phonics', friday, at(8), at(9))];
    expect(likelyKinds({ blocks, activities: [] }, tuesday, slot).slice(0, 2)).toEqual([
      'science',
      'phonics',
    ]);
    expect(likelyKinds({ blocks, activities }, tuesday, slot).slice(0, 2)).toEqual(['phonics', 'science']);
  });

  test('lunch is not likely at ten because it comes every day, but it is at noon', () => {
    const classDay = { blocks: [block('lunch', at(12), at(12, 30))], activities: [] };
    expect(likelyKinds(classDay, friday, slot)).not.toContain('lunch');
    expect(likelyKinds(classDay, friday, { start: at(12), end: at(12, 30) })[0]).toBe('lunch');
  });

  test('always as many as asked for, each once, never prep', () => {
    const classes = anyDate.chain((date) => fc.tuple(fc.constant(date), classDayAround(date)));
    fc.assert(
      fc.property(classes, anySpan, fc.integer({ min: 1, max: 5 }), ([date, classDay], span, max) => {
        const kinds = likelyKinds(classDay, date, span, max);
        expect(kinds).toHaveLength(max);
        expect(new Set(kinds).size).toBe(max);
        expect(kinds).not.toContain('prep');
      }),
    );
  });
});
