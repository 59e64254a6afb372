/** What therapy works on; a pairing has one to a few. The words are in wording/focus-areas.ts. */
export const focusAreas = [
  'fine_motor',
  'handwriting',
  'sensory',
  'regulation',
  'articulation',
  'language',
  'social',
  'attention',
  'gross_motor',
  'self_care',
  'instructions',
  'group_work',
  'peers',
  'transition',
  'arrival',
  'test_taking',
  // Bound to one subject.
  'reading_skills',
  'written_expression',
  'math_skills',
] as const;
export type FocusArea = (typeof focusAreas)[number];
