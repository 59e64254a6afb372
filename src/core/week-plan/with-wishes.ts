import { clockOf, minuteOf } from '../clock-minutes.ts';
import type { Caseload } from '../plan/caseload.ts';
import type { PlannedVisit } from '../plan/week-plan.ts';
import { overlaps } from '../time.ts';
import { kindOf } from './plan-activity.ts';
import type { PlannedWeek, PlanSource, Wish } from './planned-week.ts';

type PlanClass = Caseload['classes'][number];
const NOON = 12 * 60;

/** The same question with what the therapist wants: kept visits are set beside it, unwanted times are taken out. */
export const withWishes = (
  source: PlanSource,
  wishes: readonly Wish[],
  visits: readonly PlannedVisit[],
): PlanSource =>
  wishes.reduce(
    (now, wish) => (wish.do === 'keep' ? keeping(now, wish, visits) : without(now, wish)),
    source,
  );

/** The week with the visits that were kept out of the planner's reach. */
export const withFixed = ({ fixed = [] }: PlanSource, week: PlannedWeek): PlannedWeek => ({
  ...week,
  visits: [...fixed, ...week.visits],
});

const keeping = (source: PlanSource, wish: Wish, visits: readonly PlannedVisit[]): PlanSource => {
  const kept = visits.find((visit) => isAt(visit, wish));
  const isFixed = source.fixed?.some((visit) => isAt(visit, wish)) ?? false;
  if (kept === undefined || isFixed) return source;
  const { caseload } = source;
  const minutes = source.rooms[wish.class]?.minutes ?? caseload.visitMinutes;
  const start = minuteOf(wish.start);
  const school = caseload.classes.find(({ id }) => id === wish.class)?.school;
  return {
    ...source,
    fixed: [...(source.fixed ?? []), { ...kept, activity: wish.activity }],
    caseload: {
      ...caseload,
      therapists: caseload.therapists.map((therapist) => ({
        ...therapist,
        busy: [...therapist.busy, { day: wish.day, start: wish.start, end: clockOf(start + minutes) }],
      })),
      services: caseload.services
        .map((one) =>
          kept.services.includes(one.id) ? { ...one, sessionsPerWeek: one.sessionsPerWeek - 1 } : one,
        )
        .filter(({ sessionsPerWeek }) => sessionsPerWeek > 0),
      classes: caseload.classes.map((one) =>
        onDay(one, wish, (block) => {
          // One visit of a class a day, and one school a half-day.
          if (one.id === wish.class) return [];
          const isSameHalf = minuteOf(block.start) < NOON === start < NOON;
          return one.school !== school && isSameHalf ? [] : [block];
        }),
      ),
    },
  };
};

/** “Never”: not in that activity of the class all week. “Move”: not at that time. */
const without = (source: PlanSource, wish: Wish): PlanSource => {
  const { visitMinutes } = source.caseload;
  const minutes = source.rooms[wish.class]?.minutes ?? visitMinutes;
  const start = minuteOf(wish.start);
  const elsewhen = (block: Block): Block[] => {
    const from = minuteOf(block.start);
    const to = minuteOf(block.end);
    if (!overlaps({ start: from, end: to }, { start, end: start + minutes })) return [block];
    return [
      { ...block, end: clockOf(Math.min(to, start - minutes + visitMinutes)) },
      { ...block, start: clockOf(Math.max(from, start + minutes)) },
    ].filter((one) => minuteOf(one.start) + visitMinutes <= minuteOf(one.end));
  };
  return {
    ...source,
    caseload: {
      ...source.caseload,
      classes: source.caseload.classes.map((one) => {
        if (one.id !== wish.class) return one;
        if (wish.do === 'move') return onDay(one, wish, elsewhen);
        const isOther = ({ activity }: Block) => kindOf(activity) !== wish.activity;
        const week = Object.entries(one.week).map(([day, blocks]) => [day, blocks?.filter(isOther)]);
        return { ...one, week: Object.fromEntries(week) };
      }),
    },
  };
};

type Block = NonNullable<PlanClass['week']['Mon']>[number];

const onDay = (one: PlanClass, { day }: Wish, change: (block: Block) => Block[]): PlanClass => ({
  ...one,
  week: { ...one.week, [day]: (one.week[day] ?? []).flatMap(change) },
});

export const isAt = (
  visit: Pick<PlannedVisit, 'class' | 'day' | 'start'>,
  other: Pick<PlannedVisit, 'class' | 'day' | 'start'>,
): boolean => visit.class === other.class && visit.day === other.day && visit.start === other.start;
