import type { Delivered } from './scene.ts';

/** Minutes after midnight on the school's wall, end excluded. */
interface Hours {
  readonly from: number;
  readonly to: number;
}
const at = (hour: number, minute: number): number => hour * 60 + minute;

/** On these weekdays, all of them when none are named, students are with the person, or are elsewhere. */
interface Told extends Hours {
  readonly on?: readonly string[];
}
export interface Week {
  readonly students: readonly Told[];
  /** Out of the hours above. */
  readonly elsewhere: readonly Told[];
}

const schoolHours: Told = { from: at(8, 10), to: at(14, 45) };

/** What the four told, worked out again by hand: the proof must not lean on what it proves. */
export const weeks: Readonly<Record<string, Week>> = {
  'Ms. Rivera': {
    students: [schoolHours],
    elsewhere: [
      { from: at(11, 40), to: at(12, 25) },
      { from: at(13, 25), to: at(14, 10) },
    ],
  },
  'Mr. Okafor': { students: [schoolHours], elsewhere: [{ from: at(11, 20), to: at(12, 5) }] },
  'Maya Brooks': { students: [{ on: ['Fri'], from: at(11, 0), to: at(12, 10) }], elsewhere: [] },
  'Jonah Price': { students: [{ on: ['Mon'], from: at(7, 30), to: at(8, 30) }], elsewhere: [] },
};

const weekend: readonly string[] = ['Sat', 'Sun'];

/** The messages that came while students were with their reader, or when nobody is at school. */
export const disturbances = (
  messages: readonly (Delivered & { readonly name: string })[],
  told: Readonly<Record<string, Week>>,
  zone: string,
): readonly (Delivered & { readonly name: string })[] => {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return messages.filter(({ name, at: instant }) => {
    const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
    const day = part['weekday'] ?? '';
    const minute = at(Number(part['hour']), Number(part['minute']));
    const inside = ({ on, from, to }: Told) => (on?.includes(day) ?? true) && from <= minute && minute < to;
    const week = told[name];
    if (week === undefined) throw new Error(`${name} told no week`);
    return weekend.includes(day) || (week.students.some(inside) && !week.elsewhere.some(inside));
  });
};
