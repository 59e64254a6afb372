import type { ActivityKind } from '../activity-kind.ts';
import { atClass } from '../at-class.ts';
import { activityAt } from '../class-day.ts';
import { bestFit } from '../fit.ts';
import { classHasRoom, isAhead, type Proposal, therapistIsFree } from '../possible-visits.ts';
import type { ProposeInput } from '../propose-input.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import { isSchoolDay } from '../timetable.ts';
import { takesRoom } from '../visit-setting.ts';
import { type WhyNot, whyNot } from '../why-not.ts';
import { onlyRefused } from './only-refused.ts';
import { mayMiss } from './outside.ts';
import type { PlaceNeed } from './place-needs.ts';
import { possibleTimes, timesOn } from './possible-times.ts';
import { whyNone } from './why-none.ts';

/** Why there is no session of a pairing on a day, or at one time of it; or the one there could be. */
export type Why =
  | { readonly why: 'possible'; readonly visit: Proposal }
  | { readonly why: 'cannot-ask'; readonly visit: Proposal }
  /** What the class does then is known, and that is the reason. */
  | { readonly why: 'said-no' | 'not-that' | 'not-missed'; readonly kind: ActivityKind }
  /** It would do, but a whole session does not begin then; of a talk there is no kind. */
  | {
      readonly why: 'other-start';
      readonly kind: ActivityKind | undefined;
      readonly starts: readonly Minute[];
    }
  /** Nothing that day a child could leave; no stretch without students that long, or none then. */
  | { readonly why: WhyNot | 'nothing-outside' | 'no-talk' | 'with-students' };

interface Asked {
  readonly input: ProposeInput;
  /** The same, but for the times at which the teacher could not be asked before. */
  readonly ifAsked: ProposeInput;
  readonly place: PlaceNeed;
  readonly date: LocalDate;
}

export const whyNotOn = ({ input, ifAsked, place, date }: Asked): Why => {
  const { need, setting } = place;
  const [visit] = possibleTimes(input, need, setting, date).toSorted((a, b) => b.fit - a.fit);
  if (visit !== undefined) return { why: 'possible', visit };
  const [late] = possibleTimes(ifAsked, need, setting, date);
  if (late !== undefined) return { why: 'cannot-ask', visit: late };
  const refused = takesRoom(setting) ? onlyRefused(ifAsked, need, date) : undefined;
  if (refused !== undefined) return { why: 'said-no', kind: refused.kind };
  const why = setting === 'push_in' ? whyNot(ifAsked, need.pairingId, date) : whyNone(ifAsked, place, date);
  return { why: why ?? 'all-taken' };
};

export const whyNotAt = (asked: Asked, minute: Minute): Why => {
  const { place, date } = asked;
  const { need, setting } = place;
  const ifAsked = atClass(asked.ifAsked, need);
  if (!isSchoolDay(ifAsked.therapist.school, date)) return { why: 'no-school' };
  const stretch = setting === 'consult' ? talkAt(place, date, minute) : lessonAt(place, date, minute);
  if ('why' in stretch) return stretch;
  const there = timesOn(need, setting, date).filter(
    ({ start }) => stretch.start <= start && start < stretch.end,
  );
  const visit = there.find(({ start }) => start === minute);
  if (visit === undefined)
    return { why: 'other-start', kind: stretch.kind, starts: there.map(({ start }) => start) };
  if (!isAhead(ifAsked.now)(visit)) return { why: 'too-late' };
  if (!therapistIsFree(ifAsked, date)(visit)) return { why: 'you-are-busy' };
  if (takesRoom(setting) && !classHasRoom(ifAsked, date)(visit)) return { why: 'all-taken' };
  const isPossible = possibleTimes(asked.input, need, setting, date).some(({ start }) => start === minute);
  return { why: isPossible ? 'possible' : 'cannot-ask', visit };
};

/** When the teacher has nobody, around that minute. */
const talkAt = ({ need }: PlaceNeed, date: LocalDate, minute: Minute) => {
  const free = need.teacherFree?.find((one) => one.date === date && one.start <= minute && minute < one.end);
  return free === undefined ? ({ why: 'with-students' } as const) : stretchOf(free, undefined);
};

/** What the class does then, where it is something to come into or to leave. */
const lessonAt = ({ need, setting }: PlaceNeed, date: LocalDate, minute: Minute) => {
  const known = activityAt(need.classDay, date, minute);
  if (known === undefined) return { why: 'nothing-known' } as const;
  const { kind, welcome } = known;
  const fits = setting !== 'pull_out' && bestFit(kind, need.focuses) !== undefined;
  if (!fits && setting === 'push_in') return { why: 'not-that', kind } as const;
  if (welcome === 'no') return { why: 'said-no', kind } as const;
  return fits || mayMiss(kind) ? stretchOf(known, kind) : ({ why: 'not-missed', kind } as const);
};

const stretchOf = ({ start, end }: Span, kind: ActivityKind | undefined) => ({ start, end, kind });
