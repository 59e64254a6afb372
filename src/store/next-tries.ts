import type { FocusArea } from '../core/focus-area.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';

/** What a visit left to try: shown first when the next one is planned (needs 57). */
export interface NextTry {
  readonly focus: FocusArea;
  readonly words: string;
}

export const nextTryOf = (trx: Trx, pairingId: string): Promise<NextTry | undefined> =>
  trx
    .selectFrom('next_tries')
    .select(['focus', 'words'])
    .where('pairing_id', '=', pairingId)
    .executeTakeFirst();

/** The latest visit knows best. */
export const keepNextTry = async (
  trx: Trx,
  { pairingId, focus, words }: NextTry & { readonly pairingId: string },
  now: Instant,
): Promise<void> => {
  const said = { focus, words, said_at: new Date(now) };
  await trx
    .insertInto('next_tries')
    .values({ pairing_id: pairingId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'pairing_id']).doUpdateSet(said))
    .execute();
};

/** It is in a visit's intention now. */
export const takeNextTry = async (trx: Trx, pairingId: string): Promise<void> => {
  await trx.deleteFrom('next_tries').where('pairing_id', '=', pairingId).execute();
};
