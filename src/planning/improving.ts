import { at } from '../core/plan/at.ts';
import { week } from '../core/plan/board.ts';
import { below } from '../core/plan/dice.ts';
import { createDraft } from '../core/plan/draft.ts';
import { objectiveOf } from '../core/plan/objective.ts';
import type { FoundWeek } from '../core/plan/search.ts';
import { fitted } from './fitted.ts';
import { groupsOf } from './groups.ts';
import { circle, createChoice, type Neighborhood, TOGETHER } from './neighborhoods.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './plan-caseload.ts';
import type { ImproveTask } from './tasks.ts';
import type { Thread } from './thread.ts';

const SECONDS = 8;
/** So many parts in a row in vain, and it is time to try something else. */
const PATIENCE = 16;

/** Half-days and schools, where prices would have a therapist. */
export type Wishes = ReadonlyMap<number, readonly (readonly [number, number])[]>;

/**
 * Parts of the week solved anew for as long as that helps; then a therapist goes to the schools he wishes for,
 * whatever it costs, and it begins again from there, and from the best week if that led nowhere.
 */
export const createImproving = ({ board, incumbent, dice, until, limits }: Table, wishes: Wishes) => {
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  const choice = createChoice(board, dice);
  /** First those together who were placed one by one. */
  const groups = groupsOf(board, TOGETHER);
  const best = (): FoundWeek => ({ visits: incumbent.visits, objective: incumbent.objective });
  let current = best();
  let inVain = 0;

  const solve = async (
    thread: Thread,
    part: Neighborhood,
    more: Partial<ImproveTask>,
  ): Promise<{ readonly found: FoundWeek; readonly isOptimal: boolean } | undefined> => {
    const answer = await thread.ask({
      kind: 'improve',
      ...part,
      visits: pack(current.visits),
      limits: limits(SECONDS),
      ...more,
    });
    if (answer === undefined) return undefined;
    const rest = current.visits.filter(
      ({ candidate }) =>
        !(part.therapists.includes(candidate.therapist) && part.days.includes(candidate.day)),
    );
    const visits =
      answer.visits === undefined ? current.visits : fitted(board, rest, unpack(board, answer.visits));
    const found = { visits, objective: objectiveOf(createDraft(board, visits)) };
    incumbent.offer(visits);
    return { found, isOptimal: answer.isOptimal };
  };

  const elsewhere = async (thread: Thread): Promise<boolean> => {
    inVain = 0;
    if (current.objective < incumbent.objective) {
      current = best();
      return true;
    }
    const wishful = [...wishes.keys()].filter((therapist) => at(board.schoolsOf, therapist).length > 1);
    if (wishful.length === 0) return true;
    const therapist = at(wishful, below(dice, wishful.length));
    const schools = (wishes.get(therapist) ?? []).map(([half, school]) => [therapist, half, school] as const);
    const part = { therapists: circle(board, dice, therapist), days: week, openHalves: [] };
    const solved = await solve(thread, part, { schools });
    if (solved !== undefined) current = solved.found;
    return solved !== undefined;
  };

  return {
    /** Takes one part; false if the thread is gone. */
    improve: async (thread: Thread): Promise<boolean> => {
      const group = groups.shift();
      if (group === undefined && inVain >= PATIENCE) return elsewhere(thread);
      const { part, learn } =
        group === undefined
          ? choice.next()
          : { part: { therapists: group, days: week, openHalves: [] }, learn: undefined };
      const began = clock();
      const solved = await solve(thread, part, {});
      if (solved === undefined) return false;
      const { found, isOptimal } = solved;
      const gain = found.objective - current.objective;
      if (gain > 1e-6) current = found;
      inVain = gain > 1e-6 ? 0 : inVain + 1;
      learn?.(gain, 'work' in until ? 1 : clock() - began, isOptimal);
      return true;
    },
  };
};
