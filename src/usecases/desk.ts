import type { School } from '../core/classroom.ts';
import type { Address, Member } from '../core/people.ts';
import { type Instant, type LocalTime, localTime } from '../core/time.ts';
import { schoolNow } from '../store/calendars.ts';
import type { Trx } from '../store/schema.ts';

/** What a use case works with: one transaction, one moment, one person. */
export interface Desk {
  readonly trx: Trx;
  readonly now: Instant;
  /** `now` on the wall of the member's school. */
  readonly local: LocalTime;
  readonly me: Member;
  readonly school: School;
  /** Where people outside reach us, for links; undefined where they cannot. */
  readonly publicUrl?: string | undefined;
}

/** A desk with a person in front of it, not only one being written to. */
export interface Counter extends Desk {
  readonly from: Address;
  /** Work for a transaction of its own, once this one's answer is out. */
  readonly later: (work: (trx: Trx) => Promise<void>) => Promise<void>;
  /** Thinks on about this planned week, once this transaction is committed. */
  readonly improve: (planId: string) => void;
  /** Thinks about the team's week, once this transaction is committed. */
  readonly planTeam: () => void;
}

export const deskFor = async (trx: Trx, me: Member, now: Instant, publicUrl?: string): Promise<Desk> =>
  deskAt(trx, me, await schoolNow(trx, me.schoolId, now), now, publicUrl);

/** The same where the school has been read before. */
export const deskAt = (trx: Trx, me: Member, school: School, now: Instant, publicUrl?: string): Desk => ({
  trx,
  publicUrl,
  now,
  me,
  school,
  local: localTime(now, school.zone),
});
