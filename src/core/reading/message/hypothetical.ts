import type { Said } from './said.ts';
import { type Stretch, textAfter } from './stretch.ts';

const ifs =
  /\b(?:if|unless|in case|provided|assuming|long as)\b(?! (?:you|your|u|ya|possible|at all|ok|okay|needed|anything|not|only|so|any(?:one|body) (?:wants?|would|cares?|feels?|needs?|wishes|likes?))\b)/giu;

/** The end of what is said before the condition: "Science, but if the projector is dead don't come". */
const conditionBefore = (said: Said, place: Stretch): number | undefined => {
  const begin =
    Math.max(...['.', '!', '?', ';'].map((mark) => said.plain.lastIndexOf(mark, place.from - 1))) + 1;
  const text = said.plain.slice(begin, place.from);
  const last = [...text.matchAll(ifs)].at(-1);
  if (last === undefined) return undefined;
  // "Centers if it's dry, but honestly not a good day": the doubt ends there.
  return /\b(?:but|honestly|either way|regardless)\b/iu.test(text.slice(last.index))
    ? undefined
    : begin + last.index;
};

const leadIns: ReadonlySet<string> = new Set([
  'as',
  'so',
  'only',
  'well',
  'and',
  'sure',
  'maybe',
  'but',
  'yes',
  'ok',
]);

/** Refused or promised only in case something comes between; what is told before it stands. */
export const isHypothetical = (said: Said, place: Stretch): boolean => {
  const at = conditionBefore(said, place);
  if (at === undefined) return false;
  const stands = (one: Stretch): boolean => one.to <= at;
  const opens = said.words.every((word) => word.kind !== 'word' || word.from >= at || leadIns.has(word.text));
  return (
    opens ||
    said.kinds.some((kind) => !kind.denied && stands(kind)) ||
    said.welcome.some((one) => (one.value === 'yes' || one.value === 'welcome') && stands(one))
  );
};

/** "They have PE, so nobody is in the room": only where they are not. */
export const isOfEmptyRoom = (said: Said, place: Stretch): boolean =>
  /^(?:(?:they|we) )?(?:wont|won't|will not|not|nobody|no one|isnt|isn't|arent|aren't|out of|gone|empty|room is empty)\b[^.,;!?]{0,16}(?:\b(?:room|classroom|here|home|around)\b)|^(?:room is empty|gone|(?:an)?other building|(?:an)?other room|different (?:building|room)|elsewhere|somewhere else|all gone)\b/iu.test(
    said.plain.slice(place.from, place.to) + textAfter(said.plain, place, 30),
  );
