import type { Change } from '../../core/calendar/change.ts';
import type { Card } from '../../core/card.ts';
import type { LocalDate } from '../../core/time.ts';
import {
  type ChangeFacts,
  changeCard,
  gradeWords,
  type SkippedIn,
  type Spread,
} from '../../core/wording/change.ts';
import { sayingOf } from '../../store/changes.ts';
import { classroomById } from '../../store/classrooms.ts';
import type { Trx } from '../../store/schema.ts';
import { schools } from '../../store/schools.ts';
import type { Counter } from '../desk.ts';

const factsOf = async (trx: Trx, { scope, dates, what }: Change): Promise<ChangeFacts> => {
  if (scope.of !== 'class') {
    const all = await schools(trx);
    // Whoever works in several has to know which.
    const school = all.length < 2 ? undefined : all.find(({ id }) => id === scope.schoolId)?.name;
    const grade = scope.of === 'grade' ? gradeWords(scope.grade) : undefined;
    return { place: [grade, school].filter((part) => part !== undefined).join(', '), dates, what };
  }
  const room = await classroomById(trx, scope.classroomId);
  return { place: room?.name ?? '', dates, what };
};

export const allFactsOf = async (trx: Trx, changes: readonly Change[]): Promise<ChangeFacts[]> => {
  const facts: ChangeFacts[] = [];
  for (const change of changes) facts.push(await factsOf(trx, change));
  return facts;
};

export interface Beside {
  readonly doubt?: LocalDate;
  readonly skipped?: readonly SkippedIn[];
}

/** What was said in one breath, to whoever said it; `known` when it was said before. */
export const drawChange = async (
  { trx, local }: Counter,
  id: string,
  spread: Spread | 'known',
  beside: Beside = {},
): Promise<Card> => {
  const changes = await allFactsOf(trx, await sayingOf(trx, id));
  return changeCard({ id, changes, spread, ...beside }, local.date);
};
