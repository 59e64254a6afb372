import { sql } from 'kysely';
import type { Block } from '../core/classroom.ts';
import { grouped } from '../core/grouped.ts';
import type { Trx } from './schema.ts';

/** Whose week a block belongs to: a class, or one person's own. */
export type BlockOwner = { readonly classroomId: string } | { readonly memberId: string };

const columnOf = (owner: BlockOwner) =>
  'classroomId' in owner
    ? ({ column: 'classroom_id', id: owner.classroomId } as const)
    : ({ column: 'member_id', id: owner.memberId } as const);

const all = (trx: Trx) =>
  trx
    .selectFrom('blocks')
    .leftJoin('cycles', 'cycles.id', 'blocks.cycle_id')
    .select([
      'weekdays',
      'start_minute as start',
      'end_minute as end',
      'kind',
      'with_students as withStudents',
      'cycles.name as cycle',
      'cycle_days as cycleDays',
      'period',
      'effective_from as from',
      'effective_to as to',
    ])
    .orderBy('start_minute')
    .orderBy('end_minute')
    // Blocks told at once have no order of their own, and a week should read the same every time.
    .orderBy(sql`weekdays, cycle_days`);
type BlockRow = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const toBlock = ({ cycle, cycleDays, period, from, to, ...block }: BlockRow): Block => ({
  ...block,
  ...(cycle === null || cycleDays === null ? {} : { cycleDays: { cycle, days: cycleDays } }),
  ...(period === null ? {} : { period }),
  ...(from === null && to === null
    ? {}
    : { effective: { ...(from === null ? {} : { start: from }), ...(to === null ? {} : { end: to }) } }),
});

export const blocksOf = async (trx: Trx, owner: BlockOwner): Promise<Block[]> => {
  const { column, id } = columnOf(owner);
  const rows = await all(trx).where(`blocks.${column}`, '=', id).execute();
  return rows.map(toBlock);
};

/** The weeks of several classes at once, or several people's own. */
export const blocksByOwner = async (
  trx: Trx,
  column: 'classroom_id' | 'member_id',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Block[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await all(trx)
    .select(`blocks.${column} as owner`)
    .where(`blocks.${column}`, 'in', [...ids])
    .execute();
  return grouped(
    rows.flatMap(({ owner, ...row }) => (owner === null ? [] : [[owner, toBlock(row)] as const])),
  );
};

/** A whole week, whatever its blocks go by. */
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
        cycle_id: block.cycleDays ? cycleId(owner, block.cycleDays.cycle) : null,
        cycle_days: block.cycleDays ? [...block.cycleDays.days] : null,
        period: block.period ?? null,
        effective_from: block.effective?.start ?? null,
        effective_to: block.effective?.end ?? null,
      })),
    )
    .execute();
};

/** The cycle of that name in the owner's school. */
const cycleId = (owner: BlockOwner, name: string) => {
  const { column, id } = columnOf(owner);
  const owners = sql.table(column === 'classroom_id' ? 'classrooms' : 'members');
  return sql<string | null>`(select cycles.id from cycles join ${owners} as owner
    on owner.school_id = cycles.school_id where owner.id = ${id} and cycles.name = ${name})`;
};
