import { describe, expect, test } from '@jest/globals';
import type { ActivityKind } from '../../src/core/activity-kind.ts';
import { visitStands } from '../../src/core/calendar/visit-stands.ts';
import type { Activity } from '../../src/core/classroom.ts';
import { causeOf, displacedBy } from '../../src/core/displaced-by.ts';
import { at, block, said, school, tuesday } from './sample-school.ts';

const thanksgiving = '2026-11-26';
const visit = { date: tuesday, start: at(9, 30), end: at(10), focus: 'fine_motor' } as const;
const classDay = (...activities: Activity[]) => ({
  school,
  blocks: [block('writing', at(9), at(11))],
  activities,
});
const during = (kind: ActivityKind, start = at(9, 30), end = at(10)) => said(kind, tuesday, start, end);
const unwelcome = (activity: Activity): Activity => ({ ...activity, welcome: 'no' });

describe('a visit stands', () => {
  test('on a school day, within the bells, in a room that is open', () => {
    expect(visitStands(classDay(), visit)).toBe(true);
    expect(visitStands(classDay(), { ...visit, start: at(8), end: at(8, 30) })).toBe(true);
    expect(visitStands(classDay(), { ...visit, start: at(14, 30), end: at(15) })).toBe(true);
  });

  test('while the class does something else that is open', () => {
    expect(visitStands(classDay(during('centers')), visit)).toBe(true);
  });

  test('in a test, for whoever works on taking tests', () => {
    expect(visitStands(classDay(during('test')), { ...visit, focus: 'test_taking' })).toBe(true);
  });

  test('beside a test or a no that touches it only at its edge', () => {
    for (const [start, end] of [
      [at(9), at(9, 30)],
      [at(10), at(10, 30)],
    ] as const)
      expect(
        visitStands(classDay(during('test', start, end), unwelcome(during('math', start, end))), visit),
      ).toBe(true);
  });
});

describe('a talk with the adults', () => {
  const talk = { ...visit, setting: 'consult' } as const;

  test('needs no class: a test, a no and the last bell leave it standing', () => {
    const shut = classDay(during('test'), unwelcome(during('math')));
    expect(visitStands(shut, talk)).toBe(true);
    expect(visitStands(shut, { ...talk, start: at(15, 5), end: at(15, 20) })).toBe(true);
  });

  test('needs a school day', () => {
    expect(visitStands(classDay(), { ...talk, date: thanksgiving })).toBe(false);
  });
});

describe('a visit stands no longer', () => {
  test.each([
    ['when school is closed', classDay(), { ...visit, date: thanksgiving }],
    ['when it begins before the bell', classDay(), { ...visit, start: at(7, 59) }],
    ['when it ends after the bell', classDay(), { ...visit, start: at(14, 45), end: at(15, 1) }],
    ['when the class has a test', classDay(during('test')), visit],
    ['when the class is at an assembly', classDay(during('assembly')), visit],
    ['when the teacher said no, whatever fits', classDay(unwelcome(during('writing'))), visit],
    ['when a part of it is shut', classDay(during('test', at(9, 55), at(11))), visit],
  ])('%s', (_when, day, which) => {
    expect(visitStands(day, which)).toBe(false);
  });
});

describe('what took a visit', () => {
  test.each([
    ['a closed day', { ...visit, date: thanksgiving }, [], 'closed_day'],
    ['a test', visit, [during('test')], 'test'],
    ['an assembly', visit, [during('assembly')], 'assembly'],
    [
      'a test in part of it, after something else',
      visit,
      [during('math', at(9, 30), at(9, 45)), during('test', at(9, 45), at(10))],
      'test',
    ],
    ['nothing that has a name of its own', visit, [during('math')], 'class_changed'],
    ['no test that is over when it begins', visit, [during('test', at(9), at(9, 30))], 'class_changed'],
  ] as const)('is %s', (_what, which, activities, cause) => {
    expect(displacedBy(classDay(...activities), which)).toBe(cause);
  });

  test('has a name of its own only for a test and an assembly', () => {
    expect((['test', 'assembly', 'writing', 'party'] as const).map(causeOf)).toEqual([
      'test',
      'assembly',
      'class_changed',
      'class_changed',
    ]);
  });
});
