import { clockOf } from '../../../src/core/clock-minutes.ts';
import { type Caseload, planDays } from '../../../src/core/plan/caseload.ts';
import { fc } from '../../setup/properties.ts';

const activities = ['writing', 'art', 'recess'];
const day = fc.constantFrom(...planDays);
const slot = fc.integer({ min: 0, max: 7 });
/** Four hours around noon, so that travel and both half-days occur. */
const timeAt = (nth: number) => clockOf(630 + 15 * nth);

const span = fc.tuple(slot, fc.integer({ min: 2, max: 5 })).map(([start, length]) => ({
  start: timeAt(start),
  end: timeAt(start + length),
}));
const blocks = fc
  .array(
    fc.tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom(...activities), fc.boolean(), fc.boolean()),
    {
      maxLength: 3,
    },
  )
  .map((list) => {
    let time = 0;
    return list.map(([length, activity, one, other]) => {
      const block = { start: timeAt(time), end: timeAt(time + length), activity, open: one || other };
      time += length;
      return block;
    });
  });

/** Few enough days, classes and students that mistakes show and a solver is done at once. */
export const smallCaseload = (most: {
  therapists: number;
  classes: number;
  services: number;
}): fc.Arbitrary<Caseload> =>
  fc
    .record({
      therapists: fc.array(
        fc.record({
          schools: fc.constantFrom(['north'], ['south'], ['north', 'south']),
          busy: fc.array(fc.tuple(day, span), { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: most.therapists },
      ),
      classes: fc.array(
        fc.record({
          school: fc.constantFrom('north', 'south'),
          week: fc.record({ Mon: blocks, Tue: blocks, Wed: blocks }, { requiredKeys: ['Mon'] }),
        }),
        { minLength: 1, maxLength: most.classes },
      ),
      services: fc.array(
        fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('fine', 'gross'), fc.integer({ min: 1, max: 3 })),
        {
          maxLength: most.services,
        },
      ),
      lastWeek: fc.array(fc.tuple(fc.nat(), fc.nat(), day, slot), { maxLength: 6 }),
      groupCap: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ therapists, classes, services, lastWeek, groupCap }): Caseload => {
      const therapist = (nth: number) => `t${nth % therapists.length}`;
      const classroom = (nth: number) => `c${nth % classes.length}`;
      return {
        name: 'small',
        slotMinutes: 15,
        visitMinutes: 30,
        groupCap,
        classVisitsPerDay: 1,
        midday: { start: '11:45', end: '12:15' },
        weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
        fit: { fine: { writing: 3, art: 2 }, gross: { recess: 3, art: 1 } },
        therapists: therapists.map(({ schools, busy }, nth) => ({
          id: `t${nth}`,
          discipline: 'OT',
          schools: [...schools],
          busy: busy.map(([on, { start, end }]) => ({ day: on, start, end })),
        })),
        classes: classes.map(({ school, week }, nth) => ({ id: `c${nth}`, school, week })),
        services: services.map(([one, other, focus, sessionsPerWeek], nth) => ({
          id: `s${nth}`,
          therapist: therapist(one),
          class: classroom(other),
          focus,
          sessionsPerWeek,
        })),
        lastWeek: lastWeek.map(([one, other, on, start]) => ({
          therapist: therapist(one),
          class: classroom(other),
          day: on,
          start: timeAt(start),
        })),
      };
    });
