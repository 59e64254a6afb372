import { isAway } from '../../activity-kind.ts';
import { questionStarts } from '../lexicon/talk-words.ts';
import { phraseTable } from '../phrases.ts';
import { afterPoliteness } from '../read-command.ts';
import type { Heard, Judgment } from './heard.ts';
import { isDenied } from './offered.ts';
import { isMisdirected, isQuiet } from './opts-out.ts';
import type { Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isWithin } from './stretch.ts';
import { isCorrection } from './takes-back.ts';
import type { TimeHeard } from './times-heard.ts';

const questions = phraseTable(questionStarts.map((words) => [words, true] as const));

/** "Who has art", "please ask Chen", "monday 8:45 who is in the gym". */
const isQuestion = ({ plain, words, times }: Said): boolean => {
  // "Have to leave at 11:30" tells.
  if (/^(?:have|has) (?:to|an?|my|our|no|some)\b[^?]*$/iu.test(plain)) return false;
  const first = times[0]?.from === 0 ? words.findIndex(({ from }) => from >= (times[0]?.to ?? 0)) : 0;
  return [0, first, afterPoliteness(words)].some((at) => questions.at(words, at) !== undefined);
};

/** "Please to find out what they do". */
const asksAbout =
  /^(?:please |pls |can you |could you |hey |hi )?(?:to )?(?:find out|ask|check|tell me|see|wondering|wonder)\b/iu;
const embedded = /\b(?:what|whats|what's|if|whether|which|where|who)\b/iu;

/** "Move Chen to Wed 1:30", "drop that one". */
const changes =
  /\b(?:moved?|changed?|switch(?:ed)?|swap|reschedule|shift|bump|push(?! ?-?in)|trade|take (?:\w{1,10} ){1,3}off|drop|remove|skip|scratch|delete|pull (?:it|that|this|her|him|them|the)|put me|dont put|do not put|take me off|replace|add|make (?:it|that|\p{L}{2,12} \d))\b/iu;
/** "Fitz has library, take her off". */
const drops =
  /\b(?:take (?:\w{1,10} ){1,3}off|drop|remove|skip|scratch|delete|pull (?:it|that|this|her|him|them|the))\b/iu;
/** "Get Leo in twice", "2x20 for Leo". */
const getsIn =
  /\b(?:get|fit|squeeze|slot|work|tuck|cram|sneak|wedge) (?:\d{1,3} )?\p{L}{1,20} (?:in|into)\b|\bget \p{L}{2,15} (?:\d ?x|once|twice|three times)\b|\b\d ?x ?\d|\bmake up (?:\d|the|his|her|their|some|an? |half)|\bneed (?:\d|two|three|four|five|a few|some) (?:push ?-?ins?|visits?|sessions?|slots?)\b/iu;
/** "Rivera can't do Tues, try Wed at 1". */
const cannotThen =
  /^(?!i\b|we\b)[\p{L}.]{2,15}(?: \p{L}{2,15})? (?:cant|can't|cannot|couldn't) (?:do|make)\b[^?]{0,40}\b(?:try|do|make it|move|switch|go with|instead)\b/iu;

/** "Can I catch Fuentes for 5 min". */
const catches =
  /\bpick (?:\p{L}{2,15}'?s?|her|his|their) brains?\b|\b(?:catch|grab|borrow|steal) \p{L}{2,20} (?:for|at|before|after|during|real quick|quick)\b/iu;

/** "Does anybody have the spare wobble stool". */
const isBorrowing =
  /\b(?:anyone|anybody|someone|who) (?:have|has|seen|got|borrow(?:ed)?|took|taken|know where|find|found) (?:the|my|a|an|any|some|extra|where)\b/iu;

/** "Got a draft of next week", "gimme a route for Thursday". */
const wantsPlan =
  /\b(?:got|give|gimme|make|build|draft|need|want|cook up|whip up|work up|put together|come up with|sketch|figure out|work out|suggest|propose)\b[^.?!]{0,24}\b(?:draft|route|schedule|plan|itinerary|agenda|lineup|rotation|timetable|sked|caseload week)\b/iu;
/** "Work out my Thursday", "fill the afternoon for me". */
const arranges =
  /^(?:please |can you |could you |hey |hi |ok )*(?:fill|work out|figure out|map|sort|arrange|organize|lay|sketch|draw up|set up|line up) (?:out |up )?(?:my|the|a|some|next|this|me|\w{3,9}day|mon|tues?|wed|thurs?|fri)\b/iu;
/** "Get me 30 with Leo", "best window for Ava", "who needs minutes". */
const wantsPlace =
  /\bget me \d|\bmake \S{1,10} work for\b|^(?:i )?(?:still )?need (?:some )?\p{L}{3,12} (?:time )?(?:w|with) \p{L}{2,15}\b|\b(?:best|good|ideal|better|open) (?:window|slot|opening|spot|gap)\b|\bwho (?:needs|need|can i see|should i see|could i see)\b/iu;
/** "Need an hour with the Kim kids", "Owen still needs 40 min", "put Ella somewhere": a place is wanted. */
const wantsVisit =
  /^(?:i |we |still |\p{L}{2,12} )?(?:still )?(?:need|needs|want|wants|could use) (?:an?|one|two|three|\d{1,2})(?: more)?(?: \d{1,2})?(?: |-)(?:hour|hr|min|mins|minutes|half hour|session|visit|slot)s?\b|^(?:i |id |i'd )?(?:want|wanna|like|would like|need|hope)(?: to)? (?:see|work with|pull|get to|visit) (?!you|if|what|how|whether|about)\p{L}{2,15}\b|^(?:please |pls |can you |could you )?(?:put|stick|get|book|pencil|place) (?:me |us )?(?:w |with )?\p{L}{2,12} (?:in )?(?:somewhere|anywhere|mon|tue|tues|wed|thu|thurs|fri|\p{L}{3,6}day|tomorrow|tmrw|next week|this week)\b|^(?:please |pls )?make up\b|^(?:one|two|three|four|a couple|\d) (?:visits|sessions|slots|times|push ?-?ins) (?:for|with)\b|\b(?:which|what|any) (?:rooms?|class(?:es)?|times?|blocks?) (?:is|are|would be|looks?) (?:good|best|better|ok|open|free) (?:for|to)\b|^(?:please )?(?:work up|do up|write up|figure) (?:my |next |this )/iu;
/** "Put Leo on Wed". */
const putsOn =
  /^(?:please |pls |can you |could you )?(?:put|stick|get|book|pencil) (?:me |us )?\p{L}{2,12} (?:on|down for|in on) (?:mon|tue|wed|thu|fri|tomorrow|tmrw|today|next|this)/iu;
/** "Tomorrow I'm covering for the other school": told, not asked. */
const ownNews =
  /^(?:\S{2,9} ){0,3}(?:im|i'm|i am|ill be|i'll be|i will be|i have (?:an?|to)|i've got|ive got|i got) |^(?:have|has|had|gotta|got) (?:to |an? )?/iu;
/** Her own calendar. */
const ownDay =
  /^my (?:schedule|day|week|calendar|visits|sessions|caseload)\b[^?]{0,30}\?|^(?:what|whats|what's|show|wheres|where's|where is|where am|who am|who do|do i|am i|anything)\b.{0,40}\b(?:my|i)\b/iu;
/** "The second not the first" between two names. */
const swaps = /\bnot\b/iu;

/** Things that are asked for and are no class's business. */
const mine =
  /^(?:log|mark|record)\b|^(?:i )?saw \p{L}|\bmeans?\?|\bwhat does (?:\S{1,12} ){1,3}mean\b|\b(?:on|behind on|short on|caught up on|over on) (?:their |my |her |his )?(?:minutes|min|mins)\b|^who is (?:behind|short)\b|^how (?:far |much )?behind\b|\b(?:strateg\w{1,4}|where do i (?:log|find|get|look|enter|put)|wifi|password|stand for|who made you|what can you|who are you|what are you|how do you|how does this|what (?:should|do) i (?:need to )?(?:bring|wear|pack|say|print)|what do i do|how do i|can you export|export|have a (?:great|good|nice)|good night|see you (?:tomorrow|monday|later)|how many (?:min|mins|minutes|sessions|visits|hours)|minutes (?:left|for|does|do|has|owed)|mins (?:left|for))\b/iu;

/** "No, 10:30": only another time. */
const takesBackTo = /^(?:no|nope|oops|wait),? (?:i said |its |it's |at |on |make it )?/iu;
const saysAnew = (said: Said): boolean => {
  const lead = takesBackTo.exec(said.plain)?.[0].length;
  return said.times.some(({ from, mention }) => from === lead && ['clock', 'day'].includes(mention.is));
};

/** "No not wed, thursday." */
const mendsTime = (said: Said): boolean =>
  /^(?:no|nope|not|sorry|oops|wait)\b/iu.test(said.plain) &&
  said.times.some((time) => isDenied(said, time)) &&
  said.times.some((time) => !isDenied(said, time));

/** "Kim said 1:30 not 1", "Moore wants me at 11:45 instead of 11:30". */
const setsRight = (said: Said): boolean =>
  said.absences.length === 0 &&
  (['clock', 'day'] as const).some((is) => {
    const times = said.times.filter(({ mention }) => mention.is === is);
    const at = times.findIndex((time) => isDenied(said, time));
    return at > 0 && times.slice(0, at).some((time) => !isDenied(said, time));
  });

const strong = (marks: readonly { value: string }[]): boolean =>
  marks.some(({ value }) => value === 'strong');

/** "Great job today everyone". */
const isPraise = ({ welcome, plain }: Said): boolean =>
  welcome.some(({ value, from }) => value === 'nothing' && from === 0) &&
  /^(?:great|good|nice|awesome|amazing|well|thanks|thank)\b/iu.test(plain);

const isEnd = ({ mention }: TimeHeard): boolean =>
  mention.is === 'clock' && mention.time.start === undefined && mention.time.end !== undefined;

/** "Out Friday", "at Lincoln all day", "keep my morning free". */
const isOut =
  /^(?:ooo|out|off|gone|away)\b|^back (?:on )?(?:mon|tue|wed|thu|fri|next|the \d)[^?]*$|^(?:im |i'm |i am |ill be |i'll be )?(?:testing|screening|evaluating|assessing) (?:kids|students)\b|^at (?!\d)[^?]{1,60}$|\b(?:taking|need|(?:need|have|want|going|plan) to take|gonna take|requesting)\b(?! (?:me|him|her|them)\b).{0,14}\boff\b(?! (?:my|the|his|her|of)\b)|\bkeep\b.{0,24}\b(?:free|clear|open)\b/iu;

/** "My mondays are full". */
const isFull =
  /^my (?:(?:mon|tues|wednes|thurs|fri)days?|days?|week|mornings?|afternoons?) (?:is|are|looks?) (?:now |already |all |pretty )?(?:full|booked|packed|slammed|maxed|blocked|closed|done|gone)\b/iu;

/** "Morning meeting" is what a class does. */
const meetingsOf = ({ meetings, kinds }: Said) =>
  meetings.filter(
    (one) => !kinds.some((kind) => isWithin(one, kind) && kind.to - kind.from > one.to - one.from),
  );

/** What a therapist means, the surest sign first. */
export const therapistJudgment = ({ said, kinds, stance }: Heard): Judgment => {
  const { main } = kinds;
  // "Need makeups" asks for times.
  const shut = main !== undefined && shuts(main) && !said.plans.some((plan) => isWithin(main, plan));
  const timed = said.times.some(({ mention }) => ['day', 'days', 'clock', 'repeat'].includes(mention.is));
  const question =
    (isQuestion(said) && !/^will be\b/iu.test(said.plain)) ||
    (asksAbout.test(said.plain) && embedded.test(said.plain));
  const marked = said.words.some((word) => word.text === '?');
  const isLate = said.absences.some(({ value }) => value === 'late');
  const gone =
    said.absences.some(
      ({ value, phrase }) => value === 'away' && !(isLate && /^be (?:at|there)/u.test(phrase)),
    ) ||
    (/\bstuck in\b/iu.test(said.plain) && said.absences.some(({ value }) => value === 'reason')) ||
    (/\bstuck (?:in|at|on)\b/iu.test(said.plain) && said.times.some(isEnd));
  const away =
    gone ||
    said.absences.some(({ value }) => value === 'away' || (value === 'reason' && (timed || !marked))) ||
    isOut.test(said.plain) ||
    isFull.test(said.plain) ||
    (!question && !marked && /\ball day\b/iu.test(said.plain));
  if (isQuiet(said)) return { intent: 'opt_out', available: undefined };
  if (
    stance.unsure &&
    /^(?:not|im not|i'm not|idk|no idea|dont know|unsure|still|maybe|might)\b/iu.test(said.plain)
  )
    return { intent: 'defer', available: 'maybe' };
  if (getsIn.test(said.plain)) return { intent: 'request_plan', available: undefined };
  if (
    mine.test(said.plain) ||
    isMisdirected(said) ||
    (isBorrowing.test(said.plain) && said.times.length === 0)
  )
    return { intent: 'other', available: undefined };
  if (isLate && !question && !gone && !isOut.test(said.plain))
    return { intent: 'notify_absence', available: 'maybe' };
  if (
    isCorrection(said) ||
    mendsTime(said) ||
    (!question && !marked && setsRight(said)) ||
    saysAnew(said) ||
    /^not \p{L}{2,15}, \p{L}{2,15}$/iu.test(said.plain) ||
    cannotThen.test(said.plain) ||
    /^[\p{L}.]{2,15}(?:'s class)? (?:is |was |has |got )?(?:moved|switched) (?:to|into) (?:room|rm)\b/iu.test(
      said.plain,
    ) ||
    /^(?:switch|swap) \p{L}{2,15} (?:and|with|for) \p{L}{2,15}\b/iu.test(said.plain) ||
    /^(?:shift|bump|push|move|add) [^?]{0,20}\b\d{1,2} ?(?:min|mins|minutes)\b/iu.test(said.plain) ||
    (swaps.test(said.plain) && said.corrections.length > 0 && !timed)
  )
    return { intent: 'correction', available: shut ? 'no' : undefined };
  // "Abdi has PE tomorrow, not math."
  const [mended] = said.kinds.filter(({ denied }) => !denied);
  if (!question && mended !== undefined && said.kinds.some(({ denied }) => denied))
    return { intent: 'correction', available: shut ? 'no' : isAway(mended.kind) ? 'maybe' : undefined };
  if (!question && !isOut.test(said.plain) && shut && (changes.test(said.plain) || stance.refused))
    return { intent: 'correction', available: 'no' };
  if ((strong(meetingsOf(said)) || catches.test(said.plain)) && !away)
    return { intent: 'touch_base', available: undefined };
  if (
    ownDay.test(said.plain) &&
    /\b(?:schedule|week|day|calendar|visits|have|seeing|at|look)\b/iu.test(said.plain) &&
    !/\bwhen\b/iu.test(said.plain) &&
    (question || marked)
  )
    return { intent: 'ask_activity', available: undefined };
  if (
    strong(said.plans) ||
    arranges.test(said.plain) ||
    wantsPlace.test(said.plain) ||
    ((wantsVisit.test(said.plain) || putsOn.test(said.plain)) && !away) ||
    getsIn.test(said.plain) ||
    wantsPlan.test(said.plain)
  )
    return { intent: 'request_plan', available: undefined };
  if (!question && !away && changes.test(said.plain) && timed)
    return {
      intent: 'correction',
      available: main !== undefined && drops.test(said.plain) ? 'no' : undefined,
    };
  if (question && !timed && /^what(?:s|'s| is| are) an? \p{L}/iu.test(said.plain))
    return { intent: 'other', available: undefined };
  if (question) return { intent: 'ask_activity', available: undefined };
  if (away) return { intent: 'notify_absence', available: 'no' };
  if (meetingsOf(said).length > 0) return { intent: 'touch_base', available: undefined };
  if (marked && timed) return { intent: 'ask_activity', available: undefined };
  if (said.goAheads.length > 0 && !timed) return { intent: 'accept', available: undefined };
  if (said.plans.length > 0) return { intent: 'request_plan', available: undefined };
  if (said.goAheads.length > 0 || stance.agreed) return { intent: 'accept', available: undefined };
  if (shut && timed) return { intent: 'correction', available: 'no' };
  if (timed && !marked && ownNews.test(said.plain)) return { intent: 'notify_absence', available: 'no' };
  if (timed && !isPraise(said)) return { intent: 'ask_activity', available: undefined };
  return { intent: 'other', available: undefined };
};
