import type { Card } from '../card.ts';
import type { Field, Form } from '../form.ts';
import type { Side } from '../partner.ts';
import {
  type Format,
  formats,
  type Lead,
  leads,
  type ParaPart,
  type Place,
  paraParts,
  places,
  type Roles,
  type RolesSaid,
  rolesOf,
  type Whom,
  whoms,
} from '../roles.ts';
import type { LocalDate, Span } from '../time.ts';
import { formatWhen } from './clock-words.ts';
import { action, capital, text } from './parts.ts';

/** What anybody in the room may read: `cover` is helping around the room, like `circulate`. */
const formatWords: Readonly<Record<Format, string>> = {
  table_group: 'with a small group',
  circulate: 'helping around the room',
  cover: 'helping around the room',
  one_to_one: 'next to one desk',
  whole_class: 'with the whole class',
  observe: 'watching first, then showing',
};

const placeWords: Readonly<Record<Place, string>> = {
  side_table: 'at a side table',
  around: 'around the room',
  beside: 'beside a desk',
  front: 'at the front',
  carpet: 'on the carpet',
  back: 'at the back',
};

const whomWords: Readonly<Record<Whom, string>> = {
  small_group: 'a small mixed group',
  whoever: 'whoever needs a hand',
  one: 'one student',
  everyone: 'the whole class',
};

/** The paraprofessional's own line. */
export const paraWords: Readonly<Record<ParaPart, string>> = {
  other_tables: 'The para looks after the other tables.',
  joins: 'The para joins in and sees what is shown.',
  as_usual: 'The para carries on as usual.',
  break: 'The para may sit in and take a breath.',
};

const leadWords = (lead: Lead, reader: Side, names: Names): string => {
  if (lead === 'together') return 'You lead together.';
  if (lead === reader) return 'You lead.';
  return `${lead === 'teacher' ? names.teacherName : names.therapistName} leads.`;
};

interface Names {
  readonly therapistName: string;
  readonly teacherName: string;
}

/** “Helping around the room. You lead.” The place is said where the format leaves it open. */
export const rolesLine = (roles: Roles, reader: Side, names: Names): string => {
  const cover = reader === 'therapist' && roles.format === 'cover' ? ' (cover)' : '';
  const place = roles.place === 'around' || roles.place === 'beside' ? '' : `, ${placeWords[roles.place]}`;
  const lead = leadWords(roles.lead, reader, names);
  const para = roles.para === null ? '' : ` ${paraWords[roles.para]}`;
  return `${capital(formatWords[roles.format])}${cover}${place}. ${lead}${para}`;
};

/** Below the roles on a visit's card, while one of the two has not seen the change. */
export const rolesWaiting = (
  visit: Names & Pick<RolesFacts, 'therapistAgreed' | 'teacherAgreed'>,
  reader: Side,
): string | undefined => {
  if (visit.teacherAgreed === false)
    return reader === 'teacher'
      ? `${visit.therapistName} would like to do it this way.`
      : `Waiting for ${visit.teacherName} to see it.`;
  if (visit.therapistAgreed === false)
    return reader === 'therapist'
      ? `${visit.teacherName} would like to do it this way.`
      : `Waiting for ${visit.therapistName} to see it.`;
  return undefined;
};

interface RolesFacts extends RolesSaid, Names, Span {
  readonly id: string;
  readonly version: number;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly therapistAgreed: boolean | null;
  readonly teacherAgreed: boolean | null;
}

/** Somebody would do it otherwise: asked once, and then what both said. */
export const rolesCard = (visit: RolesFacts, reader: Side, today: LocalDate): Card => {
  const partner = reader === 'teacher' ? visit.therapistName : visit.teacherName;
  const [mine, theirs] =
    reader === 'teacher'
      ? [visit.teacherAgreed, visit.therapistAgreed]
      : [visit.therapistAgreed, visit.teacherAgreed];
  const change = action('roles.open', 'Change roles', visit.id, { opensForm: true });
  const lines = [text(rolesLine(rolesOf(visit), reader, visit))];
  const when = `${visit.classroomName}, ${formatWhen(visit.date, visit, today)}`;
  if (mine === false) {
    return {
      kind: 'roles',
      push: `${partner} has a thought about the roles`,
      title: `${partner} would do it like this: ${when}`,
      parts: lines,
      actions: [
        action('roles.agree', 'Fine with me', visit.id, { version: visit.version, tone: 'primary' }),
        change,
      ],
    };
  }
  return {
    kind: 'roles',
    push: 'Roles for a visit',
    title: `Roles: ${when}`,
    parts: [...lines, ...(theirs === false ? [text(`Waiting for ${partner} to see it.`)] : [])],
    actions: [change],
  };
};

const choice = <T extends string>(
  name: string,
  label: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  value: T,
): Field => ({
  kind: 'choice',
  name,
  label,
  options: values.map((one) => ({ value: one, label: capital(words[one]) })),
  value,
});

const therapistFormats: Readonly<Record<Format, string>> = {
  ...formatWords,
  cover: 'helping around the room, with an eye on one (only you read that)',
};

const NO_PARA = 'none';

/** The teacher's form knows no cover: there it is helping around the room. */
export const rolesForm = (visit: RolesFacts, reader: Side, today: LocalDate): Form => {
  const roles = rolesOf(visit);
  const own = reader === 'teacher';
  const leadLabels: Readonly<Record<Lead, string>> = {
    teacher: own ? 'you' : visit.teacherName,
    therapist: own ? visit.therapistName : 'you',
    together: 'together',
  };
  return {
    name: 'roles',
    ref: visit.id,
    title: 'Who does what',
    intro: `${visit.classroomName}, ${formatWhen(visit.date, visit, today)}.`,
    submit: 'Save',
    fields: [
      choice(
        'format',
        own ? visit.therapistName : 'You',
        own ? formats.filter((one) => one !== 'cover') : formats,
        own ? formatWords : therapistFormats,
        own && roles.format === 'cover' ? 'circulate' : roles.format,
      ),
      choice('lead', 'Who leads', leads, leadLabels, roles.lead),
      choice('place', 'Where', places, placeWords, roles.place),
      choice('whom', 'With whom', whoms, whomWords, roles.whom),
      choice(
        'para',
        'Para',
        [NO_PARA, ...paraParts],
        { [NO_PARA]: 'No para in the room', ...paraWords },
        roles.para ?? NO_PARA,
      ),
    ],
  };
};

export const rolesFault = 'Please choose one of these.';
