import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

type Feedback = Pick<Row<'visit_feedback'>, 'how' | 'wish' | 'words'>;

export const feedbackOn = (trx: Trx, visitId: string): Promise<Feedback | undefined> =>
  trx
    .selectFrom('visit_feedback')
    .select(['how', 'wish', 'words'])
    .where('visit_id', '=', visitId)
    .executeTakeFirst();

/** The first tap stays: a second one on an old card changes nothing. */
export const sayHow = async (
  trx: Trx,
  visitId: string,
  how: Feedback['how'],
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('visit_feedback')
    .values({ visit_id: visitId, how, said_at: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const addToFeedback = async (
  trx: Trx,
  visitId: string,
  more: { readonly wish: NonNullable<Feedback['wish']> } | { readonly words: string },
): Promise<void> => {
  await trx.updateTable('visit_feedback').set(more).where('visit_id', '=', visitId).execute();
};
