import { sql } from 'kysely';
import type { Address, Platform, Role } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

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

/** How a member is reached, and when the platform last said that the account is still somebody's. */
export interface KnownAddress extends Address {
  readonly confirmedAt: Instant | null;
}

const accounts = (trx: Trx) =>
  trx
    .selectFrom('addresses')
    .select(['member_id', 'platform', 'tenant_id', 'user_id', 'conversation', 'confirmed_at']);
type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number];

const toAddress = (row: AccountRow): KnownAddress => ({
  platform: row.platform,
  tenantId: row.tenant_id,
  userId: row.user_id,
  conversation: row.conversation,
  confirmedAt: row.confirmed_at,
});

/** Where to write to each of these members: the reachable account used last. */
export const addressesOf = async (
  trx: Trx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, KnownAddress>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await accounts(trx)
    .where('member_id', 'in', [...memberIds])
    .where('reachable', '=', true)
    .orderBy('seen_at')
    .execute();
  // The last of each stays.
  return new Map(rows.map((row) => [row.member_id, toAddress(row)]));
};

/** How a member is written to on this platform; undefined where that account is closed. */
export const addressOf = async (
  trx: Trx,
  memberId: string,
  platform: Platform,
): Promise<KnownAddress | undefined> => {
  const row = await accounts(trx)
    .where('member_id', '=', memberId)
    .where('platform', '=', platform)
    .where('closed_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .executeTakeFirst();
  return row && toAddress(row);
};

export const confirmAddress = async (trx: Trx, address: Address, now: Instant): Promise<void> => {
  await theAccount(trx, address)
    .set({ confirmed_at: new Date(now) })
    .execute();
};

/** The account this member used last, reachable or not. */
export const lastAddressOf = (
  trx: Trx,
  memberId: string,
): Promise<{ platform: Platform; reachable: boolean } | undefined> =>
  trx
    .selectFrom('addresses')
    .select(['platform', 'reachable'])
    .where('member_id', '=', memberId)
    .orderBy('reachable', 'desc')
    .orderBy('seen_at', 'desc')
    .executeTakeFirst();

/** When somebody last wrote from there. */
export const seenAt = async (trx: Trx, address: Address): Promise<Instant | undefined> => {
  const row = await trx
    .selectFrom('addresses')
    .select('seen_at')
    .where('platform', '=', address.platform)
    .where('tenant_id', '=', address.tenantId)
    .where('user_id', '=', address.userId)
    .executeTakeFirst();
  return row?.seen_at;
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

/** True the first time: then those who count on this person are told. */
export const markUnreachable = async (trx: Trx, address: Address): Promise<boolean> => {
  const changed = await theAccount(trx, address)
    .set({ reachable: false })
    .where('reachable', '=', true)
    .returning('user_id')
    .execute();
  return changed.length > 0;
};

/** What somebody is here who is served now; undefined for an account that is nobody's, or closed. */
export const roleAt = async (trx: Trx, account: Address): Promise<Role | undefined> => {
  const row = await trx
    .selectFrom('addresses')
    .innerJoin('members', 'members.id', 'addresses.member_id')
    .select('members.role')
    .where('addresses.platform', '=', account.platform)
    .where('addresses.tenant_id', '=', account.tenantId)
    .where('addresses.user_id', '=', account.userId)
    .where('addresses.closed_at', 'is', null)
    .where('members.active', '=', true)
    .executeTakeFirst();
  return row?.role;
};

/** The platform says that the account is closed, or a guest's. */
export const closeAddress = async (trx: Trx, address: Address, at: Instant): Promise<void> => {
  await theAccount(trx, address)
    .set({ closed_at: new Date(at), reachable: false })
    // Profiles change often, and most changes say nothing new.
    .where('closed_at', 'is', null)
    .execute();
};

/** It is somebody's again, unless that was said before it was closed and only comes late. Answers whether it was closed. */
export const openAddress = async (trx: Trx, address: Address, at: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await theAccount(trx, address)
    .set({ closed_at: null, reachable: true })
    .where('closed_at', '<', timestamp(at))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

const theAccount = (trx: Trx, address: Address) =>
  trx
    .updateTable('addresses')
    .where('platform', '=', address.platform)
    .where('tenant_id', '=', address.tenantId)
    .where('user_id', '=', address.userId);
