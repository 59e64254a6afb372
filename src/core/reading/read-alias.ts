/** "Otter", "K.", "Blue 2": long enough for any nickname, too short for a story. */
export const ALIAS_LIMIT = 24;

const twoNames = /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\.? )?\p{Lu}['’]?\p{L}/u;
const lastFirst = /^[\p{L}'-]{2,} ?, ?\p{L}/u;

/** Why these words should not stand for a student; the person may insist where they only look like a name. */
export const aliasFault = (alias: string): 'empty' | 'too-long' | 'looks-like-a-name' | undefined => {
  const text = alias
    .slice(0, ALIAS_LIMIT * 10)
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return 'empty';
  if (text.length > ALIAS_LIMIT || alias.length > ALIAS_LIMIT * 10)
    return text.includes('@') || twoNames.test(text) ? 'looks-like-a-name' : 'too-long';
  const named = text.includes('@') || twoNames.test(text) || lastFirst.test(text);
  return named ? 'looks-like-a-name' : undefined;
};

/** Aliases as typed into one field, each once, separated by commas, semicolons or lines. */
export const readAliases = (text: string): string[] => {
  const aliases = text
    .split(/[,;\n]/u)
    .map((alias) => alias.replace(/\s+/gu, ' ').trim())
    .filter((alias) => alias !== '');
  const seen = new Set<string>();
  return aliases.filter((alias) => {
    const same = alias.toLowerCase();
    return !seen.has(same) && seen.add(same);
  });
};
