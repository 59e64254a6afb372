import type { Instant } from '../core/time.ts';
import type { MessageRef } from '../ports/messenger.ts';
import { recordShown } from '../store/outbox.ts';
import type { Purpose } from './compose.ts';
import type { Counter } from './desk.ts';

interface ShownCard {
  readonly purpose: Purpose;
  readonly subjectId: string;
  /** Tells it from what is told of the same later. */
  readonly occasion?: string;
  readonly usefulUntil?: Instant;
}

/** A card that was an answer is known to stand there from now on, and changes in place. */
export const rememberShown = (
  { trx, me, now, from }: Pick<Counter, 'trx' | 'me' | 'now' | 'from'>,
  { purpose, subjectId, occasion = '', usefulUntil = now }: ShownCard,
  message: MessageRef,
): Promise<void> => {
  const intent = {
    key: [purpose, subjectId, me.id, occasion].join(':'),
    memberId: me.id,
    purpose,
    subjectId,
    notBefore: now,
    due: now,
    usefulUntil,
  };
  return recordShown(trx, intent, { platform: from.platform, message }, now);
};
