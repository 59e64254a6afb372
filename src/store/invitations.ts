import { DAY, type Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** A school term's patience: long enough for somebody back from leave, short enough to be forgotten. */
const INVITATION_DAYS = 30;

export const addInvitation = async (
  trx: Trx,
  code: string,
  memberId: string,
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('invitations')
    .values({ code, member_id: memberId, expires_at: new Date(now + INVITATION_DAYS * DAY) })
    .execute();
};

/** Uses a code up; undefined when there is no such code, it is spent, or too old. */
export const useInvitation = async (trx: Trx, code: string, now: Instant): Promise<string | undefined> => {
  const row = await trx
    .updateTable('invitations')
    .set({ used_at: new Date(now) })
    .where('code', '=', code)
    .where('used_at', 'is', null)
    .where('expires_at', '>', timestamp(now))
    .returning('member_id')
    .executeTakeFirst();
  return row?.member_id;
};
