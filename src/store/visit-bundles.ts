import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { type VisitView, visitViews } from './visits.ts';

const inOrder = (visits: ReturnType<typeof visitViews>) =>
  visits.orderBy('visits.date').orderBy('visits.start_minute').execute();

/** Visits asked of one teacher on one card. */
export const visitsInBundle = (trx: Trx, bundleId: string): Promise<VisitView[]> =>
  inOrder(visitViews(trx).where('visits.bundle_id', '=', bundleId));

/** The same, kept from others until this transaction ends. */
export const bundleToChange = async (trx: Trx, bundleId: string): Promise<VisitView[]> => {
  await trx
    .selectFrom('visits')
    .select('id')
    .where('bundle_id', '=', bundleId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return visitsInBundle(trx, bundleId);
};

/** Visits a planned week became. */
export const visitsOfPlan = (trx: Trx, planId: string): Promise<VisitView[]> =>
  inOrder(visitViews(trx).where('visits.plan_id', '=', planId));

/** Visits of this therapist that a change, an activity or a bundle took. */
export const visitsLostTo = (trx: Trx, subjectId: string, therapistId: string): Promise<VisitView[]> =>
  inOrder(
    visitViews(trx).where('visits.lost_to', '=', subjectId).where('visits.therapist_id', '=', therapistId),
  );

/** What was found in place of these, in the order found. */
export const visitsInsteadOf = (trx: Trx, lostIds: readonly string[]): Promise<VisitView[]> =>
  lostIds.length === 0
    ? Promise.resolve([])
    : visitViews(trx)
        .where('visits.instead_of', 'in', [...lostIds])
        .orderBy('visits.created_at')
        .execute();

/** Rooms still kept in place of what this subject took, for whomever. */
export const heldLostTo = (trx: Trx, subjectId: string): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.state', '=', 'held')
    .where('visits.instead_of', 'in', (where) =>
      where.selectFrom('visits as lost').select('lost.id').where('lost.lost_to', '=', subjectId),
    )
    .execute();

/** Kept for a decision that did not come. */
export const heldTooLong = (trx: Trx, instant: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.state', '=', 'held')
    .where('visits.held_until', '<=', timestamp(instant))
    .execute();

/** From kept to asked, in the planned week of the visit it stands in for; undefined when it is not kept any more. */
export const askHeld = (
  trx: Trx,
  id: string,
  bundleId: string,
): Promise<{ readonly planId: string | null } | undefined> =>
  trx
    .updateTable('visits')
    .set((set) => ({
      state: 'proposed',
      bundle_id: bundleId,
      plan_id: set
        .selectFrom('visits as lost')
        .select('lost.plan_id')
        .whereRef('lost.id', '=', 'visits.instead_of'),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'held')
    .returning('plan_id as planId')
    .executeTakeFirst();

/** What took it: a change, an activity, or the bundle it was declined in. */
export const loseTo = async (trx: Trx, visitId: string, subjectId: string): Promise<void> => {
  await trx.updateTable('visits').set({ lost_to: subjectId }).where('id', '=', visitId).execute();
};
