import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCaseload } from '../../bench/caseloads.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import type { WeekPlan } from '../../src/core/plan/week-plan.ts';
import { runPlan } from '../../src/planning/run-plan.ts';

const caseload = makeCaseload({ therapists: 2, schools: 2, classesPerSchool: 2 }, 12);
let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pushin-plan-'));
  await writeFile(at('caseload.json'), JSON.stringify(caseload));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const plan = async (
  args: readonly string[],
  { elapsed = (): number => 0, stop = new AbortController().signal } = {},
) => {
  const out: string[] = [];
  const err: string[] = [];
  const isPlanned = await runPlan({
    args,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    stop,
    elapsed,
  });
  return { isPlanned, out, err };
};
const expectValid = (written: string) => {
  const { visits, objective, bound, gap } = JSON.parse(written) as WeekPlan;
  const check = checkPlan(caseload, visits);
  expect(check.broken).toEqual([]);
  expect(objective).toBeCloseTo(check.objective, 2);
  if (bound !== null) expect(bound).toBeGreaterThan(objective - 0.001);
  expect(gap === null).toBe(bound === null);
};

test('a plan goes to the screen, or to the file that was asked for; however short the time, there is one', async () => {
  const late = { elapsed: () => 3600 };
  const { isPlanned, out, err } = await plan([at('caseload.json'), '--seconds', '1'], late);
  expect({ isPlanned, err }).toEqual({ isPlanned: true, err: [] });
  expectValid(out.join('\n'));

  const filed = await plan([at('caseload.json'), '--seconds', '1', '--out', at('plan.json')], late);
  expect(filed).toEqual({ isPlanned: true, out: [], err: [] });
  expectValid(await readFile(at('plan.json'), 'utf8'));
});

test('whoever interrupts gets the best plan so far', async () => {
  const stop = new AbortController();
  stop.abort();
  const { isPlanned, out } = await plan([at('caseload.json'), '--seconds', '60'], { stop: stop.signal });
  expect(isPlanned).toBe(true);
  expectValid(out.join('\n'));
});

test('a faulty caseload is answered with one sentence for each fault and no plan', async () => {
  const [room, ...rooms] = caseload.classes;
  const week = { Mon: [{ start: '10:00', end: '09:30', activity: 'math', open: true }] };
  const faulty = { ...caseload, groupCap: 0, classes: [{ ...room, week }, ...rooms] };
  await writeFile(at('faulty.json'), JSON.stringify(faulty));
  expect(await plan([at('faulty.json')])).toEqual({
    isPlanned: false,
    out: [],
    err: ['groupCap has to be at least 1'],
  });
  await writeFile(at('faulty.json'), JSON.stringify({ ...faulty, groupCap: 3 }));
  expect((await plan([at('faulty.json')])).err).toEqual(['classes[0].week.Mon[0].end is before its start']);
  await writeFile(at('faulty.json'), 'a week, please');
  expect((await plan([at('faulty.json')])).err).toEqual(['This file is not JSON.']);
  expect((await plan([at('nowhere.json')])).err).toEqual([
    `There is no file ${at('nowhere.json')} that can be read.`,
  ]);
});

test.each([[[]], [['a.json', 'b.json']], [['a.json', '--seconds', 'soon']], [['a.json', '--quick']]])(
  'what nobody can make sense of, %j, is answered with the usage',
  async (args) => {
    expect((await plan(args)).err).toEqual([
      'Usage: npx pushin plan CASELOAD.json [--seconds N] [--out PLAN.json]',
    ]);
  },
);
