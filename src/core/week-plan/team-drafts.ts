import { minuteOf } from '../clock-minutes.ts';
import { planDays } from '../plan/caseload.ts';
import type { PlannedVisit } from '../plan/week-plan.ts';
import type { Taken } from '../propose-input.ts';
import { addDays } from '../time.ts';
import { takesRoom } from '../visit-setting.ts';
import { caseloadOf, leastChange, type Standing, type WeekAsked } from './caseload-of.ts';
import { type PlannedWeek, type PlanSource, quickSteps } from './planned-week.ts';
import { type OwnWeek, partOf } from './team-caseload.ts';

export interface TeamMember extends OwnWeek {
  readonly asked: WeekAsked;
}

export interface TeamDraft {
  readonly therapistId: string;
  readonly source: PlanSource;
  readonly week: PlannedWeek;
}

/**
 * Each one's part of the team's week as a week of their own, with everything their own caseload knows more exactly,
 * beside those who have theirs already: so no two drafts are in each other's way. Whoever has most schools goes first.
 */
export function* draftSteps(
  members: readonly TeamMember[],
  together: readonly PlannedVisit[],
  kept: readonly Taken[],
): Generator<undefined, TeamDraft[]> {
  const taken: Taken[] = [...kept];
  const drafts: TeamDraft[] = [];
  const schools = ({ source }: TeamMember) => source.caseload.therapists[0]?.schools.length ?? 0;
  for (const member of [...members].sort((a, b) => schools(b) - schools(a))) {
    if (member.source.caseload.services.length === 0) continue;
    const before = standingOf(member.source, partOf(member, together));
    const asked = withTaken({ ...member.asked, before }, taken);
    const source: PlanSource = { ...caseloadOf(leastChange(asked)), ofTeam: true };
    const week = yield* quickSteps(source.caseload);
    taken.push(...takenBy({ caseload: source, week }, member.classroomOf));
    drafts.push({ therapistId: member.therapistId, source, week });
  }
  return drafts;
}

/** The same question beside rooms that are somebody's already. */
export const beside = (member: TeamMember, taken: readonly Taken[]): TeamMember => {
  if (taken.length === 0) return member;
  const asked = withTaken(member.asked, taken);
  return { ...member, asked, source: caseloadOf(asked) };
};

const withTaken = (asked: WeekAsked, taken: readonly Taken[]): WeekAsked => ({
  ...asked,
  input: { ...asked.input, taken: [...asked.input.taken, ...taken] },
});

/** The rooms of a planned week. */
export const takenBy = (
  { caseload, week }: { readonly caseload: PlanSource; readonly week: PlannedWeek },
  classroomOf: (pairingId: string) => string,
): Taken[] =>
  standingOf(caseload, week.visits).flatMap(({ pairingId, date, start, minutes, setting = 'push_in' }) =>
    takesRoom(setting)
      ? [{ classroomId: classroomOf(pairingId), date, start, end: start + minutes, therapistBusy: false }]
      : [],
  );

const standingOf = (
  { monday, rooms }: PlanSource,
  visits: readonly PlannedVisit[],
): (Standing & { readonly minutes: number })[] =>
  visits.flatMap((visit) => {
    const room = rooms[visit.class];
    const date = addDays(monday, planDays.indexOf(visit.day));
    if (room === undefined) return [];
    const { pairingId, minutes, setting = 'push_in' } = room;
    return [{ pairingId, schoolId: '', date, start: minuteOf(visit.start), setting, minutes }];
  });
