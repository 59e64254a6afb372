import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../core/time.ts';
import type { Db, Trx } from './schema.ts';
import type { Seal } from './seal.ts';

const rowOf = (teamId: string): string => `slack_installation:${teamId}:bot_token`;

/** The organization of a workspace, also of one that is off. */
export const organizationOfTeam = async (db: Db, teamId: string): Promise<string | undefined> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('app.tenant', ${`slack:${teamId}`}, true)`.execute(trx);
    const row = await trx
      .selectFrom('installations')
      .select('organization_id')
      .where('platform', '=', 'slack')
      .where('tenant_id', '=', teamId)
      .executeTakeFirst();
    return row?.organization_id;
  });

const theTeam = (trx: Trx, teamId: string) =>
  trx.updateTable('installations').where('platform', '=', 'slack').where('tenant_id', '=', teamId);

export const tokenOfTeam = async (trx: Trx, seal: Seal, teamId: string): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('installations')
    .select('sealed_token')
    .where('platform', '=', 'slack')
    .where('tenant_id', '=', teamId)
    .where('off_at', 'is', null)
    .executeTakeFirst();
  return row?.sealed_token ? seal.open(row.sealed_token, rowOf(teamId)) : undefined;
};

/** On again, if it was off. */
export const keepToken = async (trx: Trx, seal: Seal, teamId: string, token: string): Promise<void> => {
  await theTeam(trx, teamId)
    .set({ sealed_token: seal.seal(token, rowOf(teamId)), off_at: null, off_reason: null })
    .execute();
  await reach(trx, teamId, true);
};

export const switchOffTeam = async (
  trx: Trx,
  teamId: string,
  reason: string,
  now: Instant,
): Promise<void> => {
  await theTeam(trx, teamId)
    .set({ sealed_token: null, off_at: new Date(now), off_reason: reason.slice(0, 40) })
    .execute();
  await reach(trx, teamId, false);
  // Whoever is also on the other platform is reached there.
  await sql`update outbox set state = 'cancelled', reason = 'workspace is off' where state = 'queued' and member_id in
    (select member_id from addresses group by member_id having not bool_or(reachable))`.execute(trx);
};

const reach = async (trx: Trx, teamId: string, reachable: boolean): Promise<void> => {
  await trx
    .updateTable('addresses')
    .set({ reachable })
    .where('platform', '=', 'slack')
    .where('tenant_id', '=', teamId)
    .execute();
};

/** Seals anew what an older key sealed; answers how many. */
export const resealTokens = async (trx: Trx, seal: Seal): Promise<number> => {
  const rows = await trx
    .selectFrom('installations')
    .select(['tenant_id', 'sealed_token'])
    .where('sealed_token', 'is not', null)
    .forUpdate()
    .execute();
  let count = 0;
  for (const { tenant_id, sealed_token } of rows) {
    if (sealed_token === null || !seal.isStale(sealed_token)) continue;
    const row = rowOf(tenant_id);
    await theTeam(trx, tenant_id)
      .set({ sealed_token: seal.seal(seal.open(sealed_token, row), row) })
      .execute();
    count += 1;
  }
  return count;
};

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

const atAttempt = <T>(db: Db, state: string, work: (trx: Trx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'pushin_app', true),
      set_config('app.install_state', ${hash(state)}, true)`.execute(trx);
    return work(trx);
  });

/** In the database's own time, because no school's clock is known yet. */
export const beginAttempt = (db: Db, state: string, browser: string, minutes: number): Promise<void> =>
  atAttempt(db, state, async (trx) => {
    await sql`delete from install_attempts where expires_at < now()`.execute(trx);
    await sql`insert into install_attempts
      values (${hash(state)}, ${hash(browser)}, now() + make_interval(mins => ${minutes}))`.execute(trx);
  });

/** True once. */
export const endAttempt = (db: Db, state: string, browser: string): Promise<boolean> =>
  atAttempt(db, state, async (trx) => {
    const { rows } = await sql<{ browser: string; fresh: boolean }>`delete from install_attempts
      where state_hash = ${hash(state)} returning browser_hash as browser, expires_at >= now() as fresh`.execute(
      trx,
    );
    return rows[0]?.fresh === true && rows[0].browser === hash(browser);
  });
