import { sql } from 'kysely';
import type { LocalDate } from '../core/time.ts';
import { organizationTables, referencesTo, wordsOfPairings } from './catalog.ts';
import type { Trx } from './schema.ts';

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
  for (const { table, column } of await wordsOfPairings(trx)) {
    const [, side] = /^(teacher|therapist)_wrote$/.exec(column) ?? [];
    if (side === undefined) continue;
    const done =
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} is not null
      and pairing_id in (select id from pairings where ${sql.ref(`${side}_id`)} = ${memberId})`.execute(trx);
    add(table, done.numAffectedRows);
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

/** The alias goes, whatever points at it, and the word itself out of what was written about its pairings. */
export const forgetStudent = async (trx: Trx, studentId: string, alias: string): Promise<Forgotten> => {
  const { counts, add } = counting();
  const pairings = sql`(select pairing_id from pairing_students where student_id = ${studentId})`;
  // As JSON spells it, where it stands in JSON.
  const spelled = (isJson: boolean) => (isJson ? JSON.stringify(alias).slice(1, -1) : alias);
  for (const { table, column, isJson, by } of await wordsOfPairings(trx)) {
    const words = sql`${sql.ref(column)}::text`;
    const pattern = `(^|\\W)${spelled(isJson).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`;
    const without = sql`regexp_replace(${words}, ${pattern}, '\\1…', 'gi')`;
    const ofPairings =
      by === 'pairing_id' ? pairings : sql`(select id from visits where pairing_id in ${pairings})`;
    const done =
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${isJson ? sql`(${without})::jsonb` : without}
      where ${words} ~* ${pattern} and ${sql.ref(by)} in ${ofPairings}`.execute(trx);
    add(table, done.numAffectedRows);
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
  await trx.deleteFrom('organizations').execute();
  // Bound to no other table.
  await trx.deleteFrom('inbox').execute();
  for (const table of tables)
    if ((await countOf(trx, table)) > 0) throw new Error(`rows of ${table} outlived their organization`);
  return counts;
};

const countOf = async (trx: Trx, table: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(trx);
  return rows[0]?.count ?? 0;
};
