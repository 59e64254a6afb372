import type { Minute } from '../../time.ts';
import { hoursOf } from './hours-meant.ts';
import type { Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isWithin, type Stretch, textIn } from './stretch.ts';
import type { Hours } from './understanding.ts';

const letsIn = ({ value }: { readonly value: string }): boolean => value === 'yes' || value === 'welcome';

interface Lesson {
  readonly clause: Stretch;
  readonly start: Minute;
  readonly end: Minute | undefined;
}

/** The hours a clause gives an activity; none where it holds them out to a visitor. */
export const lessonIn = (said: Said, clause: Stretch): Lesson | undefined => {
  const inside = <T extends Stretch>(all: readonly T[]) => all.filter((one) => isWithin(one, clause));
  const tells = inside(said.kinds).some(({ denied }) => !denied);
  if (!tells || inside(said.offers).length > 0 || inside(said.welcome).some(letsIn)) return undefined;
  const times = inside(said.times);
  const { start, end } = hoursOf(said, times);
  // "By 10 they'll be on to writing."
  const [by] = times.filter((time) => /^by /iu.test(textIn(said.plain, time)));
  if (
    start === undefined &&
    end !== undefined &&
    by !== undefined &&
    inside(said.kinds).every(({ from }) => from > by.to)
  )
    return { clause, start: end, end: undefined };
  return start === undefined ? undefined : { clause, start, end };
};

const namesDay = (said: Said, clause: Stretch): boolean =>
  said.times.some((time) => isWithin(time, clause) && time.mention.is !== 'clock');

/** "10 is snack. 10:15 is writing": the second comes after the first. */
export const followsByClock = (said: Said, first: Stretch, second: Stretch): boolean => {
  const [one, other] = [lessonIn(said, first), lessonIn(said, second)];
  return one !== undefined && other !== undefined && other.start > one.start && !namesDay(said, second);
};

const shutsIn = (said: Said, clause: Stretch): boolean =>
  said.kinds.some((kind) => isWithin(kind, clause) && shuts(kind));

/**
 * Of these clauses, those that are over by the hour asked about, "math test at 9, centers at 10", and the events that
 * begin after it, "math, fire drill at 10:45".
 */
export const atAnotherHour = (
  said: Said,
  asked: Partial<Hours>,
  clauses: readonly Stretch[],
): readonly Stretch[] => {
  const { start, end } = asked;
  if (start === undefined) return [];
  const lessons = clauses.flatMap((clause) => lessonIn(said, clause) ?? []);
  const current = Math.max(...lessons.map((one) => one.start).filter((begin) => begin <= start));
  const isOver = (one: Lesson): boolean =>
    one.start < current && (one.end === undefined || one.end <= current);
  const others = said.kinds.filter(
    (kind) => !kind.denied && lessons.every(({ clause }) => !isWithin(kind, clause)),
  );
  const isLater = (one: Lesson): boolean =>
    end !== undefined && one.start >= end && (others.length > 0 || current > 0) && shutsIn(said, one.clause);
  return lessons.filter((one) => isOver(one) || isLater(one)).map(({ clause }) => clause);
};
