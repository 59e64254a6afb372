import { DAY, type Instant } from '../core/time.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Older ones have moved off the screen. */
const ON_SCREEN = 3 * DAY;

/** Cards of these purposes that may be on a screen, and of whose readers it is time to ask where their students are. */
export const cardsAtTheBell = (
  trx: Trx,
  purposes: readonly string[],
  now: Instant,
): Promise<Row<'outbox'>[]> =>
  trx
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'sent')
    .where('message', 'is not', null)
    .where('purpose', 'in', [...purposes])
    .where((where) =>
      where.or([where('folded', '=', true), where('sent_at', '>', timestamp(now - ON_SCREEN))]),
    )
    .where((where) => where.or([where('bell_at', 'is', null), where('bell_at', '<=', timestamp(now))]))
    .orderBy('member_id')
    .orderBy('id')
    .execute();

/** Nothing changes on the screen before `until`. */
export const waitForBell = async (trx: Trx, ids: readonly string[], until: Instant): Promise<void> => {
  if (ids.length === 0) return;
  await trx
    .updateTable('outbox')
    .set({ bell_at: new Date(until) })
    .where('id', 'in', [...ids])
    .execute();
};

/** Closed or open from now on; drawn anew unless whoever asks has drawn it already. */
export const setFolded = async (
  trx: Trx,
  ids: readonly string[],
  { folded, isDrawn = false }: { readonly folded: boolean; readonly isDrawn?: boolean },
): Promise<void> => {
  if (ids.length === 0) return;
  await trx
    .updateTable('outbox')
    .set({ folded, ...(isDrawn ? {} : { stale: true }) })
    .where('id', 'in', [...ids])
    .execute();
};

/** These people’s days have changed: where their students are is asked anew at the next tick. */
export const askAtNextTick = async (trx: Trx, memberIds: readonly string[]): Promise<void> => {
  if (memberIds.length === 0) return;
  await trx
    .updateTable('outbox')
    .set({ bell_at: null })
    .where('member_id', 'in', [...memberIds])
    .where('bell_at', 'is not', null)
    .execute();
};
