import { hoursOf } from './hours-meant.ts';
import type { Said } from './said.ts';
import { isWithin, type Stretch } from './stretch.ts';

const letsIn = ({ value }: { readonly value: string }): boolean => value === 'yes' || value === 'welcome';

/** The hours a clause gives an activity; none where it holds them out to a visitor. */
const lessonIn = (said: Said, clause: Stretch) => {
  const inside = <T extends Stretch>(all: readonly T[]) => all.filter((one) => isWithin(one, clause));
  const tells = inside(said.kinds).some(({ denied }) => !denied);
  if (!tells || inside(said.offers).length > 0 || inside(said.welcome).some(letsIn)) return undefined;
  const { start, end } = hoursOf(said, inside(said.times));
  return start === undefined ? undefined : { clause, start, end };
};

const namesDay = (said: Said, clause: Stretch): boolean =>
  said.times.some((time) => isWithin(time, clause) && time.mention.is !== 'clock');

/** "10 is snack. 10:15 is writing": the second comes after the first. */
export const followsByClock = (said: Said, first: Stretch, second: Stretch): boolean => {
  const [one, other] = [lessonIn(said, first), lessonIn(said, second)];
  return one !== undefined && other !== undefined && other.start > one.start && !namesDay(said, second);
};

/** "Math test at 9, centers at 10": of these clauses, those that are over by the hour asked about. */
export const overBefore = (said: Said, start: number, clauses: readonly Stretch[]): readonly Stretch[] => {
  const lessons = clauses.flatMap((clause) => lessonIn(said, clause) ?? []);
  const current = Math.max(...lessons.map((one) => one.start).filter((begin) => begin <= start));
  return lessons
    .filter((one) => one.start < current && (one.end === undefined || one.end <= current))
    .map(({ clause }) => clause);
};
