/** What became of something to try (needs 58). */
export const sayings = ['helped', 'tried', 'not_yet'] as const;
export type Said = (typeof sayings)[number];
