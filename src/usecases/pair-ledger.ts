import type { School } from '../core/classroom.ts';
import { owedBefore } from '../core/minutes/pace.ts';
import { type PairLedger, pairLedgerOf } from '../core/minutes/pair-ledger.ts';
import type { LocalDate } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { entriesOf } from '../store/minutes.ts';
import { makeUpRule } from '../store/organizations.ts';
import { mandatesOfPairings } from '../store/pairing-mandates.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';

/** The minutes of each pairing, as they stand on that day. */
export const ledgersOf = async (
  trx: Trx,
  pairingIds: readonly string[],
  today: LocalDate,
  school: School,
): Promise<ReadonlyMap<string, PairLedger>> => {
  const rule = await makeUpRule(trx);
  const mandates = await mandatesOfPairings(trx, pairingIds);
  const entries = await entriesOf(trx, pairingIds);
  const ledgers = pairingIds.map(
    (id) =>
      [
        id,
        pairLedgerOf({
          mandates: mandates.get(id) ?? [],
          entries: entries.get(id) ?? [],
          today,
          rule,
          isSchoolDay: (date) => isSchoolDay(school, date),
        }),
      ] as const,
  );
  return new Map(ledgers);
};

/** Visits to the class wanted beyond this week's own, to make up for earlier ones. */
export const visitsOwed = (
  ledger: PairLedger | undefined,
  { visitMinutes }: PairingView,
  today: LocalDate,
): number => (ledger === undefined ? 0 : Math.ceil(owedBefore(ledger.in_class, today) / visitMinutes));
