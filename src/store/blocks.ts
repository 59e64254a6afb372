import type { Block } from '../core/classroom.ts';
import type { Trx } from './schema.ts';

/** Whose week a block belongs to: a class, or one person's own. */
export type BlockOwner = { readonly classroomId: string } | { readonly memberId: string };

const columnOf = (owner: BlockOwner) =>
  'classroomId' in owner
    ? ({ column: 'classroom_id', id: owner.classroomId } as const)
    : ({ column: 'member_id', id: owner.memberId } as const);

const columns = [
  'weekdays',
  'start_minute as start',
  'end_minute as end',
  'kind',
  'with_students as withStudents',
] as const;

export const blocksOf = (trx: Trx, owner: BlockOwner): Promise<Block[]> => {
  const { column, id } = columnOf(owner);
  return trx.selectFrom('blocks').select(columns).where(column, '=', id).orderBy('start_minute').execute();
};

/** The blocks of all classes one teacher has: her students' whole week. */
export const blocksOfTeacher = (trx: Trx, teacherId: string): Promise<Block[]> =>
  trx
    .selectFrom('blocks')
    .select(columns)
    .where('classroom_id', 'in', (select) =>
      select.selectFrom('classrooms').select('id').where('teacher_id', '=', teacherId),
    )
    .orderBy('start_minute')
    .execute();

export const replaceBlocks = async (trx: Trx, owner: BlockOwner, blocks: readonly Block[]): Promise<void> => {
  const { column, id } = columnOf(owner);
  await trx.deleteFrom('blocks').where(column, '=', id).execute();
  if (blocks.length === 0) return;
  await trx
    .insertInto('blocks')
    .values(
      blocks.map((block) => ({
        classroom_id: column === 'classroom_id' ? id : null,
        member_id: column === 'member_id' ? id : null,
        weekdays: [...block.weekdays],
        start_minute: block.start,
        end_minute: block.end,
        kind: block.kind,
        with_students: block.withStudents,
      })),
    )
    .execute();
};
