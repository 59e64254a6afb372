import { zone } from '../../maple-street.ts';
import type { Scene } from '../scene.ts';
import { disturbances, type Week, weeks } from '../student-free.ts';
import { allOf, castOf } from './cast.ts';

/** Not one message of the week came while students were with its reader. */
export const proveStudentFree = (scene: Scene): void => {
  const { transcript } = scene;
  const names = new Map(Object.values(castOf(scene)).map(({ id, name }) => [id, name]));
  const messages = scene.delivered.map((one) => ({ ...one, name: names.get(one.seat) ?? '' }));
  const told = ({ name, at, title }: (typeof messages)[number]): string =>
    `${transcript.moment(at)}, ${name}: ${title}`;

  transcript.chapter('9 · Student-free');
  const disturbing = disturbances(messages, withVisits(scene), zone);
  scene.check(
    `Of ${messages.length} messages that came by themselves, none came while students were with its reader.`,
    messages.length > 0 && disturbing.length === 0,
    disturbing.map(told).join('\n') || 'no message at all',
  );
  const cards = Object.values(castOf(scene)).filter(({ platform }) => platform === 'teams');
  scene.check(
    'No card in the teacher’s chat names a student.',
    !cards.some((who) => /\bK\.|Otter|Bee\b/.test(allOf(scene, who))),
    cards.map((who) => allOf(scene, who)).join('\n\n'),
  );
};

/** A visit the teacher said yes to is time with students for the therapist too. */
const withVisits = (scene: Scene): Readonly<Record<string, Week>> => {
  const { maya, jonah } = castOf(scene);
  const days: Readonly<Record<string, string>> = {
    Monday: 'Mon',
    Tuesday: 'Tue',
    Wednesday: 'Wed',
    Thursday: 'Thu',
    Friday: 'Fri',
  };
  const visits = (who: typeof maya) =>
    [...allOf(scene, who).matchAll(/Agreed: Room 12, (\w+) (\d+):(\d+)–(\d+):(\d+)/g)].map(
      ([, day = '', fromHour, fromMinute, toHour, toMinute]) => ({
        on: [days[day] ?? ''],
        from: minuteOf(fromHour, fromMinute),
        to: minuteOf(toHour, toMinute),
      }),
    );
  const added = [maya, jonah].map((who) => {
    const week = weeks[who.name] ?? { students: [], elsewhere: [] };
    return [who.name, { ...week, students: [...week.students, ...visits(who)] }] as const;
  });
  return { ...weeks, ...Object.fromEntries(added) };
};

/** A school clock says 1:00 and means the afternoon. */
const minuteOf = (hour: string | undefined, minute: string | undefined): number =>
  ((Number(hour) + 12 - 7) % 12) * 60 + 7 * 60 + Number(minute);
