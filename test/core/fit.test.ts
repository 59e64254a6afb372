import { describe, expect, test } from '@jest/globals';
import { activityKinds, isClosed } from '../../src/core/activity-kind.ts';
import { bestFit, isOpenFor, fit as scoreOf } from '../../src/core/fit.ts';
import { focusAreas } from '../../src/core/focus-area.ts';

describe('what can be worked on where', () => {
  test('an arrival goal fits arrival and nothing else', () => {
    expect(activityKinds.filter((kind) => scoreOf(kind, 'arrival') > 0)).toEqual(['arrival']);
  });

  test('closed kinds fit nothing, but a test fits test taking and a transition fits transitions', () => {
    const pairs = activityKinds
      .filter(isClosed)
      .flatMap((kind) =>
        focusAreas.filter((focus) => scoreOf(kind, focus) > 0).map((focus) => [kind, focus]),
      );
    expect(pairs).toEqual([
      ['transition', 'transition'],
      ['test', 'test_taking'],
    ]);
  });

  test.each([
    ['reading_skills', ['reading', 'phonics', 'library']],
    ['written_expression', ['writing']],
    ['math_skills', ['math']],
  ] as const)('%s fit their own lessons and no other', (focus, lessons) => {
    expect(activityKinds.filter((kind) => scoreOf(kind, focus) > 0)).toEqual(
      expect.arrayContaining([...lessons]),
    );
    expect(activityKinds.filter((kind) => scoreOf(kind, focus) > 0)).toHaveLength(lessons.length);
  });

  test('learning from peers fits where children do something together, and nothing done alone', () => {
    expect(activityKinds.filter((kind) => scoreOf(kind, 'peers') === 3)).toEqual([
      'centers',
      'free_play',
      'group_project',
    ]);
    expect(scoreOf('independent_work', 'peers') + scoreOf('handwriting', 'peers')).toBe(0);
  });

  test.each(focusAreas)('there is an activity made for %s', (focus) => {
    expect(activityKinds.some((kind) => scoreOf(kind, focus) === 3)).toBe(true);
  });

  test.each([
    ['writing', 'fine_motor'],
    ['writing', 'handwriting'],
    ['centers', 'social'],
    ['centers', 'fine_motor'],
    ['reading', 'articulation'],
    ['group_project', 'group_work'],
    ['math', 'instructions'],
    ['snack', 'self_care'],
    ['pe', 'gross_motor'],
  ] as const)('%s is made for %s', (kind, focus) => {
    expect(scoreOf(kind, focus)).toBe(3);
  });

  test('something else is no fit: nobody knows what it is', () => {
    expect(bestFit('other', focusAreas)).toBeUndefined();
  });
});

describe('the best focus of a pairing', () => {
  test('is the one the activity suits most, the first named of equals', () => {
    expect(bestFit('art', ['social', 'sensory', 'fine_motor'])).toEqual({ focus: 'sensory', score: 3 });
    expect(bestFit('pe', ['handwriting', 'social'])).toEqual({ focus: 'social', score: 2 });
  });

  test('is none where nothing fits', () => {
    expect(bestFit('writing', ['gross_motor'])).toBeUndefined();
    expect(bestFit('writing', [])).toBeUndefined();
  });
});

describe('whether a therapist may come', () => {
  test('to a test only for test taking', () => {
    expect(isOpenFor('test', ['fine_motor', 'attention'])).toBe(false);
    expect(isOpenFor('test', ['fine_motor', 'test_taking'])).toBe(true);
  });

  test('to an assembly for nothing, to writing for anything', () => {
    expect(isOpenFor('assembly', focusAreas)).toBe(false);
    expect(isOpenFor('writing', ['gross_motor'])).toBe(true);
  });
});
