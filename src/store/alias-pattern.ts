/**
 * An alias as people write it, for Postgres to look for: “K.” also as “K”, and “Otter” however its letters are. The
 * first group is what stands before it. Letters inside another word are not it; nor is “A” or “I” without a point.
 */
export const aliasPattern = (alias: string): string => {
  const bare = alias.replace(/\.$/u, '').trim();
  const isLetter = [...bare].length === 1;
  const name = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = isLetter ? letter(bare, name) : `${name}${alias.endsWith('.') ? '\\.?' : ''}`;
  return `${isLetter ? '' : '(?i)'}(^|\\W)(?:${word})(?!\\w)`;
};

/** Small letters alone are hardly ever a name; “K-2” is a grade. */
const letter = (bare: string, name: string): string =>
  /^[AI]$/iu.test(bare)
    ? `[${bare.toUpperCase()}${bare.toLowerCase()}]\\.`
    : `${name}\\.|${name.toLowerCase()}\\.|${name}(?!-\\d)`;
