import { dayWords, nearDayWords } from '../../src/core/reading/lexicon/days.ts';
import { wordsOfKind } from '../../src/core/reading/lexicon/kind-words.ts';
import { sameWords } from '../../src/core/reading/lexicon/same-words.ts';
import { type WelcomeWord, welcomeWords } from '../../src/core/reading/lexicon/welcome-words.ts';
import { kindLabel } from '../../src/core/wording/activity-kinds.ts';

/** So many of each list fit on a page; the lists themselves are longer. */
const SHOWN = 12;

/** Spread over the whole list, because its neighbors are alike. */
const some = (words: readonly string[]): string => {
  const step = Math.max(1, Math.floor(words.length / SHOWN));
  return words
    .filter((word, at) => at % step === 0 && /^[\p{L}\d' &]+$/u.test(word))
    .slice(0, SHOWN)
    .join(', ');
};

const kinds = [...wordsOfKind].map(
  ([kind, words]) => `| ${kindLabel[kind]} | ${some(words)} | ${words.length} |`,
);

const meaning = (means: WelcomeWord): readonly string[] =>
  welcomeWords.filter(([, meant]) => meant === means).map(([phrase]) => phrase);

const answers: readonly (readonly [means: string, words: readonly string[]])[] = [
  ['Come in', meaning('welcome')],
  ['Yes', meaning('yes')],
  ['Not this time', meaning('no')],
  ['The room is full, empty or must be left in peace', meaning('closed')],
  ['It may change', meaning('maybe')],
  ['Ask me again', meaning('unsure')],
  ['The same', sameWords.map(([phrase]) => phrase)],
];

/** docs/words.md, made from the lexicon. */
export const wordsPage = (): string => `# Words PushIn understands

Type as you would to a colleague: short, with typos, in any order. “centers 10-1045”, “we have the math test sorry”,
“idk yet ask me mon”. PushIn reads it on your school's own machine; nothing is sent to anybody else. A “no” always
counts more than anything else in the message, and what it is not sure of it asks you.

This page shows some of each list; \`npm run words\` makes it anew from the lists in \`src/core/reading/lexicon\`.

## What your class is doing

| kind | for example | words it knows |
|---|---|---|
${kinds.join('\n')}

Two in a row are fine: “phonics til 10:20 then math”, “packing up at 2:20, before that science”.

## Whether a visit fits

| meaning | for example | words it knows |
|---|---|---|
${answers.map(([means, words]) => `| ${means} | ${some(words)} | ${words.length} |`).join('\n')}

## When

- An hour alone is in the school day: 7 to 11 in the morning, 12 to 6 in the afternoon. “1045”, “10:45”, “10 45”, “ten forty five” and “quarter to 11” are the same.
- From and to: “10-10:45”, “1250-135”, “from 9 til 9:40”, “between 1 and 2”, “10 for 30 min”, “til 1040”, “after 2”.
- Days: ${some([...nearDayWords, ...dayWords].map(([word]) => word))}; “next Thursday”, “nov 17”, “11/18”, “the 14th”, “in two weeks”.
- Several: “mon-wed”, “tues and thurs”, “this week”, “Nov 16-20”.
- Again and again: “every other Wednesday”, “MWF 1-1:30”, “T/Th”, “daily at 9:15”.
- By your school's bells: “2nd period”, “after lunch”, “right before dismissal”.

More than 500 characters at once is a letter, and PushIn asks for it in short.
`;
