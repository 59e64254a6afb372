import { sql } from 'kysely';
import type { FocusArea } from '../core/focus-area.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { untold } from './untold.ts';
import { type VisitView, visitViews } from './visits.ts';

export interface Intention {
  readonly focus: FocusArea;
  /** Concrete: “Short pencil, then copy one line”. */
  readonly approach: string;
}

export const intentionOf = (trx: Trx, visitId: string): Promise<Intention | undefined> =>
  trx
    .selectFrom('intentions')
    .select(['focus', 'approach'])
    .where('visit_id', '=', visitId)
    .executeTakeFirst();

/** What was planned for the pairing's latest visit before that one. */
export const lastIntentionOf = (
  trx: Trx,
  { pairingId, date, start }: Pick<VisitView, 'pairingId' | 'date' | 'start'>,
): Promise<Intention | undefined> =>
  trx
    .selectFrom('intentions')
    .innerJoin('visits', 'visits.id', 'intentions.visit_id')
    .select(['intentions.focus', 'approach'])
    .where('pairing_id', '=', pairingId)
    .where((where) =>
      where.or([
        where('date', '<', date),
        where.and([where('date', '=', date), where('start_minute', '<', start)]),
      ]),
    )
    .orderBy('date', 'desc')
    .orderBy('start_minute', 'desc')
    .limit(1)
    .executeTakeFirst();

export const keepIntention = async (
  trx: Trx,
  visitId: string,
  { focus, approach }: Intention,
  now: Instant,
): Promise<void> => {
  const said = { focus, approach, said_at: new Date(now) };
  await trx
    .insertInto('intentions')
    .values({ visit_id: visitId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'visit_id']).doUpdateSet(said))
    .execute();
};

/** Agreed visits that begin between the two instants, have no intention yet and were not asked about. */
export const visitsToPlan = (trx: Trx, from: Instant, to: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.state', '=', 'agreed')
    .where('intentions.visit_id', 'is', null)
    .where('visits.setting', 'in', ['push_in', 'either'])
    .where(
      sql<boolean>`lower(visits.during) > ${timestamp(from)} and lower(visits.during) <= ${timestamp(to)}`,
    )
    .where(untold('intention', { subject: 'visits.id' }))
    .orderBy('visits.id')
    .execute();
