import { normalize } from '../reading/normalize.ts';
import { type PhraseTable, phraseTable, phraseWords } from '../reading/phrases.ts';
import { diagnosisWords, type Exposed, supportWords } from './words.ts';

export interface Exposure {
  readonly what: Exposed;
  /** As it was written. */
  readonly words: string;
}

/** How a match must be written to count. */
type Written = (raw: string) => boolean;
const anyhow: Written = () => true;
const exactly =
  (...forms: readonly string[]): Written =>
  (raw) =>
    forms.includes(raw);

type Line = readonly [phrase: string, value: { readonly what: Exposed; readonly written: Written }];

const isCapitals = (words: string): boolean => words === words.toUpperCase() && /[A-Z]/.test(words);

const listed = (words: readonly string[], what: Exposed): Line[] =>
  words.map((one) => [one, { what, written: isCapitals(one) ? exactly(one) : anyhow }]);

const everywhere = phraseTable([...listed(diagnosisWords, 'diagnosis'), ...listed(supportWords, 'service')]);

/** “K.” is also written “K” and “K's”, “Otter” also “otter” and “Otters”; “A” and “I” begin sentences. */
const aliasLines = (alias: string): Line[] => {
  const bare = alias.replace(/\.$/u, '').trim();
  const named = { what: 'student', written: anyhow } as const;
  if ([...bare].length > 1)
    return [
      [alias, named],
      [bare, named],
      [`${bare}s`, named],
    ];
  const letter = { what: 'student', written: exactly(bare, `${bare}'s`) } as const;
  return [
    [`${bare}.`, { what: 'student', written: exactly(`${bare}.`, `${bare} .`) }],
    [`${bare}s`, letter],
    ...(/^[AI]$/u.test(bare) ? [] : ([[bare, letter]] as const)),
  ];
};

/** Not the first letter of something else: “K-2”, “grade K”. */
const isGrade = (text: string, from: number, to: number): boolean =>
  text[to] === '-' || /\bgrade $/iu.test(text.slice(Math.max(0, from - 6), from));

const findIn = (
  table: PhraseTable<Line[1]>,
  text: string,
  words: ReturnType<typeof phraseWords>,
): (Exposure & { readonly from: number })[] =>
  table.all(words).flatMap(({ at, to, value }) => {
    const [from = 0, end = 0] = [words[at]?.from, words[to - 1]?.to];
    const raw = text.slice(from, end);
    if (!value.written(raw) || (value.what === 'student' && isGrade(text, from, end))) return [];
    return [{ what: value.what, words: raw, from }];
  });

/**
 * What in these words tells whom or what a child has, in the order it is written, each once. Nothing is changed:
 * whoever wrote it decides. Aliases are those of the classes the readers work in.
 */
export const findExposed = (text: string, aliases: readonly string[]): Exposure[] => {
  const plain = normalize(text);
  const words = phraseWords(plain);
  const students = phraseTable(aliases.flatMap(aliasLines));
  const found = [...findIn(students, plain, words), ...findIn(everywhere, plain, words)];
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ words: one }, at) => found.findIndex((other) => other.words === one) === at)
    .map(({ what, words: one }) => ({ what, words: one }));
};
