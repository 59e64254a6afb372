import { daysOf } from './days-meant.ts';
import { hoursOf, noHours } from './hours-meant.ts';
import { kindsMeant } from './main-kind.ts';
import { isDenied } from './offered.ts';
import { recurringOf } from './recurring.ts';
import type { Said } from './said.ts';
import { stanceOf } from './stance.ts';
import { textBefore, textIn } from './stretch.ts';
import { therapistJudgment } from './therapist-intent.ts';
import type { TimeHeard } from './times-heard.ts';
import type { Hours, Intent, MessageContext, Understanding } from './understanding.ts';

/** "From 11 to 11:20" moves to the second; "to Wed 9:30-10" is a span. */
const movedTo = (said: Said, marker: number | undefined): Hours => {
  const clocks = said.times.filter(
    (time) =>
      time.mention.is === 'clock' &&
      !/\b(?:instead of|rather than|not) $/iu.test(textBefore(said.plain, time, 14)) &&
      (marker === undefined || time.from >= marker) &&
      !isDenied(said, time),
  );
  const last = clocks.at(-1);
  if (last === undefined) return hoursOf(said, said.times);
  const hours = hoursOf(said, [last]);
  const words = textIn(said.plain, last);
  const target = /\bto(?: \w{2,9})?(?: at)? $/iu.test(textBefore(said.plain, last, 20));
  const from =
    / to /iu.test(words) && !target && !/\b(?:make it|for|it) $/iu.test(textBefore(said.plain, last, 10));
  return from && clocks.length === 1 && hours.end !== undefined
    ? { start: hours.end, end: undefined }
    : hours;
};

const withActivity: ReadonlySet<Intent> = new Set<Intent>(['ask_activity', 'correction']);

/** "He missed Monday": a day gone by, and not the one that is meant. */
const gone =
  /\b(?:missed|skipped|was out|was absent|were out|were absent|canceled|cancelled)(?: on| last)? $/iu;

/** "From Wed 1 to Fri 1": the day that is left. */
const isLeft = (said: Said, time: TimeHeard): boolean =>
  time.mention.is === 'day' &&
  (/\bfrom (?:the |this )?$/iu.test(textBefore(said.plain, time, 10)) || startsChange.test(said.plain)) &&
  said.times.some(
    (other) =>
      other.mention.is === 'day' &&
      other.from > time.to &&
      other.from - time.to <= 16 &&
      /\bto (?:the |this )?$/iu.test(textBefore(said.plain, other, 9)),
  );

/** "Change Thursday to Friday": only the second of the two. */
const movedDay = (said: Said, time: TimeHeard): TimeHeard =>
  time.mention.is === 'days' && startsChange.test(said.plain) && / to /iu.test(textIn(said.plain, time))
    ? { ...time, mention: { ...time.mention, first: time.mention.last } }
    : time;
const startsChange = /^(?:please |can you )?(?:change|move|switch|shift|bump|push|reschedule)\b/iu;

/** "Running late, maybe 15": minutes. */
const isHowLate = (said: Said, time: TimeHeard): boolean =>
  /^\d{1,2}$/u.test(textIn(said.plain, time)) &&
  /\b(?:maybe|about|like|by|another|late|behind|only)[,.]? $/iu.test(textBefore(said.plain, time, 12));

/** A therapist's message. */
export const readTherapist = (said: Said, context: MessageContext): Understanding => {
  const stance = stanceOf(said);
  const kinds = kindsMeant(said, () => false);
  const judgment = therapistJudgment({ said, stance, kinds, offers: [], offersOther: false });
  const { intent, available } = judgment;
  const silent = intent === 'opt_out' || intent === 'other' || intent === 'accept';
  const ahead = said.times.filter(
    (time) =>
      !gone.test(textBefore(said.plain, time, 24)) && !(intent === 'correction' && isLeft(said, time)),
  );
  const moved = intent === 'correction' ? ahead.map((time) => movedDay(said, time)) : ahead;
  const named = silent
    ? []
    : daysOf(said, moved, context, intent === 'notify_absence' || intent === 'ask_activity');
  const days = named.length === 0 && intent === 'notify_absence' ? [context.now.date] : named;
  const meant =
    intent === 'correction' ? said.corrections.findLast((one) => one.value === 'strong')?.to : undefined;
  const late = intent === 'notify_absence' && available === 'maybe';
  const timed = late ? said.times.filter((time) => !isHowLate(said, time)) : said.times;
  const hours = silent ? noHours : intent === 'correction' ? movedTo(said, meant) : hoursOf(said, timed);
  const lunch = intent === 'notify_absence' && kinds.main?.kind === 'lunch';
  return {
    intent,
    available,
    welcome: undefined,
    days,
    ...hours,
    activity: withActivity.has(intent) || lunch ? kinds.main?.kind : undefined,
    ...recurringOf(said),
  };
};
