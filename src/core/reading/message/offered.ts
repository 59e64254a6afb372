import type { Clause } from './clauses.ts';
import type { Marked, Said } from './said.ts';
import type { Stance } from './stance.ts';
import { isWithin, type Stretch, textBefore, textIn } from './stretch.ts';
import type { TimeHeard } from './times-heard.ts';

/** A day or hour named only to say it is not that: "not Thursday", "2:15 won't work". */
export const isDenied = (said: Said, time: TimeHeard): boolean => {
  const before = textBefore(said.plain, time, 22).toLowerCase();
  return /\b(?:not|no|isnt|except|scratch|nix|forget|instead of|rather than|than|cant(?: do| make)?|can't(?: do| make)?|cannot(?: do)?|you (?:put|wrote|listed|have (?:it|us|me|him|her)(?: as)?))(?: on| for| at| the| this)? $/u.test(
    before,
  );
};

/** "Not before 9" offers nine. */
export const isNotBefore = (said: Said, time: TimeHeard): boolean =>
  /\b(?:not|no earlier than|no sooner than|nothing|nothing starts|(?:dont|don't|do not) (?:come|start|stop by|be here|show up)) ?(?:before|until|til|till)?\s?$/iu.test(
    textBefore(said.plain, time, 26),
  ) && /^(?:before|until|til|till)\b/iu.test(textIn(said.plain, time));

/** "Wraps up 11:10", "is over at 12:55": an end, and no hour that is held out. */
export const isEnding = (said: Said, time: TimeHeard): boolean =>
  time.mention.is === 'clock' &&
  (/\b(?:they|kids|class|students)(?: all| usually| will)? (?:come|comes|go|goes) (?:back |right )?(?:in|inside)(?: at| by| around)? (?:at |by )?$/iu.test(
    textBefore(said.plain, time, 48),
  ) ||
    /\b(?:wraps? up|wrapping up|ends?|ending|over|done|finish(?:es)?|finished|concludes?|returns?|returning|back)(?: at| by| around){0,1} (?:at |by |, |early,? |earlier,? )?$/iu.test(
      textBefore(said.plain, time, 24),
    ) ||
    /^(?:over|done|ends?|ending|finish(?:es)?|finished|concludes?) /iu.test(textIn(said.plain, time)));

/** "Same as last Friday", "like Monday": what it is compared with. */
export const isCompared = (said: Said, time: TimeHeard): boolean => {
  const before = textBefore(said.plain, time, 24);
  if (/^(?:last|yesterday)\b/iu.test(textIn(said.plain, time))) return true;
  // "Can you do like 9:15" compares nothing.
  if (time.mention.is === 'clock' && /\b(?:do|come|at|be|maybe) like $/iu.test(before)) return false;
  return /\b(?:as|like|that|than|of|did|from|see)(?: (?:the|this|past|last|on|for))* $/iu.test(before);
};

const names = (time: TimeHeard): boolean => ['day', 'days', 'clock', 'repeat'].includes(time.mention.is);

export interface Offer {
  readonly clause: Clause;
  readonly times: readonly TimeHeard[];
  /** By words that offer, and not only by a yes beside a time. */
  readonly outright: boolean;
  /** The end of what was named before is the hour offered: "recess until 1, come after that". */
  readonly fromEnd: boolean;
}

/** Another time of the day, without an hour. */
const otherTime =
  /\b(?:after|before) (?:lunch|recess|specials|school|snack|dismissal|gym|art|music)\b|\b(?:push|move|shift|slide|bump|scoot|nudge)(?: \p{L}{1,6}){1,3} (?:back|up|forward|down|over)\b|\b(?:later|earlier|afternoon|morning|(?:first|second|last|final) (?:\w{1,8} ){0,2}(?:min|mins|minutes|half|part|bit)|(?:first|last) \d{1,2}(?! ?[-:])|end of the day|another time|other time|different time)\b/iu;

/** "First ten minutes only": a part of what was asked for. */
const partOnly =
  /\b(?:only|just) (?:for )?(?:the )?(?:first|last|final|second) |\b(?:first|last|final|second) (?:\w{1,8} ){0,2}(?:min|mins|minutes|half|part) (?:only|works|is (?:fine|ok|good)|would|is best)\b|\b(?:come|join|in|here) (?:\w{1,8} )?(?:for|during) the (?:first|last|final|second) (?:\w{1,8} ){0,2}(?:min|mins|minutes|half|part)\b/iu;

/** "Come then", "after that you can come in": at the hour named before. */
const pointsBack = (said: Said, stance: Stance, clause: Clause): boolean =>
  // "Testing until 10:40, come after that" tells when the room opens.
  !said.kinds.some(({ kind, to }) => kind === 'test' && to <= clause.from) &&
  (stance.invitations.some((one) => isWithin(one, clause)) ||
    (said.kinds.length === 0 && opensThen(stance, clause)) ||
    /^(?:so |but |and )?(?:any ?time|whenever) after\b|^(?:so |but |and )?(?:any ?time |sometime )?after (?:that|then)$|^(?:so |but )?after (?:that|then)(?:'s|s| is| we| it| its| would be| works)? (?:\w{1,10} ){0,2}(?:ok|okay|fine|good|great|open|free|perfect|better|works)\b/iu.test(
      textIn(said.plain, clause).trim(),
    )) &&
  !said.times.some((time) => isWithin(time, clause) && names(time)) &&
  (/\b(?:come|by|in|over|join us) (?:then|after|afterwards?)\b|\bafter (?:that|then)\b/iu.test(
    textIn(said.plain, clause),
  ) ||
    (said.kinds.length === 0 && opensThen(stance, clause)));

/** "Give us till 9:10, then come in". */
const opensThen = (stance: Stance, clause: Clause): boolean =>
  clause.lead === 'then' && stance.invitations.some((one) => isWithin(one, clause));

/** "So 10:15 please", "not 10, 10:30": nothing but an hour, after another was turned down. */
const isOnlyAnHour = (said: Said, clause: Clause): boolean => {
  const rest = said.words.filter(
    (word) =>
      word.kind === 'word' &&
      isWithin(word, clause) &&
      ![...said.times, ...said.corrections].some((one) => isWithin(word, one)),
  );
  const bare = rest.every(({ text }) =>
    [
      'so',
      'please',
      'at',
      'around',
      'like',
      'maybe',
      'then',
      'or',
      'on',
      'onward',
      'though',
      'instead',
    ].includes(text),
  );
  const asks = said.plain[clause.to] === '?';
  const turned =
    clause.lead === 'so' ||
    rest.some(({ text }) => text === 'please') ||
    said.offers.some((offer) => offer.to <= clause.from) ||
    said.welcome.some((one) => one.value === 'no' && one.to <= clause.from) ||
    said.times.some((time) => time.to <= clause.from && isDenied(said, time));
  const inside = said.times.filter((time) => isWithin(time, clause) && !isDenied(said, time));
  if (
    bare &&
    (asks ||
      (clause.to - clause.from < 14 && /\b(?:though|tho|instead)$/iu.test(textIn(said.plain, clause)))) &&
    inside.some(({ mention }) => ['day', 'clock', 'repeat'].includes(mention.is))
  )
    return true;
  return bare && turned && inside.some(({ mention }) => mention.is === 'clock' || mention.is === 'day');
};

/** "Thursday is good by me" agrees. */
const praises = /^is\|are/u;
/** "After that it's math": what comes next, and no offer. */
const isOrder: ReadonlySet<string> = new Set(['after that', 'from then', 'only', 'then']);

/** "Centers start at 10:15", "we switch to math": the lesson does, and nobody is asked to. */
const isOfLesson = (said: Said, offer: Marked<true>): boolean =>
  /^(?:start|begin|switch|move|change)/u.test(offer.phrase) &&
  said.kinds.some(
    (kind) =>
      /^(?: \w{1,12}){0,2} $/u.test(said.plain.slice(kind.to, offer.from)) ||
      /^ (?:(?:our|the|some) )?$/u.test(said.plain.slice(offer.to, kind.from)),
  );

/** "Would 10:45 work": asked for with the hour between. */
const wouldWork =
  /^ ?(?:is|are) (?:\S{1,9} ){1,3}(?:ok|okay|good|fine|better|possible|alright|free)(?: for you| with you| by you)? ?$|\b(?:would|could|can|does|might) (?:\S{1,9} ){1,3}(?:work|be (?:ok|okay|fine|better|possible|good|alright))\b/iu;

/** "Come ten minutes later", but not "come later? no". */
const comeLater =
  /\bcome (?:like |about |maybe )?(?:\d{1,2}|five|ten|fifteen|twenty|half an?|an?|few) (?:min|mins|minutes|hour|hr|bit|little) (?:later|earlier|early|late)\b/iu;

/** "Eleven works better for nobody." */
const isNobody = (said: Said, refusal: Stretch): boolean =>
  /^(?:nobody|no ?one|none|neither)\b/iu.test(textIn(said.plain, refusal)) &&
  /\b(?:for|with|by|to) (?:absolutely |exactly )?$/iu.test(textBefore(said.plain, refusal, 18));

const lastHourBefore = (said: Said, clause: Clause): TimeHeard | undefined =>
  said.times.findLast((time) => time.to <= clause.from && time.mention.is === 'clock');

/** Clauses that hold out a day or an hour. */
export const offersIn = (said: Said, stance: Stance): readonly Offer[] =>
  said.clauses.flatMap((clause): readonly Offer[] => {
    const back = pointsBack(said, stance, clause) ? lastHourBefore(said, clause) : undefined;
    if (back !== undefined) return [{ clause, times: [back], outright: true, fromEnd: true }];
    const refused = stance.refusals.some((refusal) => isWithin(refusal, clause));
    // "Stations 9-9:40, yes" tells what happens.
    const tells = said.kinds.some((kind) => isWithin(kind, clause) && !kind.denied);
    const outright =
      said.offers.some(
        (offer) =>
          isWithin(offer, clause) &&
          !(tells && isOrder.has(offer.phrase)) &&
          !isOfLesson(said, offer) &&
          !(praises.test(offer.phrase) && stance.agreements.some((yes) => isWithin(yes, clause))),
      ) ||
      partOnly.test(textIn(said.plain, clause)) ||
      wouldWork.test(textIn(said.plain, clause)) ||
      (comeLater.test(textIn(said.plain, clause)) && said.plain[clause.to] !== '?') ||
      isOnlyAnHour(said, clause);
    const agreed = !tells && stance.agreements.some((yes) => isWithin(yes, clause));
    const last = Math.max(
      0,
      ...stance.refusals.filter((refusal) => isWithin(refusal, clause)).map(({ to }) => to),
    );
    const holds = / (?:will|does|would|is)$/u.test(textIn(said.plain, clause).trim().toLowerCase());
    const named = said.times.filter(
      (time) =>
        isWithin(time, clause) &&
        names(time) &&
        !isEnding(said, time) &&
        !isCompared(said, time) &&
        (!isDenied(said, time) || isNotBefore(said, time)),
    );
    const later = named.filter((time) => time.from > last || isNotBefore(said, time));
    if (stance.refusals.some((refusal) => isWithin(refusal, clause) && isNobody(said, refusal))) return [];
    const times = refused && later.length > 0 ? later : named;
    if (times.length === 0 && outright && !refused && otherTime.test(textIn(said.plain, clause)))
      return [{ clause, times, outright, fromEnd: true }];
    if (times.length === 0 || (refused && !outright) || !(outright || agreed || holds)) return [];
    return [{ clause, times, outright, fromEnd: false }];
  });
