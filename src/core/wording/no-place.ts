import type { ActivityKind } from '../activity-kind.ts';
import type { PlanDay } from '../plan/caseload.ts';
import type { Minute } from '../time.ts';
import type { NoPlaceWhy } from '../week-plan/no-place.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock } from './clock-words.ts';

const dayNames: Readonly<Record<PlanDay, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
};

const what = (kind: ActivityKind | undefined): string =>
  kind === undefined ? 'something that fits' : kindLabel[kind].toLowerCase();

/** What stands in the way, and the smallest thing that would make room; in plain words, and nobody's fault. */
export const noPlaceWords = (
  room: string,
  day: PlanDay,
  found: { readonly why: NoPlaceWhy; readonly start?: Minute; readonly kind?: ActivityKind },
  suits: readonly ActivityKind[],
): string => {
  const on = dayNames[day];
  const then = found.start === undefined ? on : `${on} at ${formatClock(found.start)}`;
  const would = 'it would find a place if';
  switch (found.why) {
    case 'said-no':
      return `the teacher would rather have nobody in ${what(found.kind)}; ${would} ${room} opened ${what(found.kind)} on ${on}.`;
    case 'cannot-ask':
      return `the teacher has no minute without students in which I could ask first; ${would} you talked it over with the teacher for ${then}.`;
    case 'you-are-busy':
      return `you are away or with students at every time that fits; ${would} you were free on ${then}.`;
    case 'all-taken':
      return `a colleague is in ${room} at every time that fits; ${would} ${then} came free.`;
    case 'nothing-known':
      return `I don’t know what ${room} does on the days left; ${would} the teacher told me: “ask ${room} ${on} 10” makes me ask.`;
    case 'elsewhere':
      return `what fits falls into half-days at another school; ${would} you were at its school on ${then}.`;
    case 'has-visit':
      return `the days left have a visit there already; ${would} ${room} had ${listedKinds(suits)} on one day more.`;
    case 'test':
      return `only tests are left on the days left; ${would} the one on ${on} moved.`;
    case 'no-fit':
      return `nothing ${room} does on the days left fits what you work on; ${would} it had ${listedKinds(suits)} once more.`;
    case 'nothing-outside':
      return `I know of nothing a child could leave in ${room} on the days left; ${would} the teacher told me more of the week.`;
    case 'no-talk':
      return `the teacher of ${room} has no stretch that long without students on the days left; ${would} the talk were shorter.`;
    case 'too-late':
      return 'what fits is over for this week; it can be made up in the next one.';
    case 'no-school':
      return 'there is no school on the days left; it can be made up in the next week.';
  }
};

const listedKinds = (kinds: readonly ActivityKind[]): string =>
  kinds.length === 0 ? 'something that fits' : kinds.map((kind) => what(kind)).join(' or ');
