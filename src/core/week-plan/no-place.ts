import type { ActivityKind } from '../activity-kind.ts';
import { atClass } from '../at-class.ts';
import { type PlanDay, planDays } from '../plan/caseload.ts';
import { fittingVisits, isAhead } from '../possible-visits.ts';
import type { LocalDate, Minute } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import { type WhyNot, whyNot } from '../why-not.ts';
import { noPlaceWords } from '../wording/no-place.ts';
import type { PlanNeed, WeekAsked } from './caseload-of.ts';
import { fitOf } from './focus-fit.ts';
import { onlyRefused } from './only-refused.ts';
import type { PlannedWeek, PlanSource } from './planned-week.ts';
import { possibleTimes, timesOn } from './possible-times.ts';
import { whyNone } from './why-none.ts';

export type NoPlaceWhy =
  | WhyNot
  /** The teacher’s no; no minute to ask her; a visit there already, or a day at another school. */
  | 'said-no'
  | 'cannot-ask'
  | 'has-visit'
  | 'elsewhere'
  /** Nothing a child could leave; no stretch without students. */
  | 'nothing-outside'
  | 'no-talk';

/** Why a day of a class has no time for a visit, whatever the planner does, and where a change would help. */
export interface NoPlace {
  readonly why: NoPlaceWhy;
  readonly start?: Minute;
  readonly kind?: ActivityKind;
}

export const noPlaceOn = (
  asked: WeekAsked,
  { need, setting }: { readonly need: PlanNeed; readonly setting: VisitSetting },
  date: LocalDate,
): NoPlace => {
  const ifAsked = asked.ifAsked ?? asked.input;
  const ahead = isAhead(atClass(ifAsked, need).now);
  if (setting !== 'push_in') {
    const first = timesOn(need, setting, date).find(ahead);
    const why = whyNone(ifAsked, { need, setting }, date) ?? whyPlanned(asked, { need, setting }, date);
    return { why, ...(first === undefined ? {} : { start: first.start }) };
  }
  const refused = onlyRefused(ifAsked, need, date);
  if (refused !== undefined) return { why: 'said-no', start: refused.start, kind: refused.kind };
  const fits = fittingVisits(need, date).find(ahead);
  const why = whyNot(ifAsked, need.pairingId, date) ?? whyPlanned(asked, { need, setting }, date);
  return { why, ...(fits === undefined ? {} : { start: fits.start, kind: fits.kind }) };
};

/** It could be, were it not for what stands already or for asking in time. */
const whyPlanned = (
  { standing, input }: WeekAsked,
  { need, setting }: { readonly need: PlanNeed; readonly setting: VisitSetting },
  date: LocalDate,
): NoPlaceWhy => {
  if (standing.some((visit) => visit.date === date && visit.pairingId === need.pairingId)) return 'has-visit';
  return possibleTimes(input, need, setting, date).length > 0 ? 'elsewhere' : 'cannot-ask';
};

/** The one most easily helped first. */
const helpful: readonly NoPlaceWhy[] = [
  'said-no',
  'cannot-ask',
  'you-are-busy',
  'all-taken',
  'nothing-known',
  'elsewhere',
  'has-visit',
  'test',
  'no-fit',
  'nothing-outside',
  'no-talk',
  'too-late',
  'no-school',
];

/**
 * One sentence for what has no place, with the smallest thing that would make room: the planner's, where there was
 * time and something else had it; else what stands in the way on the days that are left.
 */
export const whyUnplaced = (
  { caseload, rooms }: PlanSource,
  week: Pick<PlannedWeek, 'visits'>,
  unplaced: { readonly service: string; readonly why: string },
): string => {
  const service = caseload.services.find(({ id }) => id === unplaced.service);
  const room = service && rooms[service.class];
  if (service === undefined || room?.noPlace === undefined) return unplaced.why;
  const served = new Set(
    week.visits.filter(({ services }) => services.includes(service.id)).map(({ day }) => day),
  );
  const blocks = caseload.classes.find(({ id }) => id === service.class)?.week ?? {};
  // In the order of the week, which a stored object does not keep.
  const days = planDays.filter((day) => room.noPlace?.[day] !== undefined && !served.has(day));
  const hasTime = Object.entries(blocks).some(
    ([day, some]) => !served.has(day as PlanDay) && some?.some(({ open }) => open),
  );
  if (hasTime || days.length === 0) return unplaced.why;
  const [day, found] = days
    .flatMap((one): [PlanDay, NoPlace][] => {
      const why = room.noPlace?.[one];
      return why === undefined ? [] : [[one, why]];
    })
    .sort((a, b) => helpful.indexOf(a[1].why) - helpful.indexOf(b[1].why))[0] ?? ['Mon', undefined];
  return found === undefined
    ? unplaced.why
    : noPlaceWords(room.room ?? service.class, day, found, room.suits ?? []);
};

/** What the class would have to do: the activities that serve best what is worked on. */
export const suitsBest = ({ focuses }: PlanNeed): ActivityKind[] => {
  const fits = Object.entries(fitOf(focuses)) as [ActivityKind, number][];
  return fits
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([kind]) => kind);
};
