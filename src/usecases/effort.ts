import { ASKS_PER_TEACHER_AND_WEEK } from '../core/ask-plan.ts';
import { instantOf, type LocalDate, mondayOf } from '../core/time.ts';
import { asksInWeek } from '../store/asks.ts';
import { queuedSince } from '../store/outbox.ts';
import type { Trx } from '../store/schema.ts';

/** Small questions that take a tap each; the asks of a week come first (needs 26). */
const smallQuestions = ['visit-feedback', 'strategy-check', 'preference'];

/** What was asked of this person since Monday, besides asks. The week is the one that date lies in. */
export const smallQuestionsOf = (
  trx: Trx,
  memberId: string,
  date: LocalDate,
  zone: string,
): Promise<number> => queuedSince(trx, memberId, smallQuestions, instantOf(mondayOf(date), 0, zone));

/** Whether one more small question fits into this person's week, over all who work with them. */
export const hasEffortLeft = async (
  trx: Trx,
  memberId: string,
  date: LocalDate,
  zone: string,
): Promise<boolean> => {
  const asks = await asksInWeek(trx, memberId, date);
  return asks.length + (await smallQuestionsOf(trx, memberId, date, zone)) < ASKS_PER_TEACHER_AND_WEEK;
};
