import { sql } from 'kysely';
import type { Trx } from './schema.ts';

/** A column that points at another table's rows. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Asked of the database itself, so that a table added tomorrow is exported and forgotten like the others. */
export const referencesTo = async (
  trx: Trx,
  target: 'members' | 'students' | 'pairings' | 'visits',
): Promise<Reference[]> => {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as "table", a.attname::text as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = ${target}::regclass order by 1, 2`.execute(trx);
  return rows;
};

/** Tables that belong to an organization, in the order of their names. */
export const organizationTables = async (trx: Trx): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`.execute(trx);
  return rows.map(({ name }) => name);
};
