import { describe, expect, test } from '@jest/globals';
import { gradesIn, namedIn, placesSaid } from '../../../src/core/reading/places-in.ts';

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
    ['5th grade assembly tomorrow 3-4', ['5']],
    ['assembly for grade 5 at 3', ['5']],
    ['grades 3-5 assembly 1-2', ['3', '5']],
    ['assembly at 5', []],
    ['the 5th of December', []],
  ])('“%s” names the grades %j', (text, grades) => {
    expect(gradesIn(text, ['K', '3', '5'])).toEqual(grades);
  });

  test.each([
    ['no writing in room 99 tomorrow', ['room 99']],
    ['rm 12b has a sub', ['rm 12b']],
    ['assembly tomorrow 10-11 grade 7', ['grade 7']],
    ['the 4th graders test 9-11', ['4th graders']],
    ['kindergarten party', ['kindergarten']],
    ['Mr. Hall’s class has a sub', ["Mr. Hall's class"]],
    ['Ms Lee class field trip Friday', ['Ms Lee class']],
    ['testing in the big room 9-11', []],
    ['Mr. Hall says no school Friday', []],
    ['assembly tomorrow 10-11', []],
  ])('“%s” sounds like the places %j', (text, places) => {
    expect(placesSaid(text)).toEqual(places);
  });
});
