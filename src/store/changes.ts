import { sql } from 'kysely';
import type { Change, Scope, What } from '../core/calendar/change.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import { readAnew } from './once.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Named, so that a connection keeps the statement's plan (see statement-names.ts). */
const columns = [
  'id',
  'school_id',
  'classroom_id',
  'grade',
  'start_date',
  'end_date',
  'what',
  'said_by',
  'said_at',
  'saying',
  'undone_by',
  'undone_at',
] as const;
type ChangeRow = Pick<Row<'changes'>, (typeof columns)[number]>;

/** Everything said about some date between these two, both included: for the school, its grades and its classes. */
export const changesOf = async (
  trx: Trx,
  schoolId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Change[]> => {
  const rows = await trx
    .selectFrom('changes')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('end_date', '>=', from)
    .where('start_date', '<=', to)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map(toChange);
};

export const changeById = async (trx: Trx, id: string): Promise<Change | undefined> => {
  const row = await trx.selectFrom('changes').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toChange(row);
};

export interface NewChange extends Pick<Change, 'dates' | 'saidBy' | 'saidAt'> {
  /** Shared by what was said in one breath; a UUID. */
  readonly saying?: string;
  readonly schoolId: string;
  /** Neither: it is for the whole school. */
  readonly classroomId?: string;
  readonly grade?: string;
  readonly what: What;
}

export const sayChange = async (trx: Trx, change: NewChange): Promise<string> => {
  readAnew(trx);
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
      ...(change.saying === undefined ? {} : { saying: change.saying }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** The same for other dates, in the same breath. */
export const sayAlso = async (
  trx: Trx,
  changeId: string,
  dates: Change['dates'],
  saidAt: Instant,
): Promise<void> => {
  readAnew(trx);
  await trx
    .insertInto('changes')
    .columns([
      'school_id',
      'classroom_id',
      'grade',
      'what',
      'said_by',
      'saying',
      'start_date',
      'end_date',
      'said_at',
    ])
    .expression((query) =>
      query
        .selectFrom('changes')
        .select(['school_id', 'classroom_id', 'grade', 'what', 'said_by', 'saying'])
        .select([
          sql<LocalDate>`${dates.start}::date`.as('start_date'),
          sql<LocalDate>`${dates.end}::date`.as('end_date'),
          timestamp(saidAt).as('said_at'),
        ])
        .where('id', '=', changeId),
    )
    .execute();
};

/** Everything that was said in the same breath as this change, itself included. */
export const sayingOf = async (trx: Trx, changeId: string): Promise<Change[]> => {
  const rows = await trx
    .selectFrom('changes')
    .select(columns)
    .where((where) =>
      where(
        'saying',
        '=',
        where.selectFrom('changes as one').select('one.saying').where('one.id', '=', changeId),
      ),
    )
    .orderBy('start_date')
    .orderBy('id')
    .execute();
  return rows.map(toChange);
};

/** What this person said and has not taken back, about days that are not over; the latest first. */
export const changesSaidBy = async (
  trx: Trx,
  memberId: string,
  today: LocalDate,
): Promise<(Change & { readonly saying: string })[]> => {
  const rows = await trx
    .selectFrom('changes')
    .select(columns)
    .where('said_by', '=', memberId)
    .where('undone_at', 'is', null)
    .where('end_date', '>=', today)
    .orderBy('said_at', 'desc')
    .orderBy('start_date')
    .execute();
  return rows.map((row) => ({ ...toChange(row), saying: row.saying }));
};

/** False when there is no such change or it was undone before: the first undoing stays. */
export const undoChange = async (trx: Trx, id: string, by: string, at: Instant): Promise<boolean> => {
  readAnew(trx);
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

const toChange = (row: ChangeRow): Change => ({
  id: row.id,
  scope: scopeOf(row),
  dates: { start: row.start_date, end: row.end_date },
  what: row.what,
  saidBy: row.said_by ?? GONE,
  saidAt: row.said_at,
  ...(row.undone_at === null ? {} : { undone: { by: row.undone_by ?? GONE, at: row.undone_at } }),
});

const scopeOf = ({ school_id: schoolId, classroom_id: classroomId, grade }: ChangeRow): Scope => {
  if (classroomId !== null) return { of: 'class', classroomId };
  return grade === null ? { of: 'school', schoolId } : { of: 'grade', schoolId, grade };
};
