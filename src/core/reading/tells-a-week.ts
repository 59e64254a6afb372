import { readRoutine } from './read-routine.ts';

const everyWeek = /\b(?:every|each|daily|always|usually|mondays|tuesdays|wednesdays|thursdays|fridays)\b/iu;

/** "centers Tue and Thu 10–10:45, writing every day 9–9:40": an ordinary week, not an answer about one date. */
export const tellsAWeek = (text: string): boolean => {
  const { blocks, faults } = readRoutine(text);
  if (blocks.length === 0 || faults.length > 0) return false;
  // All five days are also what is assumed where none is named.
  const namesSeveral = blocks.some(({ weekdays }) => weekdays.length > 1 && weekdays.length < 5);
  return everyWeek.test(text) || namesSeveral;
};
