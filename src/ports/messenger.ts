import type { Card } from '../core/card.ts';
import type { Address } from '../core/people.ts';

/** A platform's handle on a message it accepted, enough to change it in place later. */
export type MessageRef = Readonly<Record<string, string>>;

/** How a send ended. Only `uncertain` may or may not have reached the person. */
export type Delivery =
  | { readonly kind: 'sent'; readonly message: MessageRef }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** Blocked, uninstalled, deactivated: stop writing to this address. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The platform will never take this message as it is: a fault of ours. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string };

export interface Messenger {
  /** One attempt, no retries inside; `key` marks the message so that it can be found again. */
  send(to: Address, card: Card, key: string): Promise<Delivery>;
  /** Replaces a message's content. A message that is gone answers `unreachable`. */
  edit(message: MessageRef, card: Card): Promise<Delivery>;
}
