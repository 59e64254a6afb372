import type { ActivityKind } from '../activity-kind.ts';
import type { FocusArea } from '../focus-area.ts';
import type { Discipline } from '../people.ts';
import type { Move } from './move.ts';
import { arrival } from './moves/arrival.ts';
import { articulation } from './moves/articulation.ts';
import { attention } from './moves/attention.ts';
import { fineMotor } from './moves/fine-motor.ts';
import { grossMotor } from './moves/gross-motor.ts';
import { groupWork } from './moves/group-work.ts';
import { handwriting } from './moves/handwriting.ts';
import { instructions } from './moves/instructions.ts';
import { language } from './moves/language.ts';
import { peers } from './moves/peers.ts';
import { regulation } from './moves/regulation.ts';
import { selfCare } from './moves/self-care.ts';
import { sensory } from './moves/sensory.ts';
import { social } from './moves/social.ts';
import { mathSkills, readingSkills, writtenExpression } from './moves/subject-skills.ts';
import { testTaking } from './moves/test-taking.ts';
import { transition } from './moves/transition.ts';

/** What to do about it, most particular first within each (needs 40). */
export const playbook: Readonly<Record<FocusArea, readonly Move[]>> = {
  fine_motor: fineMotor,
  handwriting,
  sensory,
  regulation,
  articulation,
  language,
  social,
  attention,
  gross_motor: grossMotor,
  self_care: selfCare,
  instructions,
  group_work: groupWork,
  peers,
  transition,
  arrival,
  test_taking: testTaking,
  reading_skills: readingSkills,
  written_expression: writtenExpression,
  math_skills: mathSkills,
};

/** More is a list to study, not a pick of ten seconds. */
const MOST = 3;

/** Two or three moves for this work in that activity: made for both first, then for either, then for anywhere. */
export const movesFor = (
  kind: ActivityKind,
  discipline: Discipline | null,
  focus: FocusArea,
): readonly string[] => {
  const fitting = playbook[focus].filter(
    ({ at, by }) =>
      (at === undefined || at.includes(kind)) &&
      (by === undefined || (discipline !== null && by.includes(discipline))),
  );
  const particular = ({ at, by }: Move): number => (at === undefined ? 0 : 2) + (by === undefined ? 0 : 1);
  return [...fitting]
    .sort((a, b) => particular(b) - particular(a))
    .slice(0, MOST)
    .map(({ words }) => words);
};
