import type { Platform } from '../core/people.ts';
import type { Stretch } from '../core/time.ts';

export interface Profile {
  readonly name: string;
  /** IANA zone, when the platform tells it. */
  readonly zone: string | undefined;
}

interface Account {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly userId: string;
}

export interface Directory {
  /** What a platform knows about a person; undefined when they are no ordinary, active account of that tenant. */
  describe(person: Account): Promise<Profile | undefined>;
  /** When the person has asked the platform for quiet, now or next; undefined where it knows of no such time. */
  doNotDisturb(person: Account): Promise<Stretch | undefined>;
}
