import type { ImportedSchool, SchoolImport } from '../import/school-import.ts';
import type { Platform, Role } from '../people.ts';
import { formatSpan, worded } from './clock-words.ts';
import { counted, listed } from './parts.ts';

/** What an import understood, line by line; only what is new is told. */
export const importLines = (fresh: SchoolImport, leftOut: readonly string[]): string[] => [
  ...fresh.schools.flatMap(schoolLines),
  ...(leftOut.length === 0
    ? []
    : [
        `Left out, because it says nothing about school days: ${counted(leftOut.length, 'kind of event', 'kinds of events')}, such as ${leftOut
          .slice(0, 3)
          .map((summary) => `“${summary.slice(0, 40)}”`)
          .join(', ')}.`,
      ]),
];

const schoolLines = (school: ImportedSchool): string[] => [
  school.name,
  ...[
    frameLine(school),
    bellsLine(school),
    datesLine(school),
    ...firstClosings(school),
    cyclesLine(school),
    peopleLine(school),
    roomsLine(school),
    weeksLine(school),
  ]
    .filter((line) => line !== undefined)
    .map((line) => `  ${line}`),
];

const frameLine = ({ frame }: ImportedSchool): string | undefined => {
  if (!frame) return undefined;
  const year = frame.year ? `, school year ${dayWords(frame.year.start)} to ${dayWords(frame.year.end)}` : '';
  return `Time zone ${frame.zone}${year}`;
};

const bellsLine = ({ dayTypes }: ImportedSchool): string | undefined =>
  dayTypes.length === 0
    ? undefined
    : `Bells: ${dayTypes
        .map(
          ({ name, firstBell, lastBell, periods }) =>
            `${name} ${formatSpan({ start: firstBell, end: lastBell })}${periods.length > 0 ? ` (${counted(periods.length, 'period', 'periods')})` : ''}`,
        )
        .join(', ')}`;

const weekdayNames = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const datesLine = ({ dates, weekdayDayTypes }: ImportedSchool): string | undefined => {
  const closed = dates.filter(({ dayType }) => dayType === undefined).length;
  const types = [...new Set(dates.flatMap(({ dayType }) => (dayType === undefined ? [] : [dayType])))];
  const parts = [
    ...(closed > 0 ? [counted(closed, 'closed day', 'closed days')] : []),
    ...types.map((type) => `${dates.filter(({ dayType }) => dayType === type).length} × ${type}`),
    ...Object.entries(weekdayDayTypes).map(([day, type]) => `${type} every ${weekdayNames[Number(day)]}`),
  ];
  return parts.length === 0 ? undefined : `Calendar: ${parts.join(', ')}`;
};

/** In lines: enough to see that dates were read the right way round. */
const SHOWN = 3;

const firstClosings = ({ dates }: ImportedSchool): string[] => {
  const named = dates.filter(({ dayType }) => dayType === undefined);
  return named
    .slice(0, SHOWN)
    .map(({ date, name }) => `  closed ${dayWords(date)}${name ? `: ${name}` : ''}`);
};

const cyclesLine = ({ cycles, reanchors }: ImportedSchool): string | undefined => {
  const parts = [
    ...cycles.map(
      ({ name, dayNames, anchor }) => `${name} (${dayNames.join(' ')}) from ${dayWords(anchor.date)}`,
    ),
    ...(reanchors.length > 0
      ? [counted(reanchors.length, 'date on which it starts anew', 'dates on which it starts anew')]
      : []),
  ];
  return parts.length === 0 ? undefined : `Cycles: ${parts.join(', ')}`;
};

const roleWords: Record<Role, readonly [string, string]> = {
  teacher: ['teacher', 'teachers'],
  therapist: ['therapist', 'therapists'],
  para: ['para', 'paras'],
  coordinator: ['coordinator', 'coordinators'],
};

const peopleLine = ({ people }: ImportedSchool): string | undefined => {
  const groups = Object.entries(roleWords).flatMap(([role, words]) => {
    const count = people.filter((person) => person.role === role).length;
    return count === 0 ? [] : [counted(count, ...words)];
  });
  return groups.length === 0 ? undefined : `People: ${groups.join(', ')}`;
};

const roomsLine = ({ rooms }: ImportedSchool): string | undefined =>
  rooms.length === 0
    ? undefined
    : `Rooms: ${counted(rooms.length, 'room', 'rooms')}, such as ${listed(rooms.slice(0, 2).map(({ name, teacher }) => `${name} (${teacher})`))}`;

const weeksLine = ({ weeks }: ImportedSchool): string | undefined =>
  weeks.length === 0
    ? undefined
    : `Weeks: ${counted(
        weeks.reduce((sum, { blocks }) => sum + blocks.length, 0),
        'block',
        'blocks',
      )} in ${counted(weeks.length, 'room', 'rooms')}`;

const dayWords = (date: string): string => worded(date, 'ccc, LLL d, yyyy');

export const importWords = {
  noFiles: 'Which files? For example: npx pushin import schools.csv bells.csv calendar.csv',
  nothingNew: 'Nothing new: all of this is stored already.',
  notStored: 'Nothing is stored. Run the same again with --yes to store it.',
  question: 'Store this? (yes/no) ',
  stored: 'Stored.',
  faults: (count: number) =>
    `${counted(count, 'thing has', 'things have')} to be mended first. Nothing is stored.`,
};

export const importRefusals = {
  tenant: (platform: Platform, count: number): string => {
    const name = platform === 'slack' ? 'Slack workspace' : 'Teams tenant';
    return count === 0
      ? `No ${name} has joined yet, so its people can’t be known. Start PushIn with it once, or leave that column empty. Nothing is stored.`
      : `Several ${name}s have joined, so I can’t tell whose ids these are. Leave that column empty. Nothing is stored.`;
  },
};
