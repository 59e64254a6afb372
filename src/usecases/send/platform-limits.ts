import type { Platform } from '../../core/people.ts';
import type { Allowance } from '../../store/allowances.ts';

/** An allowance of one tenant. Two kinds of calls that a platform counts together have one name. */
interface Limit extends Allowance {
  readonly name: string;
}

export interface PlatformLimits {
  readonly send: Limit;
  readonly edit: Limit;
  readonly look: Limit;
  /** Asking whether an account is still somebody's. */
  readonly check: Limit;
  /** Asking whether a person wants quiet; absent where the platform cannot be asked. */
  readonly quiet?: Limit;
  /** Milliseconds between two messages to one person. */
  readonly personGapMs: number;
}

/**
 * What the platforms allow, and nothing else, in one place. A bucket of `burst` that refills one each `everyMs` lets
 * at most `burst + window / everyMs` through in any window: the numbers are chosen so that this stays below the limit.
 *
 * Slack (docs.slack.dev/apis/web-api/rate-limits): one message a second and channel; "several hundred" a minute and
 * workspace, read as 300; chat.update and conversations.history Tier 3, 50 a minute; users.info Tier 4, 100 a minute; dnd.info Tier 3. A
 * school's people are asked about at once, hence its larger burst.
 *
 * Teams (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit): a thread takes 7 in 1 s, 8 in 2 s, 60
 * in 30 s and 1,800 an hour, which one each 2.1 s keeps, all four; an app gets 30 a second and tenant.
 */
export const platformLimits: Readonly<Record<Platform, PlatformLimits>> = {
  slack: {
    send: { name: 'slack send', burst: 20, everyMs: 215 },
    edit: { name: 'slack edit', burst: 5, everyMs: 1_340 },
    look: { name: 'slack look', burst: 5, everyMs: 1_340 },
    check: { name: 'slack check', burst: 10, everyMs: 670 },
    quiet: { name: 'slack quiet', burst: 20, everyMs: 2_000 },
    personGapMs: 1_000,
  },
  teams: {
    send: { name: 'teams', burst: 10, everyMs: 50 },
    edit: { name: 'teams', burst: 10, everyMs: 50 },
    look: { name: 'teams', burst: 10, everyMs: 50 },
    check: { name: 'teams', burst: 10, everyMs: 50 },
    personGapMs: 2_100,
  },
};
