import type { Instant } from '../../../src/core/time.ts';

/** What came to somebody unasked, and what somebody did; the whole month of it is what effort is reckoned from. */
export type Happening = { readonly person: string; readonly at: Instant } & (
  | { readonly what: 'arrived'; readonly words: string }
  /** Somebody who sat there before left the school otherwise than the diary has it. */
  | { readonly what: 'skipped'; readonly why: string }
  | {
      readonly what: 'did';
      readonly taps: number;
      /** Words typed. */
      readonly typed: number;
      /** What was tapped, filled in or said. */
      readonly about: string;
      /** What the person had in front of them or in mind when it began. */
      readonly occasion: string;
      /** By themselves, not to answer anything. */
      readonly own: boolean;
    }
);
