import type { Clause } from './clauses.ts';
import { isWithin, type Said, type TimeHeard } from './said.ts';
import type { Stance } from './stance.ts';

/** A day or hour named only to say it is not that: "not Thursday", "2:15 won't work". */
export const isDenied = (said: Said, time: TimeHeard): boolean => {
  const before = said.plain.slice(Math.max(0, time.from - 14), time.from).toLowerCase();
  return /\b(?:not|no|isnt|except|instead of|rather than)(?: on| for| at| the| this)? $/u.test(before);
};

/** "Not before 9" offers nine. */
export const isNotBefore = (said: Said, time: TimeHeard): boolean =>
  /\b(?:not|no earlier than|no sooner than|nothing|nothing starts) ?(?:before|until|til|till)?\s?$/iu.test(
    said.plain.slice(Math.max(0, time.from - 26), time.from),
  ) && /^(?:before|until|til|till)\b/iu.test(said.plain.slice(time.from, time.to));

const names = (time: TimeHeard): boolean => ['day', 'days', 'clock', 'repeat'].includes(time.mention.is);

export interface Offer {
  readonly clause: Clause;
  readonly times: readonly TimeHeard[];
  /** By words that offer, and not only by a yes beside a time. */
  readonly outright: boolean;
}

/** Clauses that hold out a day or an hour. */
export const offersIn = (said: Said, stance: Stance): readonly Offer[] =>
  said.clauses.flatMap((clause) => {
    const refused = stance.refusals.some((refusal) => isWithin(refusal, clause));
    const outright = said.offers.some((offer) => isWithin(offer, clause));
    const agreed = stance.agreements.some((yes) => isWithin(yes, clause));
    const times = said.times.filter(
      (time) => isWithin(time, clause) && names(time) && (!isDenied(said, time) || isNotBefore(said, time)),
    );
    if (times.length === 0 || (refused && !outright) || !(outright || agreed)) return [];
    return [{ clause, times, outright }];
  });
