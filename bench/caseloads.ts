import { clockOf } from '../src/core/clock-minutes.ts';
import type { Caseload } from '../src/core/plan/caseload.ts';
import { below, createDice, type Dice, shuffled } from '../src/core/plan/dice.ts';

/** How large a made-up caseload is. */
export interface Size {
  readonly therapists: number;
  readonly schools: number;
  readonly classesPerSchool: number;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
type Week = Caseload['classes'][number]['week'];

const foci: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  fine_motor: { writing: 3, art: 3, centers: 2, math: 1, snack: 2 },
  sensory: { morning_meeting: 2, recess: 2, music: 2, free_play: 3, pe: 1 },
  self_care: { lunch: 3, snack: 3, recess: 1, dismissal: 2 },
  articulation: { reading: 3, phonics: 3, morning_meeting: 2, centers: 1 },
  language: { reading: 2, science: 3, social_studies: 2, writing: 2, centers: 2 },
  social: { recess: 3, centers: 3, lunch: 2, free_play: 2, sel: 3 },
  gross_motor: { pe: 3, recess: 3, music: 1 },
  regulation: { sel: 3, morning_meeting: 2, math: 1, free_play: 2, dismissal: 1 },
  academics: { math: 3, reading: 3, writing: 2, science: 1, phonics: 2 },
};
const disciplines: Readonly<Record<string, readonly string[]>> = {
  OT: ['fine_motor', 'sensory', 'self_care'],
  SLP: ['articulation', 'language', 'social'],
  PT: ['gross_motor', 'self_care'],
  CO: ['social', 'regulation'],
  SETSS: ['academics', 'language'],
};
const lessons = [
  'math',
  'reading',
  'writing',
  'phonics',
  'science',
  'social_studies',
  'centers',
  'sel',
  'snack',
];
const specials = ['art', 'music', 'pe'];

/** Made up, the same for the same seed: schools with their own bells, classes with their own week, part-timers, itinerants. */
export const makeCaseload = (size: Size, seed: number): Caseload => {
  const dice = createDice(seed * 7919 + 17);
  const between = (low: number, high: number) => low + below(dice, high - low + 1);
  const schools = Array.from({ length: size.schools }, (_, nth) => ({
    id: `school ${nth + 1}`,
    bell: 480 + 15 * between(0, 3),
  }));
  const classes = schools.flatMap(({ id, bell }, nth) =>
    Array.from({ length: size.classesPerSchool }, (_, room) => ({
      id: `room ${nth + 1}-${room + 1}`,
      school: id,
      week: weekOf(dice, bell),
    })),
  );
  const names = Object.keys(disciplines);
  const therapists = Array.from({ length: size.therapists }, (_, nth) => {
    const count =
      size.schools === 1 ? 1 : size.therapists === 1 ? size.schools : between(1, Math.min(3, size.schools));
    const first = below(dice, schools.length);
    return {
      id: `therapist ${nth + 1}`,
      discipline: names[nth % names.length] as string,
      // Schools near each other in the list are near each other in the district.
      schools: Array.from(
        { length: count },
        (_, near) => (schools[(first + near) % schools.length] as { id: string }).id,
      ),
      busy: [
        ...Array.from({ length: between(1, 3) }, () => {
          const start = 510 + 15 * between(0, 20);
          return {
            day: days[below(dice, 5)] as 'Mon',
            start: clockOf(start),
            end: clockOf(start + 15 * between(2, 5)),
          };
        }),
        ...(dice() < 0.15 ? [{ day: days[below(dice, 5)] as 'Mon', start: '07:30', end: '15:30' }] : []),
      ],
    };
  });
  const services: Caseload['services'] = [];
  for (const { id, schools: own, discipline } of therapists) {
    const rooms = shuffled(
      dice,
      classes.filter(({ school }) => own.includes(school)),
    ).slice(0, between(10, 13));
    const possible = disciplines[discipline] as readonly string[];
    for (const room of rooms)
      for (let student = dice() < 0.3 ? 4 : 3; student > 0; student -= 1)
        services.push({
          id: `mandate ${services.length + 1}`,
          therapist: id,
          class: room.id,
          focus: possible[below(dice, possible.length)] as string,
          sessionsPerWeek: dice() < 0.4 ? 1 : dice() < 0.75 ? 2 : 3,
        });
  }
  const lastWeek = shuffled(dice, services)
    .slice(0, Math.round(services.length * 0.6))
    .flatMap(({ therapist, class: room }) => {
      const day = days[below(dice, 5)] as 'Mon';
      const blocks = classes.find(({ id }) => id === room)?.week[day] ?? [];
      const block = blocks[below(dice, blocks.length)];
      return block === undefined ? [] : [{ therapist, class: room, day, start: block.start }];
    });
  return {
    name: `made up: ${size.therapists} therapists, seed ${seed}`,
    slotMinutes: 15,
    visitMinutes: 30,
    groupCap: 3,
    classVisitsPerDay: 2,
    midday: { start: '11:45', end: '12:15' },
    weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
    fit: foci,
    therapists,
    classes,
    services,
    lastWeek,
  };
};

/** Lunch and a special have their hour; the lessons go round, in another order each day. */
const weekOf = (dice: Dice, bell: number): Week => {
  const lunch = 660 + 15 * below(dice, 5);
  const round = shuffled(dice, lessons);
  const specialFirst = dice() < 0.5;
  return Object.fromEntries(
    days.map((day, nth) => {
      const blocks: { start: string; end: string; activity: string; open: boolean }[] = [];
      let turn = nth * 3;
      let time = bell;
      const put = (activity: string, minutes: number) => {
        blocks.push({ start: clockOf(time), end: clockOf(time + minutes), activity, open: dice() > 0.04 });
        time += minutes;
      };
      const lesson = () => {
        put(round[turn % round.length] as string, 30 + 15 * below(dice, 3));
        turn += 1;
      };
      put('morning_meeting', 30);
      if (specialFirst) put(specials[(nth + turn) % 3] as string, 45);
      while (time < lunch) lesson();
      put('lunch', 30);
      put('recess', 30);
      if (!specialFirst) put(specials[(nth + turn) % 3] as string, 45);
      while (time < bell + 375) lesson();
      put(dice() < 0.5 ? 'free_play' : 'dismissal', 30);
      return [day, blocks];
    }),
  );
};
