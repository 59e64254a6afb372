import type { Platform } from '../core/people.ts';

export interface Profile {
  readonly name: string;
  /** IANA zone, when the platform tells it. */
  readonly zone: string | undefined;
}

/** What a platform knows about a person; undefined when they are no ordinary, active account of that tenant. */
export interface Directory {
  describe(person: { platform: Platform; tenantId: string; userId: string }): Promise<Profile | undefined>;
}
