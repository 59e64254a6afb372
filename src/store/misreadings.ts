import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

/** One thing that was read as another. */
export type Misreading = Pick<Row<'misreadings'>, 'about' | 'heard' | 'meant'>;

export const noteMisreadings = async (
  trx: Trx,
  misreadings: readonly Misreading[],
  now: Instant,
): Promise<void> => {
  if (misreadings.length === 0) return;
  await trx
    .insertInto('misreadings')
    .values(misreadings.map((one) => ({ ...one, corrected_at: new Date(now) })))
    .execute();
};
