/** A stretch of the text, in characters. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = ({ from, to }: Stretch): number => to - from;

export const textIn = (plain: string, { from, to }: Stretch): string => plain.slice(from, to);

/** As many characters before it as could belong to it. */
export const textBefore = (plain: string, { from }: Pick<Stretch, 'from'>, reach: number): string =>
  plain.slice(Math.max(0, from - reach), from);

export const textAfter = (plain: string, { to }: Pick<Stretch, 'to'>, reach: number): string =>
  plain.slice(to, to + reach);

export const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

export const meets = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;

/** A longer phrase of another sort says what these words mean. */
export const isCovered = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => meets(one, other) && lengthOf(other) > lengthOf(one));
