import type { ActivityKind } from '../core/activity-kind.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { untold } from './untold.ts';

export interface ClassPreference {
  readonly kinds: readonly ActivityKind[];
  readonly saidAt: Instant;
}

/** In which activities the teachers of these classes like company; nothing of those who have not said. */
export const preferencesOf = async (
  trx: Trx,
  classroomIds: readonly string[],
): Promise<ReadonlyMap<string, ClassPreference>> => {
  if (classroomIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('class_preferences')
    .select(['classroom_id', 'kinds', 'said_at as saidAt'])
    .where('classroom_id', 'in', [...classroomIds])
    .execute();
  return new Map(rows.map(({ classroom_id, ...said }) => [classroom_id, said]));
};

export const keepPreference = async (
  trx: Trx,
  classroomId: string,
  kinds: readonly ActivityKind[],
  now: Instant,
): Promise<void> => {
  const said = { kinds: [...kinds], said_at: new Date(now) };
  await trx
    .insertInto('class_preferences')
    .values({ classroom_id: classroomId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'classroom_id']).doUpdateSet(said))
    .execute();
};

/** Classes of a school with a pairing from before `settled`, whose teacher was not asked since the term began. */
export const classesToAsk = (
  trx: Trx,
  schoolId: string,
  { termStart, settled }: { readonly termStart: Instant; readonly settled: Instant },
): Promise<{ classroomId: string; teacherId: string }[]> =>
  trx
    .selectFrom('classrooms')
    .select(['classrooms.id as classroomId', 'classrooms.teacher_id as teacherId'])
    .where('classrooms.school_id', '=', schoolId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('pairings')
          .select('pairings.id')
          .whereRef('pairings.classroom_id', '=', 'classrooms.id')
          .where('pairings.state', '=', 'active')
          .where('pairings.invited_at', '<', timestamp(settled)),
      ),
    )
    .where(untold('preference', { subject: 'classrooms.id', since: termStart }))
    .orderBy('classrooms.id')
    .execute();
