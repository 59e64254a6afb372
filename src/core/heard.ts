import { type ActivityKind, isAway, isClosed } from './activity-kind.ts';
import type { NextSaid } from './reading/message/understanding.ts';
import type { LocalDate, Minute, Span } from './time.ts';
import type { Welcome } from './welcome.ts';

/** One time a message tells about, as far as it is certain what was meant. */
export interface HeardTime extends Span {
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  /** Only when words said so. */
  readonly welcome: Welcome | undefined;
  /** The end nobody named, and what else it may be. */
  readonly guessedEnd?: { readonly otherwise: Minute | undefined };
}

export interface HeardWords {
  readonly start: Minute | undefined;
  readonly end: Minute | undefined;
  readonly kind: ActivityKind;
  readonly welcome: HeardTime['welcome'];
  readonly next: NextSaid | undefined;
}

/** What is known about the time, beside the words. */
export interface HeardAround {
  /** The question that was open, when these words answer it. */
  readonly asked: Span | undefined;
  /** The class's own block of that kind or hour. */
  readonly usual: Span | undefined;
  readonly bells: Span;
}

/** A block nobody told the length of. */
const USUAL_MINUTES = 45;

/**
 * The times a message tells about on one date, with what it leaves out filled from the question, the routine and
 * the bells; `undefined` when no hour can be made out.
 */
export const heardTimes = (
  words: HeardWords,
  date: LocalDate,
  around: HeardAround,
): HeardTime[] | undefined => {
  const first = firstSpan(words, around);
  if (first === undefined || first.end <= first.start) return undefined;
  const { kind, welcome, next } = words;
  const { start, end, otherwise } = first;
  const guessed = words.end === undefined && !first.asAsked;
  const heard: HeardTime = {
    date,
    start,
    end,
    kind,
    welcome,
    ...(guessed ? { guessedEnd: { otherwise } } : {}),
  };
  const second = next && secondSpan(heard, next, around);
  if (!next || !second) return [heard];
  const guess = second.end === next.end ? {} : { guessedEnd: { otherwise: undefined } };
  return [heard, { date, ...second, kind: next.activity, welcome, ...guess }];
};

interface FirstSpan extends Span {
  readonly otherwise: Minute | undefined;
  /** Both ends are those of the question. */
  readonly asAsked: boolean;
}

const firstSpan = (words: HeardWords, { asked, usual, bells }: HeardAround): FirstSpan | undefined => {
  const frame = usual ?? asked;
  const wholeDay = words.kind === 'field_trip' && words.start === undefined && words.end === undefined;
  const start = wholeDay
    ? bells.start
    : (words.start ??
      frame?.start ??
      (words.end === undefined ? undefined : Math.max(bells.start, words.end - USUAL_MINUTES)));
  if (start === undefined) return undefined;
  const asAsked = asked !== undefined && words.start === undefined && !usual;
  const candidates = [usual?.end, asked?.end].filter((end) => end !== undefined && end > start) as Minute[];
  const end =
    words.end ?? (wholeDay ? bells.end : (candidates[0] ?? Math.min(bells.end, start + USUAL_MINUTES)));
  const otherwise = candidates.find((other) => other !== end);
  return { start, end, otherwise, asAsked: asAsked || wholeDay };
};

/** "Writing til 10:40, then specials": to the end of the question, or as long as such things are. */
const secondSpan = (first: Span, said: NextSaid, { asked, bells }: HeardAround): Span | undefined => {
  const start = said.start ?? first.end;
  if (said.end !== undefined && said.end > start) return { start, end: said.end };
  const end = asked && asked.end > start ? asked.end : Math.min(bells.end, start + USUAL_MINUTES);
  return start < end ? { start, end } : undefined;
};

/** What a class that does this usually means for a visit, where nobody said. A yes is only taken for one; the tap makes it sure. */
export const usualWelcome = (kind: ActivityKind): Welcome => {
  if (isClosed(kind)) return 'no';
  return isAway(kind) || kind === 'party' || kind === 'other' ? 'maybe' : 'yes';
};
