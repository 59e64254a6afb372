import type { LocalDate } from '../../time.ts';
import { daysOf, isWholeMonth, isWholeWeek } from './days-meant.ts';
import type { Heard, Judgment } from './heard.ts';
import type { KindsMeant } from './main-kind.ts';
import { isCompared, isDenied, type Offer } from './offered.ts';
import type { Said } from './said.ts';
import { isWithin } from './stretch.ts';
import { timeless } from './timeless.ts';
import type { TimeHeard } from './times-heard.ts';
import type { MessageContext } from './understanding.ts';

/** The words of the same sentence that stand before it, as far as they can belong to it. */
const shortlyBefore = (said: Said, time: TimeHeard): string =>
  (
    said.plain
      .slice(0, time.from)
      .split(/[.!?;]/u)
      .at(-1) ?? ''
  ).slice(-40);

const isAskedAgain = (said: Said, time: TimeHeard): boolean =>
  /\b(?:ask|check|try|ping|remind)\b/iu.test(shortlyBefore(said, time));

/** "This week is a no go. Next week maybe." */
const isHeldOutVaguely = (said: Said, time: TimeHeard, { stance }: Heard): boolean => {
  const clause = said.clauses.find((one) => isWithin(time, one));
  return (
    clause !== undefined &&
    said.welcome.some((one) => one.value === 'maybe' && isWithin(one, clause)) &&
    stance.refusals.length > 0 &&
    ![...stance.refusals, ...said.kinds].some((one) => isWithin(one, clause))
  );
};

const askedDays = ({ asked }: MessageContext): readonly LocalDate[] =>
  asked === undefined ? [] : [asked.day];

/** Words after these name a day for asking again, or one gone by. */
const elsewhere =
  /\b(?:let me|ask|ask me|check back|check with me|know|know more|let you know|get back|told you|told u|said for|said on|same as|like|did|remind me|try me)\b/iu;

/** "No answer until our team meets Wednesday": the day it will be known. */
const knownThen =
  /\b(?:answer|idea|picture|sense|plans?|(?:ping|text|email|message|bug|nudge|hit) me|decide|decides|hear|find out|(?:tell|text|email|message) you|meets?|mtg|meeting) (?:\w{1,10} ){0,3}$/iu;

/** "M/W/F is word study but Tuesday it's reading": the days beside what is meant. */
const daysBesideKind = (
  said: Said,
  kinds: KindsMeant,
  times: readonly TimeHeard[],
  context: MessageContext,
) => {
  const { main } = kinds;
  const denied = said.clauses.filter((one) => {
    const inside = said.kinds.filter((kind) => isWithin(kind, one));
    return inside.length > 0 && inside.every((kind) => kind.denied) && main !== undefined;
  });
  const clause = main && said.clauses.find((one) => isWithin(main, one));
  const beside = clause ? times.filter((time) => isWithin(time, clause)) : [];
  const { asked } = context;
  const here = daysOf(said, beside, context);
  return asked !== undefined && here.includes(asked.day) && said.kinds.length > 1
    ? beside
    : times.filter((time) => !denied.some((one) => isWithin(time, one)));
};

/** "Nothing at all this week": more than the days named beside it. */
const noneOfIt =
  /\b(?:anything|nothing|at all|any day|anytime|none)(?: (?:for|in|on|of))? (?:this|next|the) (?:whole )?(?:week|wk)\b/iu;

/** The days a teacher's message is about. */
export const teacherDays = (
  said: Said,
  judgment: Judgment,
  heard: Heard,
  offers: readonly Offer[],
  context: MessageContext,
) => {
  const { intent } = judgment;
  if (timeless.has(intent) && intent !== 'defer') return [];
  const fallback = askedDays(context);
  if (intent === 'propose_time') {
    const offered = offers.length > 0 ? offers.flatMap((offer) => offer.times) : said.times;
    const days = daysOf(said, offered, context);
    if (days.length > 0) return days;
    // "I'd love for you to come Thursday, 9:30": the hour alone, the day beside the invitation.
    const inviting = said.clauses.filter((one) =>
      heard.stance.invitations.some((come) => isWithin(come, one)),
    );
    const invited = said.times.filter((time) => inviting.some((clause) => isWithin(time, clause)));
    const hosted = daysOf(said, invited, context);
    return hosted.length > 0 ? hosted : fallback;
  }
  const isMeant = (time: TimeHeard): boolean =>
    !((intent === 'defer' || intent === 'same_as') && elsewhere.test(shortlyBefore(said, time))) &&
    !(intent === 'defer' && knownThen.test(shortlyBefore(said, time))) &&
    !((intent === 'same_as' || said.same.length > 0) && isCompared(said, time));
  let meant = said.times.filter((time) => isMeant(time) && !isWholeMonth(time));
  if (intent === 'correction') {
    const marker = said.corrections.findLast((one) => one.value === 'strong')?.to ?? 0;
    const later = meant.filter((time) => time.from >= marker);
    if (daysOf(said, later, context).length > 0) meant = later;
  }
  if (intent === 'unavailable') {
    const refused = meant.filter(
      (time) =>
        !isAskedAgain(said, time) &&
        !/\bwait\b/iu.test(shortlyBefore(said, time)) &&
        !isHeldOutVaguely(said, time, heard),
    );
    const days = daysOf(
      said,
      refused.filter((time) => isDenied(said, time)),
      context,
      true,
    );
    if (days.length > 0 && refused.some((time) => isDenied(said, time))) return days;
    meant = refused;
  }
  const wholly =
    /\b(?:all|every day|whole|entire|rest of)(?: (?:of|this|next|the|day))* (?:week|wk)\b/iu.test(said.plain);
  const whole = meant.filter(isWholeWeek);
  if (intent === 'unavailable' && noneOfIt.test(said.plain) && whole.length > 0)
    return daysOf(said, whole, context, true);
  const weeks = meant.filter(
    (time) => !isWholeWeek(time) || wholly || intent === 'unavailable' || intent === 'touch_base',
  );
  const days = daysOf(said, daysBesideKind(said, heard.kinds, weeks, context), context);
  const { asked } = context;
  // A day before the one asked about is when to ask again.
  const told = intent === 'defer' && asked !== undefined ? days.filter((day) => day >= asked.day) : days;
  if (told.length > 0) return told;
  return fallback.length > 0 ? fallback : daysOf(said, meant, context);
};
