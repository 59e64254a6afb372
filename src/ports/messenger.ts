import type { Card } from '../core/card.ts';
import type { Address } from '../core/people.ts';

/** A platform's handle on a message it accepted, enough to change it in place later. */
export type MessageRef = Readonly<Record<string, string>>;

/** How a send ended. Only `uncertain` may or may not have reached the person. */
export type Delivery =
  | { readonly kind: 'sent'; readonly message: MessageRef }
  /** Certainly not sent. Some platforms don't say how long to wait. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  /** Blocked, uninstalled, deactivated: stop writing to this address. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The platform will never take this message as it is: a fault of ours. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** `sendAgain`: the platform asks for another try all the same. */
  | { readonly kind: 'uncertain'; readonly reason: string; readonly sendAgain?: true }
  /** `isWanted` said no at the last moment. */
  | { readonly kind: 'withheld' };

/** What looking for a message of ours found. */
export type Found =
  | { readonly kind: 'found'; readonly message: MessageRef }
  | { readonly kind: 'absent' }
  /** Could not look now. */
  | { readonly kind: 'unknown'; readonly retryAfterSeconds?: number }
  /** The platform gives no way to look, or does not allow it to us. */
  | { readonly kind: 'cannot-look'; readonly reason: string };

export interface Messenger {
  /**
   * One attempt, no retries inside; `key` marks the message so that it can be found again. `isWanted` is asked right
   * before the message leaves: a worker may have been held up on the way there.
   */
  send(to: Address, card: Card, key: string, isWanted?: () => boolean): Promise<Delivery>;
  /** Replaces a message's content; `to` is how the person is reached now. A message that is gone answers `unreachable`. */
  edit(message: MessageRef, card: Card, to?: Address): Promise<Delivery>;
  /** Looks for a message with this key among what was written to the person since then (epoch milliseconds). */
  find(to: Address, key: string, since: number): Promise<Found>;
  /** Takes a message of ours away; whether that worked changes nothing for us. */
  remove(message: MessageRef): Promise<void>;
}
