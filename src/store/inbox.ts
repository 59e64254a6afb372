import { DAY, type Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** True the first time a key is seen. In the transaction of its effect, so that both stand or fall together. */
export const firstTime = async (trx: Trx, key: string, now: Instant): Promise<boolean> => {
  const row = await trx
    .insertInto('inbox')
    .values({ key, received_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
};

/** Platforms redeliver within minutes; two days outlive every redelivery and every clock in doubt. */
const KEEP = 2 * DAY;

export const forgetOldKeys = async (trx: Trx, now: Instant): Promise<void> => {
  await trx
    .deleteFrom('inbox')
    .where('received_at', '<', timestamp(now - KEEP))
    .execute();
};
