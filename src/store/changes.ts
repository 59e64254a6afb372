import type { Change, Scope, What } from '../core/calendar/change.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

/** Everything said about some date between these two, both included: for the school, its grades and its classes. */
export const changesOf = async (
  trx: Trx,
  schoolId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Change[]> => {
  const rows = await trx
    .selectFrom('changes')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('end_date', '>=', from)
    .where('start_date', '<=', to)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map(toChange);
};

export const changeById = async (trx: Trx, id: string): Promise<Change | undefined> => {
  const row = await trx.selectFrom('changes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toChange(row);
};

export interface NewChange extends Pick<Change, 'dates' | 'saidBy' | 'saidAt'> {
  readonly schoolId: string;
  /** Neither: it is for the whole school. */
  readonly classroomId?: string;
  readonly grade?: string;
  readonly what: What;
}

export const sayChange = async (trx: Trx, change: NewChange): Promise<string> => {
  const row = await trx
    .insertInto('changes')
    .values({
      school_id: change.schoolId,
      classroom_id: change.classroomId ?? null,
      grade: change.grade ?? null,
      start_date: change.dates.start,
      end_date: change.dates.end,
      what: JSON.stringify(change.what),
      said_by: change.saidBy,
      said_at: new Date(change.saidAt),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when there is no such change or it was undone before: the first undoing stays. */
export const undoChange = async (trx: Trx, id: string, by: string, at: Instant): Promise<boolean> => {
  const undone = await trx
    .updateTable('changes')
    .set({ undone_by: by, undone_at: new Date(at) })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return undone !== undefined;
};

/** Whoever said it may have left since; that it was said stays. */
const GONE = '';

const toChange = (row: Row<'changes'>): Change => ({
  id: row.id,
  scope: scopeOf(row),
  dates: { start: row.start_date, end: row.end_date },
  what: row.what,
  saidBy: row.said_by ?? GONE,
  saidAt: row.said_at,
  ...(row.undone_at === null ? {} : { undone: { by: row.undone_by ?? GONE, at: row.undone_at } }),
});

const scopeOf = ({ school_id: schoolId, classroom_id: classroomId, grade }: Row<'changes'>): Scope => {
  if (classroomId !== null) return { of: 'class', classroomId };
  return grade === null ? { of: 'school', schoolId } : { of: 'grade', schoolId, grade };
};
