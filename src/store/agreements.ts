import type { Agreement } from '../core/agreement.ts';
import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export const agreementOf = (trx: Trx, pairingId: string): Promise<Row<'agreements'> | undefined> =>
  trx.selectFrom('agreements').selectAll().where('pairing_id', '=', pairingId).executeTakeFirst();

/** The latest word of either stands. */
export const keepAgreement = async (
  trx: Trx,
  pairingId: string,
  { entry, noise, interrupting, contact, words }: Agreement,
  by: string,
  now: Instant,
): Promise<void> => {
  const said = { entry, noise, interrupting, contact, words, changed_by: by, changed_at: new Date(now) };
  await trx
    .insertInto('agreements')
    .values({ pairing_id: pairingId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'pairing_id']).doUpdateSet(said))
    .execute();
};
