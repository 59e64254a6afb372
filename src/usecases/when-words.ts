import { type Instant, localTime } from '../core/time.ts';
import { noMinuteInTime, sentAt } from '../core/wording/sent-when.ts';
import type { Desk } from './desk.ts';

/** “Ms. Rivera hears of it at 11:40.” in the reader's school time, or why not. */
export const whenWords = (desk: Desk, due: Instant | undefined, name: string): string => {
  if (due === undefined) return noMinuteInTime(name);
  const { date, minute } = localTime(due, desk.school.zone);
  return sentAt(name, date, minute, desk.local);
};
