import type { Instant } from '../core/time.ts';
import { forgetOrganization } from './forget.ts';
import type { Row, Trx } from './schema.ts';

/** A tenant on its way from one organization into another. */
export type Moving = Omit<Row<'installations'>, 'organization_id' | 'created_at'>;

/** Nobody was ever asked to pair here. */
export const isUnpaired = async (trx: Trx): Promise<boolean> =>
  (await trx.selectFrom('pairings').select('id').limit(1).executeTakeFirst()) === undefined;

/** How much would be forgotten. */
export const whatWasTold = async (trx: Trx): Promise<{ people: number; rooms: number }> => {
  const people = await trx.selectFrom('members').select('id').execute();
  const rooms = await trx.selectFrom('classrooms').select('id').execute();
  return { people: people.length, rooms: rooms.length };
};

/** Takes the tenants out and closes what is left; undefined, and nothing done, where somebody has paired, or the organization closed. */
export const moveOut = async (trx: Trx): Promise<readonly Moving[] | undefined> => {
  // From here on nobody can pair: a new row waits for its organization, and finds it gone.
  const organization = await trx.selectFrom('organizations').select('id').forUpdate().executeTakeFirst();
  if (!organization || !(await isUnpaired(trx))) return undefined;
  const rows = await trx.selectFrom('installations').selectAll().execute();
  await forgetOrganization(trx);
  return rows.map(({ organization_id: _from, created_at: _at, ...tenant }) => tenant);
};

/** A sealed token is bound to its workspace, not to its organization, and opens here too. */
export const moveTenantsIn = async (trx: Trx, tenants: readonly Moving[]): Promise<void> => {
  const date = (at: Instant | null) => (at === null ? null : new Date(at));
  for (const { off_at, token_expires_at, ...tenant } of tenants)
    await trx
      .insertInto('installations')
      .values({ ...tenant, off_at: date(off_at), token_expires_at: date(token_expires_at) })
      .execute();
};
