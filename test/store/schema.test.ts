import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

const rows = async <T extends object>(query: string): Promise<T[]> =>
  (await store.pool.query(query)).rows as T[];

/** No organization's rows: the migrations' own ledger, who is on the way to install, and where home is. */
const ledger = 'pgmigrations';
const anteroom = 'install_attempts';
const home = 'homes';
const tables = async (): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  return found.map((row) => row.name).filter((name) => ![ledger, anteroom, home].includes(name));
};

/** What the schema files say, read as text: types are gone when a test runs. */
const declared = (): Record<string, string[]> => {
  const store = new URL('../../src/store/', import.meta.url);
  const schemas = readdirSync(store).filter((name) => /schema\.ts$/.test(name));
  const source = ['columns.ts', ...schemas]
    .map((name) => readFileSync(new URL(name, store), 'utf8'))
    .join('\n');
  const fieldsOf = (body: string) => [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = '']) => name);
  const bodies = new Map<string, string[]>();
  for (const [, name = '', base, body = ''] of source.matchAll(
    /^(?:export )?interface (\w+)(?: extends (\w+))? \{\n([\s\S]*?)^\}/gm,
  )) {
    bodies.set(name, [...(base ? (bodies.get(base) ?? []) : []), ...fieldsOf(body)]);
  }
  const database = /^export interface (?:\w+Tables|Database)\b[^{]*\{\n([\s\S]*?)^\}/gm;
  const tables = [...source.matchAll(database)].map(([, body = '']) => body).join('');
  return Object.fromEntries(
    [...tables.matchAll(/^ {2}(\w+): (\w+);/gm)].map(([, table = '', type = '']) => [
      table,
      (bodies.get(type) ?? []).toSorted(),
    ]),
  );
};

describe('the tables as TypeScript sees them', () => {
  test('have the columns the migrations gave them, no more and no fewer', async () => {
    const columns = await rows<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and table_name not in ('${ledger}', '${anteroom}', '${home}') order by 1, 2`,
    );
    const real: Record<string, string[]> = {};
    for (const { table, column } of columns) real[table] = [...(real[table] ?? []), column].toSorted();
    expect(declared()).toEqual(real);
  });
});

describe('every table keeps organizations apart', () => {
  test('by row-level security that also binds its owner', async () => {
    const open = await rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> '${ledger}' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
    expect((await tables()).length).toBeGreaterThanOrEqual(17);
  });

  test('with a policy that names the organization, for reading and for writing', async () => {
    const own = await rows<{ table: string }>(
      `select tablename as table from pg_policies where policyname = 'own_organization' and cmd = 'ALL'
       and qual like '%current_organization()%' and with_check like '%current_organization()%' order by 1`,
    );
    expect(own.map((row) => row.table)).toEqual(await tables());
  });

  test('and no other policies than the doors that are needed before the organization is known, or beside it', async () => {
    const others = await rows(
      `select policyname as policy, tablename as table, cmd, roles::text as roles from pg_policies
       where policyname <> 'own_organization' order by policyname, tablename`,
    );
    expect(others).toEqual([
      { policy: 'answers_code', table: 'joinings', cmd: 'UPDATE', roles: '{public}' },
      { policy: 'knows_code', table: 'joinings', cmd: 'SELECT', roles: '{public}' },
      { policy: 'knows_state', table: anteroom, cmd: 'ALL', roles: '{public}' },
      { policy: 'own_tenant', table: 'installations', cmd: 'SELECT', roles: '{public}' },
      { policy: 'owner_only', table: home, cmd: 'ALL', roles: '{public}' },
      { policy: 'scheduler_sees_due', table: 'outbox', cmd: 'SELECT', roles: '{pushin_scheduler}' },
      {
        policy: 'scheduler_sees_organizations',
        table: 'organizations',
        cmd: 'SELECT',
        roles: '{pushin_scheduler}',
      },
      // That there is something to be thought about, and nothing of it.
      ...['swap_searches', 'team_plans'].map((table) => ({
        policy: 'scheduler_sees_work',
        table,
        cmd: 'SELECT',
        roles: '{pushin_scheduler}',
      })),
    ]);
  });

  test('with organization_id first in every key, so that no key reaches over', async () => {
    const keys = await rows<{ table: string; name: string; columns: string[] }>(
      `select t.relname as table, i.relname as name, array(
         select coalesce(a.attname::text, '(expression)') from unnest(x.indkey) with ordinality k (attnum, place)
         left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum and k.attnum > 0 order by k.place
       ) as columns
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where t.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)
       and t.relname not in ('${ledger}', '${anteroom}', '${home}') order by 1, 2`,
    );
    expect(keys.length).toBeGreaterThan(20);
    const reaching = keys.filter((key) => key.columns[0] !== 'organization_id');
    expect(reaching.map(({ table, columns }) => [table, ...columns])).toEqual([
      // A workspace or tenant belongs to one organization, and is how the organization is found.
      ['installations', 'platform', 'tenant_id'],
      ['organizations', 'id'],
    ]);
  });

  test('with organization_id first in every reference, so that no row points into another organization', async () => {
    const references = await rows<{ table: string; columns: string[]; target: string; targets: string[] }>(
      `select c.conrelid::regclass::text as table, c.confrelid::regclass::text as target,
         array(select attname::text from unnest(c.conkey) with ordinality k (n, place)
           join pg_attribute on attrelid = c.conrelid and attnum = n order by place) as columns,
         array(select attname::text from unnest(c.confkey) with ordinality k (n, place)
           join pg_attribute on attrelid = c.confrelid and attnum = n order by place) as targets
       from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 2`,
    );
    expect(references.length).toBeGreaterThan(20);
    for (const { table, columns, target, targets } of references) {
      expect([table, columns[0]]).toEqual([table, 'organization_id']);
      expect([target, targets[0]]).toEqual([target, target === 'organizations' ? 'id' : 'organization_id']);
    }
  });

  test('with a trail of every change, or a reason to keep none', async () => {
    const traced = await rows<{ table: string }>(
      `select tgrelid::regclass::text as table from pg_trigger where tgname = 'trail' and tgdeferrable and tginitdeferred`,
    );
    const untraced = (await tables()).filter((table) => !traced.some((row) => row.table === table));
    expect(untraced).toEqual([
      ...[
        'allowances',
        'ask_plans',
        'inbox',
        'misreadings',
        'outbox',
        'swap_searches',
        'trail',
        'trail_heads',
      ],
    ]);
  });

  test('and none of it can be passed by: the two roles neither log in nor stand above the rules', async () => {
    const roles = await rows(
      `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcanlogin as login,
         rolcreaterole as roles, rolcreatedb as databases
       from pg_roles where rolname in ('pushin_app', 'pushin_scheduler') order by 1`,
    );
    const bound = { super: false, bypass: false, login: false, roles: false, databases: false };
    expect(roles).toEqual([
      { name: 'pushin_app', ...bound },
      { name: 'pushin_scheduler', ...bound },
    ]);
    const owned = await rows(
      `select tablename from pg_tables where tableowner in ('pushin_app', 'pushin_scheduler')`,
    );
    expect(owned).toEqual([]);
  });

  test('nor by a function that runs with more rights: there are four, each looks in our schema alone, and only two are the program’s', async () => {
    const definers = await rows(
      `select proname as name, array_to_string(proconfig, ';') as set,
         has_function_privilege('pushin_app', oid, 'execute') as app,
         has_function_privilege('pushin_scheduler', oid, 'execute') as scheduler
       from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    const bound = { set: 'search_path=public, pg_temp', scheduler: false };
    expect(definers).toEqual([
      { name: 'forget_trail_before', ...bound, app: true },
      { name: 'keep_trail', ...bound, app: false },
      { name: 'note_operator_act', ...bound, app: true },
      { name: 'write_trail', ...bound, app: false },
    ]);
  });

  test('nor by a view or a counter: there is no view, and no role of the program may make anything', async () => {
    const others = await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind not in ('r', 'i') order by 1`,
    );
    expect(others).toEqual([{ name: `${ledger}_id_seq` }]);
    const may = await rows(
      `select has_schema_privilege(role, 'public', 'create') or has_sequence_privilege(role, '${ledger}_id_seq', 'select')
         or has_table_privilege(role, '${ledger}', 'select') as may from unnest(array['pushin_app', 'pushin_scheduler']) role`,
    );
    expect(may).toEqual([{ may: false }, { may: false }]);
  });

  test('the scheduler may read which rows are due and which organizations there are, and nothing else', async () => {
    const grants = await rows<{ grant: string }>(
      `select distinct table_name || '.' || column_name || ' ' || privilege_type as grant
       from information_schema.column_privileges where grantee = 'pushin_scheduler' order by 1`,
    );
    const columns = [
      'created_at',
      'due_at',
      'id',
      'lease_until',
      'member_id',
      'organization_id',
      'platform',
      'reason',
      'stale',
      'state',
      'twin_possible',
    ];
    expect(grants.map((row) => row.grant)).toEqual([
      'organizations.id SELECT',
      ...columns.map((column) => `outbox.${column} SELECT`),
      ...['created_at', 'id', 'organization_id'].map((column) => `swap_searches.${column} SELECT`),
      ...['created_at', 'id', 'organization_id', 'state'].map((column) => `team_plans.${column} SELECT`),
    ]);
  });
});
