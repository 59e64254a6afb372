import { describe, expect, test } from '@jest/globals';
import { activityKinds } from '../../../src/core/activity-kind.ts';
import { wordsOfKind } from '../../../src/core/reading/lexicon/kind-words.ts';
import { notTypos } from '../../../src/core/reading/lexicon/not-typos.ts';
import { readKind } from '../../../src/core/reading/read-kind.ts';
import { kindLabel } from '../../../src/core/wording/activity-kinds.ts';
import { fc } from '../../setup/properties.ts';

describe('what a class does', () => {
  test.each([
    ['Writing', 'writing'],
    ['our journals', 'writing'],
    ['ELA block', 'reading'],
    ['number corner', 'math'],
    ['fundations', 'phonics'],
    ['read-aloud on the carpet', 'read_aloud'],
    ['SEL lesson', 'sel'],
    ['MAP testing', 'test'],
    ['math test', 'test'],
    ['literacy centers', 'centers'],
    ['P.E.', 'pe'],
    ['gym', 'pe'],
    ['indoor recess', 'recess'],
    ['fire drill', 'drill'],
    ['my planning period', 'prep'],
    ['snack and story', 'snack'],
    ['small group math', 'math'],
  ])('%j is %s', (text, kind) => {
    expect(readKind(text)?.kind).toBe(kind);
  });

  test.each([
    ['centres', 'centers'],
    ['wriitng', 'writing'],
    ['assemby', 'assembly'],
    ['handwritting', 'handwriting'],
  ])('the typo %j is %s', (text, kind) => {
    expect(readKind(text)?.kind).toBe(kind);
  });

  test.each([
    'waiting',
    'parts of it',
    'a special day',
    'coming over',
    'block my calendar',
    'Slack',
    'hello',
    '',
  ])('%j is no activity', (text) => {
    expect(readKind(text)).toBeUndefined();
  });

  test('the longest phrase wins, and says which words it was', () => {
    expect(readKind('then our Social  Studies, unit 3')).toEqual({
      kind: 'social_studies',
      matched: 'Social Studies',
    });
  });

  test('an activity that is denied gives way to the one that is not', () => {
    expect(readKind('not music, library')?.kind).toBe('library');
    expect(readKind('instead of writers workshop we have art')?.kind).toBe('art');
  });
});

describe('the lexicon', () => {
  const lines = [...wordsOfKind].flatMap(([kind, phrases]) =>
    phrases.map((phrase) => [phrase, kind] as const),
  );

  test('every line reads as its own kind', () => {
    for (const [phrase, kind] of lines) expect([phrase, readKind(phrase)?.kind]).toEqual([phrase, kind]);
  });

  test('no phrase is listed twice', () => {
    const phrases = lines.map(([phrase]) => phrase);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  test('no word is both an activity and an ordinary word beside one', () => {
    const phrases = new Set(lines.map(([phrase]) => phrase));
    expect(notTypos.filter((word) => phrases.has(word))).toEqual([]);
  });

  test('every kind a button shows can be typed as the button reads', () => {
    for (const kind of activityKinds)
      if (kind !== 'other') expect([kind, readKind(kindLabel[kind])?.kind]).toEqual([kind, kind]);
  });
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
      const found = readKind(text);
      if (found !== undefined) expect(activityKinds).toContain(found.kind);
    }),
  );
});
