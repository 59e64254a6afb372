import { whyMissingWords as why, whySentence, wouldHelp } from '../wording/why-missing.ts';
import { at } from './at.ts';
import { type Candidate, dayOf, week } from './board.ts';
import { planDays } from './caseload.ts';
import { clash } from './day-options.ts';
import { classIsFree, type Draft } from './draft.ts';

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

  const reason = starts.every((start) => isAway(draft, start))
    ? why.otherHalfDay(activities, id)
    : starts.every((start) => isAway(draft, start) || !classIsFree(draft, start))
      ? why.taken(activities, id)
      : why.full(activities, id);
  return whySentence(reason, opening ?? easiest(draft, starts));
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

/** The start that clashes with the fewest visits. */
const easiest = (draft: Draft, starts: readonly Candidate[]): string | undefined => {
  const clashes = (start: Candidate) =>
    sameDay(draft, start).filter((other) => clash(start, other)).length + (classIsFree(draft, start) ? 0 : 1);
  const best = starts.reduce((a, b) => (clashes(b) < clashes(a) ? b : a));
  const isOwnGroup = sameDay(draft, best).some(
    ({ pair, start }) => pair === best.pair && start === best.start,
  );
  const day = at(planDays, best.day);
  return isOwnGroup ? wouldHelp.group(day, best.start) : wouldHelp.moment(day, best.start);
};
