import type { Token } from '../tokens.ts';

/** A stretch of the text that says one thing; `lead` is the word that opens it, if one does. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly lead: string | undefined;
  /** Between sentences, not only between the parts of one. */
  readonly begins: boolean;
}

const stops: ReadonlySet<string> = new Set(['.', '!', '?', ';', '(', ')']);
const marks: ReadonlySet<string> = new Set([...stops, ',', ':']);
const leads: ReadonlySet<string> = new Set([
  'but',
  'so',
  'then',
  'because',
  'bc',
  'cuz',
  'although',
  'though',
  'tho',
  'however',
  'except',
  'while',
  'otherwise',
  'before',
  'plus',
  'since',
  'until',
  'after',
]);
/** These open a clause only before a subject of its own. */
const onlyBefore: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['before', new Set(['that', 'then'])],
  ['until', new Set(['then'])],
  ['after', new Set(['that'])],
  ['since', new Set(['we', 'i', 'they', 'its', 'my', 'the', 'our'])],
  ['while', new Set(['we', 'i', 'they', 'the'])],
]);
/** "So much better": how much, and no clause of its own. */
const degrees: ReadonlySet<string> = new Set(['much', 'many', 'far', 'long', 'good', 'great', 'nice', 'fun']);
const titles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'mx',
  'per',
  'jr',
  'approx',
  'vs',
  'rm',
]);

export const clausesOf = (
  text: string,
  tokens: readonly Token[],
  times: readonly { readonly from: number; readonly to: number }[],
): readonly Clause[] => {
  const clauses: Clause[] = [];
  let from = 0;
  let lead: string | undefined;
  let begins = true;
  const inTime = (token: Token) => times.some((time) => time.from < token.to && token.from < time.to);
  const cut = (to: number, next: number, word: string | undefined, sentence: boolean) => {
    if (text.slice(from, to).trim() !== '') clauses.push({ from, to, lead, begins });
    from = next;
    lead = word;
    begins = sentence;
  };
  for (const [at, token] of tokens.entries()) {
    if (inTime(token)) continue;
    const dash = token.text === '-' && text[token.from - 1] === ' ' && text[token.to] === ' ';
    if (marks.has(token.text) || dash) {
      if (token.text === '.' && titles.has(tokens[at - 1]?.text ?? '')) continue;
      if (token.text === ',' && goesOn(tokens, at)) continue;
      cut(token.from, token.to, undefined, stops.has(token.text));
      continue;
    }
    if (!leads.has(token.text)) continue;
    const must = onlyBefore.get(token.text);
    if (token.text === 'after' && tokens[at - 1]?.text !== 'and') continue;
    if (must !== undefined && !must.has(tokens[at + 1]?.text ?? '')) continue;
    // "see you then", "math then": an hour, not what comes next.
    if (token.text === 'then' && isAnHour(tokens, at)) continue;
    if (token.text === 'so' && degrees.has(tokens[at + 1]?.text ?? '')) continue;
    if ((token.text === 'though' || token.text === 'tho') && at === tokens.length - 1) continue;
    cut(token.from, token.from, token.text, false);
  }
  cut(text.length, text.length, undefined, false);
  return clauses;
};

/** "Wednesday, September 30, at 9:05" is one time. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const [before, next, afterNext] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const afterDay = before?.is === 'weekday' || before?.is === 'number' || before?.is === 'near';
  if (!afterDay || next === undefined) return false;
  return next.is === 'month' || (next.text === 'at' && /^\d/u.test(afterNext?.text ?? ''));
};

const endsThere: ReadonlySet<string> = new Set([
  '.',
  ',',
  '!',
  '?',
  ';',
  ')',
  'but',
  'so',
  'because',
  'bc',
  'though',
  'tho',
]);
const beforeHour: ReadonlySet<string> = new Set([
  'come',
  'not',
  'you',
  'ya',
  'at',
  'by',
  'until',
  'til',
  'till',
  'back',
  'before',
  'free',
  'since',
  'available',
  'room',
  'there',
  'here',
  'be',
]);

const isAnHour = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return next === undefined || endsThere.has(next.text) || beforeHour.has(tokens[at - 1]?.text ?? '');
};
