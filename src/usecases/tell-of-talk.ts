import { type Instant, MINUTE } from '../core/time.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import { tell } from './tell.ts';

interface Talk {
  readonly id: string;
  /** Undefined for the three questions in writing. */
  readonly at: Instant | undefined;
  readonly occasion?: string;
}

/** Both hear it. Missed minutes with a partner are moot once they pass; the three questions keep over a weekend. */
export const tellOfTalk = async (
  trx: Trx,
  { teacherId, therapistId }: PairingView,
  { id, at, occasion = '' }: Talk,
  now: Instant,
): Promise<void> => {
  const usefulUntil = at === undefined ? {} : { usefulUntil: at - MINUTE };
  for (const to of [teacherId, therapistId])
    await tell(trx, { to, purpose: 'touch-base', subjectId: id, occasion, ...usefulUntil }, now);
};
