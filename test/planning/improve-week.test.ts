import { expect, test } from '@jest/globals';
import { makeCaseload } from '../../bench/caseloads.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { type PlannedWeek, quickWeek } from '../../src/core/week-plan/planned-week.ts';
import { improveWeek } from '../../src/planning/improve-week.ts';

test('a week thought about longer is valid, never worse than the quick one, and told as it gets better', async () => {
  const caseload = makeCaseload({ therapists: 1, schools: 2, classesPerSchool: 2 }, 21);
  const told: PlannedWeek[] = [];
  const week = await improveWeek(
    caseload,
    { onBetter: (read) => void told.push(read()), signal: new AbortController().signal },
    { work: { moves: 50, solves: 200 } },
  );
  expect(checkPlan(caseload, week.visits)).toMatchObject({
    broken: [],
    objective: expect.closeTo(week.objective, 6),
  });
  expect(week.objective).toBeGreaterThanOrEqual(quickWeek(caseload).objective - 1e-6);
  const worths = told.map(({ objective }) => objective);
  expect(worths).toEqual(worths.toSorted((a, b) => a - b));
  expect(week.bound).not.toBeNull();
});
