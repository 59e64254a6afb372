import type { Card } from '../../core/card.ts';
import type { Answer } from '../../ports/inbound.ts';
import { digestShownAs } from '../../store/outbox-claims.ts';
import type { Desk } from '../desk.ts';
import type { Tap } from '../door.ts';
import { composeRows, together } from './compose-rows.ts';

/** A tap changes its own part of a digest, and the rest stays on the screen. */
export const withinDigest = async (desk: Desk, tap: Tap, answer: Answer): Promise<Answer> => {
  if (answer.kind !== 'replace' || !tap.message) return answer;
  const rows = await digestShownAs(desk.trx, desk.me.id, tap.message);
  if (rows.length === 0) return answer;
  const about = answer.about ?? tap.ref;
  const tapped = rows.filter((row) => row.subject_id === about);
  if (tapped.length === 0) return { kind: 'card', card: answer.card };
  const cards: Card[] = (await composeRows(desk, rows)).map(({ row, card }) =>
    // The answer knows more than the card drawn anew, e.g. that somebody was quicker.
    // About one visit there may be several, its roles and its plan.
    row.subject_id === about && (tapped.length === 1 || card.kind === answer.card.kind) ? answer.card : card,
  );
  return { kind: 'replace', card: together(cards) ?? answer.card };
};
