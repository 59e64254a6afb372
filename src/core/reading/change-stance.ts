import {
  calledOffAfter,
  calledOffWords,
  changeFillers,
  doubtWords,
  politeIf,
  questionSubjects,
  questionVerbs,
  questionWords,
} from './lexicon/doubt-words.ts';
import {
  afterBack,
  beforeReturn,
  linkingWords,
  notAwayPhrases,
  openingWords,
  ownWords,
} from './lexicon/own-words.ts';
import { type PhraseMatch, phraseTable } from './phrases.ts';
import { afterPoliteness } from './read-command.ts';
import type { Piece } from './scan.ts';
import { type Token, tokenize } from './tokens.ts';

type Words = readonly Piece[];
type Place = Pick<PhraseMatch<unknown>, 'at' | 'to'>;

const table = (phrases: readonly string[]) => phraseTable(phrases.map((words) => [words, true] as const));
const doubts = table(doubtWords);
const questions = table(questionWords);
const callsOff = table(calledOffWords);
const notAway = table(notAwayPhrases);
const polite = new Set(politeIf);
const verbs = new Set(questionVerbs);
const subjects = new Set(questionSubjects);
const fillers = new Set(changeFillers);
const own = new Set(ownWords);
const linking = new Set(linkingWords);
const openings = new Set(openingWords);
const offAfter = table(calledOffAfter);
const untilThen = new Set(beforeReturn);
const elsewhere = new Set(afterBack);

/** "Is it a snow day", with or without its mark. */
export const isAsked = (words: Words): boolean => {
  const at = afterPoliteness(words);
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  return (
    words.some(({ text }) => text === '?') ||
    questions.at(words, at) !== undefined ||
    (verbs.has(first) && subjects.has(second))
  );
};

/** "Might be a snow day", "if it snows": nothing to act on yet. */
export const isDoubted = (words: Words): boolean =>
  words.some(
    ({ text }, at) =>
      (text === 'if' && !polite.has(words[at + 1]?.text ?? '')) ||
      (doubts.at(words, at) !== undefined &&
        !isMonth(words, at) &&
        !(text === 'could' && asksYou(words, at))),
  );

/** "Could you mark me out tomorrow." */
const asksYou = (words: Words, at: number): boolean => words[at + 1]?.text === 'you';

/** "May 5", "the 5th of May". */
const isMonth = (words: Words, at: number): boolean =>
  words[at]?.text === 'may' &&
  (words[at + 1]?.kind === 'number' || ['of', 'in'].includes(words[at - 1]?.text ?? ''));

const dayTokens: ReadonlySet<Token['is']> = new Set<Token['is']>([
  'weekday',
  'near',
  'month',
  'ordinal',
  'date',
]);

/** Where the words stand that name days; they may come between any others. */
export const dayWordsIn = (plain: string): ReadonlySet<number> =>
  new Set(
    tokenize(plain)
      .filter(({ is }, at, all) => dayTokens.has(is) || (is === 'number' && all[at - 1]?.is === 'month'))
      .map(({ from }) => from),
  );

/** "No early release", "not a snow day", "the delay is cancelled". */
export const isCalledOff = (words: Words, days: ReadonlySet<number>, place: Place): boolean => {
  const passes = (word: Piece | undefined): boolean =>
    word !== undefined && (word.kind === 'number' || fillers.has(word.text) || days.has(word.from));
  let before = place.at - 1;
  while (passes(words[before])) before -= 1;
  if ([before, before - 1].some((at) => callsOff.at(words, at)?.to === before + 1)) return true;
  let after = place.to;
  while (offAfter.at(words, after) === undefined && passes(words[after])) after += 1;
  return offAfter.at(words, after) !== undefined;
};

/** Whether the writer says it of herself: "out sick tomorrow", and not "Jonah is out sick". */
export const isOwn = (words: Words, days: ReadonlySet<number>, { at }: Place): boolean => {
  if (own.has(words[at]?.text ?? '')) return true;
  let before = at - 1;
  while (linking.has(words[before]?.text ?? '')) before -= 1;
  const word = words[before];
  // "K. is out sick": a child's alias ends in no sentence's mark.
  const isAlias = word?.text === '.' && words[before - 1]?.text.length === 1;
  if (word === undefined || (word.kind === 'mark' && !isAlias)) return true;
  return own.has(word.text) || openings.has(word.text) || days.has(word.from);
};

/** "I'm out", and not of glue. */
export const staysAway = (words: Words, { to }: Place): boolean => {
  const match = notAway.at(words, to);
  return match === undefined || words[match.to] === undefined;
};

/** "I'm back", and not "until I'm back" or "I'm back to back". */
export const returns = (words: Words, { at, to }: Place): boolean =>
  !untilThen.has(words[at - 1]?.text ?? '') && !elsewhere.has(words[to]?.text ?? '');

/** The words around it up to the next marks. */
export const clauseAround = (words: Words, { at, to }: Place): Words => {
  const from = words.findLastIndex(({ kind }, index) => kind === 'mark' && index < at) + 1;
  const end = words.findIndex(({ kind }, index) => kind === 'mark' && index >= to);
  return words.slice(from, end < 0 ? words.length : end);
};
