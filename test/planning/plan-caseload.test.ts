import { describe, expect, test } from '@jest/globals';
import { makeCaseload } from '../../bench/caseloads.ts';
import type { Caseload } from '../../src/core/plan/caseload.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { writeUnplaced, writeVisits } from '../../src/core/plan/write-plan.ts';
import { planCaseload } from '../../src/planning/plan-caseload.ts';
import type { Until } from '../../src/planning/table.ts';

const pair = { therapists: 2, schools: 2, classesPerSchool: 2 };
const oneSchool = { therapists: 1, schools: 1, classesPerSchool: 6 };
const single = { therapists: 1, schools: 2, classesPerSchool: 3 };
const little: Until = { work: { moves: 100, solves: 2 } };
const long = { secondsLeft: () => 60 };

const planned = async (caseload: Caseload, until: Until) => {
  const { board, visits, bound, isProven } = await planCaseload({ caseload, until });
  const written = writeVisits(board, visits);
  return {
    written,
    bound,
    isProven,
    unplaced: writeUnplaced(board, visits),
    ...checkPlan(caseload, written),
  };
};

describe('planning a caseload', () => {
  test('proves the best week of a therapist with one school', async () => {
    const { broken, bound, objective, isProven } = await planned(makeCaseload(oneSchool, 11), long);
    expect(broken).toEqual([]);
    expect(isProven).toBe(true);
    expect(bound).toBeCloseTo(objective, 6);
  });

  test('with a limit of work gives the same week for the same caseload, two therapists or one', async () => {
    for (const caseload of [makeCaseload(pair, 12), makeCaseload(single, 13)]) {
      const first = await planned(caseload, little);
      expect(first.broken).toEqual([]);
      expect(first.bound).toBeGreaterThan(first.objective - 1e-6);
      expect(await planned(caseload, little)).toEqual(first);
    }
  });

  test('goes on after the search has made way for the solver, which proves a bound', async () => {
    let bound = Number.POSITIVE_INFINITY;
    const planned = await planCaseload({
      caseload: makeCaseload(pair, 12),
      until: { secondsLeft: () => (Number.isFinite(bound) ? 0 : 60) },
      onProgress: (progress) => {
        bound = progress.bound;
      },
    });
    expect(planned.bound).toBeGreaterThan(planned.objective - 1e-6);
    expect(Number.isFinite(planned.bound)).toBe(true);
  });

  test('ends at once when it is stopped, with what it has', async () => {
    const stop = new AbortController();
    const caseload = makeCaseload(pair, 14);
    const { board, visits } = await planCaseload({
      caseload,
      until: long,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(checkPlan(caseload, writeVisits(board, visits)).broken).toEqual([]);
    expect(visits.length).toBeGreaterThan(0);
  });

  test('leaves nearly all other visits where they were when a block closes on Wednesday', async () => {
    const caseload = makeCaseload(oneSchool, 15);
    const before = (await planned({ ...caseload, lastWeek: [] }, long)).written;
    const hit = before.find(({ day }) => day === 'Wed');
    const closed: Caseload = {
      ...caseload,
      lastWeek: before.map(({ therapist, class: room, day, start }) => ({
        therapist,
        class: room,
        day,
        start,
      })),
      classes: caseload.classes.map((one) =>
        one.id !== hit?.class
          ? one
          : {
              ...one,
              week: {
                ...one.week,
                Wed: (one.week.Wed ?? []).map((block) =>
                  block.start <= hit.start && hit.start < block.end ? { ...block, open: false } : block,
                ),
              },
            },
      ),
    };
    const { written, broken } = await planned(closed, long);
    expect(broken).toEqual([]);
    const key = ({ therapist, class: room, day, start }: (typeof before)[number]) =>
      [therapist, room, day, start].join();
    const after = new Set(written.map(key));
    const others = before.filter((visit) => !(visit.class === hit?.class && visit.day === 'Wed'));
    expect(others.filter((visit) => after.has(key(visit))).length / others.length).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  test('places all 18 sessions of a published caseload: 12 students, two windows of 340 minutes', async () => {
    const { unplaced, broken } = await planned(publishedCaseload, { work: { moves: 1000, solves: 0 } });
    expect(broken).toEqual([]);
    expect(unplaced).toEqual([]);
  });
});

/** After the shape of the caseload in github.com/mattmcdermott/caseload-scheduling: 18 sessions, no two together. */
const publishedCaseload: Caseload = {
  name: 'twelve students on two days',
  slotMinutes: 10,
  visitMinutes: 30,
  groupCap: 1,
  classVisitsPerDay: 18,
  midday: { start: '12:00', end: '12:00' },
  weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
  fit: { speech: { lessons: 2 } },
  therapists: [{ id: 'therapist', discipline: 'SLP', schools: ['school'], busy: [] }],
  classes: Array.from({ length: 12 }, (_, nth) => ({
    id: `student ${nth + 1}`,
    school: 'school',
    week: Object.fromEntries(
      (['Tue', 'Thu'] as const).map((day) => [
        day,
        [{ start: '08:30', end: '14:10', activity: 'lessons', open: true }],
      ]),
    ),
  })),
  services: Array.from({ length: 12 }, (_, nth) => ({
    id: `mandate ${nth + 1}`,
    therapist: 'therapist',
    class: `student ${nth + 1}`,
    focus: 'speech',
    sessionsPerWeek: nth < 6 ? 2 : 1,
  })),
  lastWeek: [],
};
