import { sql } from 'kysely';
import type { LocalDate } from '../core/time.ts';
import { organizationTables, referencesTo } from './catalog.ts';
import type { Trx } from './schema.ts';
import { written, writtenAround, writtenBy } from './written-words.ts';

/** How many rows went or were emptied, by table. */
export type Forgotten = Readonly<Record<string, number>>;

const counting = () => {
  const counts: Record<string, number> = {};
  const add = (table: string, count: bigint | number | undefined): void => {
    const more = Number(count ?? 0);
    if (more > 0) counts[table] = (counts[table] ?? 0) + more;
  };
  return { counts, add };
};

/**
 * A person who left: the account, the name and everything of their own goes, and so does what they wrote. Visits that
 * took place stay, without a name, because the district answers for the minutes.
 */
export const forgetPerson = async (
  trx: Trx,
  memberId: string,
  name: string,
  today: LocalDate,
): Promise<Forgotten> => {
  const { counts, add } = counting();
  const theirs = sql`(therapist_id = ${memberId} or teacher_id = ${memberId})`;
  for (const one of written) {
    const [table, rows] = [sql.table(one.table), writtenBy(one, memberId)];
    const emptied = sql.join(one.columns.map((column) => sql`${sql.ref(column)} = default`));
    const done = await (one.isNothingElse
      ? sql`delete from ${table} where ${rows}`
      : sql`update ${table} set ${emptied} where ${rows}`
    ).execute(trx);
    add(one.table, done.numAffectedRows);
  }
  await sql`update outbox set state = 'cancelled', reason = 'forgotten' where state = 'queued' and subject_id in
    (select id from visits where ${theirs} union select id from pairings where ${theirs}
      union select id from touch_bases where pairing_id in (select id from pairings where ${theirs}))`.execute(
    trx,
  );
  const visits = await sql`update visits set state = 'withdrawn', version = version + 1
    where ${theirs} and date >= ${today}::date and outcome is null and state in ('proposed', 'agreed')`.execute(
    trx,
  );
  add('visits', visits.numAffectedRows);
  const pairings = await sql`update pairings set state = 'ended' where ${theirs}
    and state in ('invited', 'active')`.execute(trx);
  add('pairings', pairings.numAffectedRows);
  for (const { table, column } of await referencesTo(trx, 'members')) {
    if (column !== 'member_id' || table === 'note_reads') continue;
    const done = await sql`delete from ${sql.table(table)} where member_id = ${memberId}`.execute(trx);
    add(table, done.numAffectedRows);
  }
  const member = await sql`update members set name = ${name}, active = false, hush_until = null
    where id = ${memberId}`.execute(trx);
  add('members', member.numAffectedRows);
  return counts;
};

/** The alias goes, whatever points at it, and the word itself out of what adults wrote around it. */
export const forgetStudent = async (trx: Trx, studentId: string, alias: string): Promise<Forgotten> => {
  const { counts, add } = counting();
  for (const one of written) {
    // As JSON spells it, where it stands in JSON.
    const spelled = one.isJson ? JSON.stringify(alias).slice(1, -1) : alias;
    const pattern = `(^|\\W)${spelled.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`;
    for (const name of one.columns) {
      const [column, words] = [sql.ref(name), sql`${sql.ref(name)}::text`];
      const without = sql`regexp_replace(${words}, ${pattern}, '\\1…', 'gi')`;
      const done =
        await sql`update ${sql.table(one.table)} set ${column} = ${one.isJson ? sql`(${without})::jsonb` : without}
        where ${words} ~* ${pattern} and ${writtenAround(one, studentId)}`.execute(trx);
      add(one.table, done.numAffectedRows);
    }
  }
  for (const { table, column } of await referencesTo(trx, 'students')) {
    const done = await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${studentId}`.execute(
      trx,
    );
    add(table, done.numAffectedRows);
  }
  const student = await sql`delete from students where id = ${studentId}`.execute(trx);
  add('students', student.numAffectedRows);
  return counts;
};

/** Everything, the trail too; what is left is counted afterwards and must be nothing. */
export const forgetOrganization = async (trx: Trx): Promise<Forgotten> => {
  const { counts, add } = counting();
  const tables = await organizationTables(trx);
  for (const table of tables) add(table, await countOf(trx, table));
  await deleteOrganization(trx);
  for (const table of tables)
    if ((await countOf(trx, table)) > 0) throw new Error(`rows of ${table} outlived their organization`);
  return counts;
};

export const deleteOrganization = async (trx: Trx): Promise<void> => {
  await trx.deleteFrom('organizations').execute();
  // Bound to no other table, so that every act costs one insert and no check.
  await trx.deleteFrom('inbox').execute();
};

const countOf = async (trx: Trx, table: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(trx);
  return rows[0]?.count ?? 0;
};
