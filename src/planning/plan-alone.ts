import { at } from '../core/plan/at.ts';
import { busyTherapists, week } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { objectiveOf } from '../core/plan/objective.ts';
import { allHalves } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './plan-caseload.ts';
import type { ImproveTask } from './tasks.ts';
import type { Thread } from './thread.ts';

const noPrices = { slots: new Map(), crowd: new Map() };

/** One therapist: the whole week at once; with several schools also first the schools, then the visits. */
export const planAlone = async (table: Table): Promise<void> => {
  const { board, incumbent, threads, until } = table;
  const [therapist = -1] = busyTherapists(board);
  const nothingServed = objectiveOf(createDraft(board));
  const limits = 'work' in until ? { nodes: until.work.solves } : {};
  const improve = async (thread: Thread, more: Partial<ImproveTask>): Promise<void> => {
    const isWhole = more.schools === undefined;
    const answer = await thread.ask({
      kind: 'improve',
      therapists: [therapist],
      days: week,
      openHalves: isWhole ? allHalves([therapist], week) : [],
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
      visits: [],
      limits: { ...limits, isForBound: true },
    });
    if (priced === undefined) return;
    incumbent.proveBound(nothingServed + priced.bound);
    const schools = priced.schools.map(([half, school]) => [therapist, half, school] as const);
    if (schools.length > 0) await improve(thread, { schools });
  };
  const [first, second] = threads;
  if (first === undefined || ('work' in until && until.work.solves === 0)) return;
  const isItinerant = at(board.schoolsOf, therapist).length > 1;
  if (second === undefined) {
    if (isItinerant) await schoolsFirst(first);
    if (!table.isOver()) await improve(first, {});
  } else await Promise.all([isItinerant ? schoolsFirst(second) : undefined, improve(first, {})]);
};
