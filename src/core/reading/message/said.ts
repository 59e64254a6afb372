import type { LocalTime } from '../../time.ts';
import { absenceWords } from '../lexicon/absence-words.ts';
import { correctionWords } from '../lexicon/correction-words.ts';
import { goAheadWords } from '../lexicon/go-ahead-words.ts';
import { meetingWords } from '../lexicon/meeting-words.ts';
import { offerWords } from '../lexicon/offer-words.ts';
import { planWords } from '../lexicon/plan-words.ts';
import { sameWords } from '../lexicon/same-words.ts';
import { quietWords } from '../lexicon/stop-words.ts';
import { type WelcomeWord, welcomeWords } from '../lexicon/welcome-words.ts';
import { type PhraseTable, phraseTable, phraseWords } from '../phrases.ts';
import { kindsIn } from '../read-kind.ts';
import type { ActivityKind } from '../../activity-kind.ts';
import type { Piece } from '../scan.ts';
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
  absences: phraseTable(absenceWords),
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
  plain.replace(/\b(?:um|umm|uh|uhh|uhm|er|erm|hmm|hm)\b,?/giu, ' ').replace(/ {2,}/gu, ' ').trim();

export const sayingsOf = (normalized: string, now: LocalTime): Said => {
  const plain = withoutHesitation(normalized);
  const words = phraseWords(plain);
  const tokens = tokenize(plain);
  const times = mentionsIn(tokens, { now, bells: new Map() }).map((mention) => ({
    mention,
    from: tokens[mention.from]?.from ?? 0,
    to: tokens[mention.to - 1]?.to ?? 0,
  }));
  const kinds = kindsIn(words).map(({ value, phrase, at, to, denied, deniedAt }) => ({
    kind: value,
    phrase,
    denied,
    from: words[at]?.from ?? 0,
    to: words[to - 1]?.to ?? 0,
    deniedFrom: words[deniedAt]?.from ?? 0,
  }));
  return {
    plain,
    words,
    times,
    kinds,
    clauses: clausesOf(plain, tokens, times),
    welcome: placed(tables.welcome, words),
    offers: placed(tables.offers, words),
    corrections: placed(tables.corrections, words),
    same: placed(tables.same, words),
    meetings: placed(tables.meetings, words),
    quiet: placed(tables.quiet, words),
    absences: placed(tables.absences, words),
    plans: placed(tables.plans, words),
    goAheads: placed(tables.goAheads, words),
  };
};

export const isWithin = (inner: Stretch, outer: Stretch): boolean => inner.from >= outer.from && inner.to <= outer.to;
