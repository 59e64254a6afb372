import { describe, expect, test } from '@jest/globals';
import type { Activity } from '../../../src/core/classroom.ts';
import type { VisitSetting } from '../../../src/core/visit-setting.ts';
import { caseloadOf, type PlanNeed, type WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { type NoPlaceWhy, noPlaceOn, suitsBest, whyUnplaced } from '../../../src/core/week-plan/no-place.ts';
import { type PlanSource, quickWeek } from '../../../src/core/week-plan/planned-week.ts';
import { noPlaceWords } from '../../../src/core/wording/no-place.ts';
import { at, away, block, friday, monday, said, timetable, tuesday, week } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { inputOf, weekAsked } from './week-asked.ts';

const need = room12;

const whyFor = (one: PlanNeed, input: Partial<WeekAsked['input']> = {}, more: Partial<WeekAsked> = {}) => {
  const source = caseloadOf(weekAsked([one], input, more));
  const planned = quickWeek(source.caseload);
  return planned.unplaced.map((unplaced) => whyUnplaced(source, planned, unplaced));
};

const everyWriting = week.map((date) => ({ classroomId: 'c12', date, start: at(9), end: at(9, 40) }));
const refused: Activity[] = week.map((date) => ({
  ...said('writing', date, at(9), at(9, 40)),
  welcome: 'no',
}));

describe('a session without a place says why, with the smallest thing that would make room', () => {
  test.each<[string, string[], string]>([
    [
      'the teacher said no',
      whyFor(need({ classDay: { blocks: [], activities: refused } })),
      'the teacher would rather have nobody in writing; it would find a place if Room 12 opened writing on Monday.',
    ],
    [
      'a colleague is there',
      whyFor(need(), { taken: everyWriting.map((one) => ({ ...one, therapistBusy: false })) }),
      'a colleague is in Room 12 at every time that fits; it would find a place if Monday at 9:00 came free.',
    ],
    [
      'the therapist is busy',
      whyFor(need(), {
        taken: everyWriting.map((one) => ({ ...one, classroomId: 'c7', therapistBusy: true })),
      }),
      'on the days left, the therapist is away during all writing in Room 12; it would find a place if the therapist were free for writing in Room 12 on Monday.',
    ],
    [
      'the therapist is away',
      whyFor(need(), { therapist: timetable({ students: 'own', absences: week.map(away) }) }),
      'on the days left, the therapist is away during all writing in Room 12; it would find a place if the therapist were free for writing in Room 12 on Monday.',
    ],
    [
      'nobody told the week',
      whyFor(need({ classDay: { blocks: [], activities: [] } })),
      'I don’t know what Room 12 does on the days left; it would find a place if the teacher told me: “ask Room 12 Monday 10” makes me ask.',
    ],
    [
      'nothing fits',
      whyFor(need({ classDay: { blocks: [block('recess', at(9), at(10))], activities: [] } })),
      'nothing Room 12 does on the days left fits what you work on; it would find a place if it had writing or handwriting once more.',
    ],
    [
      'only tests are left',
      whyFor(need({ classDay: { blocks: [block('test', at(9), at(10))], activities: [] } })),
      'only tests are left on the days left; it would find a place if the one on Monday moved.',
    ],
    [
      'the teacher cannot be asked in time',
      whyFor(
        need(),
        { taken: everyWriting.map((one) => ({ ...one, therapistBusy: false })) },
        {
          ifAsked: inputOf([need()]),
        },
      ),
      'the teacher has no minute without students in which I could ask first; it would find a place if you talked it over with the teacher for Monday at 9:00.',
    ],
    [
      'the week is over for it',
      whyFor(need(), { now: { date: friday, minute: at(12) } }),
      'what fits is over for this week; it can be made up in the next one.',
    ],
    [
      'the only day has a session',
      whyFor(
        need({
          mandates: [{ id: 'k', sessions: 2 }],
          classDay: { blocks: [block('writing', at(9), at(9, 40), [1])], activities: [] },
        }),
      ),
      'I don’t know what Room 12 does on the days left; it would find a place if the teacher told me: “ask Room 12 Tuesday 10” makes me ask.',
    ],
  ])('%s', (_cause, said, sentence) => {
    expect(said).toEqual([sentence]);
  });

  const outside = { mandates: [{ id: 'k', sessions: 1, setting: 'pull_out' as const }] };
  const talk = { mandates: [{ id: 'k', sessions: 1, setting: 'consult' as const }] };
  const free = week.map((date) => ({ date, start: at(11), end: at(11, 40) }));

  test.each<[string, string[], string]>([
    [
      'nothing a child could leave',
      whyFor(need({ ...outside, classDay: { blocks: [block('recess', at(9), at(9, 40))], activities: [] } })),
      'I know of nothing a child could leave',
    ],
    [
      'nobody told the week',
      whyFor(need({ ...outside, classDay: { blocks: [], activities: [] } })),
      'I don’t know what Room 12 does on the days left',
    ],
    [
      'too late for a time outside',
      whyFor(need(outside), { now: { date: friday, minute: at(12) } }),
      'what fits is over for this week',
    ],
    ['no stretch without students', whyFor(need({ ...talk, teacherFree: [] })), 'no stretch that long'],
    [
      'too late for a talk',
      whyFor(need({ ...talk, teacherFree: free }), { now: { date: friday, minute: at(12) } }),
      'what fits is over for this week',
    ],
  ])('outside the class and for talks too: %s', (_cause, said, sentence) => {
    expect(said).toEqual([expect.stringContaining(sentence)]);
  });

  test('every cause has a sentence that names what would help', () => {
    for (const why of ['elsewhere', 'has-visit', 'nothing-outside', 'no-school'] as const)
      expect(noPlaceWords('Room 12', 'Tue', { why, start: 540 }, ['writing'])).toMatch(
        /; it (would|can) .*\.$/,
      );
  });
});

describe('a day without a place', () => {
  const onTuesday = (one: PlanNeed, more: Partial<WeekAsked> = {}, setting: VisitSetting = 'push_in') =>
    noPlaceOn(weekAsked([one], {}, more), { need: one, setting }, tuesday);
  const standing = (pairingId: string, date: string = tuesday) => [
    { pairingId, schoolId: 'maple', date, start: at(13) },
  ];
  const colleague = {
    taken: [{ classroomId: 'c12', date: tuesday, start: at(9), end: at(9, 40), therapistBusy: false }],
  };
  const late = { now: { date: tuesday, minute: at(8, 52) } };
  const talk = { teacherFree: [{ date: tuesday, start: at(12), end: at(12, 30) }] };

  test('has a visit in that class already', () => {
    expect(onTuesday(need(), { standing: standing('p12') })).toEqual({
      why: 'has-visit',
      start: at(9),
      kind: 'writing',
    });
  });

  test('belongs to another school, where nothing else is in the way', () => {
    const there = { why: 'elsewhere', start: at(9), kind: 'writing' };
    expect(onTuesday(need(), { standing: standing('p7') })).toEqual(there);
    expect(onTuesday(need(), { standing: standing('p12', monday) })).toEqual(there);
  });

  test('has no minute to ask the teacher, where only that is in the way', () => {
    const asking = { input: inputOf([need()], colleague), ifAsked: inputOf([need()]) };
    expect(onTuesday(need(), asking)).toEqual({ why: 'cannot-ask', start: at(9), kind: 'writing' });
  });

  test('tells the first time that is not over', () => {
    expect(onTuesday(need(), { input: inputOf([need()], { ...late, ...colleague }) })).toEqual({
      why: 'all-taken',
      start: at(9, 10),
      kind: 'writing',
    });
    expect(onTuesday(need(), { input: inputOf([need()], late) }, 'pull_out')).toEqual({
      why: 'elsewhere',
      start: at(9, 10),
    });
  });

  test('has only what the teacher said no to, as far as it is not over', () => {
    const no = need({ classDay: { blocks: [], activities: refused } });
    expect(onTuesday(no)).toEqual({ why: 'said-no', start: at(9), kind: 'writing' });
    expect(onTuesday(no, { input: inputOf([no], late) })).toMatchObject({ start: at(9, 10) });
    const over = inputOf([no], { now: { date: tuesday, minute: at(12) } });
    expect(onTuesday(no, { input: over })).toEqual({ why: 'no-fit' });
  });

  test('may be like that for time outside and for talks', () => {
    expect(onTuesday(need(), { standing: standing('p12') }, 'pull_out')).toEqual({
      why: 'has-visit',
      start: at(9),
    });
    expect(onTuesday(need(talk), {}, 'consult')).toEqual({ why: 'elsewhere', start: at(12) });
    expect(onTuesday(need(), {}, 'consult')).toEqual({ why: 'no-talk' });
  });
});

describe('of several days without a place', () => {
  const unplaced = { service: 'k', missing: 1, why: 'the planner’s own sentence.' };
  const visit = (day: 'Mon' | 'Tue', services = ['k']) => ({
    visits: [{ therapist: 'maya', class: 'Room 12', day, start: '09:00', services }],
  });
  const source = (
    noPlace: Partial<Record<'Mon' | 'Tue' | 'Wed', NoPlaceWhy>>,
    open: readonly ('Mon' | 'Tue')[] = [],
  ): PlanSource => {
    const { monday, caseload } = caseloadOf(weekAsked([need()]));
    const block = { start: '09:00', end: '10:00', activity: 'writing' };
    const week = Object.fromEntries(open.map((day) => [day, [{ ...block, open: true }]]));
    return {
      monday,
      caseload: {
        ...caseload,
        classes: [{ id: 'Room 12', school: 'maple', week: { Fri: [{ ...block, open: false }], ...week } }],
      },
      rooms: {
        'Room 12': {
          pairingId: 'p12',
          minutes: 30,
          noPlace: Object.fromEntries(Object.entries(noPlace).map(([day, why]) => [day, { why }])),
        },
      },
    };
  };
  const said = (from: PlanSource, week = visit('Mon', [])) => whyUnplaced(from, week, unplaced);

  const order: readonly NoPlaceWhy[] = [
    'said-no',
    'cannot-ask',
    'you-are-busy',
    'all-taken',
    'nothing-known',
    'elsewhere',
    'has-visit',
    'test',
    'no-fit',
    'nothing-outside',
    'no-talk',
    'too-late',
    'no-school',
  ];
  test.each(order.slice(1).map((worse, nth) => [order[nth] ?? worse, worse] as const))(
    'what is helped most easily is told: %s before %s',
    (better, worse) => {
      const sentence = noPlaceWords('Room 12', 'Tue', { why: better }, []);
      expect(said(source({ Mon: worse, Tue: better, Wed: worse }))).toBe(sentence);
    },
  );

  test('of equals the first of the week is told', () => {
    const { rooms, ...rest } = source({});
    const noPlace = { Wed: { why: 'test' }, Tue: { why: 'test' } } as const;
    const stored = { ...rest, rooms: { 'Room 12': { pairingId: 'p12', minutes: 30, noPlace } } };
    expect(said(stored)).toBe(noPlaceWords('Room 12', 'Tue', { why: 'test' }, []));
  });

  test('a day on which the student is seen is not one of them', () => {
    const sentence = noPlaceWords('Room 12', 'Tue', { why: 'test' }, []);
    const both = source({ Mon: 'said-no', Tue: 'test' }, ['Mon']);
    expect(said(both, visit('Mon'))).toBe(sentence);
    expect(said(source({ Mon: 'said-no' }), visit('Mon'))).toBe(unplaced.why);
  });

  test('the planner’s sentence is told where there is time on another day', () => {
    expect(said(source({ Mon: 'said-no' }, ['Tue']))).toBe(unplaced.why);
    expect(said(source({ Mon: 'said-no' }, ['Tue']), visit('Tue', ['otter']))).toBe(unplaced.why);
  });

  test('the planner’s sentence is told of what it alone knows', () => {
    const from = source({ Mon: 'said-no' });
    expect(whyUnplaced(from, visit('Mon', []), { ...unplaced, service: 'nobody' })).toBe(unplaced.why);
    expect(said({ ...from, rooms: {} })).toBe(unplaced.why);
    expect(said({ ...from, rooms: { 'Room 12': { pairingId: 'p12', minutes: 30 } } })).toBe(unplaced.why);
  });

  test('the class is called as people say it, with what would suit best', () => {
    const from = source({ Mon: 'no-fit' });
    const room = { pairingId: 'p12', minutes: 30, noPlace: { Mon: { why: 'no-fit' } } } as const;
    const named = { ...from, rooms: { 'Room 12': { ...room, room: 'Ms. Ortiz', suits: ['math'] as const } } };
    expect(said(named)).toBe(noPlaceWords('Ms. Ortiz', 'Mon', { why: 'no-fit' }, ['math']));
  });
});

test('what suits best are the two activities that serve what is worked on best', () => {
  expect(suitsBest(need({ focuses: ['self_care'] }))).toHaveLength(2);
  expect(suitsBest(need())).toEqual(['writing', 'handwriting']);
  expect(suitsBest(need({ focuses: [] }))).toEqual([]);
});
