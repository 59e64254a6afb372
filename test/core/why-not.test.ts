import { describe, expect, test } from '@jest/globals';
import { type Need, type ProposeInput, proposeTimes } from '../../src/core/propose.ts';
import { whyNot } from '../../src/core/why-not.ts';
import { at, away, block, freeTherapist, monday, said, thursday, tuesday, week } from './sample-school.ts';

const need: Need = {
  pairingId: 'ot-12',
  classroomId: 'room-12',
  focuses: ['fine_motor'],
  minutes: 30,
  missing: 1,
  classDay: { blocks: [block('writing', at(9), at(9, 40), [2])], activities: [] },
};
const input = (changes: Partial<ProposeInput> = {}): ProposeInput => ({
  needs: [need],
  dates: week,
  therapist: freeTherapist,
  taken: [],
  now: { date: monday, minute: at(7, 40) },
  limit: 6,
  ...changes,
});
const saying = (...activities: Need['classDay']['activities']) => [
  { ...need, classDay: { ...need.classDay, activities } },
];

describe('why a day has no proposal', () => {
  test('a day that has one has no reason', () => {
    expect(whyNot(input(), 'ot-12', tuesday)).toBeUndefined();
    expect(proposeTimes(input({ dates: [tuesday] }))).not.toEqual([]);
  });

  test('there is no school', () => {
    expect(whyNot(input(), 'ot-12', '2026-11-26')).toBe('no-school');
    expect(whyNot(input(), 'ot-12', '2026-11-21')).toBe('no-school');
  });

  test('nobody said what the class does', () => {
    expect(whyNot(input(), 'ot-12', monday)).toBe('nothing-known');
  });

  test('the class has a test', () => {
    const needs = saying(said('test', thursday, at(9), at(11)));
    expect(whyNot(input({ needs }), 'ot-12', thursday)).toBe('test');
  });

  test('nothing planned suits the focus, or it is too short for a visit', () => {
    const other = saying(said('recess', thursday, at(9), at(11)));
    expect(whyNot(input({ needs: other }), 'ot-12', thursday)).toBe('no-fit');
    const short = saying(said('writing', thursday, at(9), at(9, 25)));
    expect(whyNot(input({ needs: short }), 'ot-12', thursday)).toBe('no-fit');
  });

  test('the time for it has passed today', () => {
    expect(whyNot(input({ now: { date: tuesday, minute: at(9) } }), 'ot-12', tuesday)).toBe('too-late');
  });

  test('the therapist is away, with students, or in another class', () => {
    const absent = { ...freeTherapist, absences: [away(tuesday)] };
    expect(whyNot(input({ therapist: absent }), 'ot-12', tuesday)).toBe('you-are-busy');
    const withStudents = { ...freeTherapist, blocks: [block('other', at(9), at(9, 30))] };
    expect(whyNot(input({ therapist: withStudents }), 'ot-12', tuesday)).toBe('you-are-busy');
    const visit = { classroomId: 'room-7', therapistBusy: true, date: tuesday, start: at(9), end: at(9, 30) };
    expect(whyNot(input({ taken: [visit] }), 'ot-12', tuesday)).toBe('you-are-busy');
  });

  test('somebody else is in the class then', () => {
    const visit = {
      classroomId: 'room-12',
      therapistBusy: false,
      date: tuesday,
      start: at(9),
      end: at(9, 30),
    };
    expect(whyNot(input({ taken: [visit] }), 'ot-12', tuesday)).toBe('all-taken');
  });

  test('asking about a pairing that was not given is a bug', () => {
    expect(() => whyNot(input(), 'ot-99', tuesday)).toThrow(/ot-99/);
  });
});
