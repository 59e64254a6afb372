/** What one week may bring a teacher unasked: past it, one more message is noise and none is read (needs 26). */
export const MESSAGES_PER_TEACHER_AND_WEEK = 6;

/**
 * Messages that may wait for company or stay away, the least useful first: each makes a message of its own only while
 * fewer than so many have come this week. What is not here always goes: somebody waits for it, or a day has changed.
 */
const roomUntil: Readonly<Record<string, number>> = {
  'visit-feedback': 2,
  'strategy-check': 2,
  'strategy-review': 2,
  preference: 2,
  prebrief: 2,
  'para-visit': MESSAGES_PER_TEACHER_AND_WEEK,
  'touch-base': MESSAGES_PER_TEACHER_AND_WEEK,
};

/** What a full week has no room for. */
export const mayStayAway = (purpose: string): boolean => purpose in roomUntil;

/** Whether one of these is worth a message by itself, after so many that week. */
export const isWorthAMessage = (purposes: readonly string[], comeThisWeek: number): boolean =>
  purposes.some((purpose) => comeThisWeek < (roomUntil[purpose] ?? Number.POSITIVE_INFINITY));
