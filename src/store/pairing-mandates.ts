import { sql } from 'kysely';
import type { Mandate } from '../core/minutes/mandate.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Added, never changed: what was asked for in the past stays as it was. */
export const sayMandate = async (
  trx: Trx,
  pairingId: string,
  { count, minutes, period, from }: Mandate,
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
      said_at: new Date(now),
    })
    .execute();
};

/** Every mandate of each pairing, in the order in which they were said. */
export const mandatesOfPairings = async (
  trx: Trx,
  pairingIds: readonly string[],
): Promise<Map<string, Mandate[]>> => {
  const found = new Map<string, Mandate[]>();
  if (pairingIds.length === 0) return found;
  const rows = await trx
    .selectFrom('pairing_mandates')
    .selectAll()
    .where('pairing_id', 'in', [...pairingIds])
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const { visit_count: count, visit_minutes: minutes, period, from_date: from } = row;
    found.set(row.pairing_id, [...(found.get(row.pairing_id) ?? []), { count, minutes, period, from }]);
  }
  return found;
};

/** On the day a changed mandate begins to count, its pairing goes by it. */
export const takeUpMandates = async (trx: Trx, now: Instant): Promise<void> => {
  await sql`
    update pairings set visit_count = m.visit_count, visit_minutes = m.visit_minutes, period = m.period
    from (
      select distinct on (pm.pairing_id) pm.pairing_id, pm.visit_count, pm.visit_minutes, pm.period
      from pairing_mandates pm
      join pairings p on p.id = pm.pairing_id
      join classrooms c on c.id = p.classroom_id
      join schools s on s.id = c.school_id
      where pm.from_date <= (${timestamp(now)} at time zone s.zone)::date
      order by pm.pairing_id, pm.from_date desc, pm.said_at desc
    ) m
    where m.pairing_id = pairings.id
      and (pairings.visit_count, pairings.visit_minutes, pairings.period)
        is distinct from (m.visit_count, m.visit_minutes, m.period)`.execute(trx);
};
