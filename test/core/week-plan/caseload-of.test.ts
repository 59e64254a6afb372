import { describe, expect, test } from '@jest/globals';
import { contradictionsIn } from '../../../src/core/plan/contradictions.ts';
import { possibleVisits } from '../../../src/core/possible-visits.ts';
import { overlaps, type Span } from '../../../src/core/time.ts';
import { caseloadOf, type PlanNeed, type WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { planLines } from '../../../src/core/week-plan/plan-lines.ts';
import { type PlanSource, quickWeek } from '../../../src/core/week-plan/planned-week.ts';
import { withFixed, withWishes } from '../../../src/core/week-plan/with-wishes.ts';
import { fc } from '../../setup/properties.ts';
import { anyFocuses, classDayAround } from '../arbitraries.ts';
import { at, block, monday, thursday, tuesday } from '../sample-school.ts';
import { weekAsked } from './week-asked.ts';

const anyNeeds = fc
  .array(
    fc.record({
      focuses: anyFocuses,
      minutes: fc.constantFrom(10, 20, 30, 45),
      classDay: classDayAround(tuesday),
      sessions: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((needs) =>
    needs.map(({ sessions, ...need }, nth): PlanNeed => {
      const id = `room-${nth}`;
      const mandates = sessions.map((count, one) => ({ id: `${id}-${one}`, sessions: count }));
      return { ...need, pairingId: id, classroomId: id, room: `Room ${nth}`, missing: 1, mandates };
    }),
  );

const taken: WeekAsked['input']['taken'] = [
  { classroomId: 'room-0', date: tuesday, start: at(9), end: at(9, 30), therapistBusy: true },
  { classroomId: 'room-1', date: thursday, start: at(10), end: at(11), therapistBusy: false },
];
const asking = (needs: readonly PlanNeed[], more: Partial<WeekAsked> = {}) =>
  weekAsked(needs, { taken }, more);

const linesOf = (
  needs: readonly PlanNeed[],
  source: PlanSource,
  visits = quickWeek(source.caseload).visits,
) => planLines(source, visits, (id) => needs.find(({ pairingId }) => pairingId === id)?.focuses ?? []);

const clashes = (lines: readonly (Span & { date: string })[]) =>
  lines.filter((one, nth) =>
    lines.some((other, index) => index > nth && other.date === one.date && overlaps(one, other)),
  );

describe('the caseload of a therapist’s week, whatever the classes do', () => {
  test('contradicts itself nowhere, and every visit planned from it could really be held', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const asked = asking(needs);
        const source = caseloadOf(asked);
        expect(contradictionsIn(source.caseload)).toEqual([]);
        const lines = linesOf(needs, source);
        for (const line of lines) {
          const need = needs.find(({ pairingId }) => pairingId === line.pairingId);
          if (need === undefined) throw new Error(`nobody asked for ${line.pairingId}`);
          expect(possibleVisits(asked.input, need, line.date)).toContainEqual(
            expect.objectContaining({ start: line.start, end: line.end, kind: line.kind }),
          );
        }
        expect(clashes(lines)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

const writer: PlanNeed = {
  pairingId: 'p12',
  classroomId: 'c12',
  room: 'Room 12',
  focuses: ['fine_motor'],
  minutes: 30,
  missing: 2,
  classDay: { blocks: [block('writing', at(9), at(9, 40)), block('math', at(13), at(14))], activities: [] },
  mandates: [
    { id: 'k', sessions: 2 },
    { id: 'otter', sessions: 2 },
  ],
};

describe('a week', () => {
  const source = caseloadOf(asking([writer]));
  const visits = quickWeek(source.caseload).visits;

  test('puts those who fit together into one visit', () => {
    expect(visits.map(({ services }) => services)).toEqual([
      ['k', 'otter'],
      ['k', 'otter'],
    ]);
  });

  test('has no second visit in a class on a day that has one already', () => {
    const standing = [{ pairingId: 'p12', schoolId: 'maple', date: monday, start: at(9) }];
    const lines = linesOf([writer], caseloadOf(asking([writer], { standing })));
    expect(lines.map(({ date }) => date)).not.toContain(monday);
  });

  test('keeps what is wished to be kept, and leaves an activity that is not wanted', () => {
    const [first] = visits;
    if (first === undefined) throw new Error('nothing planned');
    const wish = { class: first.class, day: first.day, start: first.start, activity: 'writing' as const };
    const kept = withWishes(source, [{ ...wish, do: 'keep' }], visits);
    const week = withFixed(kept, quickWeek(kept.caseload));
    expect(week.visits).toContainEqual(expect.objectContaining({ day: first.day, start: first.start }));
    expect(week.visits).toHaveLength(2);
    expect(linesOf([writer], kept, week.visits).map(({ kind }) => kind)).toEqual(['writing', 'writing']);
    const never = withWishes(source, [{ ...wish, do: 'never' }], visits);
    expect(linesOf([writer], never).every(({ kind }) => kind !== 'writing')).toBe(true);
    const moved = withWishes(source, [{ ...wish, do: 'move' }], visits);
    expect(quickWeek(moved.caseload).visits).not.toContainEqual(
      expect.objectContaining({ day: first.day, start: first.start }),
    );
  });
});
