import type { Card } from '../card.ts';
import { type FocusArea, focusAreas } from '../focus-area.ts';
import type { Form } from '../form.ts';
import type { MandatePeriod } from '../minutes/mandate.ts';
import { ALIAS_LIMIT } from '../reading/read-alias.ts';
import { focusLabel } from './focus-areas.ts';
import { action, capital, counted, muted, note, text } from './parts.ts';
import { AFTER_ALL } from './visit.ts';
import { settingFields } from './visit-settings.ts';

/** The choice that stands for a teacher PushIn has not met. */
export const NEW_TEACHER = 'new';

interface TeacherChoice {
  readonly id: string;
  readonly name: string;
  readonly rooms: readonly string[];
  /** Empty where there is only one. */
  readonly school: string;
}

const teacherLabel = ({ name, rooms, school }: TeacherChoice): string => {
  const where = [...rooms, ...(school === '' ? [] : [school])];
  return clipped(where.length > 0 ? `${name} (${where.join(', ')})` : name);
};

export const pairForm = (teachers: readonly TeacherChoice[]): Form => ({
  name: 'pair',
  ref: '',
  title: 'Pair with a teacher',
  intro: 'The teacher gets an invitation first. Nothing happens in the room before the answer is yes.',
  submit: 'Send invitation',
  fields: [
    {
      kind: 'choice',
      name: 'teacher',
      label: 'Teacher',
      options: [
        ...teachers.map((teacher) => ({
          value: teacher.id,
          label: teacherLabel(teacher),
        })),
        { value: NEW_TEACHER, label: 'Somebody else…' },
      ],
    },
    {
      kind: 'text',
      name: 'newTeacher',
      label: 'Somebody else: their name',
      hint: 'As children say it, like “Ms. Lee”. I give you a code for them.',
      maxLength: 60,
      optional: true,
    },
    {
      kind: 'text',
      name: 'room',
      label: 'Classroom',
      placeholder: 'Room 12',
      maxLength: 40,
      optional: true,
      hint: 'Leave empty for the teacher’s own room.',
    },
    {
      kind: 'choices',
      name: 'focuses',
      label: 'What you work on',
      options: focusAreas.map((focus) => ({ value: focus, label: capital(focusLabel[focus]) })),
    },
    {
      kind: 'text',
      name: 'students',
      label: 'Students, by alias',
      hint: 'Initials or a nickname, separated by commas. Only you see them.',
      placeholder: 'K., Otter',
      maxLength: 200,
    },
    {
      kind: 'choice',
      name: 'count',
      label: 'Visits',
      value: '2',
      options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
    },
    {
      kind: 'choice',
      name: 'minutes',
      label: 'Minutes each',
      value: '30',
      options: ['10', '15', '20', '30', '45', '60'].map((value) => ({ value, label: `${value} minutes` })),
    },
    {
      kind: 'choice',
      name: 'period',
      label: 'Every',
      value: 'week',
      options: [
        { value: 'week', label: 'Week' },
        { value: 'month', label: 'Month' },
        { value: 'quarter', label: 'Quarter' },
      ],
    },
    ...settingFields(false),
    {
      kind: 'choices',
      name: 'keep',
      label: 'Aliases',
      options: [{ value: 'yes', label: 'Keep them exactly as typed' }],
      optional: true,
    },
  ],
});

/** What an entry of a list may hold (see `Option`). */
const LABEL_LENGTH = 75;
const clipped = (words: string): string =>
  words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH - 1)}…` : words;

export const pairFaults = {
  teacher: 'Please choose a teacher, or “Somebody else…” and type the name below.',
  newTeacher: 'Please type the name the way colleagues say it, for example “Ms. Lee”.',
  room: 'Which room is it? Please type it, for example “Room 12”.',
  roomTaken: (name: string): string =>
    `${name} belongs to another teacher here. Please check the room or the teacher.`,
  focuses: 'Please choose at least one and at most six.',
  noStudents: 'Please type at least one alias, for example “K.”.',
  aliasTooLong: `Please keep each alias within ${ALIAS_LIMIT} characters.`,
  aliasIsName: (alias: string): string =>
    `“${alias}” looks like a full name. Initials or a nickname keep the child safe if a screen is seen. If it is fine, tick “Keep them exactly as typed”.`,
  twice: (teacher: string, room: string): string =>
    `You and ${teacher} are already paired for ${room}, or the invitation is on its way.`,
  notNow: (teacher: string): string =>
    `${teacher} said “not now” a short while ago. Please give it a few weeks, or talk it over in person.`,
  mandate: 'Please choose one of the offered numbers.',
} as const satisfies Record<string, unknown>;

interface PairFacts {
  readonly id: string;
  readonly state: 'invited' | 'active' | 'declined' | 'ended';
  readonly therapistName: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly focuses: readonly FocusArea[];
  readonly visitCount: number;
  readonly visitMinutes: number;
  readonly period: MandatePeriod;
}

/** Without visits to the class itself the times are talked over one by one. */
const how = (facts: PairFacts): string =>
  facts.visitCount === 0
    ? 'times outside the class, or to talk'
    : `${counted(facts.visitCount, 'visit', 'visits')} of ${facts.visitMinutes} minutes a ${facts.period}`;

const howWeWork = ({ id }: PairFacts) => action('agreement.open', 'How we work', id, { opensForm: true });
const whatTheyDo = ({ id }: PairFacts) => action('pairing.about', 'What they do', id, { opensForm: true });

/** For the teacher. What happens to a child is not on it: only what it asks of the room. */
export const invitationCard = (facts: PairFacts): Card => {
  const push = `${facts.therapistName} would like to work in your room`;
  if (facts.state === 'active') {
    return {
      kind: 'invitation',
      push: `You work with ${facts.therapistName}`,
      title: `You and ${facts.therapistName} work together in ${facts.classroomName}`,
      parts: [
        text('Each visit is asked before it happens, and yours to move or skip without a reason.'),
        muted('Tell me your week once, and I ask you less.'),
      ],
      actions: [
        action('routine.open', 'Tell my week', '', { opensForm: true, tone: 'primary' }),
        howWeWork(facts),
        whatTheyDo(facts),
      ],
    };
  }
  if (facts.state !== 'invited') {
    return {
      ...note(
        'invitation',
        `No visits from ${facts.therapistName} for now`,
        'That is fine. They can ask again another time.',
      ),
      actions:
        facts.state === 'declined'
          ? [action('pairing.answer', 'Yes, after all', facts.id, { value: AFTER_ALL })]
          : [],
    };
  }
  return {
    kind: 'invitation',
    push,
    title: push,
    parts: [
      text(
        facts.visitCount === 0
          ? `Finding ${how(facts)} with you, for ${facts.classroomName}.`
          : `Joining activities in ${facts.classroomName}, ${how(facts)}, instead of taking children out.`,
      ),
      muted('Nothing happens without your yes, and each visit is asked first.'),
    ],
    actions: [
      action('pairing.answer', 'Yes, let’s try', facts.id, { value: 'yes', tone: 'primary' }),
      action('pairing.answer', 'Not now', facts.id, { value: 'no' }),
      whatTheyDo(facts),
    ],
  };
};

/** For the therapist: where the invitation stands. `when` says when the teacher will see it. */
export const pairingStatusCard = (facts: PairFacts, when?: string): Card => {
  const subject = `${facts.teacherName}, ${facts.classroomName}`;
  switch (facts.state) {
    case 'invited':
      return {
        kind: 'pairing-status',
        push: 'Your invitation is on its way',
        title: `Invitation for ${subject}`,
        parts: [
          text(capital(`${how(facts)}.`)),
          muted(when ?? 'It is sent at the next student-free minute.'),
        ],
        actions: [],
      };
    case 'active':
      return {
        kind: 'pairing-status',
        push: `${facts.teacherName} said yes`,
        title: `${facts.teacherName} said yes: ${facts.classroomName} is open to you`,
        parts: [text(capital(`${how(facts)}.`))],
        actions: [action('schedule.show', 'Find good times', '', { tone: 'primary' }), howWeWork(facts)],
      };
    default:
      return note(
        'pairing-status',
        `${facts.teacherName} isn’t taking visits for now`,
        'No reason is needed. You can ask again later with “pair”.',
      );
  }
};

export const invitationCodeCard = (teacherName: string, code: string): Card => ({
  kind: 'invitation-code',
  push: 'A code for your colleague',
  title: `A code for ${teacherName}: ${code}`,
  parts: [
    text(
      `Pass it on. Typed to me on Slack or Teams, it tells me who ${teacherName} is, and the invitation follows at once.`,
    ),
    muted('It works once, for 30 days.'),
  ],
  actions: [],
});
