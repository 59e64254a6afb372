import { sql } from 'kysely';
import { grouped } from '../core/grouped.ts';
import type { Mandate } from '../core/minutes/mandate.ts';
import type { Track } from '../core/minutes/tracks.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Added, never changed: what was asked for in the past stays as it was. */
export const sayMandate = async (
  trx: Trx,
  pairingId: string,
  {
    count,
    minutes,
    period,
    from,
    rhythm = 'every_week',
    track = 'in_class',
  }: Mandate & { readonly track?: Track },
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('pairing_mandates')
    .values({
      pairing_id: pairingId,
      visit_count: count,
      visit_minutes: minutes,
      period,
      from_date: from,
      rhythm,
      track,
      said_at: new Date(now),
    })
    .execute();
};

export type KeptMandate = Mandate & { readonly track: Track };

/** Every mandate of each pairing, in the order in which they were said. */
export const mandatesOfPairings = async (
  trx: Trx,
  pairingIds: readonly string[],
): Promise<Map<string, KeptMandate[]>> => {
  if (pairingIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('pairing_mandates')
    .selectAll()
    .where('pairing_id', 'in', [...pairingIds])
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return grouped(
    rows.map((row) => {
      const { visit_count: count, visit_minutes: minutes, period, from_date: from, track, rhythm } = row;
      return [row.pairing_id, { count, minutes, period, from, track, rhythm }];
    }),
  );
};

/** On the day a changed mandate begins to count, visits to the class go by it. */
export const takeUpMandates = async (trx: Trx, now: Instant): Promise<void> => {
  await sql`
    update pairings set visit_count = m.visit_count, visit_minutes = m.visit_minutes, period = m.period
    from (
      select distinct on (pm.pairing_id) pm.pairing_id, pm.visit_count, pm.visit_minutes, pm.period
      from pairing_mandates pm
      join pairings p on p.id = pm.pairing_id
      join classrooms c on c.id = p.classroom_id
      join schools s on s.id = c.school_id
      where pm.track = 'in_class' and pm.from_date <= (${timestamp(now)} at time zone s.zone)::date
      order by pm.pairing_id, pm.from_date desc, pm.said_at desc
    ) m
    where m.pairing_id = pairings.id
      and (pairings.visit_count, pairings.visit_minutes, pairings.period)
        is distinct from (m.visit_count, m.visit_minutes, m.period)`.execute(trx);
};
