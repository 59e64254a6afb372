import type { Minute } from '../../time.ts';
import { phraseTable } from '../phrases.ts';
import type { Token } from '../tokens.ts';
import type { Mention } from './mention.ts';
import { beginsOrdinal, ordinalAt } from './ordinal-at.ts';

/** A named piece of the school day. */
export interface BellSpan {
  readonly start: Minute;
  readonly end: Minute;
}
/** By name in lower case: "p2", "lunch". A name without hours is unknown. */
export type Bells = ReadonlyMap<string, BellSpan>;

const periodWords: ReadonlySet<string> = new Set(['period', 'per', 'pd', 'prd', 'hour', 'block', 'p']);

const edges = phraseTable<'before' | 'after' | 'within'>([
  ['before', 'before'],
  ['right before', 'before'],
  ['just before', 'before'],
  ['until', 'before'],
  ['til', 'before'],
  ['till', 'before'],
  ['by', 'before'],
  ['after', 'after'],
  ['right after', 'after'],
  ['just after', 'after'],
  ['following', 'after'],
  ['since', 'after'],
  ['during', 'within'],
  ['at', 'within'],
  ['in', 'within'],
  ['for', 'within'],
]);

/** Minutes that "right before" something takes, where nothing says how long. */
const SHORTLY = 30;

/** Names alike whether they come from a schedule or a message. */
const known: ReadonlyMap<string, string> = new Map([
  ['recesses', 'recess'],
  ['special', 'specials'],
  ['dismissals', 'dismissal'],
  ['pickup', 'dismissal'],
  ['lunchtime', 'lunch'],
]);

const openers = new WeakMap<Bells, ReadonlySet<string>>();

/** Words the names of these bells begin with. */
const firstsOf = (bells: Bells): ReadonlySet<string> => {
  const firsts =
    openers.get(bells) ?? new Set([...bells.keys(), ...known.keys()].map((name) => name.split(' ')[0] ?? ''));
  openers.set(bells, firsts);
  return firsts;
};

/** Words a bell's name or its edge begins with. */
const beginsBell = (token: Token, bells: Bells): boolean =>
  bells.size > 0 &&
  (token.is === 'ordinal' ||
    beginsOrdinal(token) ||
    periodWords.has(token.text) ||
    firstsOf(bells).has(token.text) ||
    edges.begins(token));

/** The key a schedule has for the name here: "2nd period" → p2, "lunch" → lunch. */
const nameAt = (
  tokens: readonly Token[],
  at: number,
  bells: Bells,
): { name: string; to: number } | undefined => {
  const token = tokens[at];
  const text = token?.text ?? '';
  const period = text.startsWith('p') ? /^p(?:er)?(\d{1,2})$/u.exec(text)?.[1] : undefined;
  if (period !== undefined && bells.has(`p${period}`)) return { name: `p${period}`, to: at + 1 };
  const nth = ordinalAt(tokens, at);
  if (nth !== undefined && periodWords.has(tokens[nth.to]?.text ?? '') && bells.has(`p${nth.value}`))
    return { name: `p${nth.value}`, to: nth.to + 1 };
  const number = tokens[at + 1];
  if (
    periodWords.has(text) &&
    (number?.is === 'number' || number?.is === 'spelled') &&
    bells.has(`p${number.value}`)
  )
    return { name: `p${number.value}`, to: at + 2 };
  if (!firstsOf(bells).has(text)) return undefined;
  for (let length = 3; length > 0; length -= 1) {
    const words = tokens
      .slice(at, at + length)
      .map((one) => one.text)
      .join(' ');
    const name = known.get(words) ?? words;
    if (name !== '' && tokens[at + length - 1] !== undefined && bells.has(name))
      return { name, to: at + length };
  }
  return undefined;
};

/** "2nd period", "after lunch", "right before dismissal", by the bells of this school. */
export const bellAt = (tokens: readonly Token[], from: number, bells: Bells): Mention | undefined => {
  const first = tokens[from];
  if (first === undefined || !beginsBell(first, bells)) return undefined;
  const edge = edges.at(tokens, from);
  const at = edge?.to ?? from;
  const name = nameAt(tokens, tokens[at]?.text === 'the' ? at + 1 : at, bells);
  const span = name && bells.get(name.name);
  if (name === undefined || span === undefined) return undefined;
  const { start, end } = span;
  if (edge?.value === 'after') return { is: 'bell', start: end, end: undefined, from, to: name.to };
  if (edge?.value === 'before') return { is: 'bell', start: start - SHORTLY, end: start, from, to: name.to };
  return { is: 'bell', start, end: end > start ? end : undefined, from, to: name.to };
};
