/** What a class can be doing. The names a teacher sees are in wording/activity-kinds.ts. */
export const activityKinds = [
  'arrival',
  'morning_meeting',
  'centers',
  'writing',
  'handwriting',
  'reading',
  'phonics',
  'read_aloud',
  'math',
  'science',
  'social_studies',
  'art',
  'music',
  'pe',
  'library',
  'technology',
  'specials',
  'recess',
  'lunch',
  'snack',
  'dismissal',
  'transition',
  'free_play',
  'sel',
  'group_project',
  'presentation',
  'independent_work',
  'test',
  'assembly',
  'field_trip',
  'drill',
  'party',
  'movie',
  'prep',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A therapist has nothing to do there, or would be in the way: never proposed (needs 12). */
const closedKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'test',
  'assembly',
  'field_trip',
  'drill',
  'transition',
  'presentation',
  'movie',
  'prep',
]);

/** The class is with someone else or out of the room: its own teacher has no students. */
const awayKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'specials',
  'art',
  'music',
  'pe',
  'library',
  'technology',
  'lunch',
  'recess',
  'prep',
]);

/** Put into a day or a week once; an ordinary week does not hold them. */
const eventKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'test',
  'assembly',
  'field_trip',
  'drill',
  'party',
  'movie',
]);

export const isEvent = (kind: ActivityKind): boolean => eventKinds.has(kind);
export const isClosed = (kind: ActivityKind): boolean => closedKinds.has(kind);
export const isAway = (kind: ActivityKind): boolean => awayKinds.has(kind);
