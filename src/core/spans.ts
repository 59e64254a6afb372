import { overlaps, type Span } from './time.ts';

export const lengthOf = (span: Span): number => span.end - span.start;

/** Sorted, empty ones gone, touching ones joined. */
export const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  const sorted = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
};

/** What is left of the first when all of the second is cut away; sorted and joined. */
export const subtractSpans = (spans: readonly Span[], cuts: readonly Span[]): Span[] =>
  cuts
    .filter((cut) => cut.start < cut.end)
    .reduce<Span[]>(
      (left, cut) =>
        left.flatMap((span) =>
          overlaps(span, cut)
            ? [
                { start: span.start, end: cut.start },
                { start: cut.end, end: span.end },
              ].filter((piece) => piece.start < piece.end)
            : [span],
        ),
      mergeSpans(spans),
    );

/** The parts two sets of spans share. */
export const sharedSpans = (a: readonly Span[], b: readonly Span[]): Span[] =>
  mergeSpans(
    a.flatMap((one) =>
      b.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
    ),
  );

/** Whether one of the spans holds all of it. */
export const covers = (spans: readonly Span[], inner: Span): boolean =>
  spans.some((span) => span.start <= inner.start && inner.end <= span.end);
