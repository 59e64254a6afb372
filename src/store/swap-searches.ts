import type { Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

export type SwapSearch = Row<'swap_searches'>;

/** Other times are to be found for what this subject took from a therapist; said twice, it is still one search. */
export const queueSwapSearch = async (
  trx: Trx,
  search: { readonly subjectId: string; readonly therapistId: string; readonly heldUntil: Instant },
  now: Instant,
): Promise<void> => {
  const held_until = new Date(search.heldUntil);
  await trx
    .insertInto('swap_searches')
    .values({
      subject_id: search.subjectId,
      therapist_id: search.therapistId,
      held_until,
      created_at: new Date(now),
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'subject_id', 'therapist_id']).doUpdateSet({ held_until }),
    )
    .execute();
};

/** Over all organizations, the oldest first; needs `asScheduler`. */
export const swapSearchesLeft = (
  trx: Trx,
): Promise<{ readonly organizationId: string; readonly id: string }[]> =>
  trx
    .selectFrom('swap_searches')
    .select(['organization_id as organizationId', 'id'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();

export const swapSearchById = (trx: Trx, id: string): Promise<SwapSearch | undefined> =>
  trx.selectFrom('swap_searches').selectAll().where('id', '=', id).executeTakeFirst();

/** True for the one that ends it: of two at work on the same search, one keeps rooms. */
export const endSwapSearch = async (trx: Trx, id: string): Promise<boolean> => {
  const result = await trx.deleteFrom('swap_searches').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows === 1n;
};

export const isSearching = async (trx: Trx, subjectId: string, therapistId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('swap_searches')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('therapist_id', '=', therapistId)
    .executeTakeFirst();
  return row !== undefined;
};

/** What took the visits was taken back: nothing is looked for any more. */
export const dropSwapSearches = async (trx: Trx, subjectId: string): Promise<void> => {
  await trx.deleteFrom('swap_searches').where('subject_id', '=', subjectId).execute();
};
