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
import { meetingTurns } from '../lexicon/turns/meeting-turns.ts';
import { offerTurns } from '../lexicon/turns/offer-turns.ts';
import { planTurns } from '../lexicon/turns/plan-turns.ts';
import { wordClasses } from '../lexicon/turns/word-classes.ts';
import type { WelcomeWord } from '../lexicon/welcome-words.ts';
import { type PhraseMatch, phraseTable, phraseWords } from '../phrases.ts';
import { longest } from '../phrases-and-turns.ts';
import type { Piece } from '../scan.ts';
import { mendSpelling } from '../spelling.ts';
import type { Bells } from '../time-phrase/bell-at.ts';
import { mentionsIn } from '../time-phrase/mentions.ts';
import { tokenize } from '../tokens.ts';
import { turnTable } from '../turns.ts';
import { welcomesIn } from '../welcomes-in.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type KindHeard, kindsMeantIn, kindsNamed } from './kinds-heard.ts';
import { onlyCome } from './only-come.ts';
import { isCovered, isWithin, lengthOf, type Stretch, textBefore } from './stretch.ts';
import { isWithVisitor } from './talks-with.ts';
import { type TimeHeard, timesHeard } from './times-heard.ts';

export interface Marked<T> extends Stretch {
  readonly value: T;
  readonly phrase: string;
}

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
  readonly absences: readonly Marked<'away' | 'reason' | 'late'>[];
  readonly plans: readonly Marked<'strong' | 'weak'>[];
  readonly goAheads: readonly Marked<true>[];
}

const as = <const T>(value: T, phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, value] as const);
const tables = {
  offers: phraseTable(as(true, offerWords)),
  corrections: phraseTable(correctionWords),
  same: phraseTable(sameWords),
  meetings: phraseTable(meetingWords),
  quiet: phraseTable(quietWords),
  absences: phraseTable<'away' | 'reason' | 'late'>([
    ...as('reason', absenceReasons),
    ...as('away', absenceWords),
    ...as('late', delayWords),
  ]),
  plans: phraseTable(planWords),
  goAheads: phraseTable(as(true, goAheadWords)),
};

const turns = {
  offers: turnTable(as(true, offerTurns), wordClasses),
  meetings: turnTable(as('strong', meetingTurns), wordClasses),
  plans: turnTable(as('strong', planTurns), wordClasses),
};

const placed = <T>(
  { all }: { all: (words: readonly Piece[]) => readonly PhraseMatch<T>[] },
  words: readonly Piece[],
  turnsIn: (words: readonly Piece[]) => readonly PhraseMatch<T>[] = () => [],
): readonly Marked<T>[] =>
  longest(all(words), turnsIn(words)).map(({ value, phrase, at, to }) => ({
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
  const named = kindsNamed(words);
  // "Holiday party" is no day off.
  const welcome = placed({ all: welcomesIn }, words).filter(
    (one) =>
      !isCovered(
        one,
        named.filter(({ denied }) => !denied),
      ),
  );
  const meetings = placed(tables.meetings, words, turns.meetings).filter(
    (one) =>
      !welcome.some((other) => isWithin(one, other) && lengthOf(other) > lengthOf(one)) &&
      isWithVisitor(plain, one),
  );

  // "It's a zoo in here" is no trip, "if you want to catch up" no lesson.
  const talks = meetings.filter(({ value }) => value === 'strong');
  const kinds = kindsMeantIn(
    plain,
    named.filter((kind) => !isCovered(kind, welcome) && !isCovered(kind, talks)),
  );
  const times = timesHeard(plain, tokens, mentionsIn(tokens, { now, bells }), kinds, named);
  const absences = placed(tables.absences, words).filter(
    // "Lay out Tuesday" makes a plan.
    (one) =>
      !/\b(?:about|regarding) (?:the |his |her |their |an? |our )?(?:\p{L}{1,12}'s )?$/iu.test(
        textBefore(plain, one, 30),
      ) && !/\b(?:lay|map|plan|sketch|figure|work|block|find|sort|fill) $/iu.test(plain.slice(0, one.from)),
  );
  const same = placed(tables.same, words);
  const clauses = clausesOf(plain, tokens, times);
  return {
    plain,
    words,
    times,
    kinds,
    clauses,
    welcome: [...welcome, ...onlyCome(words, clauses)],
    offers: placed(tables.offers, words, turns.offers),
    corrections: placed(tables.corrections, words).filter(
      (one) =>
        !isCovered(one, same) &&
        !isCovered(one, welcome) &&
        !runsOn(one, welcome) &&
        !(
          /^you (?:put|wrote|listed)/u.test(one.phrase) &&
          /\b(?:can|could|would|will|please|that) $/iu.test(textBefore(plain, one, 8))
        ) &&
        (!/^i (?:said|wrote|typed)$/u.test(one.phrase) ||
          [...kinds, ...times].some(({ from }) => from >= one.to && from - one.to <= 16)),
    ),
    same,
    meetings,
    quiet: placed(tables.quiet, words),
    absences,
    plans: placed(tables.plans, words, turns.plans).filter((one) => !isCovered(one, absences)),
    goAheads: placed(tables.goAheads, words).filter(
      (one) => !welcome.some((other) => other.value === 'nothing' && isWithin(one, other)),
    ),
  };
};

/** "That should be" begins a correction, "that should be fine" an agreement. */
const runsOn = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => other.from < one.to && one.to < other.to);
