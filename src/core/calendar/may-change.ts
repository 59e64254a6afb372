import type { Classroom } from '../classroom.ts';
import type { Member } from '../people.ts';
import type { Change, Scope } from './change.ts';

/**
 * A teacher says what happens in her own class, a coordinator in all of the school. Only the school as a whole
 * closes or gets another bell schedule.
 */
export const mayChange = (
  member: Member,
  { scope, what }: Pick<Change, 'scope' | 'what'>,
  classrooms: readonly Classroom[],
): boolean => {
  const ofSchool = what.do === 'close' || what.do === 'day-type';
  if (!member.active || (ofSchool && scope.of !== 'school')) return false;
  if (member.role === 'coordinator') return member.schoolId === schoolOf(scope, classrooms);
  return (
    member.role === 'teacher' &&
    scope.of === 'class' &&
    classrooms.some(({ id, teacherId }) => id === scope.classroomId && teacherId === member.id)
  );
};

const schoolOf = (scope: Scope, classrooms: readonly Classroom[]): string | undefined =>
  scope.of === 'class' ? classrooms.find(({ id }) => id === scope.classroomId)?.schoolId : scope.schoolId;

/** Whoever may say it may take it back. */
export const undo = (change: Change, by: string, at: number): Change =>
  change.undone === undefined ? { ...change, undone: { by, at } } : change;
