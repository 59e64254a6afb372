import type { Instant } from '../core/time.ts';

/** The only source of "now" outside transport security; tests and the playground move it by hand. */
export interface Clock {
  now(): Instant;
}
