import type { LocalDate } from '../time.ts';
import { daysOf, isWholeWeek } from './message/days-meant.ts';
import { hoursOf } from './message/hours-meant.ts';
import { type KindsMeant, kindsMeant } from './message/main-kind.ts';
import { type Offer, offersIn } from './message/offered.ts';
import { isWithin, type Said, sayingsOf, type TimeHeard } from './message/said.ts';
import { stanceOf } from './message/stance.ts';
import { type Heard, type Judgment, teacherJudgment } from './message/teacher-intent.ts';
import { therapistJudgment } from './message/therapist-intent.ts';
import type { Hours, Intent, MessageContext, Understanding } from './message/understanding.ts';
import { normalize, READ_LIMIT } from './normalize.ts';

const nothing: Hours = { start: undefined, end: undefined };
const timeless: ReadonlySet<Intent> = new Set<Intent>(['opt_out', 'other', 'defer']);

/** An offer about the day and hour that were asked for is a yes, not another time. */
const isOther = (said: Said, offer: Offer, context: MessageContext): boolean => {
  const { asked } = context;
  if (asked === undefined) return offer.outright;
  const days = daysOf(said, offer.times, context);
  const { start, end } = hoursOf(said, offer.times);
  if (days.length > 0 && !days.includes(asked.day)) return true;
  if (start !== undefined && start !== asked.start) return true;
  return offer.outright && end !== undefined && start !== undefined && end !== asked.end;
};

const askedDays = ({ asked }: MessageContext): readonly LocalDate[] => (asked === undefined ? [] : [asked.day]);

/** Words after these name a day for asking again, or one gone by. */
const elsewhere = /\b(?:ask|ask me|check back|check with me|know|know more|let you know|get back|told you|told u|said for|said on|same as|like|did|remind me|try me)\b[^.!?;]{0,30}$/iu;

const teacherDays = (said: Said, judgment: Judgment, heard: Heard, offers: readonly Offer[], context: MessageContext) => {
  const { intent } = judgment;
  if (timeless.has(intent) && intent !== 'defer') return [];
  const fallback = askedDays(context);
  if (intent === 'propose_time') {
    const days = daysOf(said, offers.flatMap((offer) => offer.times), context);
    return days.length > 0 ? days : fallback;
  }
  const meant = said.times.filter(
    (time) => !((intent === 'defer' || intent === 'same_as') && elsewhere.test(said.plain.slice(0, time.from))),
  );
  const weeks = meant.filter((time) => !isWholeWeek(time) || intent === 'unavailable' || intent === 'touch_base');
  const days = daysOf(said, daysBesideKind(said, heard.kinds, weeks, context), context);
  return days.length > 0 ? days : fallback;
};

/** "M/W/F is word study but Tuesday it's reading": the days beside what is meant. */
const daysBesideKind = (said: Said, kinds: KindsMeant, times: readonly TimeHeard[], context: MessageContext) => {
  const { main } = kinds;
  const clause = main && said.clauses.find((one) => isWithin(main, one));
  const beside = clause ? times.filter((time) => isWithin(time, clause)) : [];
  const { asked } = context;
  const here = daysOf(said, beside, context);
  return asked !== undefined && here.includes(asked.day) && said.kinds.length > 1 ? beside : times;
};

const after = (place: TimeHeard, from: number | undefined): boolean => from === undefined || place.from >= from;

const teacherHours = (said: Said, intent: Intent, kinds: KindsMeant, offers: readonly Offer[]): Hours => {
  if (timeless.has(intent)) return nothing;
  if (intent === 'propose_time') {
    const offered = offers.flatMap((offer) => offer.times).filter((time) => time.mention.is === 'clock');
    return hoursOf(said, offered.length > 0 ? offered : said.times);
  }
  if (intent === 'correction') {
    const marker = said.corrections.findLast((one) => one.value === 'strong')?.to;
    const later = hoursOf(said, said.times.filter((time) => after(time, marker)));
    return later.start === undefined && later.end === undefined ? hoursOf(said, said.times) : later;
  }
  const { nextPart, before } = kinds;
  const own = said.times.filter((time) => nextPart === undefined || kinds.next === undefined || time.to <= nextPart.from);
  const hours = hoursOf(said, own);
  if (before && hours.start !== undefined && hours.end === undefined) return { start: undefined, end: hours.start };
  return hours;
};

const thenOf = (said: Said, kinds: KindsMeant, hours: Hours) => {
  const { next, nextPart } = kinds;
  if (next === undefined) return {};
  const later = nextPart === undefined ? nothing : hoursOf(said, said.times.filter((time) => time.from >= nextPart.from));
  return { then: { activity: next.kind, start: later.start ?? hours.end } };
};

const recurringOf = (said: Said): Pick<Understanding, 'recurring'> => {
  if (/\bbi-?weekly\b|\bevery other\b/iu.test(said.plain)) return { recurring: 'biweekly' };
  const repeats = said.times.some(({ mention }) => mention.is === 'repeat' && mention.everyWeeks === 1);
  return repeats || /\b(?:always|weekly|every week)\b/iu.test(said.plain) ? { recurring: 'weekly' } : {};
};

const teacherUnderstanding = (said: Said, context: MessageContext): Understanding => {
  const stance = stanceOf(said);
  const kinds = kindsMeant(said);
  const offers = offersIn(said, stance);
  const offersOther = offers.filter((offer) => isOther(said, offer, context));
  const heard = { said, stance, kinds, offers, offersOther: offersOther.length > 0 };
  const judgment = teacherJudgment(heard);
  const { intent, available } = judgment;
  const chosen = offersOther.length > 0 ? offersOther : offers;
  const hours = teacherHours(said, intent, kinds, chosen);
  const silent = intent === 'opt_out' || intent === 'other' || intent === 'defer' || intent === 'touch_base' || intent === 'same_as';
  const [same] = said.same;
  return {
    intent,
    available,
    days: teacherDays(said, judgment, heard, chosen, context),
    ...hours,
    activity: silent ? undefined : kinds.main?.kind,
    ...(silent ? {} : thenOf(said, kinds, hours)),
    ...recurringOf(said),
    ...(intent === 'same_as' && same !== undefined ? { ref: same.value } : {}),
    ...(stance.substitute ? { substitute: true } : {}),
  };
};

const withActivity: ReadonlySet<Intent> = new Set<Intent>(['ask_activity', 'correction']);

const therapistUnderstanding = (said: Said, context: MessageContext): Understanding => {
  const stance = stanceOf(said);
  const kinds = kindsMeant(said);
  const judgment = therapistJudgment({ said, stance, kinds, offers: [], offersOther: false });
  const { intent, available } = judgment;
  const silent = intent === 'opt_out' || intent === 'other' || intent === 'accept';
  const named = silent ? [] : daysOf(said, said.times, context);
  const days = named.length === 0 && intent === 'notify_absence' ? [context.now.date] : named;
  const moved = / to (?=\D{0,16}\d)/iu.exec(said.plain);
  const target = intent === 'correction' && moved !== null ? moved.index : undefined;
  const meant = intent === 'correction' ? said.corrections.findLast((one) => one.value === 'strong')?.to : undefined;
  const later = hoursOf(said, said.times.filter((time) => after(time, meant) && (target === undefined || time.from > target)));
  const hours = silent ? nothing : later.start === undefined && later.end === undefined ? hoursOf(said, said.times) : later;
  const lunch = intent === 'notify_absence' && kinds.main?.kind === 'lunch';
  return {
    intent,
    available,
    days,
    ...hours,
    activity: withActivity.has(intent) || lunch ? kinds.main?.kind : undefined,
    ...recurringOf(said),
  };
};

/** What a person means by a message, in the light of the question it answers. Always an answer, never a throw. */
export const readMessage = (text: string, context: MessageContext): Understanding => {
  if (text.length > READ_LIMIT)
    return { intent: 'other', days: [], ...nothing, activity: undefined, available: undefined, tooLong: true };
  const said = sayingsOf(normalize(text), context.now);
  return context.role === 'teacher' ? teacherUnderstanding(said, context) : therapistUnderstanding(said, context);
};
