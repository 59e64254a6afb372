import type { Part } from '../card.ts';
import type { Pace, Totals } from '../minutes/pace.ts';
import { sumWords } from './minutes.ts';
import { strong, text } from './parts.ts';

/** One student of a pair whose students are to get different minutes; for the therapist's own eyes. */
export interface StudentMinutes {
  readonly room: string;
  readonly alias: string;
  /** Of the week, month … that runs. */
  readonly current: Totals;
  readonly pace: Pace;
}

/** A message holds 50 parts, and the goals come below. */
const MOST_ROOMS = 5;

/** "Otter: 20 minutes = 20 delivered." */
export const studentMinutesParts = (students: readonly StudentMinutes[]): Part[] =>
  [...new Set(students.map(({ room }) => room))].slice(0, MOST_ROOMS).flatMap((room): Part[] => [
    strong(`${room}, minutes student by student`),
    text(
      students
        .filter((one) => one.room === room)
        .map(studentLine)
        .join('\n'),
    ),
  ]);

const studentLine = ({ alias, current, pace }: StudentMinutes): string =>
  [
    `${alias}: ${sumWords(current)}`,
    ...(pace.behind > 0 ? [`${pace.behind} minutes behind.`] : []),
    ...(pace.lapsed > 0 ? [`${pace.lapsed} past the time to make them up.`] : []),
  ].join(' ');
