import type { Address } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import { type Allowance, take } from '../store/allowances.ts';
import type { Db } from '../store/schema.ts';
import { withTenant } from '../store/with-organization.ts';

type Tenant = Pick<Address, 'platform' | 'tenantId'>;

interface Pot {
  left: number;
  emptyUntil: Instant;
}

/** Taken out of the database at once and spent here, so that an act seldom costs a round trip of its own. */
const PORTION = 50;

/**
 * What all people of one organization may do together, through all instances: one loud workspace leaves the others
 * their share. The bucket is in the database; each instance spends a portion of it, in a transaction that ends before
 * the act's begins, so nobody waits for a colleague's act.
 */
export const createOrganizationAllowance = (db: Db, allowance: Allowance, portion = PORTION) => {
  const pots = new Map<string, Pot>();

  const refilled = async (tenant: string, from: Tenant, now: Instant): Promise<Pot | undefined> => {
    const taken = await withTenant(db, from, (trx) => take(trx, 'acts of all', allowance, portion, now));
    if (!taken) return undefined;
    // Another act may have refilled it meanwhile.
    const pot = pots.get(tenant) ?? { left: 0, emptyUntil: 0 };
    pot.left += taken.count;
    pot.emptyUntil = taken.count === 0 ? taken.next : 0;
    pots.set(tenant, pot);
    return pot;
  };

  return async ({ platform, tenantId }: Tenant, now: Instant): Promise<boolean> => {
    const tenant = `${platform}:${tenantId}`;
    const known = pots.get(tenant);
    if (known && known.left === 0 && now < known.emptyUntil) return false;
    const pot = known && known.left > 0 ? known : await refilled(tenant, { platform, tenantId }, now);
    // Somebody of a tenant that never joined is turned away at the next door, and leaves nothing here.
    if (pot === undefined) return true;
    if (pot.left === 0) return false;
    pot.left -= 1;
    return true;
  };
};
