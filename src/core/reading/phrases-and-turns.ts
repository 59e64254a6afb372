import type { WelcomeWord } from './lexicon/welcome-words.ts';
import type { PhraseMatch } from './phrases.ts';

const keepsAway: ReadonlySet<unknown> = new Set<WelcomeWord>(['no', 'closed', 'not']);
const letsIn: ReadonlySet<unknown> = new Set<WelcomeWord>(['yes', 'welcome']);

/** "Don't come if you're sick": what begins as a refusal is none the less one for the longer welcome in it. */
const runsOutOfNo = <T>(turn: PhraseMatch<T>, phrase: PhraseMatch<T>): boolean =>
  letsIn.has(turn.value) && keepsAway.has(phrase.value) && phrase.at < turn.at;

/** Where a turn and a phrase meet, the longer one is meant. */
export const longest = <T>(
  phrases: readonly PhraseMatch<T>[],
  found: readonly PhraseMatch<T>[],
): readonly PhraseMatch<T>[] => {
  if (found.length === 0) return phrases;
  const meet = (a: PhraseMatch<T>, b: PhraseMatch<T>) => a.at < b.to && b.at < a.to;
  const size = ({ at, to }: PhraseMatch<T>) => to - at;
  const kept = found.filter((turn) =>
    phrases.every((one) => !meet(turn, one) || (size(turn) > size(one) && !runsOutOfNo(turn, one))),
  );
  return [...phrases.filter((one) => !kept.some((turn) => meet(turn, one))), ...kept].toSorted(
    (a, b) => a.at - b.at,
  );
};
