import type { FocusArea } from '../focus-area.ts';

/** In the middle of a sentence: "fits fine motor". */
export const focusLabel: Readonly<Record<FocusArea, string>> = {
  fine_motor: 'fine motor',
  handwriting: 'handwriting',
  sensory: 'sensory needs',
  regulation: 'self-regulation',
  articulation: 'articulation',
  language: 'language',
  social: 'social skills',
  attention: 'attention',
  gross_motor: 'gross motor',
  self_care: 'self-care',
  instructions: 'following directions',
  group_work: 'working in a group',
  peers: 'learning from peers',
  transition: 'transitions',
  arrival: 'arrival routine',
  test_taking: 'test taking',
  reading_skills: 'reading skills',
  written_expression: 'written expression',
  math_skills: 'math skills',
};
