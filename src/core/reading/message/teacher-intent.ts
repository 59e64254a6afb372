import { answersThanks } from '../read-welcome.ts';
import { availableOf, isDoubted, state } from './available.ts';
import type { Heard, Judgment } from './heard.ts';
import { isDenied } from './offered.ts';
import { isMisdirected, isQuiet } from './opts-out.ts';
import type { Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isCorrection, isOnlyTime } from './takes-back.ts';

/** "Can I see you Thursday about Leo". */
const seesAbout = ({ plain }: Said): boolean => {
  const at = plain.search(/\bsee (?:you|u)\b/iu);
  return at >= 0 && /\babout\b/iu.test(plain.slice(at, at + 40));
};

const isMeeting = (said: Said): boolean =>
  seesAbout(said) ||
  said.meetings.some(
    (one) => one.value === 'strong' && !said.kinds.some((kind) => one.from < kind.to && kind.from < one.to),
  );

/** "Either math or science, not sure which": two, and no telling which. */
const isUndecided = ({ plain, kinds, words }: Said): boolean =>
  words.some(({ text }) => text === 'or') &&
  kinds.filter(({ denied }) => !denied).length > 1 &&
  /\b(?:which|one of (?:those|them|the two)|either or|idk|dunno|not sure|not certain|cant remember|can't remember|no idea)\b/iu.test(
    plain,
  );

/** "Gonna be loud, sorry": for what the visitor will meet, and no refusal. */
const sorryForNoise =
  /\b(?:loud|noisy|messy|smelly|sticky|wild|mess|noise|late|early|chatty|squirrelly|wiggly|dusty)[,.!]? (?:sorry|sry|apologies)\b|\b(?:sorry|sry|apologies)(?: in advance)?(?: about| for| if)? (?:the |its |it's |any |all the )?(?:loud|noise|noisy|mess|messy|smell|chaos|late|typos?|delay|short notice)\b/iu;

/** "Same as today, except it's math": still the same, but for what is told. */
const isException = (said: Said): boolean =>
  said.same.some(({ to }) => /^[^.!?]{0,20}\b(?:except|only|but)\b/iu.test(said.plain.slice(to, to + 28)));

/** "But we start at 9:15", "but only until 10": no other visit. */
const exceptions: ReadonlySet<string> = new Set(['only', 'start at', 'starting at', 'begin at']);

/** "How do I change my picture": for the help page, and no answer. */
const asksOfBot =
  /^(?:hey |hi |ok |um )?(?:how (?:do|can|would) i|how does (?:this|it)|where (?:do|can) i|why (?:do|did|does|am|are) (?:i|you|this)|what (?:are|is) (?:you|this)|who (?:is this|are you|made|runs)|can you (?:tell|explain))\b|^(?:hey |hi |btw )?do you (?:know|happen to know) (?:if|when|where|who|what|how)\b|\b(?:no|not|dont|don't|do not) (?:understand\b|know what (?:is |a |an |this |you |push))|\bwhat (?:do |did )?you (?:need|want|mean)\b/iu;

/** "Math, sorry": said where a door closes. */
const apologizes = (said: Said): boolean =>
  /\b(?:sorry|sry|apologies|unfortunately|sadly|alas|(?:im|i'm|i am) afraid)\b/iu.test(said.plain) &&
  !sorryForNoise.test(said.plain) &&
  !said.welcome.some(({ value, phrase }) => value === 'nothing' && phrase.includes('sorry'));

/** What the class is at, told beside the welcome. */
const doing =
  /\b(?:we|were|we're|well be|we'll be|kids|they|theyre|they're)(?: are| will be)? (?:just )?(?:doing|making|working|finishing|learning|practicing|building|painting|planting)\b|^(?:just )?(?:doing|making|working|finishing|learning|practicing|building|painting|planting)\b/iu;

/** Says what happens, in words that name no kind. */
const tells =
  /\b(?:we|were|kids|students|children|class|they|theyre|they're|we're|doing|making|working|finishing|starting|learning|practicing|watching|using|lesson|unit|project|activity|activities|practice|review)\b/iu;
const talks =
  /\?|\b(?:you|your|lol|haha|thanks|thank|hi|hello|hey|happy|good|wonderful|hope|need a|help me)\b/iu;

/** "If my aide is here; if not, it is too much." */
const orElse =
  /\bif (?:(?:im|i'm|i am|its|it's|were|we're|they|it|so and) )?(?:not|dont|don't|isnt|isn't)(?: ?[,.;-]| (?:then|its|it's|it|we|ill|i'll|please|no)\b|$)/iu;

/** What a teacher means, the surest sign first; a refusal outweighs every welcome. */
export const teacherJudgment = (heard: Heard): Judgment => {
  const { said, stance, kinds, offers, offersOther } = heard;
  const kind = kinds.main?.kind;
  if (isQuiet(said)) return { intent: 'opt_out', available: undefined };
  if (isMisdirected(said) && kind === undefined) return { intent: 'other', available: undefined };
  if ((asksOfBot.test(said.plain) || answersThanks.test(said.plain)) && kind === undefined)
    return { intent: 'other', available: undefined };
  const excepts = isException(said) && said.offers.every(({ phrase }) => exceptions.has(phrase));
  const proposes = offers.length > 0 && offersOther && !stance.unsure && !excepts;
  const correctsKind = kind !== undefined && said.corrections.some(({ value }) => value === 'strong');
  if (isCorrection(said) && (!stance.refusedOutright || correctsKind)) {
    const available = kind === undefined ? 'yes' : availableOf(heard);
    const kept = stance.closed && available === 'yes' ? 'maybe' : available;
    // "I told you yes but it's a no": nothing is set right but that.
    const takenBack =
      kind === undefined && stance.refused && said.times.every((time) => isDenied(said, time));
    return { intent: 'correction', available: stance.refusedOutright || takenBack ? 'no' : kept };
  }
  if (stance.conditional && orElse.test(said.plain)) return { intent: 'defer', available: 'maybe' };
  if (stance.invited && /\bonly if\b/iu.test(said.plain)) return { intent: 'defer', available: 'maybe' };
  if (isMeeting(said)) return { intent: 'touch_base', available: stance.refusedOutright ? 'no' : 'yes' };
  if (proposes) return { intent: 'propose_time', available: 'yes' };
  const prefersElse = /\b(?:rather|prefer)\b/iu.test(said.plain);
  const shut = stance.refused || prefersElse || (stance.away && !stance.substitute && !stance.invited);
  if (shut && !(stance.unsure && !stance.refusedOutright && !stance.deniesDay))
    return { intent: 'unavailable', available: 'no' };
  if (stance.away && stance.invited && kind === undefined) return { intent: 'accept', available: 'yes' };
  if (stance.substitute)
    return stance.invited || (stance.agreed && !stance.unsure)
      ? { intent: 'accept', available: 'yes' }
      : { intent: 'unavailable', available: 'maybe' };
  if (stance.unsure || (isUndecided(said) && !stance.invited)) return { intent: 'defer', available: 'maybe' };
  const shutsNow = kinds.main !== undefined && shuts(kinds.main);
  if (said.same.length > 0 && (kind === undefined || (excepts && !shutsNow)))
    return { intent: 'same_as', available: 'yes' };
  if (kind !== undefined) {
    const closed = apologizes(said) && !stance.invited && !stance.agreed;
    const available = closed ? 'no' : availableOf(heard);
    if (available === 'no') return { intent: 'unavailable', available };
    const unknown = available === 'maybe' && kinds.main !== undefined && shuts(kinds.main);
    return { intent: unknown ? 'defer' : 'report_activity', available };
  }
  if (stance.conditional || (stance.hedged && !stance.agreed && !stance.invited))
    return { intent: 'defer', available: 'maybe' };
  if (
    !stance.invited &&
    stance.agreements.length > 0 &&
    stance.agreements.every((yes) => isDoubted(said, yes))
  )
    return { intent: 'defer', available: 'maybe' };
  if (stance.agreed || stance.invited)
    return { intent: doing.test(said.plain) ? 'report_activity' : 'accept', available: 'yes' };
  const timed = said.times.some(({ mention }) => ['clock', 'day', 'days', 'repeat'].includes(mention.is));
  if (timed && isOnlyTime(said)) return { intent: 'propose_time', available: 'yes' };
  if (apologizes(said) && (timed || tells.test(said.plain)))
    return { intent: 'unavailable', available: 'no' };
  if (state.test(said.plain) && !talks.test(said.plain)) return { intent: 'unavailable', available: 'no' };
  // Something happens that has no name here: heard, and no door opened on it.
  if (tells.test(said.plain) && !talks.test(said.plain))
    return { intent: 'report_activity', available: 'maybe' };
  return { intent: 'other', available: undefined };
};
