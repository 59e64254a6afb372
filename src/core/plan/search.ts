import { at } from './at.ts';
import { bestPair } from './best-pair.ts';
import { type Board, busyTherapists } from './board.ts';
import type { Liking } from './day-options.ts';
import { below, createDice, type Dice } from './dice.ts';
import { add, createDraft, type Draft, type Visit, visitsOf } from './draft.ts';
import { changeSchool, lacks, moveClasses, moveDays, pushThrough } from './moves.ts';
import { objectiveOf } from './objective.ts';
import { replan } from './replan.ts';
import { createTimePrices } from './time-prices.ts';

/** A valid week and what it is worth. */
export interface FoundWeek {
  readonly visits: readonly Visit[];
  readonly objective: number;
}

/** Rounds of prices before the moves begin. */
const ROUNDS = 60;
/** How many moves each therapist gets until only gains are taken. */
const COOLING = 1000;
const FIRST_HEAT = 0.5;
const LAST_HEAT = 0.05;

/**
 * Looks for better and better weeks for as long as it is asked: class by class first, then by moves of which some
 * that lose are taken too, ever fewer (simulated annealing). Yields after each small step, with a week if it is
 * the best so far. Nothing in it knows of time; whoever asks decides when to stop.
 */
export function* searchWeek(board: Board, seed: number): Generator<FoundWeek | undefined, void> {
  const dice = createDice(seed);
  const busy = busyTherapists(board);
  const prices = createTimePrices(board);
  let best: FoundWeek = { visits: [], objective: -Infinity };
  // Time has a price, but not where to spend a half-day: with several schools the moves are quicker.
  const rounds = board.schoolsOf.every((schools) => schools.length < 2) ? ROUNDS : 0;
  let order = board.pairs.map((_, pair) => pair);
  for (let round = 0; round <= rounds; round += 1) {
    const draft = createDraft(board);
    for (const pair of order) {
      for (const visit of bestPair(draft, pair, prices.liking)) add(draft, visit);
      yield undefined;
    }
    const objective = objectiveOf(draft);
    const isBest = objective > best.objective + 1e-9;
    if (isBest) best = { visits: visitsOf(draft), objective };
    yield isBest ? best : undefined;
    // Who came off badly is first in the next round.
    const isBad = (pair: number) => lacks(draft, pair);
    order = [...order.filter(isBad), ...order.filter((pair) => !isBad(pair))];
    if (round < rounds) yield* prices.bids();
  }
  if (busy.length === 0) return;
  const draft = createDraft(board, best.visits);
  let objective = best.objective;
  for (let step = 0; ; step += 1) {
    const heat = FIRST_HEAT * Math.max(LAST_HEAT, 1 - step / (COOLING * busy.length));
    const therapist = at(busy, below(dice, busy.length));
    const { gain, undo } = replan(draft, anyMove(draft, therapist, dice, someLiking(dice, step)));
    if (gain < heat * Math.log(dice())) undo();
    else objective += gain;
    const isBest = objective > best.objective + 1e-9;
    if (isBest) best = { visits: visitsOf(draft), objective };
    yield isBest ? best : undefined;
  }
}

const anyMove = (draft: Draft, therapist: number, dice: Dice, liking: Liking) => {
  const kind = dice();
  if (at(draft.board.schoolsOf, therapist).length > 1 && kind < 0.3)
    return changeSchool(draft, therapist, dice, liking);
  if (kind < 0.5) return moveDays(draft, therapist, dice, liking);
  return (kind < 0.8 ? pushThrough : moveClasses)(draft, therapist, dice, liking);
};

const indifferent: Liking = () => 0;

/** A taste that lasts for one move, so that the same question gets another answer next time. */
const someLiking = (dice: Dice, step: number): Liking => {
  if (dice() < 0.3) return indifferent;
  const strength = 2 * dice();
  return ({ index }) =>
    strength * (((Math.imul(index + 1, 2654435761 + step) >>> 8) & 0xffff) / 0x10000 - 0.5);
};
