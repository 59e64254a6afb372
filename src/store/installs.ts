import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../core/time.ts';
import type { Db, Trx } from './schema.ts';
import type { Seal } from './seal.ts';

/** What a sealed text is bound to, so that it opens nowhere else. */
const tokenRow = (teamId: string): string => `slack_installation:${teamId}:bot_token`;
const refreshRow = (teamId: string): string => `slack_installation:${teamId}:refresh_token`;

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

export interface KeptToken {
  readonly token: string;
  /** Only where Slack's token rotation is on. */
  readonly renewal: { readonly refreshToken: string; readonly expiresAt: Instant } | undefined;
}

export const tokenOfTeam = async (trx: Trx, seal: Seal, teamId: string): Promise<KeptToken | undefined> => {
  const row = await trx
    .selectFrom('installations')
    .select(['sealed_token', 'sealed_refresh_token', 'token_expires_at'])
    .where('platform', '=', 'slack')
    .where('tenant_id', '=', teamId)
    .where('off_at', 'is', null)
    .executeTakeFirst();
  if (!row?.sealed_token) return undefined;
  const { sealed_token, sealed_refresh_token: refresh, token_expires_at: expiresAt } = row;
  const renewal =
    refresh && expiresAt !== null
      ? { refreshToken: seal.open(refresh, refreshRow(teamId)), expiresAt }
      : undefined;
  return { token: seal.open(sealed_token, tokenRow(teamId)), renewal };
};

/** One instance at a time renews a workspace's token. Waits for it, or answers false at once. */
export const lockToken = async (trx: Trx, teamId: string, wait: boolean): Promise<boolean> => {
  const key = sql`hashtextextended(${`slack token of ${teamId}`}, 0)`;
  if (wait) {
    await sql`select pg_advisory_xact_lock(${key})`.execute(trx);
    return true;
  }
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(${key}) as locked`.execute(
    trx,
  );
  return rows[0]?.locked === true;
};

/** On again, if it was off. */
export const keepToken = async (
  trx: Trx,
  seal: Seal,
  teamId: string,
  { token, renewal }: KeptToken,
): Promise<void> => {
  await theTeam(trx, teamId)
    .set({
      sealed_token: seal.seal(token, tokenRow(teamId)),
      sealed_refresh_token: renewal ? seal.seal(renewal.refreshToken, refreshRow(teamId)) : null,
      token_expires_at: renewal ? new Date(renewal.expiresAt) : null,
      off_at: null,
      off_reason: null,
    })
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
    .set({
      sealed_token: null,
      sealed_refresh_token: null,
      token_expires_at: null,
      off_at: new Date(now),
      off_reason: reason.slice(0, 40),
    })
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
    // A token that came back gives nobody their closed account back.
    .where('closed_at', 'is', null)
    .execute();
};

/** Seals anew what an older key sealed; answers how many. */
export const resealTokens = async (trx: Trx, seal: Seal): Promise<number> => {
  const rows = await trx
    .selectFrom('installations')
    .select(['tenant_id', 'sealed_token', 'sealed_refresh_token'])
    .where('sealed_token', 'is not', null)
    .forUpdate()
    .execute();
  let count = 0;
  const anew = (sealed: string | null, row: string): string | null => {
    if (sealed === null || !seal.isStale(sealed)) return sealed;
    count += 1;
    return seal.seal(seal.open(sealed, row), row);
  };
  for (const { tenant_id, sealed_token, sealed_refresh_token } of rows) {
    const before = count;
    const sealed = {
      sealed_token: anew(sealed_token, tokenRow(tenant_id)),
      sealed_refresh_token: anew(sealed_refresh_token, refreshRow(tenant_id)),
    };
    if (count > before) await theTeam(trx, tenant_id).set(sealed).execute();
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
