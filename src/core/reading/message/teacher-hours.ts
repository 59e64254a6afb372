import { hoursOf, noHours } from './hours-meant.ts';
import type { KindsMeant } from './main-kind.ts';
import { isDenied, isEnding, type Offer } from './offered.ts';
import type { Said } from './said.ts';
import { isWithin, textIn } from './stretch.ts';
import { timeless } from './timeless.ts';
import type { TimeHeard } from './times-heard.ts';
import { lessonIn } from './timetable.ts';
import type { Hours, Intent } from './understanding.ts';

/** "Wed 1-1:30 or Thurs 2-2:30": neither is the one. */
const isEither = (said: Said, clocks: readonly TimeHeard[]): boolean => {
  const meant = clocks.filter((time) => !isDenied(said, time));
  const [first, second] = meant;
  return (
    first !== undefined &&
    second !== undefined &&
    / or /iu.test(said.plain.slice(first.to, second.from)) &&
    hoursOf(said, [first]).start !== hoursOf(said, [second]).start
  );
};

/** The hours a teacher's message states. */
export const teacherHours = (
  said: Said,
  intent: Intent,
  kinds: KindsMeant,
  offers: readonly Offer[],
): Hours => {
  if (timeless.has(intent)) return noHours;
  if (intent === 'propose_time') {
    const offered = offers.flatMap((offer) => offer.times).filter((time) => time.mention.is === 'clock');
    if (isEither(said, offered)) return noHours;
    // "Come at 2, no wait, 2:15": the second.
    const taken = said.corrections.at(-1)?.to ?? 0;
    const again = offered.filter((time) => time.from >= taken);
    const hours = hoursOf(said, again.length > 0 ? again : offered.length > 0 ? offered : said.times);
    const endsBefore = offered.some((time) => /^(?:before|until) /iu.test(textIn(said.plain, time)));
    return hours.start === undefined && !(endsBefore && offers.every((offer) => !offer.fromEnd))
      ? { start: hours.end, end: undefined }
      : hours;
  }
  if (intent === 'correction') {
    const marker = said.corrections.findLast((one) => one.value === 'strong');
    const behind = said.times.filter((time) => marker === undefined || time.from >= marker.to);
    // "I told you 2:15, it's 2:25": the last word.
    const old = /\b(?:said|told|put|wrote|listed)\b/u.test(marker?.phrase ?? '');
    const clocks = behind.filter((time) => time.mention.is === 'clock' && !isDenied(said, time));
    const later = hoursOf(
      said,
      (old || marker === undefined) && clocks.length > 1 ? clocks.slice(-1) : behind,
    );
    return later.start === undefined && later.end === undefined ? hoursOf(said, said.times) : later;
  }
  const { nextPart, before } = kinds;
  const own = said.times.filter(
    (time) => nextPart === undefined || kinds.next === undefined || time.to <= nextPart.from,
  );
  const endings = own.filter((time) => isEnding(said, time));
  const ending = hoursOf(said, endings);
  const hours = hoursOf(said, ending.end === undefined ? own.filter((time) => !endings.includes(time)) : own);
  if (ending.start !== undefined && ending.end === undefined && hours.end === undefined)
    return { start: hours.start, end: ending.start };
  if (before && hours.start !== undefined && hours.end === undefined)
    return { start: undefined, end: hours.start };
  const { main } = kinds;
  const clause = main && said.clauses.find((one) => isWithin(main, one));
  const lesson = clause && lessonIn(said, clause);
  // "By 10 they'll be on to writing."
  return lesson !== undefined && hours.start === undefined && hours.end === lesson.start
    ? { start: lesson.start, end: undefined }
    : hours;
};

/** What comes after the activity. */
export const nextOf = (said: Said, kinds: KindsMeant, hours: Hours) => {
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
