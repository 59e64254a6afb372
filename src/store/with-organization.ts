import { type Kysely, sql } from 'kysely';
import type { Database, Trx } from './schema.ts';

type Work<T> = (trx: Trx) => Promise<T>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The only door to an organization's rows: within `work`, row-level security shows these and no others. */
export async function withOrganization<T>(
  db: Kysely<Database>,
  organizationId: string,
  work: Work<T>,
): Promise<T> {
  // `set` takes no parameters, so the id goes into the text.
  if (!uuid.test(organizationId)) throw new TypeError('an organization id must be a UUID');
  return inRole(db, `set local role pushin_app; set local app.organization_id = '${organizationId}'`, work);
}

/** For the heartbeat, which looks over all organizations but sees little of each. */
export const asScheduler = <T>(db: Kysely<Database>, work: Work<T>): Promise<T> =>
  inRole(db, 'set local role pushin_scheduler', work);

/** `local`: both settings end with the transaction, also behind a pooler that shares connections. */
const inRole = <T>(db: Kysely<Database>, settings: string, work: Work<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await sql.raw(settings).execute(trx);
    return work(trx);
  });
