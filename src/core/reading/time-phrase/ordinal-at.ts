import { ordinalWords } from '../lexicon/numbers.ts';
import type { Token } from '../tokens.ts';

const words = new Map(ordinalWords);

export const ordinalOpeners: readonly string[] = [...words.keys()];
export const beginsOrdinal = ({ text }: Token): boolean => words.has(text);

/** "3rd", "third", "twenty third", "thirty first". */
export const ordinalAt = (
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | undefined => {
  const token = tokens[at];
  if (token?.is === 'ordinal') return { value: token.day, to: at + 1 };
  const value = words.get(token?.text ?? '');
  if (value !== undefined) return { value, to: at + 1 };
  if (token?.is !== 'spelled' || (token.value !== 20 && token.value !== 30)) return undefined;
  const ones = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const more = words.get(tokens[ones]?.text ?? '');
  return more === undefined || more > 9 ? undefined : { value: token.value + more, to: ones + 1 };
};
