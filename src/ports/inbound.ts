import type { Card } from '../core/card.ts';
import type { Faults, Form, FormValues } from '../core/form.ts';
import type { Address } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { MessageRef } from './messenger.ts';

/** Whatever a person did on a platform, in one normal form. */
export interface Inbound {
  /** The same for every redelivery of the same act, different for every new one. */
  readonly dedupeKey: string;
  readonly from: Address;
  /** False where others could read the answer (a channel, a group chat). */
  readonly inPrivate: boolean;
  readonly event: InboundEvent;
}

export type InboundEvent =
  /** `/pushin <text>` or a direct message; other people appear as `<@userId>`, the bot itself is left out. */
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'tap';
      readonly action: string;
      readonly ref: string;
      readonly value?: string;
      readonly version?: number;
      /** The tapped card, when the platform can still change it later (not for Slack's ephemeral ones). */
      readonly message?: MessageRef;
    }
  | { readonly kind: 'submit'; readonly form: string; readonly ref: string; readonly values: FormValues }
  /** The person opened the bot's home page. */
  | { readonly kind: 'home' }
  /** The bot was added by this person, or meets them for the first time. */
  | { readonly kind: 'hello' }
  /** The platform says of this account that since then it is closed or a guest's, or somebody's who works here. */
  | { readonly kind: 'account'; readonly standing: 'closed' | 'open'; readonly since: Instant };

export type Answer =
  /** Said to the person alone. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      /** Told where the card stands, by a platform that can change it there later. */
      readonly shown?: (message: MessageRef) => Promise<void>;
    }
  /** The tapped card becomes this one. */
  | {
      readonly kind: 'replace';
      readonly card: Card;
      /** The subject the card is about, where the tapped button named a part of it. */
      readonly about?: string;
    }
  | { readonly kind: 'form'; readonly form: Form }
  /** The submitted form stays open with a sentence at each fault. */
  | { readonly kind: 'faults'; readonly faults: Faults }
  /** Nothing to say: a redelivery, or somebody PushIn does not serve. */
  | { readonly kind: 'none' };

/** The one door from the platforms inward. Throws only for bugs and a database that is gone: nothing was done then. */
export type Receive = (inbound: Inbound) => Promise<Answer>;
