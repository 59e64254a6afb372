import type { ActivityKind } from './activity-kind.ts';
import type { FocusArea } from './focus-area.ts';

/** 1 = some chance to work on it, 2 = a good one, 3 = this is what the activity is made of. */
export type FitScore = 1 | 2 | 3;

/**
 * What can be worked on in which activity. Meant to be read and corrected by therapists: change a figure
 * here and proposals follow. What is not listed does not fit. Numbers in brackets are rows of the needs. Learning from
 * peers fits where children do something together (46); skills of a subject fit its own lessons and no other (10).
 */
export const fitTable: Readonly<
  Partial<Record<ActivityKind, Readonly<Partial<Record<FocusArea, FitScore>>>>>
> = {
  // Coat, backpack, first greeting; the only place for an arrival goal (4).
  arrival: { arrival: 3, self_care: 2, transition: 2, regulation: 1, social: 1 },
  // Circle: sitting, taking turns, listening, speaking up (6).
  morning_meeting: {
    language: 3,
    social: 3,
    articulation: 2,
    attention: 2,
    instructions: 2,
    regulation: 2,
    group_work: 1,
    peers: 1,
  },
  // Small tables, hands busy, easy to join one of them (5); changing tables is a transition in small (11).
  centers: {
    fine_motor: 3,
    language: 3,
    social: 3,
    group_work: 3,
    articulation: 2,
    instructions: 2,
    attention: 2,
    sensory: 2,
    transition: 2,
    handwriting: 1,
    regulation: 1,
    peers: 3,
  },
  // Grip, posture, copying from the board (7); putting a thought into words.
  writing: {
    fine_motor: 3,
    handwriting: 3,
    attention: 2,
    language: 2,
    sensory: 1,
    instructions: 1,
    written_expression: 3,
  },
  // Letter forms, lines and spacing.
  handwriting: { handwriting: 3, fine_motor: 3, attention: 1, sensory: 1 },
  // Sounds and meaning in the class's own text (10).
  reading: { articulation: 3, language: 3, attention: 2, instructions: 1, reading_skills: 3 },
  // Each sound said and heard on purpose (10).
  phonics: { articulation: 3, language: 3, attention: 2, handwriting: 1, reading_skills: 3 },
  // Listening and retelling; a long sit, where seating and fidgets are tried (41).
  read_aloud: { language: 3, attention: 3, articulation: 1, regulation: 1, sensory: 1 },
  // Steps in order (11); manipulatives, rulers, lined-up digits; word problems.
  math: {
    instructions: 3,
    attention: 2,
    fine_motor: 1,
    handwriting: 1,
    language: 1,
    group_work: 1,
    math_skills: 3,
  },
  // Experiments: steps, tools, a partner (11).
  science: {
    instructions: 3,
    fine_motor: 2,
    group_work: 2,
    language: 2,
    social: 2,
    attention: 1,
    sensory: 1,
    peers: 2,
  },
  // Talk, maps, a group task.
  social_studies: {
    language: 2,
    group_work: 2,
    attention: 2,
    social: 1,
    instructions: 1,
    handwriting: 1,
  },
  // Scissors, glue, paint; textures (18).
  art: {
    fine_motor: 3,
    sensory: 3,
    instructions: 2,
    attention: 1,
    regulation: 1,
    self_care: 1,
    social: 1,
    peers: 1,
  },
  // Loud and rhythmic: sensory goals look for it (8, 18).
  music: {
    sensory: 3,
    attention: 2,
    group_work: 2,
    regulation: 2,
    articulation: 1,
    gross_motor: 1,
    social: 1,
    peers: 1,
  },
  // Whole-body games with rules and teams (9, 18).
  pe: { gross_motor: 3, group_work: 2, instructions: 2, regulation: 2, sensory: 2, social: 2, peers: 2 },
  // Choosing, asking, telling what a book is about.
  library: { language: 2, articulation: 1, attention: 1, social: 1, reading_skills: 1 },
  // Keyboard in place of pencil; steps on a screen.
  technology: { fine_motor: 2, instructions: 2, attention: 2, handwriting: 1 },
  // Some special, not known which (18): what art, music and PE have in common.
  specials: {
    sensory: 2,
    instructions: 2,
    social: 2,
    attention: 1,
    fine_motor: 1,
    gross_motor: 1,
    group_work: 1,
    regulation: 1,
  },
  // Playground equipment, joining a game, coming back in calm.
  recess: { gross_motor: 3, social: 3, regulation: 2, sensory: 2, language: 1, peers: 2 },
  // Opening containers, trays, table talk.
  lunch: {
    self_care: 3,
    social: 3,
    fine_motor: 2,
    language: 2,
    sensory: 2,
    articulation: 1,
    regulation: 1,
    peers: 2,
  },
  // The same in small, inside the room (6).
  snack: { self_care: 3, fine_motor: 2, language: 2, sensory: 2, social: 2, articulation: 1 },
  // Packing up in the right order, lining up (6).
  dismissal: { self_care: 3, instructions: 2, transition: 2, regulation: 1 },
  // In the way there, unless moving from one thing to the next is the goal itself (12).
  transition: { transition: 3 },
  // Unstructured and noisy: play skills, and coping with it (8).
  free_play: {
    social: 3,
    language: 3,
    articulation: 2,
    fine_motor: 2,
    regulation: 2,
    sensory: 2,
    gross_motor: 1,
    group_work: 1,
    peers: 3,
  },
  // Feelings, calming down, getting along: the lesson is the goal (43).
  sel: { regulation: 3, social: 3, group_work: 2, language: 2, attention: 1, sensory: 1, peers: 2 },
  // Sharing roles and materials (5, 11).
  group_project: {
    group_work: 3,
    social: 3,
    instructions: 2,
    language: 2,
    articulation: 1,
    attention: 1,
    fine_motor: 1,
    peers: 3,
  },
  // Starting, staying and finishing alone; fidgets and seats are tried here (41); practice for a test.
  independent_work: {
    attention: 3,
    fine_motor: 2,
    handwriting: 2,
    instructions: 2,
    regulation: 1,
    sensory: 1,
    test_taking: 1,
  },
  // Nobody comes into a test, unless taking tests is the goal itself (12).
  test: { test_taking: 3 },
  // Noise and crowd to cope with (8), talk about nothing in particular.
  party: { sensory: 2, regulation: 2, social: 2, language: 1 },
};
