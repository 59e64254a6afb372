import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Address } from '../core/people.ts';
import { HOUR, type Instant } from '../core/time.ts';
import { organizationName } from './organizations.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** The coordinator who typed the code, as the other side is asked about them. */
export interface Guest {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly person: string;
  readonly account: Address;
}

/** Good for an hour; a new one takes the place of the last. */
export const makeJoining = async (
  trx: Trx,
  code: string,
  madeBy: string,
  now: Instant,
): Promise<{ readonly id: string }> => {
  await trx.deleteFrom('joinings').execute();
  return trx
    .insertInto('joinings')
    .values({
      code_hash: hashOf(code),
      host_name: (await organizationName(trx)).slice(0, 200),
      made_by: madeBy,
      expires_at: new Date(now + HOUR),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
};

/** From the other organization: whose code this is, while it is good and nobody has answered it. */
export const hostOfCode = async (trx: Trx, code: string, now: Instant): Promise<string | undefined> => {
  await sql`select set_config('app.join_code', ${hashOf(code)}, true)`.execute(trx);
  const row = await trx
    .selectFrom('joinings')
    .select('host_name')
    .where('code_hash', '=', hashOf(code))
    .where('organization_id', '<>', sql<string>`current_organization()`)
    .where('guest_id', 'is', null)
    .where('expires_at', '>', timestamp(now))
    .executeTakeFirst();
  return row?.host_name;
};

/** Call after `hostOfCode`. False when somebody else was faster. */
export const answerCode = async (trx: Trx, code: string, guest: Guest): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('joinings')
    .set({
      guest_id: guest.organizationId,
      guest_name: guest.organizationName.slice(0, 200),
      guest_person: guest.person.slice(0, 200),
      guest_account: JSON.stringify(guest.account),
    })
    .where('code_hash', '=', hashOf(code))
    .where('guest_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Undefined for a code that is too old; without a guest while nobody has typed it. */
export const joiningById = async (
  trx: Trx,
  id: string,
  now: Instant,
): Promise<{ readonly guest: Guest | undefined } | undefined> => {
  const row = await trx
    .selectFrom('joinings')
    .select(['guest_id', 'guest_name', 'guest_person', 'guest_account'])
    .where('id', '=', id)
    .where('expires_at', '>', timestamp(now))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { guest_id, guest_name, guest_person, guest_account } = row;
  if (!guest_id || !guest_account) return { guest: undefined };
  return {
    guest: {
      organizationId: guest_id,
      organizationName: guest_name ?? '',
      person: guest_person ?? '',
      account: guest_account,
    },
  };
};

export const dropJoining = async (trx: Trx, id: string): Promise<void> => {
  await trx.deleteFrom('joinings').where('id', '=', id).execute();
};
