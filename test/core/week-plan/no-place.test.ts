import { describe, expect, test } from '@jest/globals';
import type { Activity } from '../../../src/core/classroom.ts';
import { caseloadOf, type PlanNeed, type WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { whyUnplaced } from '../../../src/core/week-plan/no-place.ts';
import { quickWeek } from '../../../src/core/week-plan/planned-week.ts';
import { noPlaceWords } from '../../../src/core/wording/no-place.ts';
import { at, away, block, freeTherapist, friday, monday, said, timetable, week } from '../sample-school.ts';
import { weekAsked } from './week-asked.ts';

const need = (changes: Partial<PlanNeed> = {}): PlanNeed => ({
  pairingId: 'p12',
  classroomId: 'c12',
  room: 'Room 12',
  focuses: ['handwriting'],
  minutes: 30,
  missing: 1,
  classDay: { blocks: [block('writing', at(9), at(9, 40))], activities: [] },
  mandates: [{ id: 'k', sessions: 1 }],
  ...changes,
});

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
          ifAsked: {
            needs: [need()],
            dates: week,
            therapist: freeTherapist,
            taken: [],
            now: { date: monday, minute: at(8) },
            limit: 5,
          },
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
