import { sql } from 'kysely';
import type { Cause, Outcome } from '../core/outcome.ts';
import { DAY, type Instant, type LocalDate, localTime } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { untold } from './untold.ts';
import { type VisitView, visitViews } from './visits.ts';

/** True when nobody recorded anything since that version: of two taps at once, one counts. */
export const recordOutcome = async (
  trx: Trx,
  { id, version }: Pick<VisitView, 'id' | 'version'>,
  outcome: Outcome,
  reason: Cause | null,
  wasOut = false,
): Promise<boolean> => {
  const result = await trx
    .updateTable('visits')
    .set((set) => ({ outcome, reason, was_out: wasOut, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

/** Agreed visits that are over and have no word yet about how they went. */
export const unrecorded = (trx: Trx, therapistId: string, before: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.therapist_id', '=', therapistId)
    .where('visits.state', '=', 'agreed')
    .where('visits.outcome', 'is', null)
    .where(sql<boolean>`upper(visits.during) <= ${timestamp(before)}`)
    .orderBy('visits.date')
    .execute();

/** The same of everybody, over within these instants, whose therapist has not been asked yet. */
export const overAndUnasked = (trx: Trx, from: Instant, to: Instant): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.state', '=', 'agreed')
    .where('visits.outcome', 'is', null)
    // A day more for zones: the index knows dates only.
    .where('visits.date', '>=', localTime(from - DAY, 'utc').date)
    .where(
      sql<boolean>`upper(visits.during) > ${timestamp(from)} and upper(visits.during) <= ${timestamp(to)}`,
    )
    .where(untold('visit-outcome', { subject: 'visits.id' }))
    .orderBy('visits.id')
    .execute();

/** Agreed visits of a pair from that date on, however they went, the first first. */
export const agreedOfPairing = (trx: Trx, pairingId: string, from: LocalDate): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.pairing_id', '=', pairingId)
    .where('visits.state', '=', 'agreed')
    .where('visits.date', '>=', from)
    .orderBy('visits.date')
    .orderBy('visits.start_minute')
    .execute();

/** Agreed once and displaced since, at the same time of the same weekday; the first first. */
export const displacedInSlot = (
  trx: Trx,
  { pairingId, date, start, end }: Pick<VisitView, 'pairingId' | 'date' | 'start' | 'end'>,
  from: LocalDate,
): Promise<VisitView[]> =>
  visitViews(trx)
    .where('visits.pairing_id', '=', pairingId)
    .where('visits.date', '>=', from)
    .where('visits.date', '<=', date)
    .where(sql<boolean>`extract(isodow from visits.date) = extract(isodow from ${date}::date)`)
    .where('visits.start_minute', '<', end)
    .where('visits.end_minute', '>', start)
    .where((where) =>
      where.or([
        where('visits.outcome', '=', 'could_not'),
        where.and([where('visits.state', '!=', 'agreed'), where('visits.reason', 'is not', null)]),
      ]),
    )
    .orderBy('visits.date')
    .execute();
