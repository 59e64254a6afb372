import { describe, expect, test } from '@jest/globals';
import { caseloadOf, type PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { whyUnplaced } from '../../../src/core/week-plan/no-place.ts';
import {
  besideFit,
  mayMiss,
  outsideFit,
  outsideVisits,
  ownDays,
} from '../../../src/core/week-plan/outside.ts';
import { planLines } from '../../../src/core/week-plan/plan-lines.ts';
import { quickWeek } from '../../../src/core/week-plan/planned-week.ts';
import { at, block, monday, said, tuesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { weekAsked } from './week-asked.ts';

const need = (changes: Partial<PlanNeed>): PlanNeed =>
  room12({
    focuses: ['fine_motor'],
    missing: 2,
    classDay: {
      blocks: [
        block('reading', at(9), at(9, 40)),
        block('math', at(10), at(10, 40)),
        block('recess', at(11), at(11, 40)),
        block('science', at(13), at(13, 40)),
        block('test', at(14), at(14, 40)),
      ],
      activities: [],
    },
    mandates: [{ id: 'k', sessions: 2, minutes: 30, setting: 'pull_out' }],
    ...changes,
  });

const linesOf = (one: PlanNeed) => {
  const source = caseloadOf(weekAsked([one]));
  const planned = quickWeek(source.caseload);
  return { planned, lines: planLines(source, planned.visits, () => one.focuses), source };
};

describe('time outside the class', () => {
  test('is planned where nothing in the class would fit, never in recess or a test', () => {
    const { lines } = linesOf(need({}));
    expect(lines.map(({ setting }) => setting)).toEqual(['pull_out', 'pull_out']);
    for (const { kind } of lines) expect(['reading', 'math', 'science']).toContain(kind);
  });

  test('is not taken twice from one subject in a week', () => {
    const { lines } = linesOf(need({ mandates: [{ id: 'k', sessions: 3, setting: 'pull_out' }] }));
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(lines.map(({ date }) => date)).size).toBe(3);
  });

  test('spares what was missed most already', () => {
    const missed = new Map([
      ['math', 120],
      ['science', 60],
    ] as const);
    const one = [{ id: 'k', sessions: 1, setting: 'pull_out' as const }];
    expect(linesOf(need({ missed, mandates: one })).lines.map(({ kind }) => kind)).toEqual(['reading']);
  });
});

test('who may be in the class or outside is in the class where it fits, and outside where it does not', () => {
  const mandates = [{ id: 'k', sessions: 2, setting: 'either' as const }];
  const writing = block('writing', at(13, 45), at(14, 25), [1]);
  const { blocks } = need({}).classDay;
  const classDay = { blocks: [...blocks.filter(({ kind }) => kind === 'reading'), writing], activities: [] };
  const { lines } = linesOf(need({ mandates, classDay }));
  expect(lines.map(({ setting }) => setting)).toEqual(['either', 'either']);
  expect(lines.map(({ fit }) => fit > 0)).toEqual([true, false]);
});

describe('a talk', () => {
  const mandates = [{ id: 'k', sessions: 1, minutes: 20, setting: 'consult' as const }];

  test('is planned while the teacher has no students', () => {
    const teacherFree = [{ date: tuesday, start: at(12), end: at(12, 30) }];
    const { lines } = linesOf(need({ mandates, teacherFree }));
    expect(lines).toEqual([
      expect.objectContaining({ date: tuesday, setting: 'consult', start: at(12), end: at(12, 20) }),
    ]);
  });

  test('without such a time says so', () => {
    const { lines, source, planned } = linesOf(need({ mandates }));
    expect(lines).toEqual([]);
    expect(planned.unplaced.map((one) => whyUnplaced(source, planned, one))).toEqual([
      expect.stringContaining('has no stretch that long without students'),
    ]);
  });
});

describe('a subject a child misses', () => {
  const missed = new Map([
    ['math', 120],
    ['science', 60],
    ['music', 30],
  ] as const);

  test('is worth less the more it was missed already, in quarters, and the second time a quarter of that', () => {
    expect(outsideFit(missed, ['reading', 'math', 'science', 'music'])).toEqual({
      reading: 3,
      reading_again: 0.75,
      math: 1,
      math_again: 0.25,
      science: 2,
      science_again: 0.5,
      music: 2.5,
      music_again: 0.625,
    });
  });

  test('is compared only with what is missed now', () => {
    expect(outsideFit(missed, ['science'])).toEqual({ science: 1, science_again: 0.25 });
    expect(outsideFit(new Map(), ['math', 'art'])).toMatchObject({ math: 3, art: 3 });
    expect(outsideFit(missed, [])).toEqual({});
  });

  test('is worth less than the poorest fit for whoever may be in the class', () => {
    expect(besideFit(missed, ['reading', 'math'])).toEqual({ out_of_reading: 0.375, out_of_math: 0.125 });
  });

  test.each([
    ['math', true],
    ['music', true],
    ['arrival', false],
    ['recess', false],
    ['lunch', false],
    ['snack', false],
    ['dismissal', false],
    ['party', false],
    ['test', false],
    ['assembly', false],
  ] as const)('may be missed: %s, %s', (kind, may) => {
    expect(mayMiss(kind)).toBe(may);
  });

  test('is nothing to miss where nothing is worked on, or the teacher said no', () => {
    const blocks = [block('reading', at(9), at(9, 30))];
    const no = { ...said('math', monday, at(10), at(10, 30)), welcome: 'no' as const };
    const one = need({ classDay: { blocks, activities: [no] } });
    expect(outsideVisits(one, monday)).toMatchObject([
      { start: at(9), kind: 'reading', focus: 'fine_motor', fit: 1, noTest: true },
    ]);
    expect(outsideVisits({ ...one, focuses: [] }, monday)).toEqual([]);
  });
});

describe('each subject has a day of its own', () => {
  const days = (...kinds: readonly (readonly ('reading' | 'math' | 'art')[])[]) =>
    Object.fromEntries(ownDays(kinds));

  test('those with the fewest days first, so that all get one', () => {
    expect(days(['reading', 'art'], ['reading', 'math'], ['reading'])).toEqual({
      art: 0,
      math: 1,
      reading: 2,
    });
    expect(days(['reading', 'math'], ['reading'])).toEqual({ math: 0, reading: 1 });
  });

  test('two share a day where there are not enough', () => {
    expect(days(['reading', 'math', 'math'])).toEqual({ reading: 0, math: 0 });
    expect(days(['art'], ['art', 'reading', 'math'])).toEqual({ art: 0, reading: 1, math: 1 });
    expect(days([], [])).toEqual({});
  });
});
