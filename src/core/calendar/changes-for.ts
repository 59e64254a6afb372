import type { Classroom } from '../classroom.ts';
import { grouped } from '../grouped.ts';
import type { Change, Scope } from './change.ts';

type Place = Pick<Classroom, 'id' | 'schoolId' | 'grade'>;

const keyOf = (scope: Scope): string => {
  switch (scope.of) {
    case 'class':
      return JSON.stringify(['class', scope.classroomId]);
    case 'grade':
      return JSON.stringify(['grade', scope.schoolId, scope.grade]);
    case 'school':
      return JSON.stringify(['school', scope.schoolId]);
  }
};

/** Sorts the changes of a whole district once, and hands each class those that concern it. */
export const createChangesFor = (changes: readonly Change[]): ((place: Place) => Change[]) => {
  const standing = changes.filter(({ undone }) => undone === undefined);
  const byScope = grouped(standing.map((change) => [keyOf(change.scope), change]));
  return ({ id, schoolId, grade }) => {
    const scopes: Scope[] = [
      { of: 'class', classroomId: id },
      { of: 'school', schoolId },
      ...(grade === undefined ? [] : [{ of: 'grade' as const, schoolId, grade }]),
    ];
    return scopes.flatMap((scope) => byScope.get(keyOf(scope)) ?? []);
  };
};
