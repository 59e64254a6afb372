import { overlaps } from '../time.ts';
import { whyMissingWords as why, whySentence, wouldHelp } from '../wording/why-missing.ts';
import { at } from './at.ts';
import { type Candidate, dayOf, week } from './board.ts';
import { planDays } from './caseload.ts';
import { clash } from './day-options.ts';
import type { Draft } from './draft.ts';

/** Why a mandate misses sessions in this week, and the smallest thing that would make room, in one sentence. */
export const whyMissing = (draft: Draft, mandate: number): string => {
  const { caseload, mandates, pairs } = draft.board;
  const { pair, focus } = at(mandates, mandate);
  const { therapist, classroom } = at(pairs, pair);
  const { id, school, week } = at(caseload.classes, classroom);
  if (!at(caseload.therapists, therapist).schools.includes(school))
    return whySentence(why.otherSchool(id), undefined);

  const fits = caseload.fit[focus] ?? {};
  const blocks = planDays.flatMap((day) =>
    (week[day] ?? []).filter(({ activity }) => (fits[activity] ?? 0) > 0).map((block) => ({ ...block, day })),
  );
  if (blocks.length === 0)
    return whySentence(why.nothingFits(id, focus), wouldHelp.activity(id, bestOf(fits)));
  const activities = [...new Set(blocks.map(({ activity }) => activity))];
  const served = daysServed(draft, therapist, mandate);
  const left = blocks.filter(({ day }) => !served.has(planDays.indexOf(day)));
  if (left.length === 0) {
    const other = planDays.find((_, day) => !served.has(day));
    return whySentence(why.noOtherDay(activities, id), wouldHelp.day(id, activities, other));
  }

  const shut = left.find(({ open }) => !open);
  const opening = shut && wouldHelp.opening({ class: id, activity: shut.activity, day: shut.day });
  const open = left.find((block) => block.open);
  if (open === undefined) return whySentence(why.closed(activities, id), opening);
  const starts = startsLeft(draft, mandate, served);
  if (starts.length === 0)
    return whySentence(
      why.away(activities, id),
      opening ?? wouldHelp.free({ class: id, activity: open.activity, day: open.day }),
    );

  return whySentence(reasonFor(draft, starts)(activities, id), opening ?? easiest(draft, starts));
};

/** What stands in the way of every one of these starts. */
const reasonFor = (draft: Draft, starts: readonly Candidate[]) => {
  if (starts.every((start) => isAway(draft, start))) return why.otherHalfDay;
  if (starts.every((start) => isAway(draft, start) || hasColleague(draft, start))) return why.taken;
  return starts.every((start) => groupAt(draft, starts, start) !== undefined) ? why.groupFull : why.full;
};

/** The activity that would serve best. */
const bestOf = (fits: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(fits).sort((a, b) => b[1] - a[1])[0]?.[0];

const daysServed = ({ byTherapistDay }: Draft, therapist: number, mandate: number): ReadonlySet<number> =>
  new Set(
    week.flatMap((day) =>
      at(byTherapistDay, dayOf(therapist, day)).some(({ group }) => group.includes(mandate)) ? [day] : [],
    ),
  );

const startsLeft = ({ board }: Draft, mandate: number, served: ReadonlySet<number>): Candidate[] => {
  const { pair } = at(board.mandates, mandate);
  const own = at(board.pairs, pair).mandates.indexOf(mandate);
  return week
    .flatMap((day) => at(board.byPairDay, dayOf(pair, day)))
    .filter(({ fits, day }) => at(fits, own) > 0 && !served.has(day));
};

const sameDay = ({ byTherapistDay }: Draft, { therapist, day }: Candidate) =>
  at(byTherapistDay, dayOf(therapist, day)).map(({ candidate }) => candidate);

const isAway = (draft: Draft, start: Candidate): boolean =>
  sameDay(draft, start).some((other) => other.half === start.half && other.school !== start.school);

const hasColleague = ({ byClassDay }: Draft, start: Candidate): boolean =>
  at(byClassDay, dayOf(start.classroom, start.day)).some(
    (other) => other.therapist !== start.therapist && overlaps(other, start),
  );

/** The visit then of the same therapist in the same class, if it would do as well. */
const groupAt = (draft: Draft, starts: readonly Candidate[], start: Candidate): Candidate | undefined =>
  sameDay(draft, start).find((other) => starts.includes(other) && overlaps(other, start));

/** The start that clashes with the fewest visits. */
const easiest = (draft: Draft, starts: readonly Candidate[]): string => {
  const clashes = (start: Candidate) =>
    sameDay(draft, start).filter((other) => clash(start, other)).length +
    (hasColleague(draft, start) ? 1 : 0);
  const best = starts.reduce((a, b) => (clashes(b) < clashes(a) ? b : a));
  const day = at(planDays, best.day);
  const group = groupAt(draft, starts, best);
  return group === undefined ? wouldHelp.moment(day, best.start) : wouldHelp.group(day, group.start);
};
