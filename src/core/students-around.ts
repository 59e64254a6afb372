import { keptAt } from './quiet-hours.ts';
import { mergeSpans } from './spans.ts';
import { addDays, type Instant, localTime, MINUTE, stretchesOf } from './time.ts';
import { postsOf, type Timetable } from './timetable.ts';

/** Days get changed by a word, so nobody goes by an answer for longer. */
const GOOD_FOR = 30 * MINUTE;

/** Whether students are with the person or about to come, and until when that can be relied on. */
export const studentsAround = (
  t: Timetable,
  instant: Instant,
): { readonly around: boolean; readonly until: Instant } => {
  const stretches = mergeSpans(
    postsOf(t).flatMap((post) => {
      const { zone } = post.school;
      const { date } = localTime(instant, zone);
      return [-1, 0, 1]
        .map((days) => addDays(date, days))
        .flatMap((day) => stretchesOf(day, mergeSpans(keptAt(post, day)), zone));
    }),
  );
  const next = stretches.find(({ end }) => end > instant);
  const around = next !== undefined && next.start <= instant;
  const change = (around ? next.end : next?.start) ?? Number.POSITIVE_INFINITY;
  return { around, until: Math.min(change, instant + GOOD_FOR) };
};
