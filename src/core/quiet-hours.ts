import { mergeSpans, subtractSpans } from './spans.ts';
import { addDays, type Instant, type LocalDate, localTime, type Span, stretchesOf } from './time.ts';
import { studentSpans, type Timetable, worksOn } from './timetable.ts';

/** Nobody reads a message that lands as the children walk in. */
export const BELL_GUARD_MINUTES = 2;

/** Past the longest closure a message could usefully wait for; a summer is longer, and then nothing is sent. */
const DAYS_AHEAD = 60;

/** When a message is welcome on that date. */
export const openWindows = (t: Timetable, date: LocalDate): Span[] => {
  if (!worksOn(t, date)) return [];
  const contact = {
    start: Math.max(0, t.school.firstBell - t.contact.beforeFirstBell),
    end: Math.min(1440, t.school.lastBell + t.contact.afterLastBell),
  };
  const kept = studentSpans(t, date).map(({ start, end }) => ({ start: start - BELL_GUARD_MINUTES, end }));
  return subtractSpans([contact], mergeSpans(kept));
};

/** Whether a message must wait now. Looked at again at the moment of sending. */
export const isQuiet = (t: Timetable, instant: Instant): boolean => {
  const { date, minute } = localTime(instant, t.school.zone);
  return !openWindows(t, date).some((open) => open.start <= minute && minute < open.end);
};

/**
 * The first instant, `after` itself included, at which a message is welcome; `undefined` when there is none
 * ahead of `before` (the message would be of no use any more) or in the next 60 days.
 */
export const nextOpen = (t: Timetable, after: Instant, before?: Instant): Instant | undefined => {
  const { date: today } = localTime(after, t.school.zone);
  for (let day = 0; day <= DAYS_AHEAD; day++) {
    const date = addDays(today, day);
    const open = stretchesOf(date, openWindows(t, date), t.school.zone).find(({ end }) => end > after);
    if (open === undefined) continue;
    const instant = Math.max(after, open.start);
    return before === undefined || instant < before ? instant : undefined;
  }
  return undefined;
};
