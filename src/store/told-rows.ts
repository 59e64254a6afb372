import { type RawBuilder, sql } from 'kysely';
import { findExposed } from '../core/exposure/find-exposed.ts';
import { grouped } from '../core/grouped.ts';
import { organizationTables, referencesTo } from './catalog.ts';
import type { Trx } from './schema.ts';
import { written, writtenBy } from './written-words.ts';

type ToldRow = Readonly<Record<string, unknown>>;
/** Rows by table, as the database holds them. */
export type Told = Readonly<Record<string, readonly ToldRow[]>>;

/** Nobody reads keys to a workspace or a calendar file out of an export, and the program's own ledgers tell nothing of anybody. */
const secrets = ['sealed_token', 'calendar_key'];
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
 * The alias, everything that points at it, the pairings and visits it is part of, and what belongs to those. What
 * somebody wrote of another student of the class as well is not told.
 */
export const studentRows = async (trx: Trx, studentId: string): Promise<Told> => {
  const told: Record<string, ToldRow[]> = {
    students: await rowsWhere(trx, 'students', sql`t.id = ${studentId}`),
  };
  for (const { table, column } of await referencesTo(trx, 'students'))
    told[table] = await rowsWhere(trx, table, sql`t.${sql.ref(column)} = ${studentId}`);
  const pairings = sql`(select pairing_id from pairing_students where student_id = ${studentId})`;
  const visits = sql`(select id from visits where pairing_id in ${pairings})`;
  told['pairings'] = await rowsWhere(trx, 'pairings', sql`t.id in ${pairings}`);
  told['visits'] = await rowsWhere(trx, 'visits', sql`t.id in ${visits}`);
  const others = await otherAliases(trx, studentId);
  for (const [target, theirs] of [
    ['pairings', pairings],
    ['visits', visits],
  ] as const)
    for (const { table, column } of await referencesTo(trx, target))
      told[table] ??= (await rowsWhere(trx, table, sql`t.${sql.ref(column)} in ${theirs}`)).map((row) =>
        withoutOthers(table, row, others),
      );
  return filled(told);
};

const otherAliases = async (trx: Trx, studentId: string): Promise<string[]> => {
  const { rows } = await sql<{ alias: string }>`select alias from students where id <> ${studentId}
    and classroom_id = (select classroom_id from students where id = ${studentId})`.execute(trx);
  return rows.map(({ alias }) => alias);
};

const withoutOthers = (table: string, row: ToldRow, others: readonly string[]): ToldRow => {
  const words = written.filter((one) => one.table === table).flatMap(({ columns }) => columns);
  const speaksOfOthers = (value: unknown) =>
    findExposed(typeof value === 'string' ? value : JSON.stringify(value), others).some(
      ({ what }) => what === 'student',
    );
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value && words.includes(name) && speaksOfOthers(value) ? WITHHELD : value,
    ]),
  );
};
