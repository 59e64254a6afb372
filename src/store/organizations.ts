import { sql } from 'kysely';
import { demoOrganizationId } from '../core/demo-school.ts';
import type { MakeUpRule } from '../core/minutes/make-up.ts';
import type { Platform } from '../core/people.ts';
import type { Db, Trx } from './schema.ts';

/** The organization a tenant belongs to; undefined for a tenant nobody set up. */
export const organizationOf = async (
  db: Db,
  platform: Platform,
  tenantId: string,
): Promise<string | undefined> => {
  const found = await sql<{
    id: string | null;
  }>`select organization_of(${platform}, ${tenantId}) as id`.execute(db);
  return found.rows[0]?.id ?? undefined;
};

/** Call inside `withOrganization(db, id, …)` with the same id. */
export const addOrganization = async (trx: Trx, id: string, name: string): Promise<void> => {
  await trx
    .insertInto('organizations')
    .values({ id, name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The organization the transaction is in. */
export const currentOrganization = async (trx: Trx): Promise<string> =>
  (await trx.selectFrom('organizations').select('id').executeTakeFirstOrThrow()).id;

/** Of the organization the transaction is in. */
export const organizationName = async (trx: Trx): Promise<string> =>
  (await trx.selectFrom('organizations').select('name').executeTakeFirstOrThrow()).name;

export const addInstallation = async (trx: Trx, platform: Platform, tenantId: string): Promise<void> => {
  await trx
    .insertInto('installations')
    .values({ platform, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['organization_id', 'platform', 'tenant_id']).doNothing())
    .execute();
};

/** Needs `asScheduler`. */
export const allOrganizations = async (trx: Trx): Promise<string[]> => {
  const rows = await trx.selectFrom('organizations').select('id').execute();
  return rows.map((row) => row.id);
};

/** Without the playground's school. Needs `asScheduler`. */
export const realOrganizations = async (trx: Trx): Promise<string[]> =>
  (await allOrganizations(trx)).filter((id) => id !== demoOrganizationId);

/** The Slack workspaces and Teams tenants that joined. */
export const tenantsOf = (trx: Trx): Promise<{ platform: Platform; tenantId: string }[]> =>
  trx.selectFrom('installations').select(['platform', 'tenant_id as tenantId']).execute();

/** How long displaced minutes may be made up here. */
export const makeUpRule = async (trx: Trx): Promise<MakeUpRule> => {
  const { make_up: rule } = await trx.selectFrom('organizations').select('make_up').executeTakeFirstOrThrow();
  return rule;
};

export const setMakeUpRule = async (trx: Trx, rule: MakeUpRule): Promise<void> => {
  await trx.updateTable('organizations').set({ make_up: rule }).execute();
};

/** Whether therapists may make a text for families here. */
export const homeNotesAllowed = async (trx: Trx): Promise<boolean> => {
  const row = await trx.selectFrom('organizations').select('home_notes').executeTakeFirstOrThrow();
  return row.home_notes;
};

export const setHomeNotes = async (trx: Trx, allowed: boolean): Promise<void> => {
  await trx.updateTable('organizations').set({ home_notes: allowed }).execute();
};
