import { sql } from 'kysely';
import type { Platform } from '../core/people.ts';
import type { Db, Trx } from './schema.ts';

type Work<T> = (trx: Trx) => Promise<T>;

/**
 * Joins are written in the order in which they are to be made. Left to itself Postgres weighs every order of a visit's
 * nine tables, and thinks four milliseconds about what takes a quarter of one.
 */
const AS_WRITTEN = 'set local join_collapse_limit = 4';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The only door to an organization's rows: within `work`, row-level security shows these and no others. */
export async function withOrganization<T>(db: Db, organizationId: string, work: Work<T>): Promise<T> {
  // `set` takes no parameters, so the id goes into the text.
  if (!uuid.test(organizationId)) throw new TypeError('an organization id must be a UUID');
  const settings = `set local role pushin_app; set local app.organization_id = '${organizationId}'`;
  return inRole(db, `${settings}; ${AS_WRITTEN}`, work);
}

/** As platforms write them: `T0MAPLE`, a UUID. Nothing else gets into the text below. */
const tenant = /^[\w-]{1,64}$/;

/**
 * The same for somebody at the door, whose organization is known by their tenant: found and entered in one round
 * trip, because every click and every word begins with it. Undefined, and no work done, for an unknown tenant.
 */
export async function withTenant<T>(
  db: Db,
  { platform, tenantId }: { readonly platform: Platform; readonly tenantId: string },
  work: (trx: Trx, organizationId: string) => Promise<T>,
): Promise<T | undefined> {
  if (!tenant.test(tenantId)) return undefined;
  return db.transaction().execute(async (trx) => {
    const entered = await sql
      .raw<{ id: string | null }>(
        `${AS_WRITTEN}; select enter_organization('${platform}', '${tenantId}') as id`,
      )
      .execute(trx);
    const organizationId = entered.rows[0]?.id;
    return organizationId ? work(trx, organizationId) : undefined;
  });
}

/** In another organization for the length of `work`, in the same transaction: where two become one. */
export const crossOver = async <T>(trx: Trx, organizationId: string, work: Work<T>): Promise<T> => {
  // The tenant somebody came in by shows its own row, wherever the transaction is.
  const { rows } = await sql<{ home: string }>`select current_organization() as home,
    set_config('app.organization_id', ${organizationId}, true), set_config('app.tenant', '', true)`.execute(
    trx,
  );
  const result = await work(trx);
  await sql`select set_config('app.organization_id', ${rows[0]?.home}, true)`.execute(trx);
  return result;
};

/** For the heartbeat, which looks over all organizations but sees little of each. */
export const asScheduler = <T>(db: Db, work: Work<T>): Promise<T> =>
  inRole(db, 'set local role pushin_scheduler', work);

/** `local`: both settings end with the transaction, also behind a pooler that shares connections. */
const inRole = <T>(db: Db, settings: string, work: Work<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql.raw(settings).execute(trx);
    return work(trx);
  });
