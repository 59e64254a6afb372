import type { WordClasses } from '../../turns.ts';

/** Ways to ask for a talk that hold many sentences each. */
export const meetingTurns: readonly string[] = [
  '{talk} {about}|monday|tuesday|wednesday|thursday|friday|mon|tues|tue|wed|weds|thurs|thur|thu|fri',
  'can|could|may|might|shall|should i|we|you {softly}? {talk}',
  'can|could|may|might|shall|should i|we {softly}? see|catch|grab|borrow|steal you',
  'want|need|like|love|able|available|time|min|let|lets|wanna to|us? {talk}',
];

export const meetingClasses: WordClasses = {
  talk: ['talk', 'meet', 'speak', 'confer', 'chat', 'connect', 'huddle', 'debrief', 'zoom'],
  about: [
    ...['about', 'with', 'for', 'regarding', 'briefly', 'quickly', 'sometime', 'up', 'me', 'on'],
    ...['after', 'before', 'during', 'today', 'tomorrow', 'this', 'next'],
  ],
};
