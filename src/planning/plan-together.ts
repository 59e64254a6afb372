import { week } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { createBounding } from './bounding.ts';
import { fitted } from './fitted.ts';
import { groupsOf } from './groups.ts';
import { createChoice } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './plan-caseload.ts';
import type { Thread } from './thread.ts';

/** As many as a linear program of whole weeks takes in a few seconds. */
const RELAXED_TOGETHER = 12;
const PLACED_TOGETHER = 8;
const PRICE_SECONDS = 20;
const SOLVE_SECONDS = 6;
const NODES = 200;

/** Several therapists: prices, then everybody's schools at these prices, then groups with schools settled, then parts anew until the end. */
export const planTogether = async (table: Table): Promise<void> => {
  const { board, incumbent, threads, dice, until, isOver } = table;
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  const limits = (seconds: number) =>
    'work' in until
      ? { nodes: NODES, grain: incumbent.grain }
      : { seconds: Math.max(0.2, Math.min(seconds, until.secondsLeft())), grain: incumbent.grain };
  const everyThread = (work: (thread: Thread) => Promise<void>) => Promise.all(threads.map(work));

  const groups = groupsOf(board, RELAXED_TOGETHER);
  const guesses: Prices[] = [];
  await everyThread(async (thread) => {
    for (let group = groups.shift(); group !== undefined && !isOver(); group = groups.shift()) {
      const answer = await thread.ask({ kind: 'relax', therapists: group, limits: limits(30) });
      if (answer === undefined) return;
      guesses.push(answer.prices);
    }
  });
  table.searchIsOver();
  if (isOver()) return;

  const bounding = createBounding(board, incumbent, highest(guesses));
  const schools: (readonly [number, number, number])[] = [];
  const price = async (thread: Thread, therapist: number): Promise<void> => {
    const answer = await thread.ask({
      kind: 'price',
      therapist,
      prices: bounding.prices,
      limits: { ...limits(PRICE_SECONDS), isForBound: true },
    });
    if (answer === undefined) return;
    for (const [half, school] of answer.schools) schools.push([therapist, half, school]);
    bounding.answer(answer);
  };
  const round = bounding.round;
  await everyThread(async (thread) => {
    while (!isOver() && bounding.round === round) {
      const next = bounding.take();
      if (next === undefined) return;
      await price(thread, next);
    }
  });
  if (isOver()) return;

  // Where a limit came before an answer, the schools of the search.
  const answered = new Set(schools.map(([therapist]) => therapist));
  for (const { candidate } of incumbent.visits)
    if (!answered.has(candidate.therapist))
      schools.push([candidate.therapist, 2 * candidate.day + candidate.half, candidate.school]);
  let placed: readonly Visit[] = [];
  const unplaced = groupsOf(board, PLACED_TOGETHER);
  const settled = [...schools];
  await everyThread(async (thread) => {
    for (let group = unplaced.shift(); group !== undefined && !isOver(); group = unplaced.shift()) {
      const answer = await thread.ask({
        kind: 'improve',
        therapists: group,
        days: week,
        openHalves: [],
        schools: settled,
        visits: pack(placed),
        limits: limits(SOLVE_SECONDS * 2),
      });
      if (answer?.visits === undefined) continue;
      placed = fitted(board, placed, unpack(board, answer.visits));
    }
  });
  incumbent.offer(placed);

  const choice = createChoice(board, dice);
  let solves = 'work' in until ? until.work.solves : Number.POSITIVE_INFINITY;
  await everyThread(async (thread) => {
    for (let turn = 0; !isOver() && solves > 0; turn += 1) {
      const priced = turn % 3 === 2 ? bounding.take() : undefined;
      if (priced !== undefined) await price(thread, priced);
      else {
        solves -= 1;
        await improve(thread);
      }
    }
  });

  async function improve(thread: Thread): Promise<void> {
    const { neighborhood, learn } = choice.next();
    const { therapists, days: open } = neighborhood;
    const version = incumbent.versionOf(therapists);
    const began = clock();
    const answer = await thread.ask({
      kind: 'improve',
      ...neighborhood,
      visits: pack(incumbent.visits),
      limits: limits(SOLVE_SECONDS),
    });
    if (answer === undefined) {
      solves = 0;
      return;
    }
    const before = incumbent.objective;
    if (answer.visits !== undefined && incumbent.versionOf(therapists) === version)
      incumbent.offer(
        incumbent.withPart(
          ({ therapist, day }) => therapists.includes(therapist) && open.includes(day),
          unpack(board, answer.visits),
        ),
      );
    learn(incumbent.objective - before, 'work' in until ? 1 : clock() - began, answer.isOptimal);
  }
};

/** Where two groups priced the same time, the higher guess. */
const highest = (guesses: readonly Prices[]): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  for (const guess of guesses) {
    for (const [classDay, price] of guess.crowd)
      crowd.set(classDay, Math.max(price, crowd.get(classDay) ?? 0));
    for (const [classDay, minutes] of guess.slots) {
      const known = slots.get(classDay) ?? new Map<number, number>();
      for (const [minute, price] of minutes) known.set(minute, Math.max(price, known.get(minute) ?? 0));
      slots.set(classDay, known);
    }
  }
  return { slots, crowd };
};
