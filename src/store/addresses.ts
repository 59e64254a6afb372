import { sql } from 'kysely';
import type { Address } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';

/** Ties a platform account to a member, or refreshes how to write to it (Teams moves its service URL). */
export const rememberAddress = async (
  trx: Trx,
  memberId: string,
  address: Address,
  now: Instant,
): Promise<void> => {
  const conversation = JSON.stringify(address.conversation);
  const seen_at = new Date(now);
  await trx
    .insertInto('addresses')
    .values({
      platform: address.platform,
      tenant_id: address.tenantId,
      user_id: address.userId,
      member_id: memberId,
      conversation,
      seen_at,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'platform', 'tenant_id', 'user_id']).doUpdateSet({
        // A group chat tells the service URL but no way to write to one person: what was known stays.
        conversation: sql`addresses.conversation || excluded.conversation`,
        seen_at,
        reachable: true,
      }),
    )
    .execute();
};

/** Where to write to a member: the reachable account used last. */
export const addressOf = async (trx: Trx, memberId: string): Promise<Address | undefined> => {
  const row = await trx
    .selectFrom('addresses')
    .select(['platform', 'tenant_id', 'user_id', 'conversation'])
    .where('member_id', '=', memberId)
    .where('reachable', '=', true)
    .orderBy('seen_at', 'desc')
    .executeTakeFirst();
  return (
    row && {
      platform: row.platform,
      tenantId: row.tenant_id,
      userId: row.user_id,
      conversation: row.conversation,
    }
  );
};

/** Whether this member has ever been met on a platform. */
export const isMet = async (trx: Trx, memberId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('addresses')
    .select('user_id')
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
};

export const markUnreachable = async (trx: Trx, address: Address): Promise<void> => {
  await trx
    .updateTable('addresses')
    .set({ reachable: false })
    .where('platform', '=', address.platform)
    .where('tenant_id', '=', address.tenantId)
    .where('user_id', '=', address.userId)
    .execute();
};
