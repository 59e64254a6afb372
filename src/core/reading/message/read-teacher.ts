import type { LocalDate } from '../../time.ts';
import type { Welcome } from '../../welcome.ts';
import { daysOf } from './days-meant.ts';
import { areGoneBy } from './gone-home.ts';
import type { Heard, Judgment } from './heard.ts';
import { hoursOf } from './hours-meant.ts';
import type { KindHeard } from './kinds-heard.ts';
import { kindsMeant } from './main-kind.ts';
import { saidOfMeantDay } from './meant-day.ts';
import { isDenied, type Offer, offersIn } from './offered.ts';
import { recurringOf } from './recurring.ts';
import type { Said } from './said.ts';
import { stanceOf } from './stance.ts';
import { isWithin, textBefore, textIn } from './stretch.ts';
import { isCorrection } from './takes-back.ts';
import { teacherDays } from './teacher-days.ts';
import { nextOf, teacherHours } from './teacher-hours.ts';
import { teacherJudgment } from './teacher-intent.ts';
import type { MessageContext, Understanding } from './understanding.ts';

/** "Try again next week", "in June": too far off to be a time that is held out. */
const isVague = (days: readonly LocalDate[], said: Said): boolean =>
  days.length > 5 || (days.length === 5 && /\b(?:maybe|perhaps|again|wait)\b/iu.test(said.plain));

const prefers = /\b(?:better|easier|best|prefer\w*|ideal)\b/iu;

/** An offer about the day and hour that were asked for is a yes, not another time. */
const isOther = (said: Said, offer: Offer, context: MessageContext): boolean => {
  const { asked } = context;
  if (asked === undefined) return offer.outright;
  const days = daysOf(said, offer.times, context);
  if (isVague(days, said)) return false;
  const { start, end } = hoursOf(said, offer.times);
  if (days.length > 0 && !days.includes(asked.day)) return true;
  if (offer.times.length === 0) return true;
  const begin = start ?? (offer.fromEnd ? end : undefined);
  if (begin !== undefined && begin !== asked.start) return true;
  // "Any time before 1 is better", for a visit at one.
  if (prefers.test(textIn(said.plain, offer.clause)) && end !== undefined && end <= (asked.start ?? 0))
    return true;
  return offer.outright && end !== undefined && start !== undefined && end !== asked.end;
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

/** "I said math, it's science": what "it's" tells, or else the last word. */
const correctedKind = (said: Said): KindHeard | undefined => {
  const named = said.kinds.filter(({ denied }) => !denied);
  const told = named.findLast((kind) =>
    /\b(?:its|it's|it is|actually|meant|now)(?: an?| the| our| actually){0,2} $/iu.test(
      textBefore(said.plain, kind, 24),
    ),
  );
  return told ?? named.at(-1);
};

/** "Come whenever, except Tuesday", "ok until 10" for a visit at ten: whatever else is said, it is no yes. */
const notOnDeniedDay = (judgment: Judgment, said: Said, context: MessageContext): Judgment => {
  const { asked } = context;
  if (asked === undefined || judgment.available !== 'yes') return judgment;
  const denied = said.times.filter(
    (time) => isDenied(said, time) && !/\bwhy not $/iu.test(textBefore(said.plain, time, 9)),
  );
  const isOff = daysOf(said, denied, context, true).includes(asked.day);
  const { start, end } = hoursOf(said, said.times);
  const isOver =
    judgment.intent === 'accept' && start === undefined && end !== undefined && end <= (asked.start ?? 0);
  const otherDay = daysOf(said, said.times, context).some((day) => day !== asked.day);
  return (isOff && !otherDay) || isOver ? { intent: 'unavailable', available: 'no' } : judgment;
};

/** A teacher's message, in the light of the question it answers. */
export const readTeacher = (all: Said, context: MessageContext): Understanding => {
  const said = saidOfMeantDay(all, context);
  const stance = stanceOf(said);
  const named = kindsMeant(said, (clause) => isOfAnotherDay(said, clause, context));
  const kinds = isCorrection(said) ? { ...named, main: correctedKind(said) } : named;
  const offers = offersIn(said, stance);
  const offersOther = offers.filter((offer) => isOther(said, offer, context));
  const heard = { said, stance, kinds, offers, offersOther: offersOther.length > 0 };
  const judgment = areGoneBy(said, context)
    ? ({ intent: 'unavailable', available: 'no' } as const)
    : notOnDeniedDay(teacherJudgment(heard), said, context);
  const { intent, available } = judgment;
  const chosen = offersOther.length > 0 ? offersOther : offers;
  const hours = teacherHours(said, intent, kinds, chosen);
  const silent = intent === 'opt_out' || intent === 'other' || intent === 'defer' || intent === 'touch_base';
  const [same] = said.same;
  const kind = kinds.main;
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
