import { describe, expect, test } from '@jest/globals';
import { gradesIn, namedIn } from '../../../src/core/reading/places-in.ts';

const rooms = ['Room 1', 'Room 12', 'Otters'].map((name) => ({ value: name, name }));

describe('places named in a sentence', () => {
  test('by their whole name, so that Room 1 is not Room 12', () => {
    expect(namedIn('rm 12 has a sub today', rooms)).toEqual(['Room 12']);
    expect(namedIn('Room 1 and the otters have an assembly', rooms)).toEqual(['Room 1', 'Otters']);
    expect(namedIn('assembly tomorrow', rooms)).toEqual([]);
  });

  test.each([
    ['5th grade field trip Friday', ['5']],
    ['field trip for grade 5', ['5']],
    ['kindergarten party tomorrow', ['K']],
    ['third graders test at 9', ['3']],
    ['3rd and 5th grade', ['3', '5']],
    ['assembly at 5', []],
    ['the 5th of December', []],
  ])('“%s” names the grades %j', (text, grades) => {
    expect(gradesIn(text, ['K', '3', '5'])).toEqual(grades);
  });
});
