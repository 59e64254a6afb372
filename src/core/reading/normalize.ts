import { withoutSwaps } from './swapped-letters.ts';

/** Longer text is somebody's letter, not an answer; reading stays fast whatever is pasted. */
export const READ_LIMIT = 500;

type Replacement = readonly [pattern: RegExp, by: string | ((found: string) => string)];

const withoutDots = (letters: string): string => letters.replaceAll('.', '');
const lettersTogether = (letters: string): string => letters.replaceAll(' ', '');

const glyphs: readonly Replacement[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4`]/gu, "'"],
  [/[\u201C\u201D\u201E\u2033]/gu, '"'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63]/gu, '-'],
  [/\u00BD/gu, ' half '],
  [/\u2026/gu, ' '],
  // Zero-width characters and variation selectors: invisible, and copied along from web pages.
  [/\u200B|\u200C|\u200D|\u2060|\uFE0E|\uFE0F|\uFEFF/gu, ''],
];

const words: readonly Replacement[] = [
  [/:\+1:|:thumbsup:/gu, ' 👍 '],
  [/:-1:|:thumbsdown:/gu, ' 👎 '],
  [/:white_check_mark:/gu, ' ✅ '],
  [/:x:|:no_entry:|:no_entry_sign:/gu, ' ❌ '],
  [/\b([ap])\.m\b\.?/giu, '$1m'],
  [/(^|\s)w\/o\b/giu, '$1without'],
  [/(^|\s)w\/(?=[\s\p{L}])/giu, '$1with '],
  [/\bb\/c\b/giu, 'because'],
  [/\b((?:this|next|last) week)'?s\b/giu, '$1'],
  [/\bwe'd\b/giu, 'we would'],
  // "Tuesday's off", where "Tuesday's test" is none.
  [
    /\b([a-z]{3,6}day|tomorrow|tmrw|mon|tues?|wed|thurs?|fri)'s(?= (?:an?|the|our|my|off|out|not|no|bad|full|fine|good|great|ok|okay|perfect|better|crazy|nuts|busy|packed|hard|rough|tough|impossible|booked|taken|testing|always|also|just|when|gonna|going|looking)\b)/giu,
    '$1 is',
  ],
  [/\b(?:\p{L}\.){2,6}(?=[\s,]|$)/gu, withoutDots],
  [/(?!\booo\b)(\p{L})\1{2,}/giu, '$1$1'],
  [/\s+/gu, ' '],
];

/** Marks that dictation writes out, and the "is" that thumbs leave hanging on an hour. */
const spoken: readonly Replacement[] = [
  [/\bb4\b/giu, 'before'],
  [/\bhalf passed\b/giu, 'half past'],
  [/\bquarter (?:too|two)\b/giu, 'quarter to'],
  [/\b(until|till|til|by|at) too\b/giu, '$1 two'],
  [/\b(at|by|until|till|til) ate\b/giu, '$1 eight'],
  [/\b(at|by|until|till|til) won\b/giu, '$1 one'],
  [/\brighting\b/giu, 'writing'],
  [/\b(have|has|had|at|in|to|its|it's|from|after|before|got) jim\b/giu, '$1 gym'],
  [/\b(e l a|e s l|e l d|s e l|i e p|r t i|m t s s|s s r)\b/giu, lettersTogether],
  [
    /(?<=\bfrom (?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:fifteen|twenty|thirty|forty|fifty)(?: five)?| oh five| ten)?) (?:two|too|2) (?=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon))/giu,
    ' to ',
  ],
  [/ (?:comma|semicolon)(?= )/giu, ','],
  [
    /(?<=(?::\d\d|teen|ty|twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one|please|thanks)) (?:period|full stop)$/iu,
    '.',
  ],
  [/(?<=\b(?:thirty|forty|fifty|twenty)(?: five)?) period(?= \p{L})/giu, '.'],
  [/ (?:question mark)$/iu, '?'],
  [/ (?:exclamation point|exclamation mark)$/iu, '!'],
  [
    /\b(\d{1,2}(?::?\d{2})?)'?s(?= (?:perfect|perf|good|great|fine|better|best|ok|okay|cool|easier|ideal|works)\b)/giu,
    '$1 is',
  ],
];

/** Most messages hold none of this: one look instead of a dozen. "10:45" does not. */
const mayNeedWords = /:[-+a-z]|\p{L}\.|[wb]\/|'[sd]\b|weeks|\s\s|[^\S ]|(\p{L})\1\1/iu;
const mayBeSpoken =
  /b4|comma|colon|period|stop|mark|point|\d'?s |\b(?:passed|ate|won|righting|jim|[eirms] [a-z])\b|\b(?:quarter|until|till|til|by|at) t(?:oo|wo)\b| (?:two|too|2) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)/iu;

const replaceAll = (text: string, replacements: readonly Replacement[]): string =>
  replacements.reduce(
    (changed, [pattern, by]) =>
      typeof by === 'string' ? changed.replace(pattern, by) : changed.replace(pattern, by),
    text,
  );

/** The same words in plain characters; letter case stays, because names and labels are cut out of it. */
export const normalize = (text: string): string => {
  const cut = text.slice(0, READ_LIMIT);
  // Most messages are plain already.
  const plain = /[^\x20-\x7E]|`/u.test(cut) ? replaceAll(cut, glyphs).normalize('NFKC') : cut;
  const spelled = mayNeedWords.test(plain) ? replaceAll(plain, words) : plain;
  const marked = mayBeSpoken.test(spelled) ? replaceAll(spelled, spoken) : spelled;
  return withoutSwaps(marked.slice(0, READ_LIMIT)).trim();
};
