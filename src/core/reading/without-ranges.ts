export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The text with these ranges cut out, spaces and loose marks tidied. */
export const withoutRanges = (text: string, ranges: readonly TextRange[]): string => {
  let kept = '';
  let at = 0;
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    kept += `${text.slice(at, Math.max(at, range.from))} `;
    at = Math.max(at, range.to);
  }
  return tidy(kept + text.slice(at));
};

/** Single marks only, so that the patterns stay linear: spaces are already single. */
const tidy = (text: string): string => {
  const words = text.split(' ').filter((word) => word !== '');
  while (isLoose(words[0])) words.shift();
  while (isLoose(words.at(-1))) words.pop();
  return words
    .join(' ')
    .replace(/ ([,;:.?!])/gu, '$1')
    .replace(/^[,;:.-]|[,;:-]$/gu, '')
    .trim();
};

const isLoose = (word: string | undefined): boolean => word !== undefined && /^[,;:.\-–]+$/u.test(word);
