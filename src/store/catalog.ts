import { sql } from 'kysely';
import type { Trx } from './schema.ts';

/** A column that points at another table's rows. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Asked of the database itself, so that a table added tomorrow is exported and forgotten like the others. */
export const referencesTo = async (trx: Trx, target: 'members' | 'students'): Promise<Reference[]> => {
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

export interface Written {
  readonly table: string;
  readonly column: string;
  readonly isJson: boolean;
  /** How its row is tied to a pairing. */
  readonly by: 'pairing_id' | 'visit_id';
}

/** Columns of free words about the work of a pairing. */
export const wordsOfPairings = async (trx: Trx): Promise<Written[]> => {
  const { rows } = await sql<Written>`
    select c.relname::text as "table", a.attname::text as "column", a.atttypid = 'jsonb'::regtype as "isJson",
      tie.attname::text as by
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
    join pg_attribute tie on tie.attrelid = c.oid and not tie.attisdropped
      and tie.attname = (select min(t.attname) from pg_attribute t where t.attrelid = c.oid and t.attname in ('pairing_id', 'visit_id'))
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    -- A list of states is none of anybody's words; what a person typed has a longest length.
    and (a.atttypid = 'jsonb'::regtype or exists (select from pg_constraint k where k.conrelid = c.oid
      and k.contype = 'c' and a.attnum = any (k.conkey) and pg_get_constraintdef(k.oid) like '%length(%'))
    order by 1, 2`.execute(trx);
  return rows;
};
