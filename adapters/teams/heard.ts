import type { Inbound } from '../../src/ports/inbound.ts';
import type { MessageRef } from '../../src/ports/messenger.ts';
import type { Origin } from './render-form.ts';

/** How Teams waits for the answer: a message for a message, or one of three kinds of answered request. */
export interface Heard {
  readonly way: 'chat' | 'execute' | 'fetch' | 'submit';
  /** Undefined when the button or dialog is none we know. */
  readonly inbound: Inbound | undefined;
  /** How to get the same form again, should the answer be one. */
  readonly origin: Origin;
  readonly tapped: MessageRef | undefined;
}
