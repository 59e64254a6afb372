import { at } from '../core/plan/at.ts';
import { type Board, week } from '../core/plan/board.ts';
import { createDice, shuffled } from '../core/plan/dice.ts';
import { createDraft, type Draft } from '../core/plan/draft.ts';
import { readSolution, writeSolution } from '../core/plan/model/read-solution.ts';
import { type WeekModel, weekModel } from '../core/plan/model/week-model.ts';
import type { OpenProgram, ProgramAnswer } from './open-program.ts';
import { pack } from './packed.ts';
import { parted } from './parted.ts';
import { pricesIn } from './prices-in.ts';
import { keepSchools, openSchools, schoolsIn, schoolsOf, settledModel } from './school-bounds.ts';
import { settle } from './settle.ts';
import type { Solver } from './solver.ts';
import type { PackedVisit, SchoolsAnswer, SchoolsTask } from './tasks.ts';
import { wholeVisits } from './whole-visits.ts';

/** Points that better schools have to bring. */
const LITTLE = 0.04;
/** Programs for one look. */
const NODES = 200;
/** Programs for all looks; one of everybody counts as many of one therapist. */
const ALL_NODES = 600;
const NODES_FOR_ALL = 5;
/** Looks at a few days of a few therapists, once no one therapist has a better choice. */
const FEW = 6;
/** Points for which a column is still looked at in whole visits: of many, more takes too long. */
const SLACK = 0.3;

/** The week in parts that is being made better, and what one look after the other costs. */
interface Looking {
  readonly draft: Draft;
  readonly solver: Solver;
  readonly model: WeekModel;
  /** Of everybody; schools are settled in it. */
  readonly program: OpenProgram;
  now: ProgramAnswer;
  nodes: number;
}

/**
 * Better schools for many therapists at once. What one of them could gain is asked at the prices everybody’s schools
 * make, which takes milliseconds and is never too little; only what is promising is tried in the program of all.
 */
export const betterSchools = (
  board: Board,
  solver: Solver,
  { therapists, visits, seed, isNew, limits }: SchoolsTask,
  onBetter: (visits: readonly PackedVisit[]) => void,
): SchoolsAnswer => {
  const { own, others } = parted(board, visits, therapists);
  const draft = createDraft(board, others);
  const model = weekModel(draft, { therapists });
  const program = solver.open(model.model);
  try {
    const first = settledAs(program, model, schoolsOf(own));
    if (first === undefined) return { visits: undefined };
    const looking = { draft, solver, model, program, now: first, nodes: 0 };
    lookAround(looking, therapists, seed);
    const { now } = looking;
    const isBetter = now.objective > first.objective + LITTLE;
    if (!isBetter && !isNew) return { visits: undefined };
    const tell = (values: Float64Array) => {
      const found = readSolution(draft, model, values);
      if (found !== undefined) onBetter(pack(found));
    };
    const settled = settledModel(model, now.values);
    const start = isBetter ? undefined : writeSolution(model, own);
    const { values } = wholeVisits(solver, settled, now, SLACK, limits, start, tell);
    const found = values && readSolution(draft, model, values);
    return { visits: found && pack(found) };
  } finally {
    program.close();
  }
};

/** A half-day with no visit has no school yet. */
const settledAs = (
  program: OpenProgram,
  model: WeekModel,
  schools: ReturnType<typeof schoolsOf>,
): ProgramAnswer | undefined => {
  const columns = keepSchools(program, model, schools);
  return settle(program, { columns, above: -Infinity, tolerance: LITTLE, nodes: NODES }).best;
};

const lookAround = (looking: Looking, therapists: readonly number[], seed: number): void => {
  const { board } = looking.draft;
  const dice = createDice(seed);
  const movers = therapists.filter((therapist) => at(board.schoolsOf, therapist).length > 1);
  let waiting = shuffled(dice, movers);
  while (waiting.length > 0 && looking.nodes < ALL_NODES) {
    const [next = 0, ...rest] = waiting;
    // What one has gained may be another’s chance.
    waiting = look(looking, [next], week)
      ? shuffled(
          dice,
          movers.filter((one) => one !== next),
        )
      : rest;
  }
  for (let few = 0; few < FEW && movers.length > 1 && looking.nodes < ALL_NODES; few += 1) {
    const many = dice() < 0.5 ? 2 : 3;
    look(looking, shuffled(dice, movers).slice(0, many), shuffled(dice, week).slice(0, 5 - many));
  }
};

/** Whether these therapists do better with other schools on these days. */
const look = (looking: Looking, movers: readonly number[], days: readonly number[]): boolean => {
  const { draft, solver, model, program } = looking;
  const alone = weekModel(draft, { therapists: movers, prices: pricesIn(model, looking.now) });
  const guess = solver.open(alone.model);
  const schools = schoolsIn(model, looking.now.values);
  const before = looking.now.objective;
  try {
    keepSchools(guess, alone, schools);
    const above = guess.solve()?.objective;
    if (above === undefined) return false;
    settle(
      {
        ...guess,
        solve: () => {
          looking.nodes += 1;
          return guess.solve();
        },
      },
      {
        columns: openSchools(guess, alone, movers, days),
        above,
        tolerance: LITTLE,
        nodes: NODES,
        worthOf: ({ values }) => {
          looking.nodes += NODES_FOR_ALL;
          keepSchools(program, model, [...schools, ...schoolsIn(alone, values)]);
          const all = program.solve();
          if (all !== undefined && all.objective > looking.now.objective + LITTLE) looking.now = all;
          const worth = all === undefined ? -Infinity : above + all.objective - before;
          return { worth, bound: worth };
        },
      },
    );
  } finally {
    guess.close();
  }
  return looking.now.objective > before + LITTLE;
};
