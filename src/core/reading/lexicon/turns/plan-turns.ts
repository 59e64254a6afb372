import type { WordClasses } from '../../turns.ts';

/** What a therapist says who wants a time or a room found for somebody. */
export const planTurns: readonly string[] = [
  '{seek} me|us|him|her|them? a|an|some|my|any|another|two|2|three|3|few? good|best|better|open|free|other|possible? {opening}',
  'need|needs|owe|owes a|some|two|2|three|3|his|her|their? makeup|makeups',
  'do|make|run|build|plan the|my|this|next week|day|schedule|plan|one again|over',
  'anything|anywhere open|free|available',
  'plan today|tomorrow|monday|tuesday|wednesday|thursday|friday|mon|tues|wed|thurs|fri|around',
];

export const planClasses: WordClasses = {
  seek: [
    ...['find', 'get', 'give', 'gimme', 'show', 'pick', 'suggest', 'choose', 'list', 'need', 'want', 'offer'],
    ...['got', 'have', 'any'],
  ],
  opening: [
    ...['times', 'slot', 'slots', 'spot', 'spots', 'opening', 'openings', 'window', 'windows', 'gap', 'gaps'],
    ...['somewhere', 'someplace', 'place', 'places', 'availability', 'options', 'ideas', 'suggestions'],
  ],
};
