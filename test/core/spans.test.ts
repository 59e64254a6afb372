import { describe, expect, test } from '@jest/globals';
import { covers, lengthOf, mergeSpans, sharedSpans, subtractSpans } from '../../src/core/spans.ts';
import type { Span } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anySpan } from './arbitraries.ts';

const spans = fc.array(anySpan, { maxLength: 6 });

const minutesIn = (list: readonly Span[]): Set<number> =>
  new Set(
    list.flatMap(({ start, end }) => Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)),
  );

const isTidy = (list: readonly Span[]): boolean =>
  list.every(
    (span, place) => lengthOf(span) > 0 && (place === 0 || (list[place - 1]?.end ?? 0) < span.start),
  );

describe('spans of a day', () => {
  test('merging keeps every minute and leaves sorted spans apart from each other', () => {
    fc.assert(
      fc.property(spans, (list) => {
        expect(minutesIn(mergeSpans(list))).toEqual(minutesIn(list));
        expect(isTidy(mergeSpans(list))).toBe(true);
      }),
    );
  });

  test('cutting takes away exactly the minutes of the cuts', () => {
    fc.assert(
      fc.property(spans, spans, (list, cuts) => {
        const away = minutesIn(cuts);
        const left = [...minutesIn(list)].filter((minute) => !away.has(minute));
        expect(minutesIn(subtractSpans(list, cuts))).toEqual(new Set(left));
        expect(isTidy(subtractSpans(list, cuts))).toBe(true);
      }),
    );
  });

  test('shared are exactly the minutes in both', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const other = minutesIn(b);
        expect(minutesIn(sharedSpans(a, b))).toEqual(
          new Set([...minutesIn(a)].filter((minute) => other.has(minute))),
        );
      }),
    );
  });

  test('two spans that only touch do not cover one across both', () => {
    const halves = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ];
    expect(covers(halves, { start: 5, end: 15 })).toBe(false);
    expect(covers(mergeSpans(halves), { start: 5, end: 15 })).toBe(true);
  });
});
