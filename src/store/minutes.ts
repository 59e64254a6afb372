import type { ActivityKind } from '../core/activity-kind.ts';
import type { Entry } from '../core/minutes/ledger.ts';
import type { Cause } from '../core/outcome.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';

/** What happened, or is agreed to happen, in the minutes of each pairing. */
export const entriesOf = async (trx: Trx, pairingIds: readonly string[]): Promise<Map<string, Entry[]>> => {
  const found = new Map<string, Entry[]>();
  if (pairingIds.length === 0) return found;
  const add = (pairingId: string, entry: Entry) =>
    found.set(pairingId, [...(found.get(pairingId) ?? []), entry]);
  const visits = await trx
    .selectFrom('visits')
    .select(['pairing_id', 'date', 'start_minute', 'end_minute', 'state', 'outcome', 'reason'])
    .where('pairing_id', 'in', [...pairingIds])
    .where((where) => where.or([where('state', '=', 'agreed'), where('reason', 'is not', null)]))
    .orderBy('date')
    .execute();
  for (const visit of visits) add(visit.pairing_id, visitEntry(visit));
  const noted = await trx
    .selectFrom('noted_minutes')
    .select(['pairing_id', 'date', 'minutes', 'reason'])
    .where('pairing_id', 'in', [...pairingIds])
    .where('kind', '=', 'pull_out')
    .orderBy('date')
    .execute();
  for (const { pairing_id, date, minutes, reason: cause } of noted) {
    const one = { date, minutes, setting: 'pull_out' } as const;
    add(
      pairing_id,
      cause === null ? { ...one, status: 'delivered' } : { ...one, status: 'displaced', cause },
    );
  }
  return found;
};

const visitEntry = (
  visit: Pick<Row<'visits'>, 'date' | 'start_minute' | 'end_minute' | 'state' | 'outcome' | 'reason'>,
): Entry => {
  const one = {
    date: visit.date,
    minutes: visit.end_minute - visit.start_minute,
    setting: 'push_in',
  } as const;
  if (visit.state !== 'agreed' || visit.outcome === 'could_not')
    return { ...one, status: 'displaced', cause: visit.reason ?? 'other' };
  return { ...one, status: visit.outcome === null ? 'planned' : 'delivered' };
};

export interface NotedMinutes {
  readonly pairingId: string;
  readonly date: LocalDate;
  readonly minutes: number;
  readonly kind: 'pull_out' | 'consult';
  /** Why a pull-out was not held. */
  readonly reason: Cause | null;
  /** What the class did during a pull-out, as far as that is known. */
  readonly missed: ActivityKind | null;
}

export const noteMinutes = async (trx: Trx, noted: NotedMinutes, now: Instant): Promise<void> => {
  await trx
    .insertInto('noted_minutes')
    .values({
      pairing_id: noted.pairingId,
      date: noted.date,
      minutes: noted.minutes,
      kind: noted.kind,
      reason: noted.reason,
      missed: noted.missed,
      noted_at: new Date(now),
    })
    .execute();
};

/** What was noted by hand for these pairings, the oldest first. */
export const notedMinutesOf = async (trx: Trx, pairingIds: readonly string[]): Promise<NotedMinutes[]> =>
  pairingIds.length === 0
    ? []
    : trx
        .selectFrom('noted_minutes')
        .select(['pairing_id as pairingId', 'date', 'minutes', 'kind', 'reason', 'missed'])
        .where('pairing_id', 'in', [...pairingIds])
        .orderBy('date')
        .execute();
