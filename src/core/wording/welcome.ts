import type { Card } from '../card.ts';
import { type CommandName, commands } from '../commands.ts';
import type { Field, Form } from '../form.ts';
import { disciplines, type Platform, type Role, roles } from '../people.ts';
import { rights } from '../rights.ts';
import { disciplineLabel } from './disciplines.ts';
import { action, listed, muted, note, text } from './parts.ts';

const about: Record<Role, string> = {
  teacher:
    'I ask what your class is doing so that therapists come at the right moment, and only with your yes. One tap answers.',
  therapist:
    'I find the moments in class that fit what you work on, ask the teacher, and keep everybody up to date.',
  para: 'I tell you who comes into the room, and when.',
  coordinator: 'I help your therapists and teachers find each other. Their answers stay theirs.',
};

export const welcomeCard = (name: string, role: Role): Card => ({
  kind: 'welcome',
  push: 'Hello from PushIn',
  title: `Hello, ${name}`,
  parts: [text(about[role]), muted('I never write while students are with you. “help” shows what I can do.')],
  actions: [
    ...(role === 'therapist'
      ? [action('pair.open', 'Pair with a teacher', '', { opensForm: true, tone: 'primary' })]
      : []),
    ...(role === 'teacher'
      ? [action('routine.open', 'Tell my week', '', { opensForm: true, tone: 'primary' })]
      : []),
    action('week.show', 'My week', ''),
  ],
});

/** Somebody of the organization whom nobody has named yet. */
export const newcomerCard = (): Card => ({
  kind: 'newcomer',
  push: 'Hello from PushIn',
  title: 'Hello. We haven’t met',
  parts: [text('If a colleague gave you a code, type it here. Otherwise tell me who you are.')],
  actions: [action('join.open', 'Say who I am', '', { opensForm: true, tone: 'primary' })],
});

const schoolFields = (
  schools: readonly { readonly id: string; readonly name: string }[],
  zone: string,
): Field[] => {
  const [first] = schools;
  if (first) {
    const options = schools.map((school) => ({ value: school.id, label: school.name }));
    return [{ kind: 'choice', name: 'school', label: 'School', options, value: first.id }];
  }
  return [
    {
      kind: 'text',
      name: 'newSchool',
      label: 'Your school',
      placeholder: 'Lincoln Elementary',
      maxLength: 60,
      hint: 'You are the first here, so please tell me about it.',
    },
    { kind: 'time', name: 'firstBell', label: 'First bell', value: '08:10' },
    { kind: 'time', name: 'lastBell', label: 'Last bell', value: '14:45' },
    { kind: 'text', name: 'zone', label: 'Time zone', value: zone, maxLength: 40 },
  ];
};

export const joinForm = (
  name: string,
  schools: readonly { readonly id: string; readonly name: string }[],
  zone: string,
): Form => ({
  name: 'join',
  ref: '',
  title: 'Who are you?',
  submit: 'That’s me',
  fields: [
    { kind: 'text', name: 'name', label: 'Your name, as colleagues say it', value: name, maxLength: 60 },
    {
      kind: 'choice',
      name: 'role',
      label: 'You are',
      options: [
        { value: 'teacher', label: 'Teacher' },
        ...disciplines.map((discipline) => ({ value: discipline, label: disciplineLabel[discipline] })),
      ],
    },
    {
      kind: 'text',
      name: 'room',
      label: 'Your classroom, if you teach',
      placeholder: 'Room 12',
      maxLength: 40,
      optional: true,
    },
    ...schoolFields(schools, zone),
  ],
});

export const joinFaults = {
  name: 'Please tell me your name.',
  role: 'Please choose one.',
  school: 'Please choose your school.',
  room: 'Which room do you teach in? For example “Room 12”.',
  roomTaken:
    'Another teacher has that room here. Please check the name; if it is yours, ask a colleague for a code.',
  newSchool: 'What is your school called?',
  bell: 'Please give a time, for example 8:10.',
  bells: 'The last bell has to come after the first.',
  zone: (zone: string): string =>
    `I don’t know the time zone “${zone}”. Try “America/New_York” or “America/Chicago”.`,
};

export const wrongCodeCard = (): Card =>
  note(
    'code',
    'I don’t know that code',
    'Codes work once, for 30 days. Please check it, or ask your colleague for a new one.',
  );

export const alreadyKnownCard = (name: string): Card =>
  note('code', `I already know you as ${name}`, 'No code is needed.');

const rolePlural: Readonly<Record<Role, string>> = {
  teacher: 'teachers',
  therapist: 'therapists',
  para: 'paras',
  coordinator: 'coordinators',
};

const whatIDo =
  'I help therapists come into class at the right moment: with the teacher’s yes, and never a message while students are there.';

/** Said where a command is not for everybody, and taken from the table that decides it. */
const forWhom = (command: CommandName): string => {
  const may = rights[`command ${command}`] ?? [];
  return may.length === roles.length ? '' : ` (${listed(may.map((role) => rolePlural[role]))})`;
};

const howToSay: Readonly<Record<Platform, string>> = {
  slack: 'Put /pushin before it, or write it to me here.',
  teams: 'Write it to me here.',
};

/** The same for everybody on a platform, so it can be told without looking anything up. */
export const helpCard = (platform: Platform): Card => ({
  kind: 'help',
  push: 'What I can do',
  title: 'What I can do',
  parts: [
    text(whatIDo),
    {
      kind: 'facts',
      facts: commands.map(({ name, usage, about }) => ({ label: usage, value: `${about}${forWhom(name)}` })),
    },
    muted(`${howToSay[platform]} Plain words work too: “what’s happening Tuesday at 10 in Room 12?”`),
  ],
  actions: [],
});

const forExample: Readonly<Record<Role, string>> = {
  teacher: 'Tell me about your class, like “Tue 10–10:40 writing”',
  therapist: 'Ask about a class, like “ask Room 12 Tuesday 10”',
  para: 'Ask about your class, like “ask Room 12 Tuesday 10”',
  coordinator: 'Tell me of a day, like “assembly Thursday 10–11”',
};

/** Never a shrug: the likeliest things to do are one tap away. */
export const unknownWordsCard = (role: Role): Card => ({
  kind: 'unknown',
  push: 'Let me offer what I can do',
  title: 'I’m not sure what you’d like',
  parts: [text(`${forExample[role]}, or take one of these.`)],
  actions: [
    ...(role === 'therapist' ? [action('schedule.show', 'Find good times', '')] : []),
    action('week.show', 'My week', ''),
    ...(role === 'teacher' ? [action('routine.open', 'My routine', '', { opensForm: true })] : []),
    action('help.show', 'Help', ''),
  ],
});

export const thanksCard = (): Card => note('thanks', 'You’re welcome');

export const onlyTherapistsCard = (): Card =>
  note(
    'only-therapists',
    'That is for therapists',
    'Therapists plan and record visits. “week” shows you who comes when.',
  );
export const onlyTeachersCard = (): Card =>
  note('only-teachers', 'That is for the class’s teacher', 'Only the teacher says what the class does.');
