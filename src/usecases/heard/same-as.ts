import type { ActivityKind } from '../../core/activity-kind.ts';
import { activityAt, routineOn } from '../../core/class-day.ts';
import { addDays } from '../../core/time.ts';
import type { AskView } from '../../store/asks.ts';
import { classWeek } from '../class-week.ts';
import type { Counter } from '../desk.ts';

/** "Same as last week", "the usual": looked up, for the hour that was asked about. */
export const kindBefore = async (
  { trx }: Counter,
  ref: 'usual' | 'last_week' | 'before',
  classroomId: string,
  ask: AskView | undefined,
): Promise<ActivityKind | undefined> => {
  if (!ask) return undefined;
  const week = await classWeek(trx, classroomId, ask.date, ask.date);
  const usual = routineOn(week, ask.date).find((block) => block.start <= ask.start && ask.start < block.end);
  if (ref === 'usual') return usual?.kind;
  const lastWeek = activityAt(week, addDays(ask.date, -7), ask.start);
  const before = week.activities.findLast(
    (one) => one.date < ask.date && one.start <= ask.start && ask.start < one.end,
  );
  const found = ref === 'last_week' ? [lastWeek, before] : [before, lastWeek];
  return found.find((one) => one !== undefined)?.kind ?? usual?.kind;
};
