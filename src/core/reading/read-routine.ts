import type { ActivityKind } from '../activity-kind.ts';
import type { Minute, Weekday } from '../time.ts';
import { exceptWords, unreadableDays } from './lexicon/routine-words.ts';
import { normalize, READ_LIMIT } from './normalize.ts';
import { phraseTable } from './phrases.ts';
import { readKind } from './read-kind.ts';
import { labelOf } from './routine-label.ts';
import { type RoutinePiece, routinePieces } from './routine-pieces.ts';
import { settleTime } from './settle-time.ts';
import type { TimeFound } from './time-at.ts';
import { type Token, tokenize } from './tokens.ts';

export interface RoutineBlock {
  readonly weekdays: Weekday[];
  readonly start: Minute;
  /** Undefined when not said. */
  readonly end: Minute | undefined;
  readonly kind: ActivityKind;
  /** As the teacher calls it. */
  readonly label: string;
}

export interface RoutineFault {
  readonly line: string;
  readonly why: 'no-days' | 'no-time' | 'no-kind' | 'ends-before-start' | 'no-such-time' | 'too-long';
}

/** What a long text field of either platform holds (Slack's modal input: 3,000 characters). */
const ROUTINE_LIMIT = 3000;
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5];
const unreadable = phraseTable(unreadableDays.map((words) => [words, true] as const));
const except = new Set(exceptWords);

type Topic = { readonly kind: ActivityKind; readonly label: string };

/** What earlier pieces leave for later ones. */
interface Carried {
  topic: Topic | undefined;
  /** A kind still waiting for its time: "centers, Tue 10". */
  waiting: string | undefined;
  /** Days still waiting for theirs: "Tue, centers 10". */
  days: readonly Weekday[] | undefined;
  last: RoutineBlock | undefined;
}

const union = (sets: readonly (readonly Weekday[])[]): Weekday[] =>
  [...new Set(sets.flat())].toSorted((a, b) => a - b);

/** The days for one time of a piece: those named before it, else after it; "except Friday" takes days away. */
const daysFor = (tokens: readonly Token[], piece: RoutinePiece, time: TimeFound): Weekday[] | undefined => {
  const isExcept = (at: number) => except.has(tokens[at - 1]?.text ?? '');
  const named = piece.days.filter((days) => !isExcept(days.from));
  const barred = union(piece.days.filter((days) => isExcept(days.from)).map((days) => days.weekdays));
  const at = piece.times.indexOf(time);
  const since = piece.times[at - 1]?.to ?? piece.from;
  const until = piece.times[at + 1]?.from ?? piece.to;
  const before = named.filter((days) => days.from >= since && days.to <= time.from);
  const after = named.filter((days) => days.from >= time.to && days.to <= until);
  const chosen = before.length > 0 ? before : after;
  if (chosen.length === 0 && barred.length === 0) return undefined;
  const base = chosen.length === 0 ? everyDay : union(chosen.map((days) => days.weekdays));
  return base.filter((day) => !barred.includes(day));
};

const blockOf = (
  time: TimeFound,
  weekdays: Weekday[],
  topic: Topic,
  last: RoutineBlock | undefined,
): RoutineBlock | RoutineFault['why'] => {
  const settled = settleTime(time);
  if (!settled.ok) return settled.why;
  // "centers 10-10:45, then writing til 11:30"
  const start = settled.start ?? last?.end;
  if (start === undefined) return 'no-time';
  if (settled.end !== undefined && settled.end <= start) return 'ends-before-start';
  return { weekdays, start, end: settled.end, ...topic };
};

/** How PushIn itself writes such a block, so that a week it shows can be sent back as it is. */
const namedOther = (label: string): ActivityKind | undefined =>
  /^(other|something else)$/iu.test(label) ? 'other' : undefined;

const readPiece = (
  plain: string,
  tokens: readonly Token[],
  piece: RoutinePiece,
  carried: Carried,
  unnamed: ActivityKind | undefined,
): readonly (RoutineBlock | RoutineFault)[] => {
  const line = plain.slice(tokens[piece.from]?.from, tokens[piece.to - 1]?.to);
  const fault = (why: RoutineFault['why']): RoutineFault[] => [{ line, why }];
  // "Every day 1-1:40" names no day 1.
  const isOfDays = (at: number) => piece.days.some((days) => days.from < at && at < days.to);
  const unread = unreadable.all(tokens.slice(piece.from, piece.to));
  if (unread.some(({ at }) => !isOfDays(piece.from + at))) return fault('no-days');

  const label = labelOf(plain, tokens, piece);
  const kind = label === '' ? undefined : (readKind(label)?.kind ?? namedOther(label) ?? unnamed);
  const [firstTime] = piece.times;
  const forgotten: RoutineFault[] =
    kind !== undefined && carried.waiting !== undefined ? [{ line: carried.waiting, why: 'no-time' }] : [];
  if (kind !== undefined) {
    carried.topic = { kind, label };
    carried.waiting = undefined;
  }
  if (firstTime === undefined) {
    if (piece.days.length > 0) carried.days = union(piece.days.map((days) => days.weekdays));
    if (kind !== undefined) carried.waiting = line;
    return kind === undefined && label !== '' ? [...forgotten, ...fault('no-kind')] : forgotten;
  }
  const { topic } = carried;
  if (topic === undefined || (kind === undefined && label !== '')) return [...forgotten, ...fault('no-kind')];
  const goesOn = piece.then || kind === undefined;
  const inherited = carried.days ?? (goesOn ? carried.last?.weekdays : undefined) ?? everyDay;
  carried.days = undefined;
  carried.waiting = undefined;
  const read = piece.times.map((time) => {
    const weekdays = daysFor(tokens, piece, time) ?? [...inherited];
    const block = weekdays.length === 0 ? 'no-days' : blockOf(time, weekdays, topic, carried.last);
    if (typeof block === 'string') return { line, why: block };
    carried.last = block;
    return block;
  });
  return [...forgotten, ...read];
};

const readLine = (
  text: string,
  carried: Carried,
  unnamed: ActivityKind | undefined,
): readonly (RoutineBlock | RoutineFault)[] => {
  if (text.length > READ_LIMIT) return [{ line: `${normalize(text).slice(0, 60)}…`, why: 'too-long' }];
  const plain = normalize(text);
  const tokens = tokenize(plain);
  return routinePieces(tokens).flatMap((piece) => readPiece(plain, tokens, piece, carried, unnamed));
};

/**
 * A week in a person's own words; what cannot be read is named, never guessed. `unnamed` is the kind of what
 * has a name of its own, where that is enough to know (a therapist's "pull-out groups").
 */
export const readRoutine = (
  text: string,
  unnamed?: ActivityKind,
): { blocks: RoutineBlock[]; faults: RoutineFault[] } => {
  if (text.length > ROUTINE_LIMIT)
    return { blocks: [], faults: [{ line: `${normalize(text).slice(0, 60)}…`, why: 'too-long' }] };
  const carried: Carried = { topic: undefined, waiting: undefined, days: undefined, last: undefined };
  const read = text.split(/[;\n]/u).flatMap((line) => readLine(line, carried, unnamed));
  const waiting: RoutineFault[] =
    carried.waiting === undefined ? [] : [{ line: carried.waiting, why: 'no-time' }];
  return {
    blocks: read.filter((one) => 'kind' in one),
    faults: [...read.filter((one) => 'why' in one), ...waiting],
  };
};
