import { describe, expect, test } from '@jest/globals';
import type { ProposeInput } from '../../../src/core/propose-input.ts';
import type { Minute } from '../../../src/core/time.ts';
import type { VisitSetting } from '../../../src/core/visit-setting.ts';
import type { PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { type Why, whyNotAt, whyNotOn } from '../../../src/core/week-plan/why-not-at.ts';
import { at, away, block, monday, said, timetable, tuesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { inputOf } from './week-asked.ts';

interface World {
  readonly need?: Partial<PlanNeed>;
  readonly setting?: VisitSetting;
  readonly date?: string;
  readonly input?: Partial<ProposeInput>;
  /** What stands in the way of asking alone. */
  readonly onlyAsked?: Partial<ProposeInput>;
}

const asking = ({ need, setting = 'push_in', date = tuesday, input, onlyAsked }: World) => {
  const whole = room12(need);
  const ifAsked = inputOf([whole], input);
  return {
    input: { ...ifAsked, ...onlyAsked },
    ifAsked,
    place: { setting, need: whole, isPlanned: false },
    date,
  };
};

/** The reason alone, or when the session would be. */
const short = (why: Why) => ('visit' in why ? [why.why, why.visit.start] : why);
const whyAt = (minute: Minute, world: World = {}) => short(whyNotAt(asking(world), minute));
const whyOn = (world: World) => short(whyNotOn(asking(world)));

const taken = (classroomId: string, therapistBusy: boolean, start = at(8), end = at(12)) => ({
  taken: [{ classroomId, therapistBusy, date: tuesday, start, end }],
});
const colleague = taken('c12', false);
const elsewhere = taken('c7', true);
const starts = [at(9), at(9, 5), at(9, 10)];
const twice = { classDay: { blocks: [writingAt(9), writingAt(13)], activities: [] } };
const onAndOn = {
  classDay: { blocks: [writingAt(9), block('handwriting', at(9, 40), at(10, 20))], activities: [] },
};
const recess = { classDay: { blocks: [block('recess', at(10), at(10, 40))], activities: [] } };
const math = { classDay: { blocks: [block('math', at(10), at(10, 40))], activities: [] } };
const refused = { ...said('writing', tuesday, at(9), at(9, 40)), welcome: 'no' as const };
const no = { classDay: { blocks: [], activities: [refused] } };
const noAtNine = { classDay: { blocks: [writingAt(9), writingAt(13)], activities: [refused] } };
const allDay = taken('c12', false, at(8), at(15));
const unknown = { classDay: { blocks: [], activities: [] } };
const talks = { teacherFree: [{ date: tuesday, start: at(12), end: at(12, 40) }] };

function writingAt(hour: number) {
  return block('writing', at(hour), at(hour, 40));
}

describe('at one time of a day', () => {
  test.each<[string, Minute, World, ReturnType<typeof short>]>([
    ['a session that could be is told', at(9), {}, ['possible', at(9)]],
    ['the last start is one too', at(9, 10), {}, ['possible', at(9, 10)]],
    ['a moment later it is not a start', at(9, 11), {}, { why: 'other-start', kind: 'writing', starts }],
    [
      'only starts of the same lesson are told',
      at(13, 39),
      { need: twice },
      { why: 'other-start', kind: 'writing', starts: [at(13), at(13, 5), at(13, 10)] },
    ],
    [
      'only starts of the lesson before',
      at(9, 39),
      { need: twice },
      { why: 'other-start', kind: 'writing', starts },
    ],
    [
      'nor of the one that follows',
      at(9, 39),
      { need: onAndOn },
      { why: 'other-start', kind: 'writing', starts },
    ],
    ['a closed day has no school', at(9), { date: '2026-11-26' }, { why: 'no-school' }],
    ['before the lesson nothing is known', at(8, 59), {}, { why: 'nothing-known' }],
    ['nor when it is over', at(9, 40), {}, { why: 'nothing-known' }],
    ['recess is nothing for handwriting', at(10), { need: recess }, { why: 'not-that', kind: 'recess' }],
    ['the teacher’s no is said', at(9), { need: no }, { why: 'said-no', kind: 'writing' }],
    [
      'a time too soon is too late',
      at(9),
      { date: monday, input: { now: { date: monday, minute: at(8, 46) } } },
      { why: 'too-late' },
    ],
    [
      'a quarter of an hour is enough',
      at(9),
      { date: monday, input: { now: { date: monday, minute: at(8, 45) } } },
      ['possible', at(9)],
    ],
    ['the therapist may be busy', at(9), { input: elsewhere }, { why: 'you-are-busy' }],
    [
      'the therapist may be away',
      at(9),
      { input: { therapist: timetable({ students: 'own', absences: [away(tuesday)] }) } },
      { why: 'you-are-busy' },
    ],
    ['a colleague may be there', at(9), { input: colleague }, { why: 'all-taken' }],
    [
      'who cannot be asked before is told with the session',
      at(9),
      { onlyAsked: colleague },
      ['cannot-ask', at(9)],
    ],
    [
      'another time of the lesson does not help',
      at(9),
      { onlyAsked: taken('c12', false, at(9), at(9, 5)) },
      ['cannot-ask', at(9)],
    ],
  ])('%s', (_words, minute, world, why) => {
    expect(whyAt(minute, world)).toEqual(why);
  });

  test.each<[string, Minute, World, ReturnType<typeof short>]>([
    ['a lesson may be missed', at(10), { setting: 'pull_out', need: math }, ['possible', at(10)]],
    [
      'a colleague in the class is in nobody’s way',
      at(9),
      { setting: 'pull_out', input: colleague },
      ['possible', at(9)],
    ],
    [
      'recess is not missed',
      at(10),
      { setting: 'pull_out', need: recess },
      { why: 'not-missed', kind: 'recess' },
    ],
    ['nor with a choice', at(10), { setting: 'either', need: recess }, { why: 'not-missed', kind: 'recess' }],
    [
      'a snack that fits is for coming in',
      at(10),
      { setting: 'either', need: snack() },
      ['possible', at(10)],
    ],
    [
      'a snack is not missed, though it fits',
      at(10),
      { setting: 'pull_out', need: snack() },
      { why: 'not-missed', kind: 'snack' },
    ],
    ['with a choice the class counts', at(9), { setting: 'either', input: colleague }, { why: 'all-taken' }],
    [
      'the teacher’s no is a no for outside',
      at(9),
      { setting: 'pull_out', need: no },
      { why: 'said-no', kind: 'writing' },
    ],
  ])('outside the class: %s', (_words, minute, world, why) => {
    expect(whyAt(minute, world)).toEqual(why);
  });

  test.each<[string, Minute, World, ReturnType<typeof short>]>([
    ['is possible while the teacher has nobody', at(12), {}, ['possible', at(12)]],
    ['is not while students are there', at(11, 59), {}, { why: 'with-students' }],
    ['nor when they are back', at(12, 40), {}, { why: 'with-students' }],
    ['nor on a day nobody told of', at(12), { date: monday }, { why: 'with-students' }],
    [
      'has its own starts and no activity',
      at(12, 30),
      {},
      { why: 'other-start', kind: undefined, starts: [at(12), at(12, 5), at(12, 10)] },
    ],
    ['needs no room', at(12), { input: allDay }, ['possible', at(12)]],
    ['needs the therapist', at(12), { input: taken('c7', true, at(8), at(15)) }, { why: 'you-are-busy' }],
    ['is nothing where nobody told of free time', at(12), { need: {} }, { why: 'with-students' }],
  ])('a talk %s', (_words, minute, world, why) => {
    expect(whyAt(minute, { setting: 'consult', need: talks, ...world })).toEqual(why);
  });
});

function snack() {
  return {
    focuses: ['self_care' as const],
    classDay: { blocks: [block('snack', at(10), at(10, 40))], activities: [] },
  };
}

describe('on a day', () => {
  const better = {
    classDay: { blocks: [block('technology', at(8), at(8, 40)), writingAt(9)], activities: [] },
  };

  test.each<[string, World, ReturnType<typeof short>]>([
    ['the time that fits best is told, and of equals the first', { need: better }, ['possible', at(9)]],
    [
      'who cannot be asked before is told with the first time',
      { onlyAsked: colleague },
      ['cannot-ask', at(9)],
    ],
    ['a colleague may be there all the time', { input: colleague }, { why: 'all-taken' }],
    ['or the therapist busy', { input: elsewhere }, { why: 'you-are-busy' }],
    ['perhaps nobody told of it', { need: unknown }, { why: 'nothing-known' }],
    ['the teacher may have said no to all that fits', { need: no }, { why: 'said-no', kind: 'writing' }],
    ['and to it with a choice', { setting: 'either', need: no }, { why: 'said-no', kind: 'writing' }],
    ['outside, that is no lesson to miss', { setting: 'pull_out', need: no }, { why: 'nothing-outside' }],
    [
      'a no that is over is no reason any more',
      { need: no, input: { now: { date: tuesday, minute: at(12) } } },
      { why: 'no-fit' },
    ],
    ['a no to some of it is no reason', { need: noAtNine, input: allDay }, { why: 'all-taken' }],
    ['or nothing fits', { need: recess }, { why: 'no-fit' }],
    [
      'outside, no lesson may be there to miss',
      { setting: 'pull_out', need: recess },
      { why: 'nothing-outside' },
    ],
    [
      'with a choice, a colleague may be there',
      { setting: 'either', input: colleague },
      { why: 'all-taken' },
    ],
    ['for a talk, the teacher may always have students', { setting: 'consult' }, { why: 'no-talk' }],
    ['a talk may be possible', { setting: 'consult', need: talks }, ['possible', at(12)]],
    [
      'the week may be over for it',
      { date: monday, input: { now: { date: monday, minute: at(10) } } },
      { why: 'too-late' },
    ],
  ])('%s', (_words, world, why) => {
    expect(whyOn(world)).toEqual(why);
  });
});
