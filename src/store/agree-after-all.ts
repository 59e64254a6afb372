import { sql } from 'kysely';
import type { Trx } from './schema.ts';
import { holding } from './visits.ts';

/**
 * From declined to agreed. False when the pair is over, somebody else has the room or the therapist by now, or another
 * time was asked for in its place.
 */
export const agreeAfterAll = async (trx: Trx, id: string): Promise<boolean> => {
  const result = await trx
    .updateTable('visits')
    .set((set) => ({ state: 'agreed', version: set('version', '+', 1), reason: null }))
    .where('id', '=', id)
    .where('state', 'in', ['another', 'not_this_week'])
    .where('outcome', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pairings')
          .select('pairings.id')
          .whereRef('pairings.id', '=', 'visits.pairing_id')
          .where('pairings.state', '=', 'active'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('visits as other')
            .select('other.id')
            .where('other.state', 'in', [...holding])
            .where((where) =>
              where.or([
                where('other.instead_of', '=', id),
                where.and([
                  where.or([
                    where('other.therapist_id', '=', where.ref('visits.therapist_id')),
                    where('other.classroom_id', '=', where.ref('visits.classroom_id')),
                  ]),
                  sql<boolean>`other.during && visits.during`,
                ]),
              ]),
            ),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
