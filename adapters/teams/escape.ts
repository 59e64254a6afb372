/** Invisible, and no part of any markup: between two characters it keeps them from meaning something together. */
const WORD_JOINER = '\u2060';

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
const controlCharacters = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** Between these no mention, template, date function or bare link survives. */
const seams = /<(?=[a-z/!?])|\$(?=\{)|\{(?=\{)|:(?=\/\/)|\bwww(?=\.)/gi;

/** For places that show text as it is: buttons, labels, the line of a notification. */
export const inert = (text: string): string =>
  lines(text)
    .join(' ')
    .replace(seams, (seam) => `${seam}${WORD_JOINER}`);

/** The same for a place of several lines. */
export const inertLines = (text: string): string => lines(text).map(inert).join('\n');

/** For text blocks and facts, which Teams reads as Markdown. One line at a time. */
export const markdown = (line: string): string =>
  inert(line)
    .replace(/[\\`*_[\]~]|&(?=[#a-z])/gi, '\\$&')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** The lines of a text without their outer blanks, which Markdown would read as code. */
export const lines = (text: string): readonly string[] =>
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => line.replace(controlCharacters, '').trim());
