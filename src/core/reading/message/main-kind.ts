import { looseWords } from '../lexicon/loose-words.ts';
import { settings } from '../lexicon/settings.ts';
import { verbTurns } from '../lexicon/turns/kind-turns.ts';
import { phraseOf, phraseWords } from '../phrases.ts';
import type { Clause } from './clauses.ts';
import type { KindHeard } from './kinds-heard.ts';
import type { Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isWithin, type Stretch, textBefore, textIn } from './stretch.ts';
import { followsByClock } from './timetable.ts';

const loose: ReadonlySet<string> = new Set([
  ...looseWords.map((phrase) => phraseOf(phraseWords(phrase))),
  ...verbTurns.map(([pattern]) => pattern),
]);
const asSetting: ReadonlySet<string> = new Set(settings.map((phrase) => phraseOf(phraseWords(phrase))));
/** Before a kind: it is not what happens, only what something is for or near to. */
const beside =
  /\b(?:for|before|after|following|from|about|until|til|during|because of)(?: the| our| their| my| a)?(?: big| unit| state| tomorrow'?s| \w{3,6}day'?s)? $/iu;
/** "Volcanoes", "the Gold Rush": what it is about, where something else says what is done. */
const isTopic = ({ kind, phrase }: KindHeard): boolean =>
  (kind === 'science' &&
    !/scien|^st?eam?\b|stem\b|\blabs?\b|experiment|foss|challenge|dissect/u.test(phrase)) ||
  (kind === 'social_studies' && !/social|^soc|histor|geograph|civics|^ss\b|studies|tci/u.test(phrase));

/** "Watching Polar Express": the film, where its name alone may be a book or a party. */
const isWatched = ({ kind }: KindHeard, before: string): boolean =>
  kind === 'movie' && /\bwatch(?:ing|es)? (?:the |a |some )?$/iu.test(before);
/** "Watching a movie with hot cocoa": what there is to eat beside it. */
const isTreat = (said: Said, { kind, from }: KindHeard, before: string): boolean =>
  (kind === 'party' || kind === 'snack') &&
  /\b(?:with|w|and|plus|over|while eating) (?:some |our |the )?$/iu.test(before) &&
  said.kinds.some((other) => other.kind === 'movie' && !other.denied && other.to < from);

/** "Half the class is at chorus": the others are asked about. */
const someOnly =
  /\b(?:half|some|several|a few|two|three|four|\d{1,2}) (?:of )?(?:the |my |our )?(?:class|kids|students|them)\b/iu;
/** "The rest do packets." */
export const everybodyElse =
  /\b(?:rest (?:is|are|do|of|will|have|has|get)|everyone else|everybody else|the others)\b/iu;
/** "In the hallway for a drill": what they are there for. */
const thereFor =
  /\b(?:in|at|to|down|out|outside|gone|leaving|away|there)(?: \w{1,12}){0,3} for(?: the| our| an?)? $/iu;
/** After it: only getting ready for it. */
const onlyPreparing = /^ (?:prep|preparation|review|planning)\b/iu;
/** "Transitioning from lunch to math": the way, and neither end of it. */
const isOnTheWay = /^ from [^.,;!?]{1,24} to\b/iu;
/** "Centers unless it's indoor recess". */
const onlyPerhaps = /\b(?:unless|in case|if)\b/iu;
/** "Band is next door, we're on spelling". */
const weAreOn =
  /\b(?:were|we're|we are|we'll be|kids are|theyre|they're)(?: still| just| all){0,2} (?:(?:on|doing|working on) (?:our |their |some )?)?$/iu;
/** In a clause: what usually is, and now is not. */
const usually = /\b(?:usually|normally|typically|supposed to|was going to|were going to|used to)\b/iu;

/** "A leaf hunt for science": the subject it belongs to. */
const subjects: ReadonlySet<string> = new Set([
  'math',
  'science',
  'social_studies',
  'reading',
  'writing',
  'phonics',
]);

export interface KindsMeant {
  /** What the class does at the time asked about. */
  readonly main: KindHeard | undefined;
  /** What it does afterwards. */
  readonly next: KindHeard | undefined;
  /** Where the words about afterwards are. */
  readonly nextPart: Stretch | undefined;
  /** "Before that, math": the hours said beside it are its end. */
  readonly before: boolean;
}

const clauseOf = (said: Said, place: Stretch): Clause | undefined =>
  said.clauses.find((clause) => place.from >= clause.from && place.from < clause.to);

const isReason = (clause: Clause | undefined): boolean =>
  ['because', 'bc', 'cuz'].includes(clause?.lead ?? '');

const rank = (said: Said, kind: KindHeard, isOfAnotherDay: (clause: Clause) => boolean): number => {
  const clause = clauseOf(said, kind);
  const before = textBefore(said.plain, kind, 24);
  if (isWatched(kind, before)) return 1;
  if (isTreat(said, kind, before)) return 3.5;
  if (subjects.has(kind.kind) && /\bfor (?:our |the )?$/iu.test(before)) return 3.3;
  const isThere = shuts(kind) && thereFor.test(textBefore(said.plain, kind, 48));
  if (
    (beside.test(before) && !isThere && !kind.prepared) ||
    onlyPreparing.test(said.plain.slice(kind.to, kind.to + 14))
  )
    return 5;
  if (clause !== undefined && isOfAnotherDay(clause)) return 4;
  if (
    clause?.lead === 'so' &&
    /^so (?:its |it's |that is |thats |really |basically )?$/iu.test(said.plain.slice(clause.from, kind.from))
  )
    return -1;
  if (isReason(clause)) return 4;
  if (clause !== undefined && usually.test(textIn(said.plain, clause))) return 4;
  if (clause !== undefined && everybodyElse.test(textIn(said.plain, clause))) return -1;
  if (clause !== undefined && someOnly.test(textIn(said.plain, clause))) return 4;
  if (kind.prepared) return 3.2;
  if (asSetting.has(kind.phrase)) return 3.5;
  if (clause?.lead === 'so' && said.kinds.every((one) => one.denied || !shuts(one))) return 0.2;
  if (clause !== undefined && onlyPerhaps.test(said.plain.slice(clause.from, kind.from))) return 3.5;
  if (!shuts(kind) && weAreOn.test(before)) return 0.5;
  if (kind.kind === 'transition' && isOnTheWay.test(said.plain.slice(kind.to, kind.to + 40))) return 0.5;
  if (loose.has(kind.phrase) || kind.kind === 'transition' || isTopic(kind)) return 3;
  return shuts(kind) ? 0 : 1;
};

const textOf = (said: Said, clause: Stretch): string => textIn(said.plain, clause).toLowerCase().trim();

/** The clauses that tell what comes next, and those that tell what is before. */
const orderOf = (said: Said, kinds: readonly KindHeard[]) => {
  const has = (clause: Clause) => kinds.some((kind) => isWithin(kind, clause));
  const first = said.clauses.findIndex(has);
  const isNext = (clause: Clause, at: number): boolean => {
    if (at <= first || first < 0) return false;
    const text = textOf(said, clause);
    const opening = said.clauses[first];
    return (
      (opening !== undefined && followsByClock(said, opening, clause)) ||
      (clause.lead === 'then' && !/^then,? (?:come|you)/u.test(text)) ||
      /^(?:and )?(?:after that|afterwards?|followed by|next|later|and after|and then|then)\b/u.test(text) ||
      / (?:after|afterwards?|next|after that|later)$/u.test(text)
    );
  };
  const then = said.clauses.findIndex(
    (clause, at) => isNext(clause, at) && (has(clause) || said.clauses.slice(at).some(has)),
  );
  const earlier = said.clauses.find(
    (clause) => has(clause) && / before(?: that| then)?$|^before (?:that|then)\b/u.test(textOf(said, clause)),
  );
  return { then, earlier };
};

/** Which of the activities named is the one at the time asked about. */
export const kindsMeant = (said: Said, isOfAnotherDay: (clause: Clause) => boolean): KindsMeant => {
  const best = (from: readonly KindHeard[]): KindHeard | undefined =>
    from.toSorted(
      (a, b) => rank(said, a, isOfAnotherDay) - rank(said, b, isOfAnotherDay) || a.from - b.from,
    )[0];
  const kinds = said.kinds.filter(
    (kind) => !kind.denied && !(said.same.length > 0 && !shuts(kind) && isReason(clauseOf(said, kind))),
  );
  const { then, earlier } = orderOf(said, kinds);
  if (earlier !== undefined) {
    const inside = kinds.filter((kind) => isWithin(kind, earlier));
    const outside = kinds.filter((kind) => !isWithin(kind, earlier));
    return { main: best(inside), next: best(outside), nextPart: undefined, before: true };
  }
  const clause = said.clauses[then];
  if (clause === undefined) return { main: best(kinds), next: undefined, nextPart: undefined, before: false };
  const nextPart = { from: clause.from, to: said.plain.length };
  const later = kinds.filter((kind) => isWithin(kind, nextPart));
  const main = best(kinds.filter((kind) => !isWithin(kind, nextPart)));
  return { main: main ?? best(later), next: main && best(later), nextPart, before: false };
};
