import { activityKinds } from '../activity-kind.ts';
import { fittingVisits, type Proposal, refusedVisits } from '../possible-visits.ts';
import type { LocalDate } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import { rowWords, workedOnIn } from '../wording/week-plan.ts';
import type { PlanNeed } from './caseload-of.ts';
import { fitOf } from './focus-fit.ts';
import { besideFit, outsideFit, outsideVisits, ownDays } from './outside.ts';
import { again, outOf } from './plan-activity.ts';
import { talksOn } from './talks.ts';

/** A session that could be, as the caseload calls what goes on then. */
export type PossibleTime = Proposal & { readonly activity: string };

/** What the planner takes for one class: the class itself, the time outside it, or the talks about it. */
export interface PlanRow {
  readonly name: string;
  readonly setting: VisitSetting;
  /** With the minutes of this row's sessions. */
  readonly need: PlanNeed;
  readonly services: readonly { readonly id: string; readonly sessions: number; readonly focus: string }[];
  readonly fit: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly timesOn: (date: LocalDate) => readonly PossibleTime[];
  /** What the teacher said no to: the smallest thing that would make room is her yes. */
  readonly refusedOn: (date: LocalDate) => readonly PossibleTime[];
}

/** In order: so the planner finds a class before its outside. */
export const rowsOf = (need: PlanNeed, dates: readonly LocalDate[]): PlanRow[] => [
  classRow(need, dates),
  ...rowFor(need, 'pull_out', (own) => outsideRow(own, dates)),
  ...rowFor(need, 'consult', talkRow),
];

type Mandated = PlanNeed['mandates'][number];
const isOf =
  (...settings: readonly VisitSetting[]) =>
  ({ setting = 'push_in' }: Mandated): boolean =>
    settings.includes(setting);

const servicesOf = (mandates: readonly Mandated[], focus: (mandate: Mandated) => string) =>
  mandates
    .filter(({ sessions }) => sessions > 0)
    .map((mandate) => ({ id: mandate.id, sessions: mandate.sessions, focus: focus(mandate) }));

/** Nothing where no student of the class has such a mandate. */
const rowFor = (need: PlanNeed, setting: VisitSetting, row: (own: PlanNeed) => PlanRow): PlanRow[] => {
  const mandates = need.mandates.filter(isOf(setting)).filter(({ sessions }) => sessions > 0);
  if (mandates.length === 0) return [];
  return [
    row({ ...need, mandates, minutes: Math.max(...mandates.map(({ minutes = need.minutes }) => minutes)) }),
  ];
};

const classRow = (need: PlanNeed, dates: readonly LocalDate[]): PlanRow => {
  const mandates = need.mandates.filter(isOf('push_in', 'either'));
  const isEither = isOf('either');
  const someEither = mandates.some(isEither);
  const inClass = workedOnIn(need.room);
  const either = rowWords.either(need.room);
  const fits = fitOf(need.focuses);
  return {
    name: need.room,
    setting: 'push_in',
    need,
    services: servicesOf(mandates, (mandate) => (isEither(mandate) ? either : inClass)),
    fit: {
      [inClass]: fits,
      ...(someEither ? { [either]: { ...fits, ...besideFit(need.missed ?? new Map(), activityKinds) } } : {}),
    },
    refusedOn: (date) => refusedVisits(need, date).map((visit) => ({ ...visit, activity: visit.kind })),
    timesOn: (date) => {
      const fitting = fittingVisits(need, date).map((visit) => ({ ...visit, activity: visit.kind }));
      if (!someEither || !dates.includes(date)) return fitting;
      const starts = new Set(fitting.map(({ start }) => start));
      // In the class if it fits, else outside.
      const beside = outsideVisits(need, date).filter(({ start }) => !starts.has(start));
      return [...fitting, ...beside.map((visit) => ({ ...visit, activity: outOf(visit.kind) }))];
    },
  };
};

const outsideRow = (need: PlanNeed, dates: readonly LocalDate[]): PlanRow => {
  const focus = rowWords.outsideTime(need.room);
  const days = dates.map((date) => outsideVisits(need, date).map(({ kind }) => kind));
  const own = ownDays(days);
  const isOnce = need.mandates.every(({ sessions }) => sessions === 1);
  return {
    name: rowWords.outside(need.room),
    setting: 'pull_out',
    need,
    services: servicesOf(need.mandates, () => focus),
    fit: { [focus]: outsideFit(need.missed ?? new Map(), [...new Set(days.flat())]) },
    refusedOn: () => [],
    timesOn: (date) =>
      outsideVisits(need, date).map((visit) => {
        const isOwn = isOnce || own.get(visit.kind) === dates.indexOf(date);
        return { ...visit, activity: isOwn ? visit.kind : again(visit.kind) };
      }),
  };
};

const talkRow = (need: PlanNeed): PlanRow => {
  const focus = rowWords.talkFocus(need.room);
  return {
    name: rowWords.talk(need.room),
    setting: 'consult',
    need,
    services: servicesOf(need.mandates, () => focus),
    fit: { [focus]: { [TALK]: 2 } },
    refusedOn: () => [],
    timesOn: (date) => talksOn(need, date).map((talk) => ({ ...talk, activity: TALK })),
  };
};

/** As it is called in a sentence about what has no place. */
const TALK = 'free_time';
