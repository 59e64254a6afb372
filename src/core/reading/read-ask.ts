import type { LocalTime } from '../time.ts';
import { proposalStarts } from './lexicon/proposal-words.ts';
import { questionFrame, questionStarts } from './lexicon/talk-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable, phraseWords } from './phrases.ts';
import { afterPoliteness } from './read-command.ts';
import { kindsIn, readKind } from './read-kind.ts';
import { readWelcome } from './read-welcome.ts';
import { readWhen, type WhenResult } from './read-when.ts';
import type { Piece } from './scan.ts';

const starts = phraseTable(questionStarts.map((words) => [words, words] as const));
const proposals = phraseTable(proposalStarts.map((words) => [words, true] as const));
const frame = new Set(questionFrame);
const titles: ReadonlySet<string> = new Set(['ms', 'mr', 'mrs', 'miss', 'mx', 'dr']);
const places: ReadonlySet<string> = new Set(['room', 'rm', 'grade', ...titles]);
/** These open plain statements too ("is specials that day"); a question mark or a class must confirm. */
const doubtful: ReadonlySet<string> = new Set(['is', 'are', 'will', 'when', 'does', 'check', 'whens']);

const isOf = (words: readonly Piece[], at: number): string => words[at]?.text ?? '';

/** Whom a question is about: what is left of it without the time, the kind of activity and the asking. */
const aboutWords = (text: string): string => {
  const words = phraseWords(text);
  const kinds = kindsIn(words).filter(
    (kind) => !titles.has(isOf(words, kind.at - 1)) && !titles.has(isOf(words, kind.at - 2)),
  );
  const inKind = (at: number) => kinds.some((kind) => kind.at <= at && at < kind.to);
  return words
    .filter((word, at) => word.kind !== 'mark' && !inKind(at) && !frame.has(word.text))
    .map((word) => text.slice(word.from, word.to).replace(/'s?$/iu, ''))
    .filter((word) => word !== '')
    .join(' ');
};

const isQuestion = (text: string, when: WhenResult): boolean => {
  const words = phraseWords(text);
  const at = afterPoliteness(words);
  if (proposals.at(words, 0) !== undefined || proposals.at(words, at) !== undefined) return false;
  const marked = words.some((word) => word.text === '?');
  const { welcome } = readWelcome(text);
  if (welcome === 'no' && !marked) return false;
  const timed = !when.ok || when.date !== undefined || when.start !== undefined;
  const start = starts.at(words, 0) ?? starts.at(words, at);
  if (start !== undefined) {
    const place = words.some((word) => word.kind === 'mention' || places.has(word.text));
    return !doubtful.has(start.phrase) || place || (marked && timed);
  }
  return marked && timed && welcome === undefined && readKind(text) === undefined;
};

/** A question about what a class does: "what's happening Tue at 10 in Room 12?", "rivera tues 10?". */
export const readAsk = (
  text: string,
  now: LocalTime,
): { readonly about: string; readonly when: WhenResult } | undefined => {
  const plain = normalize(text);
  const when = readWhen(plain, now);
  return isQuestion(plain, when) ? askAbout(plain, now) : undefined;
};

/** The same for words that follow the command, where nothing needs to prove they are a question. */
export const askAbout = (
  text: string,
  now: LocalTime,
): { readonly about: string; readonly when: WhenResult } => {
  const when = readWhen(text, now);
  return { about: aboutWords(when.ok ? when.rest : normalize(text).replace(when.said, ' ')), when };
};
