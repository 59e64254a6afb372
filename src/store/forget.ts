import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../core/time.ts';
import { aliasPattern } from './alias-pattern.ts';
import { organizationTables, referencesTo } from './catalog.ts';
import { forgetNameOf } from './forget-name.ts';
import { refresh } from './outbox.ts';
import type { Trx } from './schema.ts';
import { pairingsOnlyFor, visitsOnlyFor } from './students-own.ts';
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

/** What belongs to one person alone, though other columns than `member_id` say so. */
const ownBeside = ['joinings.made_by', 'week_plans.therapist_id'];

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
    where ${theirs} and date >= ${today}::date and outcome is null and state in ('held', 'proposed', 'agreed')`.execute(
    trx,
  );
  add('visits', visits.numAffectedRows);
  // Also one that was declined, which a teacher may change her mind about.
  const pairings =
    await sql`update pairings set state = 'ended' where ${theirs} and state <> 'ended'`.execute(trx);
  add('pairings', pairings.numAffectedRows);
  for (const { table, column } of await referencesTo(trx, 'members')) {
    const isTheirs =
      column === 'member_id' ? table !== 'note_reads' : ownBeside.includes(`${table}.${column}`);
    if (!isTheirs) continue;
    const done = await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${memberId}`.execute(
      trx,
    );
    add(table, done.numAffectedRows);
  }
  for (const [table, count] of Object.entries(await forgetNameOf(trx, memberId))) add(table, count);
  const member = await sql`update members set name = ${name}, active = false, hush_until = null
    where id = ${memberId}`.execute(trx);
  add('members', member.numAffectedRows);
  return counts;
};

/**
 * The alias goes, whatever points at it, what was noted of this student alone, and the word itself out of what adults
 * wrote around it. Visits stay for the minutes' sake, without saying whose they were; those to come for nobody else are off.
 */
export const forgetStudent = async (
  trx: Trx,
  studentId: string,
  alias: string,
  today: LocalDate,
): Promise<Forgotten> => {
  const { counts, add } = counting();
  const [visits, pairings] = [visitsOnlyFor(studentId), pairingsOnlyFor(studentId)];
  for (const [table, rows] of [
    ['visit_notes', sql`visit_id in ${visits}`],
    ['intentions', sql`visit_id in ${visits}`],
    ['visit_feedback', sql`visit_id in ${visits}`],
    ['next_tries', sql`pairing_id in ${pairings}`],
    ['strategies', sql`pairing_id in ${pairings}`],
  ] as const)
    add(table, (await sql`delete from ${sql.table(table)} where ${rows}`.execute(trx)).numAffectedRows);
  const pattern = aliasPattern(alias);
  for (const one of written) {
    for (const name of one.columns) {
      const column = sql.ref(name);
      const without = (words: RawBuilder<unknown>) => sql`regexp_replace(${words}, ${pattern}, '\\1…', 'g')`;
      const [speaks, emptied] = one.isJson
        ? [
            sql`exists (select from jsonb_each_text(${column}) where value ~ ${pattern})`,
            sql`(select jsonb_object_agg(key, ${without(sql.ref('value'))}) from jsonb_each_text(${column}))`,
          ]
        : [sql`${column} ~ ${pattern}`, without(column)];
      const done = await sql`update ${sql.table(one.table)} set ${column} = ${emptied}
        where ${speaks} and ${writtenAround(one, studentId)}`.execute(trx);
      add(one.table, done.numAffectedRows);
    }
  }
  const off = await sql<{ id: string }>`update visits set state = 'withdrawn', version = version + 1
    where id in ${visits} and date >= ${today}::date and outcome is null and state in ('held', 'proposed', 'agreed')
    returning id`.execute(trx);
  add('visits', off.rows.length);
  for (const { id } of off.rows) await refresh(trx, id);
  // Without it they would be for the others of their pairing, once its rows are gone.
  await sql`update visits set student_gone = true where id in ${visits}`.execute(trx);
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
