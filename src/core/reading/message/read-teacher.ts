import type { LocalDate } from '../../time.ts';
import type { Welcome } from '../read-welcome.ts';
import { daysOf, isWholeWeek } from './days-meant.ts';
import { hoursOf, noHours } from './hours-meant.ts';
import { type KindsMeant, kindsMeant } from './main-kind.ts';
import { isDenied, type Offer, offersIn } from './offered.ts';
import { recurringOf } from './recurring.ts';
import { isWithin, type Said, type TimeHeard, textIn } from './said.ts';
import { stanceOf } from './stance.ts';
import { type Heard, type Judgment, teacherJudgment } from './teacher-intent.ts';
import type { Hours, Intent, MessageContext, Understanding } from './understanding.ts';

const timeless: ReadonlySet<Intent> = new Set<Intent>(['opt_out', 'other', 'defer']);

/** An offer about the day and hour that were asked for is a yes, not another time. */
const isOther = (said: Said, offer: Offer, context: MessageContext): boolean => {
  const { asked } = context;
  if (asked === undefined) return offer.outright;
  const days = daysOf(said, offer.times, context);
  const { start, end } = hoursOf(said, offer.times);
  if (days.length > 0 && !days.includes(asked.day)) return true;
  if (offer.times.length === 0) return true;
  const begin = start ?? (offer.fromEnd ? end : undefined);
  if (begin !== undefined && begin !== asked.start) return true;
  return offer.outright && end !== undefined && start !== undefined && end !== asked.end;
};

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

const askedDays = ({ asked }: MessageContext): readonly LocalDate[] =>
  asked === undefined ? [] : [asked.day];

/** Words after these name a day for asking again, or one gone by. */
const elsewhere =
  /\b(?:let me|ask|ask me|check back|check with me|know|know more|let you know|get back|told you|told u|said for|said on|same as|like|did|remind me|try me)\b/iu;

const teacherDays = (
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
    const days = daysOf(
      said,
      offers.flatMap((offer) => offer.times),
      context,
    );
    return days.length > 0 ? days : fallback;
  }
  let meant = said.times.filter(
    (time) => !((intent === 'defer' || intent === 'same_as') && elsewhere.test(shortlyBefore(said, time))),
  );
  if (intent === 'unavailable') {
    const refused = meant.filter((time) => !isAskedAgain(said, time));
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
  const weeks = meant.filter(
    (time) => !isWholeWeek(time) || wholly || intent === 'unavailable' || intent === 'touch_base',
  );
  const days = daysOf(said, daysBesideKind(said, heard.kinds, weeks, context), context);
  const { asked } = context;
  // A day before the one asked about is when to ask again.
  const told = intent === 'defer' && asked !== undefined ? days.filter((day) => day >= asked.day) : days;
  return told.length > 0 ? told : fallback;
};

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

const teacherHours = (said: Said, intent: Intent, kinds: KindsMeant, offers: readonly Offer[]): Hours => {
  if (timeless.has(intent)) return noHours;
  if (intent === 'propose_time') {
    const offered = offers.flatMap((offer) => offer.times).filter((time) => time.mention.is === 'clock');
    const hours = hoursOf(said, offered.length > 0 ? offered : said.times);
    const endsBefore = offered.some((time) => /^(?:before|until) /iu.test(textIn(said.plain, time)));
    return hours.start === undefined && !(endsBefore && offers.every((offer) => !offer.fromEnd))
      ? { start: hours.end, end: undefined }
      : hours;
  }
  if (intent === 'correction') {
    const marker = said.corrections.findLast((one) => one.value === 'strong')?.to;
    const later = hoursOf(
      said,
      said.times.filter((time) => marker === undefined || time.from >= marker),
    );
    return later.start === undefined && later.end === undefined ? hoursOf(said, said.times) : later;
  }
  const { nextPart, before } = kinds;
  const own = said.times.filter(
    (time) => nextPart === undefined || kinds.next === undefined || time.to <= nextPart.from,
  );
  const hours = hoursOf(said, own);
  if (before && hours.start !== undefined && hours.end === undefined)
    return { start: undefined, end: hours.start };
  return hours;
};

const nextOf = (said: Said, kinds: KindsMeant, hours: Hours) => {
  const { next, nextPart } = kinds;
  if (next === undefined) return {};
  const later =
    nextPart === undefined
      ? noHours
      : hoursOf(
          said,
          said.times.filter((time) => time.from >= nextPart.from),
        );
  return { next: { activity: next.kind, start: later.start ?? hours.end, end: later.end } };
};

/** "Thursday is art": not about the day that was asked for. */
const isOfAnotherDay = (
  said: Said,
  clause: { from: number; to: number },
  context: MessageContext,
): boolean => {
  const { asked } = context;
  const days = daysOf(
    said,
    said.times.filter((time) => isWithin(time, clause)),
    context,
  );
  return asked !== undefined && days.length > 0 && !days.includes(asked.day);
};

const welcomeSaid = ({ intent, available }: Judgment, { stance, kinds }: Heard): Welcome | undefined => {
  if (intent === 'propose_time') return stance.refused ? 'no' : undefined;
  const { invited, agreed, substitute, hedged, conditional, unsure } = stance;
  if (available === 'yes') return invited || agreed || intent === 'accept' ? 'yes' : undefined;
  const doubted = substitute || hedged || conditional || unsure || kinds.main === undefined;
  return available === 'maybe' && !doubted ? undefined : available;
};

/** A teacher's message, in the light of the question it answers. */
export const readTeacher = (said: Said, context: MessageContext): Understanding => {
  const stance = stanceOf(said);
  const kinds = kindsMeant(said, (clause) => isOfAnotherDay(said, clause, context));
  const offers = offersIn(said, stance);
  const offersOther = offers.filter((offer) => isOther(said, offer, context));
  const heard = { said, stance, kinds, offers, offersOther: offersOther.length > 0 };
  const judgment = teacherJudgment(heard);
  const { intent, available } = judgment;
  const chosen = offersOther.length > 0 ? offersOther : offers;
  const hours = teacherHours(said, intent, kinds, chosen);
  const silent =
    intent === 'opt_out' ||
    intent === 'other' ||
    intent === 'defer' ||
    intent === 'touch_base' ||
    intent === 'same_as';
  const [same] = said.same;
  // "I said math, it's science": the last word counts.
  const kind = intent === 'correction' ? said.kinds.findLast(({ denied }) => !denied) : kinds.main;
  return {
    intent,
    available,
    welcome: welcomeSaid(judgment, heard),
    days: teacherDays(said, judgment, heard, chosen, context),
    ...hours,
    activity: silent ? undefined : kind?.kind,
    ...(silent ? {} : nextOf(said, kinds, hours)),
    ...recurringOf(said),
    ...(intent === 'same_as' && same !== undefined ? { ref: same.value } : {}),
    ...(stance.substitute ? { substitute: true } : {}),
  };
};
