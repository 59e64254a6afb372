import { sql } from 'kysely';
import { organizationTables, referencesTo } from './catalog.ts';
import type { Trx } from './schema.ts';

export type ToldRow = Readonly<Record<string, unknown>>;
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

/** The person's own row, everything that points at it, and what they did. */
export const personRows = async (trx: Trx, memberId: string): Promise<Told> => {
  const told: Record<string, ToldRow[]> = {
    members: await rowsWhere(trx, 'members', sql`t.id = ${memberId}`),
  };
  const columns = new Map<string, string[]>([['trail', ['actor_id']]]);
  for (const { table, column } of await referencesTo(trx, 'members'))
    columns.set(table, [...(columns.get(table) ?? []), column]);
  for (const [table, names] of columns) {
    const isTheirs = sql.join(
      names.map((name) => sql`t.${sql.ref(name)} = ${memberId}`),
      sql` or `,
    );
    told[table] = await rowsWhere(trx, table, isTheirs);
  }
  return filled(told);
};

/** The alias, everything that points at it, and the pairings and visits it is part of. */
export const studentRows = async (trx: Trx, studentId: string): Promise<Told> => {
  const told: Record<string, ToldRow[]> = {
    students: await rowsWhere(trx, 'students', sql`t.id = ${studentId}`),
  };
  for (const { table, column } of await referencesTo(trx, 'students'))
    told[table] = await rowsWhere(trx, table, sql`t.${sql.ref(column)} = ${studentId}`);
  const pairings = sql`(select pairing_id from pairing_students where student_id = ${studentId})`;
  told['pairings'] = await rowsWhere(trx, 'pairings', sql`t.id in ${pairings}`);
  told['visits'] = await rowsWhere(trx, 'visits', sql`t.pairing_id in ${pairings}`);
  return filled(told);
};
