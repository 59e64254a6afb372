import { MINUTE } from '../../core/time.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { setFolded, waitForBell } from '../../store/outbox-bell.ts';
import { outboxRow } from '../../store/outbox-claims.ts';
import { compose } from '../compose.ts';
import { isId, type OnTap } from '../door.ts';

/** Long enough to answer; then it closes again, if students are still there. */
const STAYS_OPEN = 5 * MINUTE;

/** “Open now”: hers is the screen. The card stands there with all its buttons. */
export const openFolded: OnTap = async (counter, tap) => {
  const row = isId(tap.ref) ? await outboxRow(counter.trx, tap.ref) : undefined;
  const mine = row?.member_id === counter.me.id && row.state === 'sent' ? row : undefined;
  const card = mine && (await compose(mine.purpose)?.(counter, mine.subject_id));
  if (!mine || !card) return { kind: 'replace', card: outdatedCard() };
  await setFolded(counter.trx, [mine.id], { folded: false, isDrawn: true });
  await waitForBell(counter.trx, [mine.id], counter.now + STAYS_OPEN);
  return { kind: 'replace', card, about: mine.subject_id };
};
