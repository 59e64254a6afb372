import { describe, expect, test } from '@jest/globals';
import { minuteOf } from '../../../src/core/clock-minutes.ts';
import { type Board, createBoard } from '../../../src/core/plan/board.ts';
import { type Caseload, type PlanDay, planDays } from '../../../src/core/plan/caseload.ts';
import { createDraft, type Visit } from '../../../src/core/plan/draft.ts';
import { whyMissing } from '../../../src/core/plan/why-missing.ts';
import { writeUnplaced } from '../../../src/core/plan/write-plan.ts';

const block = (start: string, end: string, activity = 'writing', open = true) => ({
  start,
  end,
  activity,
  open,
});
type Week = Caseload['classes'][number]['week'];

interface World {
  /** Of the class it is about; the others write all day on Monday and Tuesday. */
  readonly week: Week;
  readonly schools?: string[];
  readonly busy?: Caseload['therapists'][number]['busy'];
  readonly fit?: Readonly<Record<string, number>>;
  readonly slotMinutes?: number;
}

/** Maya looks for a place for k in room 12 of north; c7 is in north too, c9 in south, and Ben comes to room 12 as well. */
const boardOf = ({
  week,
  schools = ['north'],
  busy = [],
  fit = { writing: 3 },
  slotMinutes = 30,
}: World): Board => {
  const all = { Mon: [block('08:00', '15:00')], Tue: [block('08:00', '15:00')] };
  const service = (id: string, therapist: string, room: string) => ({
    id,
    therapist,
    class: room,
    focus: 'fine_motor',
    sessionsPerWeek: 1,
  });
  return createBoard({
    name: 'missing',
    slotMinutes,
    visitMinutes: 30,
    groupCap: 1,
    classVisitsPerDay: 9,
    midday: { start: '11:45', end: '12:15' },
    weights: { unmetSession: 8, visit: 1, keep: 0, classDayOver: 0, schoolSwap: 0 },
    fit: { fine_motor: fit, any: { writing: 1, lunch: 1 } },
    therapists: [
      { id: 'maya', discipline: 'OT', schools, busy },
      { id: 'ben', discipline: 'OT', schools: ['north'], busy: [] },
    ],
    classes: [
      { id: 'room 12', school: 'north', week },
      { id: 'c7', school: 'north', week: all },
      { id: 'c9', school: 'south', week: all },
    ],
    services: [
      { ...service('k', 'maya', 'room 12'), sessionsPerWeek: 2 },
      { ...service('otter', 'maya', 'room 12'), focus: 'any' },
      { ...service('c7', 'maya', 'c7'), focus: 'any' },
      { ...service('c9', 'maya', 'c9'), focus: 'any' },
      { ...service('ben', 'ben', 'room 12'), focus: 'any' },
    ],
    lastWeek: [],
  });
};

const at = (board: Board, service: string, day: PlanDay, start: string): Visit => {
  const mandate = board.caseload.services.findIndex(({ id }) => id === service);
  const candidate = board.candidates.find(
    (one) =>
      one.pair === board.mandates[mandate]?.pair &&
      one.day === planDays.indexOf(day) &&
      one.start === minuteOf(start),
  );
  if (candidate === undefined) throw new Error(`no visit for ${service} on ${day} at ${start}`);
  return { candidate, group: [mandate] };
};
const why = (world: World, ...visits: readonly (readonly [string, PlanDay, string])[]) => {
  const board = boardOf(world);
  return whyMissing(
    createDraft(
      board,
      visits.map((visit) => at(board, ...visit)),
    ),
    0,
  );
};

const short = block('09:00', '09:30');
const both: Week = { Mon: [short], Tue: [short] };
const help = 'it would find a place if';

describe('a session without a place says why', () => {
  test.each<[string, string, string]>([
    [
      'its class is at another school',
      why({ week: both, schools: ['south'] }),
      'room 12 is not at a school of this therapist.',
    ],
    [
      'nothing fits, and what would best',
      why({
        week: { Mon: [block('09:00', '10:00', 'recess')] },
        fit: { art: 1, fine_arts: 3, writing: 2, recess: 0 },
      }),
      `nothing room 12 does in its week fits fine motor; ${help} room 12 had fine arts.`,
    ],
    [
      'nothing could ever fit',
      why({ week: both, fit: {} }),
      'nothing room 12 does in its week fits fine motor.',
    ],
    [
      'all fitting days have a session',
      why({ week: both }, ['k', 'Mon', '09:00'], ['k', 'Tue', '09:00']),
      `there is writing in room 12 only on days that already have a session; ${help} room 12 had writing on Wednesday too.`,
    ],
    [
      'all days have one',
      why(
        { week: Object.fromEntries(planDays.map((day) => [day, [short]])) },
        ...planDays.map((day) => ['k', day, '09:00'] as const),
      ),
      'there is writing in room 12 only on days that already have a session.',
    ],
    [
      'what is left is closed',
      why({ week: { Mon: [short], Tue: [block('09:00', '10:00', 'writing', false)] } }, [
        'k',
        'Mon',
        '09:00',
      ]),
      `on the days left, all writing in room 12 is closed to visits; ${help} room 12 opened writing on Tuesday.`,
    ],
    [
      'the therapist is away',
      why({ week: { Wed: [short] }, busy: [{ day: 'Wed', start: '08:00', end: '15:00' }] }),
      `on the days left, the therapist is away during all writing in room 12; ${help} the therapist were free for writing in room 12 on Wednesday.`,
    ],
    [
      'the therapist is away, and opening would help',
      why({
        week: { Wed: [short, block('13:00', '14:00', 'art', false)] },
        busy: [{ day: 'Wed', start: '08:00', end: '15:00' }],
        fit: { writing: 3, art: 1 },
      }),
      `on the days left, the therapist is away during all writing, art in room 12; ${help} room 12 opened art on Wednesday.`,
    ],
    [
      'the half-day belongs to another school',
      why({ week: { Mon: [short] }, schools: ['north', 'south'] }, ['c9', 'Mon', '10:00']),
      `all writing in room 12 falls into half-days at another school; ${help} Monday at 9:00 came free.`,
    ],
    [
      'a colleague is there',
      why({ week: { Mon: [short] } }, ['ben', 'Mon', '09:00']),
      `other therapists are in the room during all writing in room 12 that is left; ${help} Monday at 9:00 came free.`,
    ],
    [
      'a colleague is there on one day, another school has the other',
      why({ week: both, schools: ['north', 'south'] }, ['ben', 'Mon', '09:00'], ['c9', 'Tue', '10:00']),
      `other therapists are in the room during all writing in room 12 that is left; ${help} Monday at 9:00 came free.`,
    ],
    [
      'the therapist is needed elsewhere',
      why({ week: both }, ['c7', 'Mon', '09:00'], ['ben', 'Tue', '09:00']),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} Monday at 9:00 came free.`,
    ],
    [
      'its own group is full',
      why({ week: { Mon: [short] } }, ['otter', 'Mon', '09:00']),
      `the group is full during all writing in room 12 that is left; ${help} the group on Monday at 9:00 took one more.`,
    ],
    [
      'its own group is full on one day, and another class has the other',
      why({ week: both }, ['otter', 'Mon', '09:00'], ['c7', 'Tue', '09:00']),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} the group on Monday at 9:00 took one more.`,
    ],
    [
      'a group in the middle of the time that is left',
      why({ week: { Mon: [block('09:00', '09:45')] }, slotMinutes: 15 }, ['otter', 'Mon', '09:15']),
      `the group is full during all writing in room 12 that is left; ${help} the group on Monday at 9:15 took one more.`,
    ],
    [
      'its own therapist is in the class then for something else',
      why(
        {
          week: { Mon: [block('08:30', '09:00', 'art'), short, block('08:45', '09:15', 'lunch')] },
          slotMinutes: 15,
          fit: { writing: 3 },
        },
        ['otter', 'Mon', '08:45'],
      ),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} Monday at 9:00 came free.`,
    ],
    [
      'the easiest time is the one fewest are in the way of',
      why({ week: both }, ['c7', 'Mon', '09:00'], ['ben', 'Mon', '09:00'], ['c7', 'Tue', '09:00']),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} Tuesday at 9:00 came free.`,
    ],
    [
      'a closed block beside full ones would help most',
      why({ week: { Mon: [short], Tue: [block('09:00', '09:30', 'writing', false)] } }, [
        'c7',
        'Mon',
        '09:00',
      ]),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} room 12 opened writing on Tuesday.`,
    ],
    [
      'a day that has its session is not looked at',
      why({ week: both }, ['k', 'Mon', '09:00'], ['c7', 'Tue', '09:00']),
      `the therapist is needed elsewhere during all writing in room 12 that is left; ${help} Tuesday at 9:00 came free.`,
    ],
  ])('%s', (_words, said, sentence) => {
    expect(said).toBe(sentence);
  });

  test('and only as often as it is missing', () => {
    const board = boardOf({ week: both });
    const missing = (...visits: readonly Visit[]) =>
      writeUnplaced(board, visits).map(({ service, missing: much }) => [service, much]);
    expect(missing()).toEqual([
      ['k', 2],
      ['otter', 1],
      ['c7', 1],
      ['c9', 1],
      ['ben', 1],
    ]);
    expect(missing(at(board, 'k', 'Mon', '09:00'), at(board, 'ben', 'Tue', '09:00'))).toEqual([
      ['k', 1],
      ['otter', 1],
      ['c7', 1],
      ['c9', 1],
    ]);
  });
});
