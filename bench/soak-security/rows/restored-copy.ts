import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createLog } from '../../../src/log.ts';
import { isAtHome } from '../../../src/store/home.ts';
import { keepToken } from '../../../src/store/installs.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { allOrganizations } from '../../../src/store/organizations.ts';
import { createDatabase, createPool } from '../../../src/store/pool.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { trailBreaks } from '../../../src/store/trail.ts';
import { asScheduler, withOrganization } from '../../../src/store/with-organization.ts';
import { prepareCheckouts } from '../../checkout.ts';
import { fill } from '../../soak-delivery/fill.ts';
import { launch } from '../../soak-delivery/instances.ts';
import { calm, openPlatforms } from '../../soak-delivery/platforms.ts';
import { ask } from '../../soak-delivery/verdict.ts';
import type { Row } from '../row.ts';
import { run, startSystemServer, systemPostgres } from '../system-postgres.ts';

const log = createLog('silent');
const token = `xoxb-${randomBytes(12).toString('hex')}`;

/** Each table’s rows, and the end of every organization’s chain with the places where it does not hold. */
const told = async (url: string): Promise<readonly string[]> => {
  const tables = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as what, count(*)::text as found from ${name}`);
  const rows = await ask<{ what: string; found: string }>(
    url,
    `${counts.join(' union all ')} union all select 'chain ' || organization_id, number || ' ' || hash from trail_heads
     order by 1, 2`,
  );
  return rows.map(({ what, found }) => `${what} ${found}`);
};

/** Entries at which a chain does not hold. */
const breaks = async (url: string): Promise<number> => {
  const db = createDatabase(createPool({ url, log, patient: true }));
  let count = 0;
  for (const id of await asScheduler(db, allOrganizations))
    count += (await withOrganization(db, id, trailBreaks)).length;
  await db.destroy();
  return count;
};

/** Years of a district, roughly: 25,000 people with a pairing and a message due, and a trail. */
const fillSource = async (url: string, teamsUrl: string): Promise<void> => {
  await migrate({ url, log });
  await fill(url, teamsUrl, { tenants: 20, peopleEach: 1_250 });
  const pool = createPool({ url, log, patient: true });
  const db = createDatabase(pool);
  const seal = createSeal([{ id: 'k1', secret: randomBytes(32) }]);
  for (const id of await asScheduler(db, allOrganizations))
    await withOrganization(db, id, async (trx) => {
      await sql`update members set contact_before_first_bell = 15 where id in (select id from members order by id limit 100)`.execute(
        trx,
      );
      const { tenant_id } = await trx
        .selectFrom('installations')
        .select('tenant_id')
        .where('platform', '=', 'slack')
        .executeTakeFirstOrThrow();
      await keepToken(trx, seal, tenant_id, { token, renewal: undefined });
    });
  await isAtHome(pool);
  await db.destroy();
};

/** Runs PushIn on a database for a while; answers how many messages it posted. */
const postsOf = async (
  script: string,
  databaseUrl: string,
  enough: number,
  seconds: number,
): Promise<number> => {
  const platforms = await openPlatforms(calm);
  const { instance, ready } = await launch({ script, databaseUrl, base: platforms.base });
  await ready;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && platforms.posts.length < enough) await pause(100);
  instance.child.kill('SIGTERM');
  await instance.gone;
  await platforms.close();
  return platforms.posts.length;
};

/** Dumped with pg_dump, restored on another server: the same rows, a whole trail, no token to read, and silence until armed. */
export const restoredCopy: Row = async () => {
  const bin = systemPostgres();
  if (bin === undefined)
    return { skipped: 'no pg_dump with a server of its own version (Debian: postgresql)' };
  const [source, target] = [await startSystemServer(bin), await startSystemServer(bin)];
  const checkouts = await prepareCheckouts();
  const file = join(tmpdir(), `pushin-soak-${process.pid}.dump`);
  try {
    await fillSource(source.url, 'http://127.0.0.1:1/teams');
    const before = await told(source.url);
    const begun = performance.now();
    await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${file}`, source.url]);
    for (const role of ['pushin_app', 'pushin_scheduler'])
      await ask(target.url, `create role ${role} nologin; grant ${role} to pushin`);
    await run(join(bin, 'pg_restore'), ['--exit-on-error', `--dbname=${target.url}`, file]);
    const seconds = (performance.now() - begun) / 1000;
    const { stdout: plain } = await run(join(bin, 'pg_dump'), [
      '--data-only',
      '--table=installations',
      source.url,
    ]);
    const after = await told(target.url);
    const rows = before.reduce((sum, line) => sum + (Number(/^[a-z_]+ (\d+)$/.exec(line)?.[1]) || 0), 0);
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const broken = await breaks(target.url);
    const silent = await postsOf(checkouts.built.script, target.url, 1, 8);
    await run(process.execPath, [checkouts.built.script, 'arm'], {
      env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: target.url },
    });
    const armed = await postsOf(checkouts.built.script, target.url, 10, 30);
    const isSealed = plain.includes('v1.k1.') && !plain.includes('xoxb');
    return {
      words: `${rows} rows dumped and restored in ${seconds.toFixed(1)} s: ${isSame ? 'the same counts and chains' : 'DIFFERENT counts'}, ${broken} breaks, token ${isSealed ? 'sealed' : 'READABLE'}; ${silent} messages before arm, ${armed} after`,
      holds: isSame && broken === 0 && isSealed && silent === 0 && armed >= 10,
    };
  } finally {
    await rm(file, { force: true });
    await checkouts.remove();
    await Promise.all([source.stop(), target.stop()]);
  }
};
