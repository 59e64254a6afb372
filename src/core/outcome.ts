/** How a visit went (needs 48). */
export const outcomes = ['as_planned', 'adapted', 'could_not'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why minutes were not delivered, or not as planned: facts for a record, nobody's fault. */
export const causes = [
  'absent',
  'class_changed',
  'test',
  'assembly',
  'called_away',
  'student_declined',
  'teacher_asked',
  'closed_day',
  'other',
] as const;
export type Cause = (typeof causes)[number];

/** What the therapist came upon. */
export const findings = [
  'as_expected',
  'other_activity',
  'upset',
  'tired',
  'loud_room',
  'substitute',
  'more_children',
] as const;
export type Finding = (typeof findings)[number];

/** What she did then. */
export const doings = [
  'worked_on_goal',
  'joined_in',
  'calmed_together',
  'modeled',
  'changed_materials',
  'whole_class',
  'watched',
] as const;
export type Doing = (typeof doings)[number];

/** From least to most help. */
export const promptLevels = ['alone', 'a_look', 'words', 'showing', 'hand_over_hand'] as const;
export type PromptLevel = (typeof promptLevels)[number];

/** Planned → found → did → consulted (needs 50, 51), and what was counted. */
export interface VisitNote {
  readonly found: readonly Finding[];
  readonly did: readonly Doing[];
  /** With the teacher or another adult; never counted as direct minutes (needs 45). */
  readonly consultMinutes: number;
  readonly tally: { readonly hits: number; readonly tries: number } | undefined;
  readonly promptLevel: PromptLevel | undefined;
  /** “Test next time” (needs 57). */
  readonly nextTest: string;
}
