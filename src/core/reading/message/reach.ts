import { troubledRooms } from '../lexicon/welcome/troubled-rooms.ts';
import type { WelcomeWord } from '../lexicon/welcome-words.ts';
import { phraseOf, phraseWords } from '../phrases.ts';
import { everybodyElse } from './main-kind.ts';
import type { Marked, Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isWithin, type Stretch, textBefore, textIn } from './stretch.ts';

/** "They dont know the routine yet": about the children, not about the visit. */
const aboutChildren = /\b(?:they|kids|children|students|who|some|he|she|it|class)\b[^.!?]{0,12}$/iu;
const childrensVerbs =
  /^ ?(?:know|have|has|finish|finished|done|like|understand|get|remember|eat|need|bring|care|start|mind|stop|love|want)\b/iu;

/** "Not 10, 10:30": another hour, and no refusal. */
const deniesHour = (said: Said, denial: Stretch): boolean => {
  const clocks = said.times.filter(({ mention }) => mention.is === 'clock');
  return clocks.length > 1 && clocks.some((time) => time.from >= denial.to && time.from - denial.to <= 4);
};

/** "Provided nothing changes", "as long as there's no drill": what a condition denies. */
const condition = /\b(?:if|unless|provided|as long as|so long as|assuming|in case|depending on|whether)\b/iu;
const isInCondition = (said: Said, denial: Stretch): boolean =>
  condition.test(
    textBefore(said.plain, denial, 60)
      .split(/[.,;!?]|\bbut\b/iu)
      .at(-1) ?? '',
  );

/** "The trophy case nobody dusts": about something else than coming in. */
const elsewhereVerb =
  /^ (?!in\b|is\b|will\b|can\b|should\b|comes?\b|allowed\b|gets?\b|may\b|here\b|there\b|but\b|home\b|enters?\b|please\b|until\b|today\b|tomorrow\b|around\b|else\b|to\b|at\b|on\b|for\b)\p{L}{2,12}s\b/iu;

/** A listed phrase says what its words mean: "no changes" is the usual. */
const isPartOf = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => isWithin(one, other) && other.to - other.from > one.to - one.from);

/** "Same as last Friday except no iPads": what is missing is a thing, and nobody who comes. */
const isException = (said: Said, denial: Marked<WelcomeWord>): boolean =>
  said.same.some(({ to }) => to < denial.from) &&
  /^(?:no|without)$/u.test(denial.phrase) &&
  /\b(?:except|minus|but|only|just|with)(?: with| for| we have| theres| there's| there is| its| it's)? $/iu.test(
    textBefore(said.plain, denial, 24),
  ) &&
  things.test(said.plain.slice(denial.to));
const things =
  /^ (?:more |the |our |any |my ){0,2}(?:ipads?|chromebooks?|laptops?|tablets?|computers?|screens?|tech|technology|centers?|stations?|rotations?|games?|songs?|singing|music|snack|recess|homework|worksheets?|packets?|partners?|groups?|small groups?|carpet|rug|paint|glue|scissors|markers|manipulatives|whiteboards?|video|movie|calendar|journals?|library|pe|gym|art|morning meeting|read aloud|warm ?up|spelling|math|writing|phonics|handwriting)\b/iu;

/** A denial of something else than the visit. */
export const spent = (said: Said, denial: Marked<WelcomeWord>): boolean => {
  if (isPartOf(denial, said.same) || isInCondition(said, denial) || isException(said, denial)) return true;
  const other = said.kinds.some((kind) => !kind.denied);
  if (
    other &&
    said.kinds.some((kind) => kind.denied && kind.deniedFrom >= denial.from && kind.deniedFrom < denial.to)
  )
    return true;
  if (deniesHour(said, denial)) return true;
  if (
    other &&
    /^(?:nobody|no one|noone)$/u.test(denial.phrase) &&
    elsewhereVerb.test(said.plain.slice(denial.to))
  )
    return true;
  // "Reviewing for the test, not taking it."
  if (
    other &&
    /^ (?:taking|doing|giving|starting|finishing) (?:it|them|that|those|one)\b/iu.test(
      said.plain.slice(denial.to),
    )
  )
    return true;
  // "Please don't be late", "not stay so long": how, and not whether.
  if (
    /^ (?:to )?(?:stay|be|talk|speak|make|come|go)(?: \w{1,8}){0,2} (?:long|loud|loudly|late|noise|noisy|noisily)\b/iu.test(
      said.plain.slice(denial.to),
    )
  )
    return true;
  const before = textBefore(said.plain, denial, 40);
  const after = said.plain.slice(denial.to, denial.to + 16);
  return aboutChildren.test(before) && childrensVerbs.test(after);
};

/** "You can come another day", "you can help by staying out". */
const atAnotherTime =
  /^(?: [\p{L}']{1,12}){0,3} (?:away|home|elsewhere|another (?:day|time|week)|a different|some other|next (?:month|year|semester|quarter|trimester)|after (?:break|testing|the test|christmas|thanksgiving|vacation)|by (?:staying|not|skipping|leaving|waiting)|coming|visiting|asking)\b/iu;

/** "Normally I'd say come in", "I wish you could join": what is not so this time. */
export const isWished = (said: Said, one: Stretch): boolean => {
  if (atAnotherTime.test(said.plain.slice(one.to, one.to + 60))) return true;
  const clause = said.clauses.find((other) => isWithin(one, other));
  return (
    clause !== undefined &&
    /\b(?:normally|usually|any other (?:day|time|week)|ordinarily|i wish|wish i|wish we|otherwise (?:i|we|you)|on a better|typically)\b/iu.test(
      said.plain.slice(clause.from, one.from),
    )
  );
};

/** "I could use another adult": a full room would not say so. */
export const wanted = (said: Said, one: Stretch): boolean =>
  /\b(?:could|can|would|we|i|always) (?:really |totally )?(?:use|need|love|like|want)(?: to have)? (?:an? )?$/iu.test(
    textBefore(said.plain, one, 32),
  ) && !/\b(?:not|dont|don't|cannot|can't|cant|no)\b/iu.test(textBefore(said.plain, one, 48));

/** "The assembly got cancelled, so math", "we have no trip, it is cancelled": what is off is not the visit. */
export const isOfEvent = (said: Said, one: Marked<WelcomeWord>): boolean => {
  if (!/cancel|called off|is off|postpone/u.test(one.phrase)) return false;
  const off = said.kinds.some(
    (kind) =>
      kind.denied &&
      kind.to <= one.from &&
      (one.from - kind.to <= 20 ||
        /\b(?:it|its|it's|that|they)(?: is| got| was)? $/iu.test(textBefore(said.plain, one, 10))),
  );
  const stands =
    said.kinds.some((kind) => !kind.denied) ||
    said.welcome.some(({ value }) => value === 'welcome' || value === 'yes');
  return off && stands;
};

/** "Drama club kids are gone, everyone else is doing math": the lesson is told behind it. */
const everybodyElseIs = (said: Said, one: Stretch): boolean =>
  said.clauses.some(
    (clause) =>
      clause.from >= one.to &&
      everybodyElse.test(textIn(said.plain, clause)) &&
      said.kinds.some((kind) => !kind.denied && !shuts(kind) && isWithin(kind, clause)),
  );

/** "They slept badly, but the lesson goes on", "I'm out, but go ahead": told, and overcome. */
export const isOvercome = (said: Said, one: Marked<WelcomeWord>): boolean => {
  if (one.value !== 'no' && everybodyElseIs(said, one)) return true;
  const after = said.clauses.find((clause) => clause.from > one.from && clause.lead === 'but');
  if (after === undefined) return false;
  const rest = { from: after.from, to: said.plain.length };
  const later = said.welcome.filter((other) => isWithin(other, rest));
  if (later.some(({ value }) => value === 'no' || value === 'closed' || value === 'not')) return false;
  const bare = [...said.times, ...said.kinds].every((other) => !isWithin(other, rest));
  if (
    bare &&
    later.some(({ value }) => value === 'welcome') &&
    (one.value === 'not' || one.value === 'closed')
  )
    return true;
  if (later.some(({ value }) => value === 'welcome' || value === 'yes'))
    return moods.has(one.phrase) || regrets.has(one.phrase) || one.value === 'away';
  return moods.has(one.phrase) && goesOn(said, rest);
};

/** What comes after tells of the lesson. */
const goesOn = (said: Said, rest: Stretch): boolean => {
  const told = said.kinds.filter((kind) => !kind.denied);
  return (
    told.some((kind) => isWithin(kind, rest)) || (told.length > 0 && pleasant.test(textIn(said.plain, rest)))
  );
};
/** These a lesson alone does not overcome, only a welcome. */
const regrets: ReadonlySet<string> = new Set(['not ideal', 'not the best', 'not great', 'not perfect']);
const pleasant = /\b(?:good|fun|happy|great|fine|ok|love|loving|learning|managing|productive|sweet)\b/iu;
const moods: ReadonlySet<string> = new Set([
  ...[
    'bad',
    'worse',
    'busy',
    'nuts',
    'insane',
    'is crazy',
    'is nuts',
    'is wild',
    'is hectic',
    'is chaos',
    'is busy',
  ],
  ...troubledRooms.map((phrase) => phraseOf(phraseWords(phrase))),
]);

/** "Ava's out tomorrow": somebody by name. */
const ofName =
  /(?:^|[.,;!?] |\b(?:but|and|since|because|so|only) )(?!We|They|The|My|Our|It|That|This|There|Were|School|Class|Kids|Students|Every|All|Half|Most|Heat|Power|Teacher|Sub|Will|Be|Is|Am|Im|Ill|Sick|Just|Sorry|Staying|Going)\p{Lu}\p{Ll}{1,14}(?:'s| is| will be| will| wont be| is going to be)? $/u;

/** "Centers, playdough is out": whatever is out, the class is not. */
const isOfThing = (said: Said, away: Marked<WelcomeWord>): boolean =>
  away.phrase === 'is out' &&
  said.kinds.some((kind) => !kind.denied && !shuts(kind) && kind.to < away.from) &&
  !/\b(?:teacher|class|school|everyone|everybody|group|grade|room|all|who|that|which|it|this) $/iu.test(
    textBefore(said.plain, away, 12),
  );

/** "Coach is out, so no gym": somebody else is, and the class is here. */
export const isOfSomebodyElse = (said: Said, away: Marked<WelcomeWord>): boolean =>
  /^(?:is|are|be|out|home|calling|called|wont be|not here)\b/u.test(away.phrase) &&
  // "Mon is out" tells of a day.
  !said.times.some(({ to }) => to < away.from && away.from - to <= 1) &&
  (isOfThing(said, away) ||
    ofName.test(textBefore(said.plain, away, 36)) ||
    /\b(?:coach|para|aide|assistant|partner|specialist|counselor|librarian|principal|secretary|nurse|he|she|kid|student|friend|(?:music|art|gym|pe|library|tech|stem|spanish|science|reading|co) ?teacher|(?:mr|ms|mrs|miss)\.? \p{L}{2,14})(?: (?:is|are|will))? $|\b(?:one|two|three|four|five|some|few|several|half|most|\d{1,2}) (?:of )?(?:my |the |our )?(?:kids|students|friends|them|boys|girls) (?:(?:is|are|will be) )?$/iu.test(
      textBefore(said.plain, away, 36),
    ));

/** "Letters about why recess should be longer": said by the letters. */
const isTold = (said: Said, hedge: Stretch): boolean =>
  /\b(?:why|how|about)\b/iu.test(
    textBefore(said.plain, hedge, 40)
      .split(/[.,;!?]/u)
      .at(-1) ?? '',
  ) && said.kinds.some((kind) => kind.to < hedge.from);

/** "Phonics, should be done by 9:15": how far they are by then, and no doubt about what they do. */
const isOfProgress = (said: Said, hedge: Marked<WelcomeWord>): boolean =>
  said.kinds.some(({ denied }) => !denied) &&
  /\b(?:should|probably|hopefully|likely)\b/u.test(hedge.phrase) &&
  /^ (?:(?:be|all|just|mostly|well|nearly|almost|about|pretty much) ){0,2}(?:done|finished|through|over|wrapp\w{2,4}(?: it)? up|finish(?:ing)?|halfway|half way|partway|(?:on|into|onto|up to|past) (?:to )?(?:the|their|our|his|her|its|step|part|page|chapter|unit|lesson|final|second|first|last)\b)/iu.test(
    said.plain.slice(hedge.to, hedge.to + 48),
  );

/** "Probably gonna be loud": how it will be, and no doubt that it is. */
export const isOfMood = (said: Said, hedge: Marked<WelcomeWord>): boolean => {
  if (isTold(said, hedge) || isOfProgress(said, hedge)) return true;
  const clause = said.clauses.find((one) => isWithin(hedge, one));
  return (
    clause !== undefined &&
    !said.kinds.some((kind) => isWithin(kind, clause)) &&
    /^ (?:(?:gonna|going to|they|theyll|they'll|itll|it'll|kids|will|be|a bit|a little|pretty|kinda|very|super|so) ){0,4}(?:loud|noisy|messy|tired|hyper|wiggly|chatty|silly|squirrelly|sticky|dusty|smelly|sleepy|short|quick|fun|boring|long|calm(?:er)?|quiet(?:er)?|better|easier|nicer|smoother|saner)\b/iu.test(
      said.plain.slice(hedge.to, hedge.to + 40),
    )
  );
};

/** "They come in at 12:15": the children do. */
export const isOfChildren = (said: Said, one: Marked<WelcomeWord>): boolean =>
  /^(?:come|comes|coming) (?:back|in|over|inside|right in)\b/u.test(one.phrase) &&
  /\b(?:they|theyll|they'll|theyre|they're|(?:the|my|our) (?:kids|students|children|class)|kids|class|students)(?: all| usually| will| are| only| dont| don't){0,2} $/iu.test(
    textBefore(said.plain, one, 28),
  );

/** "What will she do", "see what they can do": no promise to anybody. */
export const isOfOthers = (said: Said, one: Marked<WelcomeWord>): boolean =>
  /^(?:will|can) do$/u.test(one.phrase) &&
  /\b(?:she|he|they|we|kids|students|sub|it|what) $/iu.test(textBefore(said.plain, one, 10));
