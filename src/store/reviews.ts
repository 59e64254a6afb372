import { addDays, type LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export const reviewById = (trx: Trx, id: string): Promise<Row<'reviews'> | undefined> =>
  trx.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst();

/** Active pairings that began that many days ago or more, and have not been looked at since. */
export const pairingsToReview = async (
  trx: Trx,
  today: LocalDate,
  days: number,
): Promise<{ pairingId: string; therapistId: string }[]> => {
  const since = addDays(today, -days);
  const rows = await trx
    .selectFrom('pairings')
    .select(['id as pairingId', 'therapist_id as therapistId'])
    .where('state', '=', 'active')
    .where((where) =>
      where.and([
        where.exists(
          where
            .selectFrom('pairing_mandates')
            .select('pairing_mandates.id')
            .whereRef('pairing_mandates.pairing_id', '=', 'pairings.id')
            .where('pairing_mandates.from_date', '<=', since),
        ),
        where.not(
          where.exists(
            where
              .selectFrom('reviews')
              .select('reviews.id')
              .whereRef('reviews.pairing_id', '=', 'pairings.id')
              .where('reviews.date', '>', since),
          ),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows;
};

/** Undefined when another instance was first. */
export const addReview = async (
  trx: Trx,
  pairingId: string,
  date: LocalDate,
): Promise<string | undefined> => {
  const row = await trx
    .insertInto('reviews')
    .values({ pairing_id: pairingId, date })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

export const answerReview = async (
  trx: Trx,
  id: string,
  answer: NonNullable<Row<'reviews'>['answer']>,
): Promise<void> => {
  await trx.updateTable('reviews').set({ answer }).where('id', '=', id).execute();
};
