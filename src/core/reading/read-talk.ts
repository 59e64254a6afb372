import { fillers, greetings, stopWords, thanks } from './lexicon/talk-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable, phraseWords } from './phrases.ts';
import { afterPoliteness } from './read-command.ts';

type Talk = 'greeting' | 'thanks' | 'filler';

const talk = phraseTable<Talk>([
  ...fillers.map((words) => [words, 'filler'] as const),
  ...greetings.map((words) => [words, 'greeting'] as const),
  ...thanks.map((words) => [words, 'thanks'] as const),
]);
const stops = phraseTable(stopWords.map((words) => [words, true] as const));

/** A message that is only manners, or asks the bot to be quiet. */
export const readTalk = (text: string): 'greeting' | 'thanks' | 'stop' | undefined => {
  const words = phraseWords(normalize(text));
  const at = afterPoliteness(words);
  const tail = words.slice(at).filter((word) => word.kind === 'word');
  if (stops.at(words, at) !== undefined || (tail.length === 1 && tail[0]?.text === 'stop')) return 'stop';
  const said = talk.all(words);
  if (said.reduce((length, match) => length + match.to - match.at, 0) < words.length) return undefined;
  if (said.some((match) => match.value === 'thanks')) return 'thanks';
  return said.some((match) => match.value === 'greeting') ? 'greeting' : undefined;
};
