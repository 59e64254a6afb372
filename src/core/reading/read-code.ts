import { normalize } from './normalize.ts';
import { readKind } from './read-kind.ts';

const wholeCode =
  /^(?:(?:my |the )?(?:invitation |invite )?code(?: is)?:? ?)?([a-z2-9]{4,6}) ?- ?([a-z2-9]{4,6})[.!]?$/iu;

/**
 * An invitation code, as typed or pasted alone. Codes are drawn from A–Z and 2–9, so "10-1045" is none;
 * words joined by a hyphen that name an activity ("read-aloud") are none either.
 */
export const readCode = (text: string): string | undefined => {
  const match = wholeCode.exec(normalize(text));
  const code = match && `${match[1]}-${match[2]}`.toUpperCase();
  if (code === null || !/[A-Z]/u.test(code)) return undefined;
  return readKind(text) === undefined ? code : undefined;
};
