import type { Card } from '../card.ts';
import type { Cause } from '../outcome.ts';
import type { LocalDate, Minute } from '../time.ts';
import { formatClock, shortDate, worded } from './clock-words.ts';
import { causeLabel } from './outcome.ts';
import { action, counted, muted, note, text } from './parts.ts';

export interface SlotPattern {
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly start: Minute;
  readonly since: LocalDate;
  readonly minutes: number;
  readonly causes: readonly Cause[];
}

/** The third time one slot fell through (needs 49): a summary that can be passed on as it is. */
export const slotPatternCard = (pattern: SlotPattern): Card => ({
  kind: 'slot-pattern',
  push: 'One time keeps falling through',
  title: `${pattern.classroomName}, ${worded(pattern.date, 'cccc')}s at ${formatClock(pattern.start)}: ${pattern.causes.length} times now`,
  parts: [
    text(
      `Since ${shortDate(pattern.since)}, ${counted(pattern.causes.length, 'agreed visit', 'agreed visits')} at this time did not take place (${causeCounts(pattern.causes)}): ${pattern.minutes} minutes. Another time may work better.`,
    ),
    muted('You may pass this on as it is: it names no student and no teacher.'),
  ],
  actions: [action('schedule.show', 'Find other times', '', { tone: 'primary' })],
});

const causeCounts = (causes: readonly Cause[]): string =>
  [...new Set(causes)]
    .map((cause) => `${causes.filter((one) => one === cause).length} × ${causeLabel[cause]}`)
    .join(', ');

export type ReviewAnswer = 'keep' | 'time' | 'format' | 'stop';

interface ReviewFacts {
  readonly id: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly delivered: number;
  readonly mandated: number;
}

/** Every six weeks (needs 52): “if it doesn’t make sense any more, it is OK to change”. */
export const reviewCard = (review: ReviewFacts, answer: ReviewAnswer | null): Card => {
  const tap = (label: string, value: ReviewAnswer) => action('review.answer', label, review.id, { value });
  switch (answer) {
    case null:
      return {
        kind: 'pair-review',
        push: 'Is this still the right arrangement?',
        title: `Six weeks in ${review.classroomName} with ${review.teacherName}. Still right?`,
        parts: [
          text(`${review.delivered} of ${review.mandated} minutes were delivered. It is fine to change.`),
        ],
        actions: [
          tap('Keep it', 'keep'),
          tap('Another time', 'time'),
          tap('Another way', 'format'),
          tap('Stop', 'stop'),
        ],
      };
    case 'keep':
      return note('pair-review', 'Kept as it is', 'I ask again in six weeks.');
    case 'time':
      return {
        ...note(
          'pair-review',
          `Another time in ${review.classroomName}`,
          'What is agreed stays until you take it back.',
        ),
        actions: [action('schedule.show', 'Find other times', '', { tone: 'primary' })],
      };
    case 'format':
      return note(
        'pair-review',
        `Another way in ${review.classroomName}`,
        `Talk it over with ${review.teacherName} at your next touch-base. The next visit’s card says who leads, where and with whom.`,
      );
    case 'stop':
      return note(
        'pair-review',
        `No more visits in ${review.classroomName}`,
        `${review.teacherName} is told. “pair” starts again whenever you like.`,
      );
  }
};

export const reviewStopCard = (review: ReviewFacts): Card => ({
  kind: 'pair-review',
  push: 'Stop visits there?',
  title: `Stop visits in ${review.classroomName}?`,
  parts: [text('Visits still to come are taken back. Minutes counted so far stay.')],
  actions: [
    action('review.stop', 'Yes, stop', review.id, { tone: 'danger' }),
    action('review.answer', 'Keep it', review.id, { value: 'keep' }),
  ],
});
