import type { Need, ProposeInput, Taken } from './propose-input.ts';
import { addDays, instantOf, localTime, stretchesOf, wallSpans } from './time.ts';
import { atSchool, postsOf, type Timetable } from './timetable.ts';

/**
 * The same question seen from the class: a therapist of several schools is looked at where the class is, on the wall
 * clock of its school.
 */
export const atClass = (input: ProposeInput, need: Need): ProposeInput => {
  const { school } = need.classDay;
  const home = input.therapist.school;
  if (school === undefined || school.id === home.id) return input;
  const therapist = seenFrom(input.therapist, school);
  if (school.zone === home.zone) return { ...input, therapist };
  const { date, minute } = input.now;
  return {
    ...input,
    therapist,
    now: localTime(instantOf(date, minute, home.zone), school.zone),
    taken: input.taken.flatMap((taken) => onTheWall(taken, school.zone)),
  };
};

/** A person of several schools, on the wall clock of one of them. */
export const seenFrom = (t: Timetable, school: Timetable['school']): Timetable =>
  school.id === t.school.id ? t : (atSchool(t, school.id) ?? visiting(t, school));

/** Nothing is known of her hours there: she may come whenever she is free, unless she told where she is when. */
const visiting = (t: Timetable, school: Timetable['school']): Timetable => {
  const { shifts, ...rest } = t;
  return {
    ...rest,
    school,
    blocks: [],
    dated: [],
    ...(shifts === undefined ? {} : { shifts: [] }),
    elsewhere: postsOf(t),
  };
};

/** A visit in another zone falls on other hours here, and at night on another date. */
const onTheWall = (taken: Taken, zone: string): Taken[] => {
  if (taken.zone === undefined || taken.zone === zone) return [taken];
  const held = stretchesOf(taken.date, [taken], taken.zone);
  return [-1, 0, 1].flatMap((days) => {
    const date = addDays(taken.date, days);
    return wallSpans(date, held, zone).map((span) => ({ ...taken, ...span, date, zone }));
  });
};
