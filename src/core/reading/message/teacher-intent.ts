import { isAway } from '../../activity-kind.ts';
import type { Welcome } from '../read-welcome.ts';
import { type KindsMeant, shuts } from './main-kind.ts';
import { isDenied, type Offer } from './offered.ts';
import { isWithin, type Said, textIn } from './said.ts';
import type { Stance } from './stance.ts';
import type { Intent } from './understanding.ts';

export interface Heard {
  readonly said: Said;
  readonly stance: Stance;
  readonly kinds: KindsMeant;
  readonly offers: readonly Offer[];
  /** Whether an offer is about another day or hour than asked. */
  readonly offersOther: boolean;
}

export interface Judgment {
  readonly intent: Intent;
  readonly available: Welcome | undefined;
}

/** The class stays where it is: what is away elsewhere is not away here. */
const inTheRoom =
  /\b(?:in (?:the|our|my) (?:own )?(?:class)?room|in (?:the )?class|in here|in our (?:own )?room|at (?:our|their|the) desks?|in (?:my|our) classroom|inside)\b/iu;
/** Technology is a lesson in the room, unless it has a room or a teacher of its own. */
const elsewhere =
  /\b(?:lab|special|specials|with (?:the |ms|mr|mrs|miss)|teacher|maker ?space|class with|down the hall)\b/iu;
/** "Free after", "and then they are all yours": the room opens later. */
const opensLater =
  /\b(?:free after|open after|all yours|yours after|fine after|good after|ok after|available after|after that (?:is|its|we|you|your|youre|come|ok|fine|good))\b/iu;

export const isQuiet = ({ plain, quiet }: Said): boolean => {
  if (quiet.some(({ value }) => value === 'alone') || /^(?:please )?stop[.! ]*$/iu.test(plain)) return true;
  return quiet.some(({ value }) => value === 'stop') && quiet.some(({ value }) => value === 'message');
};

const begins = (said: Said, place: { from: number }): boolean =>
  said.words.filter((word) => word.kind === 'word' && word.from < place.from).length <= 2;

const wordsBeside = (said: Said): number =>
  said.words.filter((word) => word.kind === 'word' && !said.times.some((time) => isWithin(word, time)))
    .length;

/** "10:15, not 10", "Monday not Tuesday". */
const takesBack = (said: Said): boolean =>
  (['clock', 'day'] as const).some((is) => {
    const times = said.times.filter(({ mention }) => mention.is === is);
    const isBack = times.length > 1 && times.some((time, at) => at > 0 && isDenied(said, time));
    return isBack && !/\bthan\b/iu.test(said.plain) && (is === 'clock' || wordsBeside(said) <= 3);
  });

/** "No, it's science, not math." */
const takesBackKind = (said: Said): boolean =>
  /^(?:no|nope|oops|sorry|wait|oh|hang on)\b/iu.test(said.plain) &&
  said.kinds.some(({ denied }, at) => denied && at > 0) &&
  said.kinds.some(({ denied }) => !denied);

/** Nobody begins so but to take something back. */
const startles =
  /^(?:oh |ah |ugh |um )?(?:wait|oops|ooops|whoops|woops|no wait|nope wait|hold on|hang on|my bad|ack|argh|meant)\b[^?]*$/iu;
/** "*1:10": how chats mend a slip. */
const starred = /^\*[^*]|[^*\s]\*$/u;

export const isCorrection = (said: Said): boolean =>
  starred.test(said.plain) ||
  takesBack(said) ||
  takesBackKind(said) ||
  said.corrections.some((one) => one.value === 'strong') ||
  (said.corrections.some((one) => one.value === 'weak' && begins(said, one)) &&
    (said.kinds.length > 0 || said.times.length > 0) &&
    (startles.test(said.plain) ||
      said.kinds.some(({ denied }) => denied) ||
      said.words.some(({ text }) => text === 'not' || text === 'its' || text === 'actually')));

const isMeeting = (said: Said): boolean =>
  said.meetings.some(
    (one) => one.value === 'strong' && !said.kinds.some((kind) => isWithin(one, kind) || isWithin(kind, one)),
  );

/** Not in their own room. */
const otherPlace =
  /\b(?:in|to|at|on) (?:the )?(?:auditorium|gym|gymnasium|cafeteria|multipurpose room|stage|field|blacktop|courtyard|music room|art room|other room|park|library|office)\b/iu;

const clauseText = (said: Said, { main }: KindsMeant): string => {
  const clause = main && said.clauses.find((one) => isWithin(main, one));
  return clause === undefined ? said.plain : textIn(said.plain, clause);
};

const pleasant =
  /\b(?:fun|messy|loud|noisy|easy|chill|quick|short|good|great|ok|okay|fine|flexible|calm|nice|cute|love|happy|chatty|goes on|continues|still)\b/iu;

/** Something is asked of the visitor, in words nobody listed. */
const wishes =
  /\b(?:please|pls|plz|would you mind)\b|\b(?:i|we|id|i'd|we would|i would) (?:really )?(?:need|want|would like|like to|appreciate|would appreciate|must|hope)\b/iu;

/** "Let us be", "leave them to it", "you're better off": what a visitor hears as a wish to stay out. */
const asksForRoom =
  /\b(?:let|leave|give|grant|spare|keep it to) (?:us|me|them|the kids|my kids|my class)\b|\b(?:better off|door (?:will be|is|stays) locked|doors? locked)\b/iu;

/** "Math, but I have three adults in already": a reservation in words nobody listed. */
const reserves = (said: Said, stance: Stance): boolean =>
  (!stance.agreed && (wishes.test(said.plain) || asksForRoom.test(said.plain))) ||
  said.clauses.some(
    (clause) =>
      ['but', 'however', 'though', 'except'].includes(clause.lead ?? '') &&
      clause.from > 0 &&
      !said.kinds.some((kind) => isWithin(kind, clause)) &&
      !said.times.some((time) => isWithin(time, clause) && time.mention.is === 'clock') &&
      !stance.agreements.some((yes) => isWithin(yes, clause)) &&
      !pleasant.test(textIn(said.plain, clause)),
  );

/** "The kids are a wreck", "our room is being painted": about them or the room, and no activity. */
const state =
  /\b(?:(?:kids|students|class|everyone|everybody|room|classroom)(?:'s| is| are| was| will be| has been)|(?:theyre|they're|they are)) (?!at |in |on |with |(?:\w+ly )?(?:doing|drafting|sharing|painting|cutting|coloring|rotating|presenting|practising|studying|exploring|playing|making|working|finishing|learning|practicing|watching|using|building|writing|reading|having|going|starting))|\b(?:in there|in here|in the room|in my room) (?:already|too|also)\b|\balready (?:have|has|got)\b/iu;

const availableOf = ({ said, stance, kinds }: Heard): Welcome => {
  const kind = kinds.main?.kind;
  if (kinds.main !== undefined && shuts(kinds.main))
    return stance.invited || opensLater.test(said.plain) ? 'yes' : 'no';
  const away = kind !== undefined && isAway(kind);
  if (stance.invited) return away && stance.hedged ? 'maybe' : 'yes';
  if (kind === 'technology')
    return elsewhere.test(said.plain) && !inTheRoom.test(said.plain) ? 'maybe' : 'yes';
  if (away && !inTheRoom.test(said.plain)) return 'maybe';
  if (stance.conditional || (stance.hedged && !stance.agreed)) return 'maybe';
  if (otherPlace.test(clauseText(said, kinds)) || reserves(said, stance)) return 'maybe';
  if (state.test(said.plain) && !stance.agreed && !pleasant.test(said.plain)) return 'maybe';
  return 'yes';
};

/** "Math, sorry": said where a door closes. */
const apologizes = (said: Said): boolean =>
  /\bsorry\b|\bsry\b|\bapologies\b|\bunfortunately\b|\bsadly\b|\balas\b/iu.test(said.plain) &&
  !said.welcome.some(({ value, phrase }) => value === 'nothing' && phrase.includes('sorry'));

/** What the class is at, told beside the welcome. */
const doing =
  /\b(?:we|were|we're|well be|we'll be|kids|they|theyre|they're)(?: are| will be)? (?:just )?(?:doing|making|working|finishing|learning|practicing|building|painting|planting)\b|^(?:just )?(?:doing|making|working|finishing|learning|practicing|building|painting|planting)\b/iu;

/** Says what happens, in words that name no kind. */
const tells =
  /\b(?:we|were|kids|students|children|class|they|theyre|they're|we're|doing|making|working|finishing|starting|learning|practicing|watching|using|lesson|unit|project|activity|activities|practice|review)\b/iu;
const talks =
  /\?|\b(?:you|your|lol|haha|thanks|thank|hi|hello|hey|happy|good|wonderful|hope|need a|help me)\b/iu;

/** What a teacher means, the surest sign first; a refusal outweighs every welcome. */
export const teacherJudgment = (heard: Heard): Judgment => {
  const { said, stance, kinds, offers, offersOther } = heard;
  const kind = kinds.main?.kind;
  if (isQuiet(said)) return { intent: 'opt_out', available: undefined };
  const proposes = offers.length > 0 && offersOther && !stance.unsure;
  if (isCorrection(said) && !stance.refusedOutright) {
    const available = kind === undefined ? 'yes' : availableOf(heard);
    return { intent: 'correction', available };
  }
  if (
    stance.conditional &&
    /\bif (?:(?:im|i'm|i am|its|it's|were|we're|they|it) )?(?:not|dont|don't|isnt|isn't)\b/iu.test(said.plain)
  )
    return { intent: 'defer', available: 'maybe' };
  if (isMeeting(said)) return { intent: 'touch_base', available: stance.refusedOutright ? 'no' : 'yes' };
  if (proposes) return { intent: 'propose_time', available: 'yes' };
  const prefersElse = /\b(?:rather|prefer)\b/iu.test(said.plain);
  const shut = stance.refused || prefersElse || (stance.away && !stance.substitute && !stance.invited);
  if (shut && !(stance.unsure && !stance.refusedOutright && !stance.deniesDay))
    return { intent: 'unavailable', available: 'no' };
  if (stance.away && stance.invited) return { intent: 'accept', available: 'yes' };
  if (stance.substitute)
    return stance.invited || (stance.agreed && !stance.unsure)
      ? { intent: 'accept', available: 'yes' }
      : { intent: 'unavailable', available: 'maybe' };
  if (stance.unsure) return { intent: 'defer', available: 'maybe' };
  if (said.same.length > 0 && kind === undefined) return { intent: 'same_as', available: 'yes' };
  if (kind !== undefined) {
    const closed = apologizes(said) && !stance.invited && !stance.agreed;
    const available = closed ? 'no' : availableOf(heard);
    return { intent: available === 'no' ? 'unavailable' : 'report_activity', available };
  }
  if (stance.conditional || (stance.hedged && !stance.agreed && !stance.invited))
    return { intent: 'defer', available: 'maybe' };
  if (stance.agreed || stance.invited)
    return { intent: doing.test(said.plain) ? 'report_activity' : 'accept', available: 'yes' };
  const timed = said.times.some(({ mention }) => mention.is === 'clock' || mention.is === 'day');
  if (timed && wordsBeside(said) <= 2) return { intent: 'propose_time', available: 'yes' };
  if (apologizes(said) && (timed || tells.test(said.plain)))
    return { intent: 'unavailable', available: 'no' };
  if (state.test(said.plain) && !talks.test(said.plain)) return { intent: 'unavailable', available: 'no' };
  // Something happens that has no name here: heard, and no door opened on it.
  if (tells.test(said.plain) && !talks.test(said.plain))
    return { intent: 'report_activity', available: 'maybe' };
  return { intent: 'other', available: undefined };
};
