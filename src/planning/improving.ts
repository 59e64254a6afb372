import { fitted } from './fitted.ts';
import { createChoice, type Neighborhood } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Schools } from './schools.ts';
import type { Table } from './table.ts';
import type { SettledHalf } from './tasks.ts';
import type { Thread } from './thread.ts';

const SECONDS = 8;

/** Parts of the week solved anew, for as long as somebody asks. */
export const createImproving = ({ board, incumbent, dice, until, limits }: Table, schools: Schools) => {
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  const choice = createChoice(board, dice);
  /** Where two threads found better schools at once: which of them go together is a question of its own. */
  const quarrels: Neighborhood[] = [];

  const solve = async (thread: Thread, part: Neighborhood): Promise<number | undefined> => {
    const before = schools.of(part.therapists);
    const answer = await thread.ask({
      kind: 'improve',
      ...part,
      schools: before,
      isNew: part.openHalves.length === 0,
      visits: pack(incumbent.visits),
      limits: limits(SECONDS),
    });
    if (answer === undefined) return undefined;
    if (answer.visits !== undefined)
      incumbent.offer(
        fitted(
          board,
          incumbent.visits.filter(({ candidate }) => !part.therapists.includes(candidate.therapist)),
          unpack(board, answer.visits),
        ),
      );
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
      quarrels.push({
        therapists,
        openHalves: schools.differences(found).map(([therapist, half]) => [therapist, half] as const),
      });
  };

  return {
    /** Takes one part; false if the thread is gone. */
    improve: async (thread: Thread): Promise<boolean> => {
      const quarrel = quarrels.shift();
      const { part, learn } = quarrel === undefined ? choice.next() : { part: quarrel, learn: undefined };
      const began = clock();
      const gain = await solve(thread, part);
      if (gain === undefined) return false;
      learn?.(gain, 'work' in until ? 1 : clock() - began);
      return true;
    },
  };
};
