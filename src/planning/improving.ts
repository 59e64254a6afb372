import { fitted } from './fitted.ts';
import { groupsOf } from './groups.ts';
import { createChoice, type Neighborhood, TOGETHER } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { PackedVisit } from './tasks.ts';
import type { Thread } from './thread.ts';

/** Programs, and nodes of the solver’s tree, for one part: more is seldom worth it. */
const NODES = 30;

/** Parts of the week solved anew, for as long as somebody asks. */
export const createImproving = ({ board, incumbent, dice, until }: Table) => {
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  const choice = createChoice(board, dice);
  /** Everybody was placed alone; first of all they are planned together. */
  const groups = groupsOf(board, TOGETHER);
  const limits = { grain: incumbent.grain, nodes: NODES };

  const solve = async (thread: Thread, { kind, therapists }: Neighborhood, isNew: boolean) => {
    const take = (visits: readonly PackedVisit[]): void => {
      // Meanwhile others may have taken the time.
      const others = incumbent.visits.filter(({ candidate }) => !therapists.includes(candidate.therapist));
      incumbent.offer(fitted(board, others, unpack(board, visits)));
    };
    const part = { therapists, visits: pack(incumbent.visits), limits };
    const seed = Math.floor(dice() * 2 ** 32);
    const answer = await (kind === 'part'
      ? thread.ask({ kind, ...part }, take)
      : thread.ask({ kind, ...part, seed, isNew }, take));
    if (answer?.visits !== undefined) take(answer.visits);
    return answer !== undefined;
  };

  return {
    /** Whether everybody’s turn to be planned with those near has come. */
    get isThrough() {
      return groups.length === 0;
    },
    /** Takes one part; false if the thread is gone. */
    improve: async (thread: Thread): Promise<boolean> => {
      const therapists = groups.shift();
      if (therapists !== undefined) return solve(thread, { kind: 'schools', therapists }, true);
      const { part, learn } = choice.next();
      const [began, before] = [clock(), incumbent.objective];
      const isThere = await solve(thread, part, false);
      learn(incumbent.objective - before, 'work' in until ? 1 : clock() - began);
      return isThere;
    },
  };
};
