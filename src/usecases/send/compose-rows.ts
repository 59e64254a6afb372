import { type Card, isOpen } from '../../core/card.ts';
import { afterClassCard } from '../../core/wording/after-class.ts';
import { digestCard } from '../../core/wording/digest.ts';
import { withNote } from '../../core/wording/parts.ts';
import { maybeTwiceNote } from '../../core/wording/undelivered.ts';
import type { Row } from '../../store/schema.ts';
import { compose } from '../compose.ts';
import type { Desk } from '../desk.ts';

export interface Composed {
  readonly row: Row<'outbox'>;
  readonly card: Card;
}

/** What is true now about each; those with nothing left to say are left out. */
export const composeRows = async (desk: Desk, rows: readonly Row<'outbox'>[]): Promise<Composed[]> => {
  const composed: Composed[] = [];
  for (const row of rows) {
    const card = await compose(row.purpose)?.(desk, row.subject_id);
    if (card) composed.push({ row, card: facing(row, card) });
  }
  return composed;
};

const facing = (row: Row<'outbox'>, card: Card): Card => {
  if (row.folded && isOpen(card)) return afterClassCard(row.id);
  return row.twin_possible ? withNote(card, maybeTwiceNote) : card;
};

/** One card as it is, several as a digest. */
export const together = (cards: readonly Card[]): Card | undefined =>
  cards.length > 1 ? digestCard(cards) : cards[0];
