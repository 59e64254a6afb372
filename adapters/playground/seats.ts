import type { Platform } from '../../src/core/people.ts';

/** Somebody who can be played. */
export interface Seat {
  /** On Slack the user id (`U…`), on Teams the Entra object id; the account id there is `29:` before it. */
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  /** One line under the name: "Occupational therapist". */
  readonly role: string;
  readonly avatar: { readonly initials: string; readonly color: string };
}
