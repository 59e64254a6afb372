import { fitted } from './fitted.ts';
import { createChoice, type Neighborhood } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Schools } from './schools.ts';
import type { Table } from './table.ts';
import type { SettledHalf } from './tasks.ts';
import type { Thread } from './thread.ts';

/** Parts of the week solved anew, for as long as somebody asks. */
export const createImproving = ({ board, incumbent, dice, until, limits }: Table, schools: Schools) => {
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  const choice = createChoice(board, dice);
  /** What two threads did at once may not go together: that is a question of its own. */
  const waiting: Neighborhood[] = [];

  const solve = async (thread: Thread, part: Neighborhood): Promise<number | undefined> => {
    const before = schools.of(part.therapists);
    const { visits } = incumbent;
    const answer = await thread.ask({
      kind: 'improve',
      ...part,
      schools: before,
      isNew: part.openHalves.length === 0,
      visits: pack(visits),
      limits,
    });
    if (answer === undefined) return undefined;
    if (answer.visits !== undefined) {
      const others = incumbent.visits.filter(
        ({ candidate }) => !part.therapists.includes(candidate.therapist),
      );
      const isBetter = incumbent.offer(fitted(board, others, unpack(board, answer.visits)));
      // Meanwhile others may have taken the time.
      const isDisturbed = !isBetter && incumbent.visits !== visits && others.length > 0;
      if (isDisturbed && part.openHalves.length > 0) waiting.push({ ...part, openHalves: [] });
    }
    if (answer.gain > 0) agree(part, before, answer.schools);
    return answer.gain;
  };

  const agree = (
    { therapists }: Neighborhood,
    before: readonly SettledHalf[],
    found: readonly SettledHalf[],
  ): void => {
    if (schools.differences(before).length === 0) schools.settle(found);
    else
      waiting.push({
        therapists,
        openHalves: schools.differences(found).map(([therapist, half]) => [therapist, half] as const),
      });
  };

  return {
    /** Takes one part; false if the thread is gone. */
    improve: async (thread: Thread): Promise<boolean> => {
      const next = waiting.shift();
      const { part, learn } = next === undefined ? choice.next() : { part: next, learn: undefined };
      const began = clock();
      const gain = await solve(thread, part);
      if (gain === undefined) return false;
      learn?.(gain, 'work' in until ? 1 : clock() - began);
      return true;
    },
  };
};
