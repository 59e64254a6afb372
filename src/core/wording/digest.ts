import type { Card, Part } from '../card.ts';

/** Several messages that waited for the same free minute, as one; each keeps its own buttons. */
export const digestCard = (cards: readonly Card[]): Card => {
  const [first, ...others] = cards;
  if (first === undefined || others.length === 0) throw new Error('a digest needs two cards');
  return {
    kind: 'digest',
    push: `${first.push}, and ${others.length} more`,
    title: `${cards.length} things, in one message`,
    parts: cards.flatMap((card, index): Part[] => [
      ...(index === 0 ? [] : [{ kind: 'divider' as const }]),
      { kind: 'item', card },
    ]),
    actions: [],
  };
};
