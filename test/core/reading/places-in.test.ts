import { describe, expect, test } from '@jest/globals';
import { gradesIn, namedIn, placesSaid } from '../../../src/core/reading/places-in.ts';

const rooms = ['Room 1', 'Room 12', 'Otters'].map((name) => ({ value: name, name }));

describe('places named in a sentence', () => {
  test('by their whole name, so that Room 1 is not Room 12', () => {
    expect(namedIn('rm 12 has a sub today', rooms)).toEqual(['Room 12']);
    expect(namedIn('Room 1 and the otters have an assembly', rooms)).toEqual(['Room 1', 'Otters']);
    expect(namedIn('assembly tomorrow', rooms)).toEqual([]);
    expect(namedIn('ROOM 12!', rooms)).toEqual(['Room 12']);
    expect(namedIn('12 room', rooms)).toEqual([]);
    expect(namedIn('room', rooms)).toEqual([]);
    expect(namedIn('anything', [{ value: 'nameless', name: '' }])).toEqual([]);
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
    ['fifth grade assembly', ['5']],
    ['the third grade is out', ['3']],
    ['kinder has a party', ['K']],
    ['grade k party', ['K']],
    ['special k cereal sale', []],
    ['grades 3 to 5 test', ['3', '5']],
    ['grades 4-6 test', ['5']],
    ['grade 5 assembly from 3', ['5']],
    ['grade 5 back by 3', ['5']],
    ['3 of us watch the assembly with two classes of grade 5', ['5']],
    ['3 buses take the children of all of grade 5', ['5']],
    ['13th grade', []],
    ['the 5th of December', []],
  ])('“%s” names the grades %j', (text, grades) => {
    expect(gradesIn(text, ['K', '3', '5'])).toEqual(grades);
  });

  test('grades go by the name a school gives them', () => {
    const own = ['1', '2nd', '8', '9th', 'Pre-K', 'KG'];
    expect(gradesIn('1st grade, 2nd grade', own)).toEqual(['1', '2nd']);
    expect(gradesIn('eighth grade', own)).toEqual(['8']);
    expect(gradesIn('9th graders', own)).toEqual(['9th']);
    expect(gradesIn('kindergarten', own)).toEqual(['KG']);
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
    ['rooms 4 and 5', ['rooms 4']],
    ['room twelve is out', ['room twelve']],
    ['room full of balloons', []],
    ['seventh grade trip', ['seventh grade']],
    ['grade k is out', ['grade k']],
    ['kinder and kindergartners', ['kinder', 'kindergartners']],
    ['Ms. Lee’s out', ["Ms. Lee's"]],
    ['Dr. Chen students are out', ['Dr. Chen students']],
    ['Mrs. Jones is out', []],
    ['ask Mr.', []],
  ])('“%s” sounds like the places %j', (text, places) => {
    expect(placesSaid(text)).toEqual(places);
  });
});
