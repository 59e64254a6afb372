import { minuteOf } from '../clock-minutes.ts';
import { overlaps, type Span } from '../time.ts';
import type { Caseload } from './caseload.ts';
import type { PlannedVisit } from './week-plan.ts';

export interface Check {
  /** Hard rules that are broken, for whoever repairs the planner. */
  readonly broken: readonly string[];
  readonly objective: number;
}

/**
 * Looks a plan over and works out its objective from the caseload alone. On purpose it shares nothing with what
 * makes plans: a mistake there has to show here.
 */
export const checkPlan = (caseload: Caseload, visits: readonly PlannedVisit[]): Check => {
  const { visitMinutes, slotMinutes, groupCap, classVisitsPerDay, weights } = caseload;
  const broken: string[] = [];
  const therapists = new Map(caseload.therapists.map((one) => [one.id, one]));
  const classes = new Map(caseload.classes.map((one) => [one.id, one]));
  const services = new Map(caseload.services.map((one) => [one.id, one]));
  const lastWeek = new Set(
    caseload.lastWeek.map((one) => [one.therapist, one.class, one.day, one.start].join('\n')),
  );
  const midday = spanOf(caseload.midday);
  const served = new Map<string, Set<string>>();
  const ofTherapist = new Map<string, (Span & { school: string })[]>();
  const ofClass = new Map<string, Span[]>();
  let objective = 0;

  for (const visit of visits) {
    const { day, start } = visit;
    const span = { start: minuteOf(start), end: minuteOf(start) + visitMinutes };
    const therapist = therapists.get(visit.therapist);
    const classroom = classes.get(visit.class);
    const say = (rule: string) =>
      broken.push(`${rule}: ${visit.therapist} in ${visit.class}, ${day} ${start}`);
    if (therapist === undefined || classroom === undefined) {
      say('unknown therapist or class');
      continue;
    }
    const block = classroom.week[day]?.find((one) => {
      const { start: from, end } = spanOf(one);
      return from <= span.start && span.end <= end && (span.start - from) % slotMinutes === 0;
    });
    if (block?.open !== true) say('not on the grid of an open block');
    if (!therapist.schools.includes(classroom.school)) say('not a school of theirs');
    if (therapist.busy.some((one) => one.day === day && overlaps(spanOf(one), span)))
      say('the therapist is busy');
    if (therapist.schools.length > 1 && overlaps(midday, span)) say('travel time');

    const mine = listAt(ofTherapist, `${visit.therapist}\n${day}`);
    if (mine.some((one) => overlaps(one, span))) say('two places at once');
    if (mine.some((one) => isMorning(one) === isMorning(span) && one.school !== classroom.school))
      say('two schools in one half-day');
    mine.push({ ...span, school: classroom.school });
    const theirs = listAt(ofClass, `${visit.class}\n${day}`);
    if (theirs.some((one) => overlaps(one, span))) say('two therapists in one class');
    theirs.push(span);

    if (visit.services.length < 1 || visit.services.length > groupCap) say('group too small or too large');
    for (const id of visit.services) {
      const service = services.get(id);
      if (service === undefined || service.therapist !== visit.therapist || service.class !== visit.class) {
        say(`${id} does not belong here`);
        continue;
      }
      const fit = block === undefined ? 0 : (caseload.fit[service.focus]?.[block.activity] ?? 0);
      if (fit <= 0) say(`the activity does not fit ${id}`);
      const days = served.get(id) ?? new Set();
      if (days.has(day)) say(`${id} twice a day`);
      served.set(id, days.add(day));
      objective += fit;
    }
    if (lastWeek.has([visit.therapist, visit.class, day, start].join('\n'))) objective += weights.keep;
    objective -= weights.visit;
  }

  for (const { id, sessionsPerWeek } of caseload.services) {
    const missing = sessionsPerWeek - (served.get(id)?.size ?? 0);
    if (missing < 0) broken.push(`more sessions than mandated: ${id}`);
    objective -= weights.unmetSession * Math.max(0, missing);
  }
  for (const list of ofClass.values())
    objective -= weights.classDayOver * Math.max(0, list.length - classVisitsPerDay);
  for (const list of ofTherapist.values())
    if (new Set(list.map(({ school }) => school)).size > 1) objective -= weights.schoolSwap;
  return { broken, objective };
};

const spanOf = ({ start, end }: { start: string; end: string }): Span => ({
  start: minuteOf(start),
  end: minuteOf(end),
});
const isMorning = ({ start }: Span): boolean => start < 720;
const listAt = <T>(lists: Map<string, T[]>, key: string): T[] => {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};
