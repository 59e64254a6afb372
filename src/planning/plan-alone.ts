import { at } from '../core/plan/at.ts';
import { DAYS } from '../core/plan/board.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './plan-caseload.ts';
import type { ImproveTask } from './tasks.ts';
import type { Thread } from './thread.ts';

const days = Array.from({ length: DAYS }, (_, day) => day);
const noPrices = { slots: new Map(), crowd: new Map() };

/** One therapist: the whole week at once; with several schools also first the schools, then the visits. */
export const planAlone = async (table: Table): Promise<void> => {
  const { board, incumbent, threads, until } = table;
  const therapist = board.pairsOf.findIndex((pairs) => pairs.length > 0);
  const nothingServed = board.mandates.reduce(
    (sum, { sessions }) => sum - board.caseload.weights.unmetSession * sessions,
    0,
  );
  const limits = 'work' in until ? { nodes: until.work.solves } : {};
  const improve = async (thread: Thread, more: Partial<ImproveTask>): Promise<void> => {
    const isWhole = more.schools === undefined;
    const answer = await thread.ask({
      kind: 'improve',
      therapists: [therapist],
      days,
      openHalves: isWhole
        ? days.flatMap((day) => [0, 1].map((half) => [therapist, 2 * day + half] as const))
        : [],
      visits: pack(incumbent.visits),
      limits: { ...limits, grain: incumbent.grain },
      ...more,
    });
    if (answer?.visits !== undefined) incumbent.offer(unpack(board, answer.visits));
    if (answer !== undefined && isWhole) incumbent.proveBound(nothingServed + answer.bound);
  };
  const schoolsFirst = async (thread: Thread): Promise<void> => {
    const priced = await thread.ask({
      kind: 'price',
      therapist,
      prices: noPrices,
      limits: { ...limits, isForBound: true },
    });
    if (priced === undefined) return;
    const swapless = board.caseload.weights.classDayOver === 0 || Number.isFinite(priced.bound);
    if (swapless) incumbent.proveBound(nothingServed + priced.bound);
    const schools = priced.schools.map(([half, school]) => [therapist, half, school] as const);
    if (schools.length > 0) await improve(thread, { schools });
  };
  const [first, second] = threads;
  if (first === undefined) return;
  const isItinerant = at(board.schoolsOf, therapist).length > 1;
  if (second === undefined) {
    if (isItinerant) await schoolsFirst(first);
    if (!table.isOver()) await improve(first, {});
  } else await Promise.all([isItinerant ? schoolsFirst(second) : undefined, improve(first, {})]);
};
