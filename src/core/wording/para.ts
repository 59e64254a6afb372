import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import type { Form } from '../form.ts';
import type { Side } from '../partner.ts';
import { offeredParts, type ParaPart, paraPartOf, type RolesSaid } from '../roles.ts';
import type { LocalDate, Span } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatWhen } from './clock-words.ts';
import { action, muted, note, text } from './parts.ts';
import { paraWords } from './roles.ts';

/** Said to the para. */
const yourPart: Readonly<Record<ParaPart, string>> = {
  other_tables: 'You look after the other tables.',
  joins: 'You join in and see what is shown.',
  as_usual: 'You carry on as usual.',
  break: 'You may sit in and take a breath.',
};

/** On the buttons, and in “Ms. Lee could …”. */
const couldWords: Readonly<Record<ParaPart, string>> = {
  other_tables: 'lead the other tables',
  joins: 'watch and join in',
  as_usual: 'carry on as usual',
  break: 'take a breath',
};
const offerLabel: Readonly<Record<ParaPart, string>> = {
  other_tables: 'Lead the other tables',
  joins: 'Watch and join in',
  as_usual: 'Carry on as usual',
  break: 'Take a breath',
};

export interface ParaVisitFacts extends RolesSaid, Span {
  readonly id: string;
  readonly version: number;
  readonly therapistName: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
}

interface Offered {
  readonly id: string;
  readonly paraName: string;
  readonly part: ParaPart;
  readonly accepted: boolean | null;
  readonly version: number;
}

const placeOf = (visit: ParaVisitFacts, today: LocalDate): string =>
  `${visit.classroomName}, ${formatWhen(visit.date, visit, today)}`;

/** One visit, for the para of its class: who comes, and what that means for her; `isAhead`, she may still ask for another part. */
export const paraVisitCard = (
  visit: ParaVisitFacts,
  offer: Pick<Offered, 'part' | 'accepted'> | undefined,
  today: LocalDate,
  isAhead: boolean,
): Card => {
  const part = paraPartOf(visit);
  const waiting = isAhead && offer?.accepted === null;
  return {
    kind: 'para-visit',
    push: `${visit.therapistName} comes to ${visit.classroomName}`,
    title: `${visit.therapistName} comes: ${placeOf(visit, today)}`,
    parts: [
      text(`${kindLabel[visit.kind]}. ${yourPart[part]}`),
      ...(waiting
        ? [text(`You offered to ${couldWords[offer.part]}. Waiting for ${visit.teacherName}.`)]
        : []),
      ...(isAhead && !waiting ? [afterOffer(visit, offer)] : []),
    ],
    actions:
      waiting || !isAhead
        ? []
        : offeredParts
            .filter((other) => other !== part && !(offer?.accepted === false && offer.part === other))
            .map((other) => action('para.offer', offerLabel[other], visit.id, { value: other })),
  };
};

const afterOffer = ({ teacherName }: ParaVisitFacts, offer: Pick<Offered, 'accepted'> | undefined): Part =>
  offer?.accepted === false
    ? text(`${teacherName} would leave it like that this time.`)
    : muted(`Would you rather do something else? One tap asks ${teacherName}.`);

export const paraVisitOffCard = (visit: ParaVisitFacts, today: LocalDate): Card =>
  note(
    'para-visit',
    `${visit.therapistName} does not come: ${placeOf(visit, today)}`,
    'The class goes on as usual.',
  );

/** For the teacher, who says yes or no, and for the therapist, who should know. */
export const paraOfferCard = (
  visit: ParaVisitFacts,
  offer: Offered,
  reader: Side,
  today: LocalDate,
): Card => {
  const title = `${offer.paraName} could ${couldWords[offer.part]}: ${placeOf(visit, today)}`;
  const card = { kind: 'para-offer', push: `${offer.paraName} has an offer`, title };
  if (offer.accepted === true)
    return { ...card, parts: [text(`Settled. ${paraWords[offer.part]}`)], actions: [] };
  if (offer.accepted === false)
    return { ...card, parts: [text(`It stays as it was. ${paraWords[paraPartOf(visit)]}`)], actions: [] };
  if (reader === 'therapist')
    return { ...card, parts: [muted(`${visit.teacherName} says whether that suits.`)], actions: [] };
  const tap = (label: string, value: string, tone?: 'primary') =>
    action('para.answer', label, offer.id, { value, version: offer.version, ...(tone ? { tone } : {}) });
  return {
    ...card,
    parts: [],
    actions: [tap('Fine with me', 'yes', 'primary'), tap('Leave it as it is', 'no')],
  };
};

/** The para hears from whom she was named, and can say that it is a mistake. */
export const classParaCard = (classroomId: string, teacherName: string, room: string): Card => ({
  kind: 'class-para',
  push: `You are with ${room}`,
  title: `${teacherName} says you are with ${room}`,
  parts: [
    text(
      'The day before a visit I tell you who comes and what your part is. “strategies” is where you share what helps.',
    ),
  ],
  actions: [action('para.leave', 'Not my class', classroomId)],
});

export const paraLeftCard = (room: string): Card =>
  note('class-para', `No longer with ${room}`, 'I tell nothing more about visits there.');

export const NEW_PARA = 'new';

export const paraForm = (
  rooms: readonly { readonly id: string; readonly name: string }[],
  paras: readonly { readonly id: string; readonly name: string }[],
): Form => ({
  name: 'para',
  ref: '',
  title: 'Who helps in class',
  intro: 'A para of your class hears who comes and what their part is, in a minute without students.',
  submit: 'Save',
  fields: [
    ...(rooms.length > 1
      ? [
          {
            kind: 'choice' as const,
            name: 'room',
            label: 'Class',
            options: rooms.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      kind: 'choice',
      name: 'para',
      label: 'Who',
      options: [
        ...paras.slice(0, 90).map(({ id, name }) => ({ value: id, label: name.slice(0, 75) })),
        { value: NEW_PARA, label: 'Somebody else' },
      ],
      ...(paras.length === 0 ? { value: NEW_PARA } : {}),
    },
    {
      kind: 'text',
      name: 'name',
      label: 'The name of somebody else',
      placeholder: 'Ms. Lee',
      maxLength: 60,
      optional: true,
    },
  ],
});

export const paraFaults = {
  room: 'Which class is it about?',
  para: 'Please choose one.',
  name: 'Please tell me their name.',
} as const;

/** For the teacher, once it is so; a code follows where the para is not known yet. */
export const paraAddedCard = (
  classroomId: string,
  para: { readonly id: string; readonly name: string },
  room: string,
  code: string | undefined,
): Card => ({
  kind: 'para-added',
  push: `${para.name} is with ${room}`,
  title: `${para.name} is with ${room}`,
  parts: [
    code === undefined
      ? text(`${para.name} hears it in a minute without students.`)
      : text(
          `Pass on this code: ${code}. Typed to me on Slack or Teams, it tells me who ${para.name} is. It works once, for 30 days.`,
        ),
  ],
  actions: [action('para.leave', 'Not any more', classroomId, { value: para.id })],
});

/** In the para’s own week. */
export const paraLine = (visit: RolesSaid): string => yourPart[paraPartOf(visit)];

export const noClassYetCard = (): Card =>
  note(
    'week',
    'Your week',
    'I don’t know your class yet. Its teacher can name you with “week”, “Who helps in class”.',
  );
