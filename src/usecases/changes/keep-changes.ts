import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { spanning } from '../../core/calendar/by-date.ts';
import type { Change, Scope } from '../../core/calendar/change.ts';
import { changesOf, type NewChange, sayChange, sayingOf } from '../../store/changes.ts';
import { classroomById } from '../../store/classrooms.ts';
import type { Trx } from '../../store/schema.ts';
import type { Counter } from '../desk.ts';

export type Row = Omit<NewChange, 'saidBy' | 'saidAt' | 'saying'>;

/** Kept as one saying; where the latest word about these days is the very same, that one counts. */
export const keepChanges = async (
  { trx, me, now }: Counter,
  rows: readonly Row[],
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  const standing = await latestSaying(trx, rows);
  const same =
    standing?.length === rows.length && rows.every((row) => standing.some((one) => isSame(one, row)));
  if (standing && same) return { id: standing[0]?.id ?? '', isNew: false };
  const saying = randomUUID();
  const ids: string[] = [];
  for (const row of rows) ids.push(await sayChange(trx, { ...row, saying, saidBy: me.id, saidAt: now }));
  return { id: ids[0] ?? '', isNew: true };
};

const latestSaying = async (trx: Trx, rows: readonly Row[]): Promise<Change[] | undefined> => {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { start, end } = spanning(rows.map((row) => row.dates));
  const said = await changesOf(trx, first.schoolId, start, end);
  const last = said.findLast(
    ({ undone, scope }) => undone === undefined && rows.some((row) => meets(scope, row)),
  );
  return last && (await sayingOf(trx, last.id)).filter(({ undone }) => undone === undefined);
};

/** What another class does is no later word about this one. */
const meets = (scope: Scope, { classroomId }: Row): boolean =>
  scope.of !== 'class' || classroomId === undefined || scope.classroomId === classroomId;

const isSame = ({ scope, dates, what }: Change, row: Row): boolean =>
  isDeepStrictEqual({ scope, dates, what }, { scope: scopeOf(row), dates: row.dates, what: row.what });

const scopeOf = ({ schoolId, classroomId, grade }: Row): Scope => {
  if (classroomId !== undefined) return { of: 'class', classroomId };
  return grade === undefined ? { of: 'school', schoolId } : { of: 'grade', schoolId, grade };
};

/** Whether another word says the same of some of these days: taken back, it still holds. */
export const stillSaid = async (trx: Trx, changes: readonly Change[]): Promise<boolean> => {
  for (const { scope, dates, what } of changes) {
    const schoolId =
      scope.of === 'class' ? (await classroomById(trx, scope.classroomId))?.schoolId : scope.schoolId;
    const said = schoolId === undefined ? [] : await changesOf(trx, schoolId, dates.start, dates.end);
    if (said.some((one) => !one.undone && isDeepStrictEqual([one.scope, one.what], [scope, what])))
      return true;
  }
  return false;
};
