import type { ActivityKind } from '../core/activity-kind.ts';
import { grouped } from '../core/grouped.ts';
import type { PairEntry } from '../core/minutes/pair-ledger.ts';
import type { Cause } from '../core/outcome.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import { trackOf } from '../core/visit-setting.ts';
import type { Row, Trx } from './schema.ts';

/** What happened, or is agreed to happen, in the minutes of each pairing. */
export const entriesOf = async (
  trx: Trx,
  pairingIds: readonly string[],
): Promise<Map<string, PairEntry[]>> => {
  if (pairingIds.length === 0) return new Map();
  const visits = await trx
    .selectFrom('visits')
    .select([
      'id',
      'pairing_id',
      'date',
      'start_minute',
      'end_minute',
      'state',
      'outcome',
      'reason',
      'setting',
      'was_out',
    ])
    .where('pairing_id', 'in', [...pairingIds])
    .where((where) => where.or([where('state', '=', 'agreed'), where('reason', 'is not', null)]))
    .orderBy('date')
    .execute();
  const noted = await trx
    .selectFrom('noted_minutes')
    .select(['pairing_id', 'date', 'minutes', 'kind', 'reason'])
    .where('pairing_id', 'in', [...pairingIds])
    .orderBy('date')
    .execute();
  return grouped([
    ...visits.map((visit) => [visit.pairing_id, visitEntry(visit)] as const),
    ...noted.map((one) => [one.pairing_id, notedEntry(one)] as const),
  ]);
};

const notedEntry = ({
  date,
  minutes,
  kind: setting,
  reason: cause,
}: Pick<Row<'noted_minutes'>, 'date' | 'minutes' | 'kind' | 'reason'>): PairEntry =>
  cause === null
    ? { date, minutes, setting, status: 'delivered' }
    : { date, minutes, setting, status: 'displaced', cause };

/** Where a visit’s minutes were spent, as the ledger knows it. */
export const spentIn = {
  push_in: 'push_in',
  either: 'push_in',
  pull_out: 'pull_out',
  consult: 'consult',
} as const;

const visitEntry = (
  visit: Pick<
    Row<'visits'>,
    'id' | 'date' | 'start_minute' | 'end_minute' | 'state' | 'outcome' | 'reason' | 'setting' | 'was_out'
  >,
): PairEntry => {
  const one = {
    visitId: visit.id,
    date: visit.date,
    minutes: visit.end_minute - visit.start_minute,
    setting: visit.was_out ? 'pull_out' : spentIn[visit.setting],
    track: trackOf(visit.setting),
  } as const;
  if (visit.state !== 'agreed' || visit.outcome === 'could_not')
    return { ...one, status: 'displaced', cause: visit.reason ?? 'other' };
  return { ...one, status: visit.outcome === null ? 'planned' : 'delivered' };
};

/** Minutes a pair's students were outside since that day, by what their class did meanwhile (needs 55). */
export const missedSince = async (
  trx: Trx,
  pairingIds: readonly string[],
  since: LocalDate,
): Promise<ReadonlyMap<string, ReadonlyMap<ActivityKind, number>>> => {
  const missed = new Map<string, Map<ActivityKind, number>>();
  if (pairingIds.length === 0) return missed;
  const noted = await trx
    .selectFrom('noted_minutes')
    .select(['pairing_id', 'minutes', 'missed'])
    .where('pairing_id', 'in', [...pairingIds])
    .where('missed', 'is not', null)
    .where('date', '>=', since)
    .execute();
  const visits = await outsideVisits(trx, pairingIds, since);
  for (const { pairingId, missed: kind, minutes } of [
    ...noted.map(({ pairing_id: pairingId, ...one }) => ({ pairingId, ...one })),
    ...visits,
  ]) {
    const own = missed.get(pairingId) ?? new Map<ActivityKind, number>();
    if (kind !== null) own.set(kind, (own.get(kind) ?? 0) + minutes);
    missed.set(pairingId, own);
  }
  return missed;
};

/** Agreed visits outside the class since that day, but for those that could not be. */
export const outsideVisits = async (
  trx: Trx,
  pairingIds: readonly string[],
  since: LocalDate,
): Promise<{ pairingId: string; minutes: number; missed: ActivityKind; isOver: boolean }[]> => {
  const visits = await trx
    .selectFrom('visits')
    .select(['pairing_id as pairingId', 'kind as missed', 'start_minute', 'end_minute', 'outcome'])
    .where('pairing_id', 'in', [...pairingIds])
    .where('date', '>=', since)
    .where('state', '=', 'agreed')
    .where((where) => where.or([where('setting', '=', 'pull_out'), where('was_out', '=', true)]))
    .execute();
  return visits
    .filter(({ outcome }) => outcome !== 'could_not')
    .map(({ start_minute, end_minute, outcome, ...one }) => ({
      ...one,
      minutes: end_minute - start_minute,
      isOver: outcome !== null,
    }));
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
