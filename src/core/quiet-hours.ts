import { mergeSpans, subtractSpans } from './spans.ts';
import {
  addDays,
  type Instant,
  type LocalDate,
  localTime,
  type Span,
  type Stretch,
  stretchesOf,
  wallSpans,
} from './time.ts';
import { awaySpans, hoursOf, type Post, postsOf, studentSpans, type Timetable } from './timetable.ts';

/** Nobody reads a message that lands as the children walk in. */
export const BELL_GUARD_MINUTES = 2;

/** Past the longest closure a message could usefully wait for; a summer is longer, and then nothing is sent. */
const DAYS_AHEAD = 60;

/** When a message is welcome on that date, as far as one school decides it. */
const openAt = (t: Timetable, post: Post, date: LocalDate): Span[] => {
  const hours = hoursOf(post, date);
  if (hours.length === 0) return [];
  const { beforeFirstBell, afterLastBell } = t.contact;
  const contact = hours.map(({ start, end }) => ({
    start: Math.max(0, start - beforeFirstBell),
    end: Math.min(1440, end + afterLastBell),
  }));
  return subtractSpans(contact, [...keptAt(post, date), ...awaySpans(t, date)]);
};

/** When students are with the person there, or about to come. */
export const keptAt = (post: Post, date: LocalDate): Span[] =>
  studentSpans(post, date).map(({ start, end }) => ({ start: start - BELL_GUARD_MINUTES, end }));

const holds = (spans: readonly Span[], point: number): boolean =>
  spans.some(({ start, end }) => start <= point && point < end);

/** Whether a message must wait now. Looked at again at the moment of sending. */
export const isQuiet = (t: Timetable, instant: Instant): boolean => {
  if (holds(t.doNotDisturb ?? [], instant)) return true;
  const there = postsOf(t).map((post) => ({ post, local: localTime(instant, post.school.zone) }));
  return (
    there.some(({ post, local }) => holds(keptAt(post, local.date), local.minute)) ||
    !there.some(({ post, local }) => holds(openAt(t, post, local.date), local.minute))
  );
};

/**
 * The open parts of a date as real time, in order: of each school's own date where there are several, less what
 * another school or Do Not Disturb closes.
 */
export const openStretches = (t: Timetable, date: LocalDate): Stretch[] => {
  const open = postsOf(t).flatMap((post) => stretchesOf(date, openAt(t, post, date), post.school.zone));
  const kept = [-1, 0, 1].flatMap((days) => keptElsewhere(t, addDays(date, days)));
  return subtractSpans(open, [...kept, ...(t.doNotDisturb ?? [])]);
};

/** With one school its own windows have left it out already. */
const keptElsewhere = (t: Timetable, date: LocalDate): Stretch[] =>
  postsOf(t).length === 1
    ? []
    : postsOf(t).flatMap((post) => stretchesOf(date, mergeSpans(keptAt(post, date)), post.school.zone));

/** When a message is welcome on that date, on the wall of the first school. */
export const openWindows = (t: Timetable, date: LocalDate): Span[] => {
  if (postsOf(t).length === 1 && t.doNotDisturb === undefined) return openAt(t, t, date);
  const open = [-1, 0, 1].flatMap((days) => openStretches(t, addDays(date, days)));
  return mergeSpans(wallSpans(date, open, t.school.zone));
};

/**
 * The first instant, `after` itself included, at which a message is welcome; `undefined` when there is none
 * ahead of `before` (the message would be of no use any more) or in the next 60 days.
 */
export const nextOpen = (t: Timetable, after: Instant, before?: Instant): Instant | undefined => {
  const [first = ''] = postsOf(t)
    .map((post) => localTime(after, post.school.zone).date)
    .sort();
  let found: Instant | undefined;
  let last = DAYS_AHEAD;
  for (let day = 0; day <= last; day += 1) {
    const open = openStretches(t, addDays(first, day)).find(({ end }) => end > after);
    if (open === undefined) continue;
    const instant = Math.max(after, open.start);
    if (found === undefined || instant < found) found = instant;
    if (postsOf(t).length === 1) break;
    // Further east the next dates begin before this one has ended here.
    last = Math.min(last, day + 2);
    if (found === after) break;
  }
  return found === undefined || before === undefined || found < before ? found : undefined;
};
