import type { ActivityKind } from './activity-kind.ts';
import { atClass } from './at-class.ts';
import { activityAt } from './class-day.ts';
import { bestFit } from './fit.ts';
import {
  classHasRoom,
  fittingVisits,
  isAhead,
  type Proposal,
  possibleVisits,
  therapistIsFree,
} from './possible-visits.ts';
import type { Need, ProposeInput } from './propose-input.ts';
import type { LocalDate, Minute } from './time.ts';
import { isSchoolDay } from './timetable.ts';
import { type WhyNot, whyNot } from './why-not.ts';

/** Why there is no visit of a pairing on a day, or at one time of it; or the one there could be. */
export type Why =
  | { readonly why: 'possible'; readonly visit: Proposal }
  | { readonly why: 'cannot-ask'; readonly visit: Proposal }
  /** What the class does then is known, and that is the reason. */
  | { readonly why: 'said-no' | 'not-that'; readonly kind: ActivityKind }
  /** It fits, but a whole visit does not begin then. */
  | { readonly why: 'other-start'; readonly kind: ActivityKind; readonly starts: readonly Minute[] }
  | { readonly why: WhyNot };

interface Asked {
  readonly input: ProposeInput;
  /** The same, but for the times at which the teacher could not be asked before. */
  readonly ifAsked: ProposeInput;
  readonly need: Need;
  readonly date: LocalDate;
}

export const whyNotOn = ({ input, ifAsked, need, date }: Asked): Why => {
  const [visit] = possibleVisits(input, need, date).toSorted((a, b) => b.fit - a.fit);
  if (visit !== undefined) return { why: 'possible', visit };
  const [late] = possibleVisits(ifAsked, need, date);
  if (late !== undefined) return { why: 'cannot-ask', visit: late };
  return { why: whyNot(ifAsked, need.pairingId, date) ?? 'all-taken' };
};

export const whyNotAt = (asked: Asked, minute: Minute): Why => {
  const { need, date } = asked;
  const ifAsked = atClass(asked.ifAsked, need);
  if (!isSchoolDay(ifAsked.therapist.school, date)) return { why: 'no-school' };
  const known = activityAt(need.classDay, date, minute);
  if (known === undefined) return { why: 'nothing-known' };
  const { kind } = known;
  if (bestFit(kind, need.focuses) === undefined) return { why: 'not-that', kind };
  if (known.welcome === 'no') return { why: 'said-no', kind };
  const there = fittingVisits(need, date).filter(({ start }) => known.start <= start && start < known.end);
  const visit = there.find(({ start }) => start === minute);
  if (visit === undefined) return { why: 'other-start', kind, starts: there.map(({ start }) => start) };
  if (!isAhead(ifAsked.now)(visit)) return { why: 'too-late' };
  if (!therapistIsFree(ifAsked, date)(visit)) return { why: 'you-are-busy' };
  if (!classHasRoom(ifAsked, date)(visit)) return { why: 'all-taken' };
  const isPossible = possibleVisits(asked.input, need, date).some(({ start }) => start === minute);
  return { why: isPossible ? 'possible' : 'cannot-ask', visit };
};
