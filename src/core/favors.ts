/** What a therapist can take off a teacher's plate before or in a lesson (needs 29); lines to read out in front of a class. */
export const favors = [
  'Print adapted paper for everybody who likes it',
  'Cut, sort or laminate the materials',
  'Set out the centers before you start',
  'Make a picture schedule for the lesson',
  'Make a word bank and sentence starters for the board',
  'Lead a breathing exercise with the class',
  'Lead a movement break with the class',
  'Make a basket of quiet fidgets for the class',
  'Take the class down the hall or to the door',
  'Clean up and put away after the lesson',
] as const;

/** Anything else is somebody's own words, which stay behind a tap. */
export const isListedFavor = (what: string): boolean => favors.some((known) => known === what);
