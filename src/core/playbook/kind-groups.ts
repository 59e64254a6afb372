import type { ActivityKind } from '../activity-kind.ts';

/** Activities in which the same things can be done. */
export const onPaper = [
  'writing',
  'handwriting',
  'independent_work',
] as const satisfies readonly ActivityKind[];
export const atTables = ['centers', 'science', 'group_project'] as const satisfies readonly ActivityKind[];
export const withNumbers = ['math'] as const satisfies readonly ActivityKind[];
export const withBooks = ['reading', 'phonics', 'library'] as const satisfies readonly ActivityKind[];
export const listening = ['read_aloud', 'morning_meeting'] as const satisfies readonly ActivityKind[];
export const talking = [
  'morning_meeting',
  'sel',
  'social_studies',
] as const satisfies readonly ActivityKind[];
export const eating = ['snack', 'lunch'] as const satisfies readonly ActivityKind[];
export const atTheDoor = ['arrival', 'dismissal', 'transition'] as const satisfies readonly ActivityKind[];
export const playing = ['recess', 'free_play', 'party'] as const satisfies readonly ActivityKind[];
export const moving = ['pe', 'music', 'recess', 'specials'] as const satisfies readonly ActivityKind[];
export const making = ['art', 'specials'] as const satisfies readonly ActivityKind[];
