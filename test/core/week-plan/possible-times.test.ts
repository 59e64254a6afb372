import { describe, expect, test } from '@jest/globals';
import type { ProposeInput } from '../../../src/core/propose-input.ts';
import type { VisitSetting } from '../../../src/core/visit-setting.ts';
import type { PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { possibleTimes, timesOn } from '../../../src/core/week-plan/possible-times.ts';
import { at, away, block, monday, timetable, tuesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { inputOf } from './week-asked.ts';

/** Writing fits; math does not, and may be missed; recess is neither. */
const need = room12({
  focuses: ['fine_motor', 'self_care'],
  classDay: {
    blocks: [
      block('writing', at(9), at(9, 30)),
      block('reading', at(10), at(10, 30)),
      block('snack', at(11), at(11, 30)),
      block('recess', at(13), at(13, 30)),
    ],
    activities: [],
  },
  teacherFree: [
    { date: monday, start: at(12, 1), end: at(12, 35) },
    { date: tuesday, start: at(8), end: at(8, 29) },
  ],
});
const when = (setting: VisitSetting, own: PlanNeed = need) =>
  timesOn(own, setting, monday).map(({ start, kind, fit }) => [start, kind, fit]);
const left = (setting: VisitSetting, changes: Partial<ProposeInput>, date = monday) =>
  possibleTimes(inputOf([need], changes), need, setting, date).map(({ start }) => start);

describe('the times there could be a session', () => {
  test('in the class are those that fit', () => {
    expect(when('push_in')).toEqual([
      [at(9), 'writing', 3],
      [at(11), 'snack', 3],
    ]);
  });

  test('outside are those that may be missed, whatever fits', () => {
    expect(when('pull_out')).toEqual([
      [at(9), 'writing', 1],
      [at(10), 'reading', 1],
    ]);
  });

  test('with a choice are in the class where it fits, and else outside', () => {
    expect(when('either')).toEqual([
      [at(9), 'writing', 3],
      [at(11), 'snack', 3],
      [at(10), 'reading', 1],
    ]);
  });

  test('for a talk are while the teacher has nobody, at minutes people say', () => {
    expect(when('consult')).toEqual([[at(12, 5), 'other', 1]]);
    expect(timesOn(need, 'consult', tuesday)).toEqual([]);
    expect(when('consult', { ...need, focuses: [] })).toEqual([]);
  });
});

describe('of these can be', () => {
  const hour = (start: number, end: number) => ({ date: monday, start: at(start), end: at(end) });

  test('those ahead, at which the therapist is free', () => {
    expect(left('either', { now: { date: monday, minute: at(9) } })).toEqual([at(11), at(10)]);
    expect(left('either', { now: { date: tuesday, minute: at(8) } })).toEqual([]);
    const busy = { ...hour(10, 11), classroomId: 'c7', therapistBusy: true };
    expect(left('either', { taken: [busy] })).toEqual([at(9), at(11)]);
    expect(left('either', { therapist: timetable({ students: 'own', absences: [away(monday)] }) })).toEqual(
      [],
    );
  });

  test.each<[VisitSetting, number[]]>([
    ['push_in', [at(9)]],
    ['either', [at(9)]],
    ['pull_out', [at(9), at(10)]],
    ['consult', [at(12, 5)]],
  ])('with a colleague in the class, %s: only what needs no room in it', (setting, starts) => {
    const colleague = { ...hour(10, 13), classroomId: 'c12', therapistBusy: false };
    expect(left(setting, { taken: [colleague] })).toEqual(starts);
  });
});
