import type { LocalDate, LocalTime, Minute } from '../time.ts';
import { formatClock, formatWhen } from './clock-words.ts';

/** When a message to somebody goes out: “now”, “at 11:40”, “tomorrow at 7:40”. */
export const momentWords = (date: LocalDate, minute: Minute, now: LocalTime): string => {
  if (date !== now.date) return formatWhen(date, minute, now.date);
  return minute <= now.minute + 1 ? 'now' : `at ${formatClock(minute)}`;
};

export const sentAt = (name: string, date: LocalDate, minute: Minute, now: LocalTime): string =>
  `${name} gets it ${momentWords(date, minute, now)}${date === now.date && minute <= now.minute + 1 ? '' : ', when no students are around'}.`;

export const noMinuteInTime = (name: string): string =>
  `${name} has no minute without students before then, so I can’t ask in time.`;
