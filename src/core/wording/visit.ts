import type { Card, Part } from '../card.ts';
import type { Side } from '../partner.ts';
import { type RolesSaid, rolesOf } from '../roles.ts';
import { addDays, type LocalDate, mondayOf, type Span } from '../time.ts';
import { takesRoom, type VisitSetting } from '../visit-setting.ts';
import type { VisitState } from '../visit-state.ts';
import { formatWhen, shortDate } from './clock-words.ts';
import { noPlanYet } from './intention.ts';
import { action, capital, muted, note, text } from './parts.ts';
import { rolesLine, rolesWaiting } from './roles.ts';
import { askedFor, whatWords } from './visit-settings.ts';

interface VisitFacts extends Span, RolesSaid {
  readonly id: string;
  readonly therapistName: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly state: VisitState;
  readonly setting: VisitSetting;
  readonly version: number;
  /** What the therapist has in mind; null until she has picked. */
  readonly approach: string | null;
  readonly therapistAgreed: boolean | null;
  readonly teacherAgreed: boolean | null;
}

const rolesParts = (visit: VisitFacts, reader: Side): Part[] => {
  // Who does what is settled for a classroom.
  if (!takesRoom(visit.setting)) return [];
  const waiting = rolesWaiting(visit, reader);
  return [text(rolesLine(rolesOf(visit), reader, visit)), ...(waiting === undefined ? [] : [muted(waiting)])];
};

const rolesWords = (visit: VisitFacts, reader: Side): string[] =>
  takesRoom(visit.setting) ? [rolesLine(rolesOf(visit), reader, visit)] : [];

const when = (visit: VisitFacts, today: LocalDate): string => formatWhen(visit.date, visit, today);

/** Asked on a Friday, “this week” is the one that comes. */
const thatWeek = ({ date }: VisitFacts, today: LocalDate): string => {
  const monday = mondayOf(date);
  return monday <= today && today < addDays(monday, 7) ? 'this week' : `in the week of ${shortDate(monday)}`;
};

/** A yes to what was declined; an older card's yes says it no more. */
export const AFTER_ALL = 'after-all';

const ifItChanges = muted('If your day changes, just tap. No reason needed.');

/** Once its time has come there is nothing left to tap; what was agreed stays. */
export const onceBegun = (card: Card, words?: string): Card => ({
  ...card,
  parts: [
    ...card.parts.filter((part) => part !== ifItChanges),
    ...(words === undefined ? [] : [muted(words)]),
  ],
  actions: [],
});

/** For the teacher: Yes / Another time / Not this week, none of which needs a reason. */
export const visitAskCard = (visit: VisitFacts, today: LocalDate): Card => {
  const what = `${visit.therapistName} in ${visit.classroomName}, ${when(visit, today)}, ${whatWords(visit)}`;
  const tap = (label: string, value: string, tone?: 'primary') =>
    action('visit.answer', label, visit.id, { value, version: visit.version, ...(tone ? { tone } : {}) });
  const asked = askedFor([visit.setting]);
  switch (visit.state) {
    case 'proposed':
      return {
        kind: 'visit',
        push: `${visit.therapistName} ${asked.push}`,
        title: takesRoom(visit.setting)
          ? `${visit.therapistName} would like to join ${when(visit, today)}`
          : `${visit.therapistName} ${asked.wish} ${when(visit, today)}`,
        parts: [
          text(
            [`${capital(whatWords(visit))}, ${visit.classroomName}.`, ...rolesWords(visit, 'teacher')].join(
              ' ',
            ),
          ),
          muted('Just say what suits you; no reason needed.'),
        ],
        actions: [
          tap('Yes', 'yes', 'primary'),
          tap('Another time', 'another'),
          tap('Not this week', 'not-this-week'),
        ],
      };
    case 'agreed':
      return {
        kind: 'visit',
        push: 'A visit is agreed',
        title: `Agreed: ${what}`,
        parts: [...rolesParts(visit, 'teacher'), ifItChanges],
        actions: [
          tap('Another time after all', 'another'),
          ...(takesRoom(visit.setting)
            ? [action('roles.open', 'Change roles', visit.id, { opensForm: true })]
            : []),
        ],
      };
    case 'another':
      return {
        ...note(
          'visit',
          `Another time it is`,
          `${visit.therapistName} won’t come ${when(visit, today)} and may ask for a different time.`,
        ),
        actions: [tap('Yes, after all', AFTER_ALL)],
      };
    case 'not_this_week':
      return {
        ...note(
          'visit',
          'Not this week',
          `${visit.therapistName} won’t ask again ${thatWeek(visit, today)}.`,
        ),
        actions: [tap('Yes, after all', AFTER_ALL)],
      };
    case 'displaced':
      return note(
        'visit',
        `No visit ${when(visit, today)}`,
        `The day changed, so ${visit.therapistName} won’t come then and may ask for a different time.`,
      );
    case 'withdrawn':
      return note(
        'visit',
        `No visit ${when(visit, today)}`,
        `${visit.therapistName} can’t come then after all.`,
      );
    case 'held':
    case 'expired':
      return note(
        'visit',
        `No visit ${when(visit, today)}`,
        `${visit.therapistName}’s question is no longer open. Nothing to do.`,
      );
  }
};

/** For the therapist: what became of her wish. */
export const visitStatusCard = (visit: VisitFacts, today: LocalDate, askedWhen?: string): Card => {
  const where = `${visit.classroomName}, ${when(visit, today)} · ${whatWords(visit)}`;
  const roles = rolesWords(visit, 'therapist').map(text);
  const change = takesRoom(visit.setting)
    ? [action('roles.open', 'Change roles', visit.id, { opensForm: true })]
    : [];
  switch (visit.state) {
    case 'proposed':
      return {
        kind: 'visit-status',
        push: 'Your question is on its way',
        title: `Asked: ${where}`,
        parts: [
          ...roles,
          text(askedWhen ?? `The room is held for you until ${visit.teacherName} has answered.`),
        ],
        actions: [action('visit.withdraw', 'Take it back', visit.id, { version: visit.version }), ...change],
      };
    case 'held':
      return note('visit-status', `Kept for you: ${where}`, 'Nobody is asked before you tap.');
    case 'agreed':
      return {
        kind: 'visit-status',
        push: `${visit.teacherName} said yes`,
        title: `Agreed: ${where}`,
        parts: [
          text(`${visit.teacherName} said yes.`),
          ...rolesParts(visit, 'therapist'),
          ...(visit.approach === null && takesRoom(visit.setting) ? [muted(`${capital(noPlanYet)}.`)] : []),
        ],
        actions: [
          ...(takesRoom(visit.setting)
            ? [
                action('intention.open', visit.approach === null ? 'Pick a plan' : 'My plan', visit.id, {
                  opensForm: true,
                }),
              ]
            : []),
          action('visit.withdraw', 'I can’t come', visit.id, { version: visit.version }),
          ...change,
          action('favor.open', 'Offer a hand', visit.id, { opensForm: true }),
        ],
      };
    case 'another':
      return {
        kind: 'visit-status',
        push: `${visit.teacherName} would rather have another time`,
        title: `Another time, please: ${where}`,
        parts: [text(`${visit.teacherName} would rather have another time.`)],
        actions: [action('schedule.show', 'See other times', '', { tone: 'primary' })],
      };
    case 'not_this_week':
      return note(
        'visit-status',
        `Not this week: ${visit.classroomName}`,
        `${visit.teacherName} would rather not have a visit ${thatWeek(visit, today)}. No reason needed.`,
      );
    case 'withdrawn':
      return note('visit-status', `Taken back: ${where}`, `${visit.teacherName}’s card says so too.`);
    case 'displaced':
      return {
        kind: 'visit-status',
        push: `The day changed in ${visit.classroomName}`,
        title: `Not possible any more: ${where}`,
        parts: [text('The day changed, so the class is not there for a visit then.')],
        actions: [action('schedule.show', 'See other times', '', { tone: 'primary' })],
      };
    case 'expired':
      return {
        kind: 'visit-status',
        push: 'Your question was not answered in time',
        title: `Not answered in time: ${where}`,
        parts: [text('Please don’t come without a yes. The room is free again.')],
        actions: [action('schedule.show', 'See other times', '', { tone: 'primary' })],
      };
  }
};

/** Where the wish was made on a card that will not last; `when` says when the teacher hears of it. */
export const visitAskedCard = (when: string): Card =>
  note('visit-asked', 'Asked', `${when} The card that follows stays up to date.`);

export const visitGoneCard = (): Card =>
  note('visit', 'That visit is no longer there', '“week” shows what is planned.');

export const alreadySettledNote = 'That was settled already. This is how it stands.';

/** Declined, and given away since. */
export const takenMeanwhileNote =
  'That time is taken by now, or another was asked for, so it stays as it was.';

/** What was agreed for a time that has come stays as it was. */
export const visitBegunNote = 'That time has come already, so nothing was changed.';
export const visitBegunTherapistNote = `${visitBegunNote} “log” records how it went.`;
