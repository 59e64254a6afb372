import { isAway } from '../../activity-kind.ts';
import type { Welcome } from '../../welcome.ts';
import { askedOfVisitor } from './asked-of-visitor.ts';
import type { Heard } from './heard.ts';
import type { KindsMeant } from './main-kind.ts';
import type { Said } from './said.ts';
import { shuts } from './shuts.ts';
import type { Stance } from './stance.ts';
import { isWithin, type Stretch, textIn } from './stretch.ts';

/** The class stays where it is: what is away elsewhere is not away here. */
const inTheRoom =
  /\b(?:in (?:the|our|my) (?:own )?(?:class)?room|in (?:the )?class(?! of)|in here|in our (?:own )?room|(?:at|on) (?:our|their|the) (?:desks?|seats?|tables?|rug|carpet)|in (?:my|our) classroom|(?<!back )inside)\b/iu;
/** Technology is a lesson in the room, unless it has a room or a teacher of its own. */
const elsewhere =
  /\b(?:lab|special|specials|(?:with|w) (?:the |ms|mr|mrs|miss)|teacher|maker ?space|class with|down the hall)\b/iu;
/** "Free after", "and then they are all yours": the room opens later. */
const opensLater =
  /\bthen (?:(?:its|it's|were|we're|we are|im|i'm) )?(?:fine|free|good|ok|okay|open|come|you can)\b|\b(?:free after|open after|all yours|yours after|fine after|good after|ok after|available after|after (?:(?:is|its|it's|should be|would be) (?:fine|good|great|ok|okay|free|open)|works)|after that (?:is|its|we|you|your|youre|come|ok|fine|good))\b/iu;

/** Not in their own room. */
const otherPlace =
  /\b(?:in|to|at|on) (?:the )?(?:auditorium|gym|gymnasium|cafeteria|multipurpose room|stage|field|blacktop|courtyard|music room|art room|other room|park|library|office|museum|theater|(?:middle|high|other|elementary) school|other building|university|college)\b/iu;

const isInTheRoom = ({ plain }: Said): boolean =>
  inTheRoom.test(plain) &&
  !/\b(?:not|wont|won't|isnt|arent|aren't|never)(?: \w{1,8}){0,2} in (?:the|our|my|here)\b/iu.test(plain);

const clauseText = (said: Said, { main }: KindsMeant): string => {
  const clause = main && said.clauses.find((one) => isWithin(main, one));
  return clause === undefined ? said.plain : textIn(said.plain, clause);
};

const pleasant =
  /\b(?:fun|messy|loud|noisy|easy|chill|quick|short|good|great|ok|okay|fine|flexible|calm|nice|cute|low ?key|relaxed|laid back|simple|mellow|love|happy|chatty|goes on|continues|still)\b/iu;

/** Something is asked of the visitor, in words nobody listed. */
const wishes =
  /\b(?:please|pls|plz|would you mind)\b|\b(?:i|we|id|i'd|we would|i would) (?:really )?(?:need|want|would like|like to|appreciate|would appreciate|must|hope)\b/iu;

/** "Let us be", "leave them to it", "you're better off": what a visitor hears as a wish to stay out. */
const asksForRoom =
  /\b(?:let|leave|give|grant|spare|keep it to) (?:us|me|them|the kids|my kids|my class)\b|\b(?:better off|door (?:will be|is|stays) locked|doors? locked)\b/iu;

/** "You'd just be sitting there": about the visitor, in words nobody listed. */
const addresses =
  /(?<!\b(?:thank|see|love|told|tell|hope|miss|let|as|if|bless|wish|did|how are) )\b(?:you|your|youd|you'd|youll|you'll|u|ur)\b(?!\.\p{L}| welcome| can\b| could\b| need\b| want\b)/iu;

/** "You know the drill", "News 2 You" address nobody, "can you bring grips" somebody who is coming. */
const withoutFillers = ({ plain, welcome, kinds }: Said): string =>
  [...welcome.filter(({ value }) => value === 'nothing'), ...kinds, ...askedOfVisitor(plain)].reduce(
    (text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
    plain,
  );

/** "But Jayden will be out": one of them, and the lesson goes on. */
const somebodyIsOut =
  /^but (?!i\b|im\b|we\b|were\b|they\b|theyre\b|you\b|it\b|its\b|the\b|my\b|our\b|that\b|this\b|there\b|kids\b|all\b|half\b|most\b|some\b|many\b|every|no\b|nobody\b|class\b|students\b|power\b|heat\b)\p{L}[\p{L}.']{1,14}(?: \p{L}[\p{L}.]{1,14})?(?:(?: is|'s| will be)(?: going to be| probably| still| also)? (?:out(?! of)|absent|sick|home|away|leaving|gone|at (?:the|a|an|his|her) \w{1,12})\b|(?: wont be| won't be| isnt| isn't| is not| will not be) (?:here|in|at school)\b| (?:has|got|had) (?:an? |his |her )?(?:\w{2,10} )?(?:appt|appointment|dentist|doctor|orthodontist|meeting|therapy|counseling|court|flu|fever|covid)\b)/iu;

/** "Math, but I have three adults in already": a reservation in words nobody listed. */
const reserves = (said: Said, stance: Stance): boolean =>
  (!stance.agreed && !stance.invited && addresses.test(withoutFillers(said))) ||
  (!stance.agreed && !stance.invited && /\balready[.! ]*$/iu.test(said.plain)) ||
  (!stance.agreed && (wishes.test(said.plain) || asksForRoom.test(said.plain))) ||
  said.clauses.some(
    (clause) =>
      ['but', 'however', 'though', 'except'].includes(clause.lead ?? '') &&
      clause.from > 0 &&
      !said.kinds.some((kind) => isWithin(kind, clause)) &&
      !somebodyIsOut.test(textIn(said.plain, clause)) &&
      !said.times.some((time) => isWithin(time, clause) && time.mention.is === 'clock') &&
      !stance.agreements.some((yes) => isWithin(yes, clause)) &&
      !pleasant.test(textIn(said.plain, clause)),
  );

/** "The kids are a wreck", "our room is being painted": about them or the room, and no activity. */
export const state =
  /\b(?:(?:kids|students|class|everyone|everybody|room|classroom)(?:'s| is| are| was| will be| has been)|(?:theyre|they're|they are)) (?!at |in |on |with |(?:(?:\w{1,12}ly|gonna|going to|still|just|all|also|be) ){0,3}(?:doing|drafting|sharing|painting|cutting|coloring|rotating|presenting|practising|studying|exploring|playing|making|working|finishing|learning|practicing|watching|using|building|writing|reading|having|going|starting|[a-z]{3,10}ing (?:it|them|the|their|our|a|an|up)\b|(?!(?:struggl|fight|cry|bounc|act|scream|yell|los|melt|leav|miss|hurt|cough|sneez|test)ing)[a-z]{3,10}ing(?: ?[.,;!?]|$)))|\b(?:in there|in here|in the room|in my room) (?:already|too|also)\b|\balready (?:have|has|got)\b/iu;

/** What may be so or not: "might have testing", "if we finish the quiz". */
const doubts =
  /\b(?:might|maybe|perhaps|possibly|potentially|talk of|rumou?rs?|rumored|supposedly|allegedly|chance of|tentative(?:ly)?|may (?:be|have|not)|could (?:be|have)|if(?! (?:you|your|u|ya)\b)|unless|whether|as long as)\b/iu;

export const isDoubted = (said: Said, place: Stretch): boolean => {
  const clause = said.clauses.find((one) => isWithin(place, one));
  return clause !== undefined && doubts.test(said.plain.slice(clause.from, place.from));
};

/** "They're wound up, but we're doing math". */
const isAfterBut = (said: Said, { main }: KindsMeant): boolean =>
  main !== undefined && said.clauses.some((clause) => clause.lead === 'but' && isWithin(main, clause));

/** "Directed drawing", "making ornaments": with their own teacher, unless it is said who has them. */
const isOwnCraft = (said: Said, { main }: KindsMeant): boolean =>
  main?.kind === 'art' &&
  !/^(?:visual )?arts?\b|\bart (?:room|class|special|teacher|lesson)/u.test(main.phrase) &&
  !elsewhere.test(said.plain) &&
  !/\bart r(?:oo)?m\b/iu.test(said.plain);

/** Their own teacher gives them away: "the kids are with Ms. Hall", "they go to Mr. Reed for science". */
const withAnother =
  /\b(?:kids|class|they|theyre|they're|students|we)(?: are| all| will be){0,2}(?: in (?:the )?[a-z]{2,12}(?: lab| room)?)? (?:with|w|go to|going to|switch to|rotate to|head to|over to) (?:ms|mr|mrs|miss|another|the other|dr)\b/iu;

/** Whether the door is open at the activity that is told. */
export const availableOf = ({ said, stance, kinds }: Heard): Welcome => {
  const kind = kinds.main?.kind;
  if (kinds.main !== undefined && shuts(kinds.main)) {
    if (stance.invited || opensLater.test(said.plain)) return stance.conditional ? 'maybe' : 'yes';
    return isDoubted(said, kinds.main) ? 'maybe' : 'no';
  }
  const away = kind !== undefined && isAway(kind) && !isOwnCraft(said, kinds);
  if (stance.invited) return away && stance.hedged ? 'maybe' : 'yes';
  if (kind === 'technology') return elsewhere.test(said.plain) && !isInTheRoom(said) ? 'maybe' : 'yes';
  if (away && !isInTheRoom(said)) return 'maybe';
  if (stance.conditional || (stance.hedged && !stance.agreed)) return 'maybe';
  if (otherPlace.test(clauseText(said, kinds)) || withAnother.test(said.plain) || reserves(said, stance))
    return 'maybe';
  if (state.test(said.plain) && !isAfterBut(said, kinds) && !stance.agreed && !pleasant.test(said.plain))
    return 'maybe';
  return 'yes';
};
