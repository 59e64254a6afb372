import type { Intent } from './understanding.ts';

/** These are about no time. */
export const timeless: ReadonlySet<Intent> = new Set<Intent>(['opt_out', 'other', 'defer']);
