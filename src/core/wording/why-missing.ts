import { formatClock } from './clock-words.ts';

/** A part of a class's week that would suit the student. */
interface Part {
  readonly class: string;
  /** As the caseload calls it. */
  readonly activity: string;
  readonly day: string;
}

const dayNames: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
};
const plain = (name: string): string => name.replaceAll('_', ' ');
const blocksOf = (activities: readonly string[], classroom: string): string =>
  `${activities.map(plain).join(', ')} in ${classroom}`;

/** Why a session has no place in the week. */
export const whyMissingWords = {
  otherSchool: (classroom: string) => `${classroom} is not at a school of this therapist`,
  nothingFits: (classroom: string, focus: string) =>
    `nothing ${classroom} does in its week fits ${plain(focus)}`,
  noOtherDay: (activities: readonly string[], classroom: string) =>
    `there is ${blocksOf(activities, classroom)} only on days that already have a session`,
  closed: (activities: readonly string[], classroom: string) =>
    `on the days left, all ${blocksOf(activities, classroom)} is closed to visits`,
  away: (activities: readonly string[], classroom: string) =>
    `on the days left, the therapist is away during all ${blocksOf(activities, classroom)}`,
  otherHalfDay: (activities: readonly string[], classroom: string) =>
    `all ${blocksOf(activities, classroom)} falls into half-days at another school`,
  taken: (activities: readonly string[], classroom: string) =>
    `other therapists are in the room during all ${blocksOf(activities, classroom)} that is left`,
  groupFull: (activities: readonly string[], classroom: string) =>
    `the group is full during all ${blocksOf(activities, classroom)} that is left`,
  full: (activities: readonly string[], classroom: string) =>
    `the therapist is needed elsewhere during all ${blocksOf(activities, classroom)} that is left`,
};

/** The smallest thing that would make room; it follows the reason. */
export const wouldHelp = {
  opening: ({ class: classroom, activity, day }: Part) =>
    `it would find a place if ${classroom} opened ${plain(activity)} on ${dayNames[day]}`,
  free: ({ class: classroom, activity, day }: Part) =>
    `it would find a place if the therapist were free for ${plain(activity)} in ${classroom} on ${dayNames[day]}`,
  activity: (classroom: string, activity: string | undefined) =>
    activity === undefined ? undefined : `it would find a place if ${classroom} had ${plain(activity)}`,
  day: (classroom: string, activities: readonly string[], day: string | undefined) =>
    day === undefined
      ? undefined
      : `it would find a place if ${classroom} had ${activities.slice(0, 2).map(plain).join(' or ')} on ${dayNames[day]} too`,
  moment: (day: string, start: number) =>
    `it would find a place if ${dayNames[day]} at ${formatClock(start)} came free`,
  group: (day: string, start: number) =>
    `it would find a place if the group on ${dayNames[day]} at ${formatClock(start)} took one more`,
};

export const whySentence = (reason: string, help: string | undefined): string =>
  `${[reason, ...(help === undefined ? [] : [help])].join('; ')}.`;
