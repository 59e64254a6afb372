/** What became of something to try (needs 58). */
export const sayings = ['helped', 'tried', 'not_yet'] as const;
export type Said = (typeof sayings)[number];

/** In weeks from now: when what is tried is looked at again (needs 41). */
export const reviewWeeks = [2, 4, 8] as const;
export type ReviewWeeks = (typeof reviewWeeks)[number];
export const USUAL_REVIEW: ReviewWeeks = 4;

export interface Trend extends Readonly<Record<Said, number>> {
  /** The last word anybody gave. */
  readonly last: Said | undefined;
}

/** Counted over everybody who was asked: whether it works, never who did it. */
export const trendOf = (said: readonly Said[]): Trend => ({
  helped: said.filter((one) => one === 'helped').length,
  tried: said.filter((one) => one === 'tried').length,
  not_yet: said.filter((one) => one === 'not_yet').length,
  last: said.at(-1),
});
