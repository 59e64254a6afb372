import { at } from '../core/plan/at.ts';
import { type Board, DAYS } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { fitted } from './fitted.ts';
import { groupsOf } from './groups.ts';
import { TOGETHER } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import { createSchools, type Schools } from './schools.ts';
import type { Table } from './table.ts';
import type { PriceAnswer } from './tasks.ts';
import type { Thread } from './thread.ts';

/** Each group where the prices send it, one after the other, leaving the others what is worth more to them. */
export const placeAll = async (
  { board, incumbent, threads, isOver, limits }: Table,
  prices: Prices,
  wishes: ReadonlyMap<number, PriceAnswer['schools']>,
): Promise<Schools> => {
  const schools = createSchools([...wishes.values()].flat());
  const waiting = groupsOf(board, TOGETHER);
  /** Those the threads are at are yet to come, too. */
  const unplaced = new Set(waiting);
  let placed: readonly Visit[] = [];
  const place = async (thread: Thread, group: number[]): Promise<void> => {
    const others = [...unplaced].filter((one) => one !== group).flat();
    const answer = await thread.ask({
      kind: 'improve',
      therapists: group,
      schools: schools.of(group),
      openHalves: [],
      isNew: true,
      prices: pricesFor(board, prices, others),
      visits: pack(placed),
      limits,
    });
    unplaced.delete(group);
    if (answer === undefined) return;
    schools.settle(answer.schools);
    if (answer.visits !== undefined) placed = fitted(board, placed, unpack(board, answer.visits));
  };
  await Promise.all(
    threads.map(async (thread) => {
      for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift())
        await place(thread, next);
    }),
  );
  incumbent.offer(placed);
  return schools;
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
