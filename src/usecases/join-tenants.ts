import { randomUUID } from 'node:crypto';
import type { Platform } from '../core/people.ts';
import { CannotStart } from '../ports/cannot-start.ts';
import {
  addInstallation,
  addOrganization,
  allOrganizations,
  organizationOf,
  tenantsOf,
} from '../store/organizations.ts';
import type { Db } from '../store/schema.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';

interface Tenant {
  readonly platform: Platform;
  readonly tenantId: string;
}

/** A Slack workspace and a Teams tenant configured together are one organization, so people can pair across. */
export const joinTenants = async (db: Db, tenants: readonly Tenant[]): Promise<void> => {
  if (tenants.length === 0) return;
  const known = new Set<string>();
  for (const { platform, tenantId } of tenants) {
    const organizationId = await organizationOf(db, platform, tenantId);
    if (organizationId !== undefined) known.add(organizationId);
  }
  if (known.size > 1) {
    throw new CannotStart(
      'The Slack workspace and the Teams tenant already belong to two different organizations in this database: give each its own PushIn, or its own database.',
    );
  }
  const [organizationId = (await organizationInWaiting(db)) ?? randomUUID()] = known;
  await withOrganization(db, organizationId, async (trx) => {
    await addOrganization(trx, organizationId, 'My district');
    for (const { platform, tenantId } of tenants) await addInstallation(trx, platform, tenantId);
  });
};

/** An import may come before the first start: the only organization there is waits for its first tenant. */
const organizationInWaiting = async (db: Db): Promise<string | undefined> => {
  const [id, ...others] = await asScheduler(db, allOrganizations);
  if (id === undefined || others.length > 0) return undefined;
  const tenants = await withOrganization(db, id, tenantsOf);
  return tenants.length === 0 ? id : undefined;
};
