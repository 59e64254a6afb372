import type pg from 'pg';

/** A child nobody is called, so wherever the name turns up, it leaked. */
export const canary = 'Zzyzx Quuxley';
/** The same for what colleagues know of each other, and nobody else does. */
const houseCanary = 'Vrrbl Hall';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Columns that hold what a person typed: text with a limit on its length, and the JSON of written answers. */
const typedColumns = async (pool: pg.Pool): Promise<Column[]> => {
  const { rows } = await pool.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     and (exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
          and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%length(%')
       or (format_type(a.atttypid, null) = 'jsonb' and a.attname ~ '_wrote$'))
     and c.relname not in ('trail', 'note_reads', 'misreadings')
     order by 1, 2`,
  );
  return rows;
};

/** What colleagues of one organization may know of each other. */
const sharedTables = [
  'members',
  'classrooms',
  'schools',
  'day_types',
  'periods',
  'terms',
  'cycles',
  'school_days',
  'blocks',
];

/** Puts the canaries into everything that somebody of the organization typed; answers into which columns. */
export const plantCanaries = async (pool: pg.Pool, organizationId: string): Promise<string[]> => {
  const columns = await typedColumns(pool);
  for (const { table, column, type } of columns) {
    const name = sharedTables.includes(table) ? houseCanary : canary;
    const value =
      type === 'jsonb'
        ? `jsonb_build_object('worked', '${name}', 'hard', '${name}', 'next', '${name}')`
        : `left('${name} ' || substr(md5(ctid::text), 1, 4), 19)`;
    await pool.query(`update ${table} set ${column} = ${value} where organization_id = $1`, [organizationId]);
  }
  return columns.map(({ table, column }) => `${table}.${column}`);
};
