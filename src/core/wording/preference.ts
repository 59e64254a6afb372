import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { kindLabel } from './activity-kinds.ts';
import { action, listed, muted, note } from './parts.ts';

interface PreferenceFacts {
  readonly classroomId: string;
  readonly classroomName: string;
  /** Undefined before she has said. */
  readonly kinds: readonly ActivityKind[] | undefined;
}

const named = (kinds: readonly ActivityKind[]): string =>
  listed(kinds.map((kind) => kindLabel[kind].toLowerCase()));

/** Once a term: in which activities she likes company (needs 27). */
export const preferenceCard = ({ classroomId, classroomName, kinds }: PreferenceFacts): Card => ({
  kind: 'preference',
  push: 'A new term: when is company welcome?',
  title: `A new term: when is company welcome in ${classroomName}?`,
  parts: [
    muted(
      kinds === undefined || kinds.length === 0
        ? 'I offer those times first. You still say yes or no to each visit.'
        : `Last time you said ${named(kinds)}. I offer those times first.`,
    ),
  ],
  actions: [
    ...(kinds === undefined ? [] : [action('preference.keep', 'Still so', classroomId)]),
    action('preference.open', 'Choose', classroomId, { opensForm: true, tone: 'primary' }),
  ],
});

export const preferenceKeptCard = ({ classroomName, kinds = [] }: PreferenceFacts): Card =>
  kinds.length === 0
    ? note('preference', `${classroomName}: every time alike`, 'I ask again next term.')
    : note('preference', `${classroomName}: ${named(kinds)} first`, 'I ask again next term.');

export const preferenceForm = (
  { classroomId, classroomName, kinds = [] }: PreferenceFacts,
  offered: readonly ActivityKind[],
): Form => ({
  name: 'preference',
  ref: classroomId,
  title: 'Company welcome',
  intro: `In ${classroomName}. Nothing ticked means every time alike.`,
  submit: 'Save',
  fields: [
    {
      kind: 'choices',
      name: 'kinds',
      label: 'Best times for a visit',
      options: offered.map((kind) => ({ value: kind, label: kindLabel[kind] })),
      value: kinds.filter((kind) => offered.includes(kind)),
      optional: true,
    },
  ],
});
