import type pg from 'pg';
import { type Keeping, keeping } from '../../src/store/keeping.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly typed: boolean;
}

const ask = async (pool: Pick<pg.Pool, 'query'>): Promise<Column[]> =>
  (
    await pool.query<Column>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
         exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
           and pg_get_constraintdef(k.oid) like '%length(%') or a.attname ~ '_wrote$' as typed
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       order by c.relname, a.attnum`,
    )
  ).rows;

const howLong = ({ days, after, goesWith }: Keeping): string => {
  if (goesWith !== undefined) return `goes with ${goesWith}`;
  return days === undefined
    ? 'until forgotten, or the organization closes'
    : `${days} days after \`${after}\``;
};

const abouts: readonly Keeping['about'][] = ['students', 'staff', 'the work', 'the school', 'the program'];

/** Made from the schema of a migrated database and src/store/keeping.ts. */
export const inventoryPage = async (pool: Pick<pg.Pool, 'query'>): Promise<string> => {
  const columns = await ask(pool);
  const sections = abouts.map((about) => {
    const tables = Object.entries(keeping).filter(([, kept]) => kept.about === about);
    const rows = tables.map(([table, kept]) => {
      const names = columns
        .filter((column) => column.table === table && column.column !== 'organization_id')
        .map(({ column, type, typed }) => `${column} (${typed ? `${type}, typed by people` : type})`);
      return `| \`${table}\` | ${kept.holds} | ${howLong(kept)} | ${names.join(', ')} |`;
    });
    return [`## About ${about}`, '', '| table | holds | kept | columns |', '|---|---|---|---|', ...rows].join(
      '\n',
    );
  });
  return [
    '# What PushIn stores',
    '',
    'Made from the database’s own schema by `npm run inventory`; a test compares the two, and a table without a class does not compile.',
    'Every row belongs to one organization (`organization_id`, left out below). There is no column for a student’s name, birthday, number, diagnosis or mark; `grade` is a class’s.',
    'Of a student who is forgotten these rows go: the alias, what points at it, notes, plans and feedback of visits for this student alone, and what was tried in a pairing without another. Their visits stay with date, minutes, focus and outcome, are marked `student_gone`, and count for no other student (those to come are off); the trail keeps an id that leads to no row.',
    'Of a person who is forgotten the row stays without a name, for the visits’ sake; their rooms keep their names without theirs.',
    'A table `install_attempts` holds, for ten minutes, hashes of who is on the way through Slack’s consent page; `homes` which server sends.',
    '',
    ...sections.flatMap((section) => [section, '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};
