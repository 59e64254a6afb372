import type { Welcome } from '../welcome.ts';
import { lonelyYeses, type WelcomeWord } from './lexicon/welcome-words.ts';
import { normalize } from './normalize.ts';
import { type PhraseMatch, phraseWords } from './phrases.ts';
import { type KindSaid, kindsIn } from './read-kind.ts';
import type { Piece } from './scan.ts';
import { welcomePhrases, welcomesIn } from './welcomes-in.ts';

export interface WelcomeFound {
  readonly welcome: Welcome | undefined;
  /** The plan itself is not known yet: "idk", "ask me Monday". */
  readonly unsure: boolean;
  readonly substitute: boolean;
}

/** "Haha ur welcome": to somebody's thanks. */
export const answersThanks =
  /^(?:[a-z]{2,5},? )?(?:you're|youre|ur|your|you are|u r) (?:so |very |most |always )?welcome\b[^a-z]*$/iu;

const lonely = new Set(lonelyYeses);
/** These shut the room by themselves: a visit would disturb them or find nobody. */
const shut: ReadonlySet<string> = new Set(['test', 'assembly', 'field_trip', 'drill']);

/** "It's library, not music" denies an activity, not the visit. */
const deniesKind = (index: number, kinds: readonly KindSaid[]): boolean =>
  kinds.some((kind) => kind.denied && kind.deniedAt === index) && kinds.some((kind) => !kind.denied);

const keepsAway: ReadonlySet<WelcomeWord> = new Set(['no', 'closed', 'not']);

/** "Can't wait til after": "can't wait" is a yes, but it runs into "wait til after". */
const runsIntoNo = (match: PhraseMatch<WelcomeWord>, words: readonly Piece[]): boolean =>
  words.slice(match.at + 1, match.to).some((_, offset) => {
    const inside = welcomePhrases.at(words, match.at + 1 + offset);
    return inside !== undefined && inside.to > match.to && keepsAway.has(inside.value);
  });

/**
 * Negation beats hedge beats welcome, whatever else is said: a wrong yes sends somebody into a closed room.
 * A question never welcomes.
 */
export const readWelcome = (text: string): WelcomeFound => {
  const plain = normalize(text);
  if (answersThanks.test(plain)) return { welcome: undefined, unsure: false, substitute: false };
  const words = phraseWords(plain);
  const kinds = kindsIn(words);
  const said = welcomesIn(words).filter((match) => !deniesKind(match.at, kinds));
  const has = (means: WelcomeWord) => said.some((match) => match.value === means);
  const bare = words.filter((word) => word.kind === 'word');
  const lonelyYes = bare.length === 1 && lonely.has(bare[0]?.text ?? '');
  const asked = words.some((word) => word.text === '?');
  const yeses = said.filter(({ value }) => value === 'yes' || value === 'welcome');
  const yes = !asked && (yeses.length > 0 || lonelyYes);
  const closed = kinds.some((kind) => !kind.denied && shut.has(kind.value));
  const hedged = has('maybe') || has('unsure') || has('sub');
  const found = { unsure: has('unsure'), substitute: has('sub') };
  const refused =
    said.some(({ value }) => keepsAway.has(value)) || yeses.some((match) => runsIntoNo(match, words));
  if (refused || (has('away') && !has('sub'))) return { ...found, welcome: 'no' };
  if (hedged) return { ...found, welcome: 'maybe' };
  if (closed) return { ...found, welcome: yes ? 'maybe' : 'no' };
  return { ...found, welcome: yes ? 'yes' : undefined };
};
