import { type RawBuilder, sql } from 'kysely';
import { findExposed } from '../core/exposure/find-exposed.ts';
import { grouped } from '../core/grouped.ts';
import { organizationTables, referencesTo } from './catalog.ts';
import type { Trx } from './schema.ts';
import { visitsFor } from './students-own.ts';
import { written, writtenAround, writtenBy } from './written-words.ts';

type ToldRow = Readonly<Record<string, unknown>>;
/** Rows by table, as the database holds them. */
export type Told = Readonly<Record<string, readonly ToldRow[]>>;

/** Nobody reads keys to a workspace, a calendar file or an account out of an export, and the program's own ledgers tell nothing of anybody. */
const secrets = ['sealed_token', 'sealed_refresh_token', 'calendar_key', 'code', 'code_hash'];
const ledgers = ['inbox', 'allowances', 'ask_plans', 'trail_heads'];

const rowsWhere = async (trx: Trx, table: string, where = sql`true`): Promise<ToldRow[]> => {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where ${where}`.execute(trx);
  return rows.map(({ row }) =>
    Object.fromEntries(
      Object.entries(row).filter(([name]) => name !== 'organization_id' && !secrets.includes(name)),
    ),
  );
};

const filled = (told: Record<string, ToldRow[]>): Told =>
  Object.fromEntries(Object.entries(told).filter(([, rows]) => rows.length > 0));

export const organizationRows = async (trx: Trx): Promise<Told> => {
  const told: Record<string, ToldRow[]> = { organizations: await rowsWhere(trx, 'organizations') };
  for (const table of await organizationTables(trx))
    if (!ledgers.includes(table)) told[table] = await rowsWhere(trx, table);
  return filled(told);
};

/** The person's own row, everything that points at it, what they wrote and what they did. */
export const personRows = async (trx: Trx, memberId: string): Promise<Told> => {
  const told: Record<string, ToldRow[]> = {
    members: await rowsWhere(trx, 'members', sql`t.id = ${memberId}`),
  };
  const theirs = grouped<string, RawBuilder<unknown>>([
    ['trail', sql`t.actor_id = ${memberId}`],
    ...(await referencesTo(trx, 'members')).map(
      ({ table, column }) => [table, sql`t.${sql.ref(column)} = ${memberId}`] as const,
    ),
    ...written.map((one) => [one.table, writtenBy(one, memberId)] as const),
  ]);
  for (const [table, either] of theirs)
    told[table] = await rowsWhere(trx, table, sql.join(either, sql` or `));
  return filled(told);
};

const WITHHELD = '(not told here: it speaks of another student)';

/**
 * The alias, everything that points at it, the pairings and visits it is part of, what belongs to those, and who opened
 * their notes. Visits for others alone are not told, nor what somebody wrote of another student of the class as well.
 */
export const studentRows = async (trx: Trx, studentId: string): Promise<Told> => {
  const told: Record<string, ToldRow[]> = {
    students: await rowsWhere(trx, 'students', sql`t.id = ${studentId}`),
  };
  for (const { table, column } of await referencesTo(trx, 'students'))
    told[table] = await rowsWhere(trx, table, sql`t.${sql.ref(column)} = ${studentId}`);
  const pairings = sql`(select pairing_id from pairing_students where student_id = ${studentId})`;
  const visits = visitsFor(studentId);
  told['pairings'] = await rowsWhere(trx, 'pairings', sql`t.id in ${pairings}`);
  told['visits'] = await rowsWhere(trx, 'visits', sql`t.id in ${visits}`);
  const notes = sql`(select ${studentId}::uuid union all select id from ${visits} v
    union all select id from touch_bases where pairing_id in ${pairings})`;
  told['note_reads'] = await rowsWhere(trx, 'note_reads', sql`t.subject_id in ${notes}`);
  const others = await otherAliases(trx, studentId);
  for (const [target, theirs] of [
    ['pairings', pairings],
    ['visits', visits],
  ] as const)
    for (const { table, column } of await referencesTo(trx, target))
      told[table] ??= (await rowsWhere(trx, table, sql`t.${sql.ref(column)} in ${theirs}`)).map((row) =>
        withoutOthers(table, row, others),
      );
  const own = (told['students'] ?? []).map(({ alias }) => String(alias));
  // Written for a whole class or a whole day: what names this student is about them.
  for (const one of written.filter(({ of }) => of === 'classroom_id' || of === 'teacher_id'))
    told[one.table] = (await rowsWhere(trx, one.table, writtenAround(one, studentId)))
      .filter((row) => one.columns.some((column) => speaksOf(row[column], own)))
      .map((row) => withoutOthers(one.table, row, others));
  return filled(told);
};

const otherAliases = async (trx: Trx, studentId: string): Promise<string[]> => {
  const { rows } = await sql<{ alias: string }>`select alias from students where id <> ${studentId}
    and classroom_id = (select classroom_id from students where id = ${studentId})`.execute(trx);
  return rows.map(({ alias }) => alias);
};

const speaksOf = (value: unknown, aliases: readonly string[]): boolean => {
  const texts = typeof value === 'string' ? [value] : value ? Object.values(value).map(String) : [];
  return texts.some((text) => findExposed(text, aliases).some(({ what }) => what === 'student'));
};

const withoutOthers = (table: string, row: ToldRow, others: readonly string[]): ToldRow => {
  const words = written.filter((one) => one.table === table).flatMap(({ columns }) => columns);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      words.includes(name) && speaksOf(value, others) ? WITHHELD : value,
    ]),
  );
};
