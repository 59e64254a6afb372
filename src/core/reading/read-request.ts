import type { About } from '../request.ts';
import type { LocalTime } from '../time.ts';
import { agreementWords, requestWords } from './lexicon/request-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable, phraseWords } from './phrases.ts';
import { afterPoliteness } from './read-command.ts';
import { readWhen } from './read-when.ts';

const requests = phraseTable(requestWords);
const agreements = phraseTable(agreementWords.map((words) => [words, true] as const));

/** “I need a hand with …”, “I'm worried about …”, “come Tuesday”: said first, after politeness. */
export const readRequest = (text: string, now: LocalTime): About | undefined => {
  const words = phraseWords(normalize(text));
  const at = afterPoliteness(words);
  const found = requests.at(words, at) ?? requests.at(words, 0);
  if (found === undefined || found.to === words.length) return undefined;
  if (found.value !== 'come') return found.value;
  // Without a day it is an answer to something (“come in”, “come anytime”).
  const when = readWhen(text, now);
  return when.ok && when.date !== undefined ? 'come' : undefined;
};

/** “How we work”, and nothing else. */
export const asksForAgreement = (text: string): boolean => {
  const words = phraseWords(normalize(text)).filter(({ kind }) => kind !== 'mark');
  const found = agreements.at(words, afterPoliteness(words));
  return found !== undefined && found.to === words.length;
};
