import { expect, test } from '@jest/globals';
import type { ProposeInput } from '../../../src/core/propose-input.ts';
import type { VisitSetting } from '../../../src/core/visit-setting.ts';
import type { PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { whyNone } from '../../../src/core/week-plan/why-none.ts';
import { at, away, block, monday, timetable } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { inputOf } from './week-asked.ts';

const talk = { teacherFree: [{ date: monday, start: at(12), end: at(12, 30) }] };
const recess = { classDay: { blocks: [block('recess', at(9), at(9, 40))], activities: [] } };
const nothing = { classDay: { blocks: [], activities: [] } };
const late = (hour: number, minute: number) => ({ now: { date: monday, minute: at(hour, minute) } });
const gone = { therapist: timetable({ students: 'own', absences: [away(monday)] }) };

test.each<[string, VisitSetting, Partial<PlanNeed>, Partial<ProposeInput>, string | undefined]>([
  ['a lesson may be missed', 'pull_out', {}, {}, undefined],
  ['its last start is too soon to ask', 'pull_out', {}, late(8, 56), 'too-late'],
  ['it is just soon enough', 'pull_out', {}, late(8, 55), undefined],
  ['the therapist is away', 'pull_out', {}, gone, 'you-are-busy'],
  ['nothing may be missed', 'pull_out', recess, {}, 'nothing-outside'],
  ['nothing is known', 'pull_out', nothing, {}, 'nothing-known'],
  ['nothing is known, with a choice', 'either', nothing, {}, 'nothing-known'],
  ['the teacher has time for a talk', 'consult', talk, {}, undefined],
  ['the teacher has none', 'consult', {}, {}, 'no-talk'],
  ['nobody knows her day either', 'consult', nothing, {}, 'no-talk'],
  ['the talk is over', 'consult', talk, late(12, 0), 'too-late'],
])('%s', (_words, setting, changes, input, why) => {
  const need = room12(changes);
  expect(whyNone(inputOf([need], input), { need, setting }, monday)).toBe(why);
});

test('on a closed day there is no school, whatever the teacher has', () => {
  const need = room12(talk);
  expect(whyNone(inputOf([need]), { need, setting: 'consult' }, '2026-11-26')).toBe('no-school');
});
