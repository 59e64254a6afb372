import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists, DAYS, week } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { fitted } from './fitted.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './plan-caseload.ts';
import type { Thread } from './thread.ts';

const SECONDS = 20;

/** One therapist after the other, the hardest first, each leaving the others what is worth more to them. */
export const placeAll = async (
  { board, incumbent, threads, isOver, limits }: Table,
  prices: Prices,
): Promise<void> => {
  const waiting = hardestFirst(board);
  /** Those the threads are at are yet to come, too. */
  const unplaced = new Set(waiting);
  let placed: readonly Visit[] = [];
  const place = async (thread: Thread, therapist: number): Promise<void> => {
    const others = [...unplaced].filter((one) => one !== therapist);
    const given = {
      prices: pricesFor(board, prices, others),
      visits: pack(placed),
      limits: limits(SECONDS),
    };
    const schools = (await thread.ask({ kind: 'price', therapist, ...given }))?.schools ?? [];
    const answer = await thread.ask({
      kind: 'improve',
      therapists: [therapist],
      days: week,
      openHalves: [],
      schools: schools.map(([half, school]) => [therapist, half, school] as const),
      ...given,
    });
    if (answer?.visits !== undefined) placed = fitted(board, placed, unpack(board, answer.visits));
    unplaced.delete(therapist);
  };
  await Promise.all(
    threads.map(async (thread) => {
      for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift())
        await place(thread, next);
    }),
  );
  incumbent.offer(placed);
};

/** Whoever has most schools to choose from, and then most sessions, needs most room. */
const hardestFirst = (board: Board): number[] => {
  const sessions = (therapist: number) =>
    at(board.pairsOf, therapist)
      .flatMap((pair) => at(board.pairs, pair).mandates)
      .reduce((sum, mandate) => sum + at(board.mandates, mandate).sessions, 0);
  const schools = (therapist: number) => at(board.schoolsOf, therapist).length;
  return busyTherapists(board).sort((a, b) => schools(b) - schools(a) || sessions(b) - sessions(a));
};

/** Only of the time that these therapists could want. */
const pricesFor = (board: Board, { slots }: Prices, therapists: readonly number[]): Prices => {
  const classes = new Set(
    therapists.flatMap((therapist) =>
      at(board.pairsOf, therapist).map((pair) => at(board.pairs, pair).classroom),
    ),
  );
  return {
    slots: new Map([...slots].filter(([classDay]) => classes.has(Math.floor(classDay / DAYS)))),
    crowd: new Map(),
  };
};
