import type { ActivityKind } from '../../activity-kind.ts';
import type { LocalTime } from '../../time.ts';
import { absenceReasons } from '../lexicon/absence-reasons.ts';
import { absenceWords } from '../lexicon/absence-words.ts';
import { correctionWords } from '../lexicon/correction-words.ts';
import { delayWords } from '../lexicon/delay-words.ts';
import { goAheadWords } from '../lexicon/go-ahead-words.ts';
import { meetingWords } from '../lexicon/meeting-words.ts';
import { offerWords } from '../lexicon/offer-words.ts';
import { planWords } from '../lexicon/plan-words.ts';
import { sameWords } from '../lexicon/same-words.ts';
import { quietWords } from '../lexicon/stop-words.ts';
import { type WelcomeWord, welcomeWords } from '../lexicon/welcome-words.ts';
import { type PhraseTable, phraseTable, phraseWords } from '../phrases.ts';
import { kindsIn } from '../read-kind.ts';
import type { Piece } from '../scan.ts';
import { mendSpelling } from '../spelling.ts';
import type { Bells } from '../time-phrase/bell-at.ts';
import type { Mention } from '../time-phrase/mention.ts';
import { mentionsIn } from '../time-phrase/mentions.ts';
import { tokenize } from '../tokens.ts';
import { type Clause, clausesOf } from './clauses.ts';

/** A stretch of the text, in characters. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Marked<T> extends Stretch {
  readonly value: T;
  readonly phrase: string;
}

export interface KindHeard extends Stretch {
  readonly kind: ActivityKind;
  readonly phrase: string;
  readonly denied: boolean;
  readonly deniedFrom: number;
  /** A test they only get ready for. */
  readonly prepared?: true;
}

export type TimeHeard = Stretch & { readonly mention: Mention };

/** Everything a message says, each with its place; nothing is decided here. */
export interface Said {
  readonly plain: string;
  readonly words: readonly Piece[];
  readonly clauses: readonly Clause[];
  readonly kinds: readonly KindHeard[];
  readonly times: readonly TimeHeard[];
  readonly welcome: readonly Marked<WelcomeWord>[];
  readonly offers: readonly Marked<true>[];
  readonly corrections: readonly Marked<'strong' | 'weak'>[];
  readonly same: readonly Marked<'usual' | 'last_week' | 'before'>[];
  readonly meetings: readonly Marked<'strong' | 'weak'>[];
  readonly quiet: readonly Marked<'stop' | 'message' | 'alone'>[];
  readonly absences: readonly Marked<'away' | 'late'>[];
  readonly plans: readonly Marked<'strong' | 'weak'>[];
  readonly goAheads: readonly Marked<true>[];
}

const yes = (phrases: readonly string[]) => phrases.map((phrase) => [phrase, true] as const);
const tables = {
  welcome: phraseTable(welcomeWords),
  offers: phraseTable(yes(offerWords)),
  corrections: phraseTable(correctionWords),
  same: phraseTable(sameWords),
  meetings: phraseTable(meetingWords),
  quiet: phraseTable(quietWords),
  absences: phraseTable<'away' | 'late'>([
    ...[...absenceWords, ...absenceReasons].map((phrase) => [phrase, 'away'] as const),
    ...delayWords.map((phrase) => [phrase, 'late'] as const),
  ]),
  plans: phraseTable(planWords),
  goAheads: phraseTable(yes(goAheadWords)),
};

const placed = <T>(table: PhraseTable<T>, words: readonly Piece[]): readonly Marked<T>[] =>
  table.all(words).map(({ value, phrase, at, to }) => ({
    value,
    phrase,
    from: words[at]?.from ?? 0,
    to: words[to - 1]?.to ?? 0,
  }));

/** Sounds of somebody thinking aloud, as dictation writes them down. */
const withoutHesitation = (plain: string): string =>
  plain
    .replace(/\b(?:um|umm|uh|uhh|uhm|er|erm|hmm|hm)\b,?/giu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();

export const sayingsOf = (normalized: string, now: LocalTime, bells: Bells): Said => {
  const plain = withoutHesitation(normalized);
  const words = mendSpelling(phraseWords(plain));
  const tokens = tokenize(plain);
  const named = kindsIn(words).map(({ value, phrase, at, to, denied, deniedAt }) => ({
    kind: value,
    phrase,
    denied,
    from: words[at]?.from ?? 0,
    to: words[to - 1]?.to ?? 0,
    deniedFrom: words[deniedAt]?.from ?? 0,
  }));
  // "Holiday party" is no day off.
  const welcome = placed(tables.welcome, words).filter(
    (one) =>
      !isCovered(
        one,
        named.filter(({ denied }) => !denied),
      ),
  );
  const kinds = named
    // "It's a zoo in here" is no trip.
    .filter((kind) => !welcome.some((one) => isWithin(kind, one) && length(one) > length(kind)))
    .filter((kind) => !isAnchor(plain, kind) && !isModifier(kind, named) && !isPreparation(kind, named))
    .map((kind) => asPrepared(plain, kind));
  const times = mentionsIn(tokens, { now, bells })
    .map((mention) => ({
      mention,
      from: tokens[mention.from]?.from ?? 0,
      to: tokens[mention.to - 1]?.to ?? 0,
    }))
    // "Skits for Friday", while they are still made.
    .filter(
      (time) =>
        time.mention.is !== 'day' ||
        !/\bfor(?: |$)/iu.test(plain.slice(Math.max(0, time.from - 4), time.from + 4)) ||
        !preparing.test(textBefore(plain, time, 40)),
    )
    // "Friday's test", "letter of the day".
    .filter(
      (time) => !kinds.some((kind) => kind.prepared && kind.from > time.from && kind.from - time.to <= 8),
    )
    .filter(
      (time) =>
        !/\bof $/iu.test(textBefore(plain, time, 3)) || !/^(?:the|my) day/iu.test(textIn(plain, time)),
    )
    .filter((time) => !/\b(?:happy|fun) $/iu.test(textBefore(plain, time, 6)))
    // "Daily 5" and "100th day" are names.
    .filter(
      (time) =>
        time.mention.is === 'day' ||
        !named.some((kind) => time.from < kind.to && kind.from < time.to && kind.phrase.includes(' ')),
    );
  const absences = placed(tables.absences, words).filter(
    // "Lay out Tuesday" makes a plan.
    (one) => !/\b(?:lay|map|plan|sketch|figure|work|block|find|sort|fill) $/iu.test(plain.slice(0, one.from)),
  );
  const same = placed(tables.same, words);
  return {
    plain,
    words,
    times,
    kinds,
    clauses: clausesOf(plain, tokens, times),
    welcome,
    offers: placed(tables.offers, words),
    corrections: placed(tables.corrections, words).filter(
      (one) => !isCovered(one, same) && !isCovered(one, welcome) && !runsOn(one, welcome),
    ),
    same,
    meetings: placed(tables.meetings, words).filter(
      (one) => !welcome.some((other) => isWithin(one, other) && length(other) > length(one)),
    ),
    quiet: placed(tables.quiet, words),
    absences,
    plans: placed(tables.plans, words).filter((one) => !isCovered(one, absences)),
    goAheads: placed(tables.goAheads, words).filter(
      (one) => !welcome.some((other) => other.value === 'nothing' && isWithin(one, other)),
    ),
  };
};

const preparing =
  /\b(?:review|reviewing|prep|prepping|preparing|prepare|practice|practicing|study|studying|ready)\b/iu;

/** "Reviewing for Friday's math test", "reading test prep": the subject, and no test. */
const asPrepared = (plain: string, kind: KindHeard): KindHeard => {
  if (kind.kind !== 'test') return kind;
  const before = textBefore(plain, kind, 32);
  const after = plain.slice(kind.to, kind.to + 12);
  const isPrepared =
    (preparing.test(before) && /\bfor\b/iu.test(before)) ||
    /\b(?:going over|go over|correcting|discussing) (?:\w{1,12} ){0,2}$/iu.test(before) ||
    /^ (?:prep|review|corrections)\b/iu.test(after);
  return isPrepared ? { ...kind, kind: subjectOf(kind.phrase) ?? 'independent_work', prepared: true } : kind;
};

/** "Food drive assembly", "science rotations": the last word says what it is. */
const heads: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['centers', 'test', 'assembly', 'party']);
const isModifier = (kind: KindHeard, all: readonly KindHeard[]): boolean =>
  all.some(
    (head) =>
      (heads.has(head.kind) || /project|poster/u.test(head.phrase)) &&
      head.from === kind.to + 1 &&
      !head.denied &&
      head.kind !== kind.kind &&
      head.phrase !== 'small groups',
  );
/** "Test prep": nobody's planning period. */
const isPreparation = (kind: KindHeard, all: readonly KindHeard[]): boolean =>
  kind.kind === 'prep' && all.some((other) => other.to === kind.from - 1);

/** The subject a test is in: "math test", "science quiz". */
const subjectOf = (phrase: string): ActivityKind | undefined => {
  const [first = ''] = phrase.split(' ');
  const [found] = kindsIn(phraseWords(first));
  return found?.value === 'test' ? undefined : found?.value;
};

const length = ({ from, to }: Stretch): number => to - from;

/** "That should be" begins a correction, "that should be fine" an agreement. */
const runsOn = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => other.from < one.to && one.to < other.to);

/** A longer phrase of another sort says what these words mean. */
const isCovered = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => one.from < other.to && other.from < one.to && length(other) > length(one));

const anchors: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'lunch',
  'recess',
  'specials',
  'dismissal',
  'arrival',
  'snack',
  'pe',
  'art',
  'music',
  'library',
  'morning_meeting',
  'field_trip',
  'assembly',
  'test',
  'drill',
]);

/** "After lunch", "back from PE": when something is, not what. */
const isAnchor = (plain: string, { kind, from }: KindHeard): boolean =>
  anchors.has(kind) &&
  /\b(?:after|before|from|until|til|till|following)(?: the| our| their)? $/iu.test(
    plain.slice(Math.max(0, from - 20), from),
  );

export const textIn = (plain: string, { from, to }: Stretch): string => plain.slice(from, to);

/** As many characters before it as could belong to it. */
export const textBefore = (plain: string, { from }: Pick<Stretch, 'from'>, reach: number): string =>
  plain.slice(Math.max(0, from - reach), from);

export const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;
