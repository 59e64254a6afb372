import type { Platform } from '../../core/people.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Directory } from '../../ports/directory.ts';
import type { Log } from '../../ports/log.ts';
import type { Messenger } from '../../ports/messenger.ts';
import type { Db } from '../../store/schema.ts';
import type { PlatformLimits } from './platform-limits.ts';

type Messengers = Readonly<Partial<Record<Platform, Messenger>>>;

export interface SendDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly messengers: Messengers;
  readonly directory: Directory;
  readonly log: Log;
  /** Where people outside reach us; left out, no card has a link. */
  readonly publicUrl?: string | undefined;
  /** None where no platform counts: in the playground. */
  readonly limits: Readonly<Partial<Record<Platform, PlatformLimits>>>;
  /** Milliseconds on a clock that never jumps; leases are measured on it. */
  readonly steady?: () => number;
  /** Between 0 and 1; spreads retries so that not all come back at once. */
  readonly chance?: () => number;
  readonly isStopping?: () => boolean;
  /** What is lost is then told with what could be instead. */
  readonly findSwaps?: () => Promise<void>;
}

/**
 * Longer than the longest way to a platform (1.5 s to find the conversation, 5 s to look somebody up, 5 s to post)
 * with room for slow commits, so that no living worker loses a row.
 */
export const LEASE = 20_000;

/** From here on a worker lets its message be: what is left of the lease might not last for the call itself. */
export const FENCE = LEASE - 7_000;

/** A call we gave up on may still be under way inside the platform; looked for when it has surely arrived. */
export const LOOK_AFTER = 10_000;

/** Milliseconds to wait after a platform said no: what it asked for, or longer with every attempt, and never less. */
export const waitAfter = (
  deps: Pick<SendDeps, 'chance'>,
  retryAfterSeconds: number | undefined,
  attempts: number,
): number => {
  const chance = (deps.chance ?? Math.random)();
  const asked = retryAfterSeconds ?? Math.min(FIRST_WAIT_SECONDS * 2 ** attempts, LONGEST_WAIT_SECONDS);
  return Math.ceil(Math.max(asked, 1) * 1000 * (1 + SPREAD * chance));
};

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 10 * 60;
const SPREAD = 0.25;
