import type { ActivityKind } from '../activity-kind.ts';
import type { Field } from '../form.ts';
import { type Rhythm, rhythms } from '../minutes/tracks.ts';
import { takesRoom, type VisitSetting, visitSettings } from '../visit-setting.ts';
import { kindLabel } from './activity-kinds.ts';

/** What happens at a visit's time: "Writing", "outside, during writing", "a talk without students". */
export const whatWords = ({
  kind,
  setting,
}: {
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
}) => {
  switch (setting) {
    case 'push_in':
      return kindLabel[kind];
    case 'either':
      return `${kindLabel[kind]}, in the class or outside`;
    case 'pull_out':
      return `outside, during ${kindLabel[kind].toLowerCase()}`;
    case 'consult':
      return 'a talk without students';
  }
};

/** What is asked of a teacher for it. */
export const askedFor = (
  settings: readonly VisitSetting[],
): { readonly push: string; readonly wish: string } => {
  if (settings.every(takesRoom))
    return { push: 'asks to join your class', wish: 'would like to join your class' };
  if (settings.every((setting) => setting === 'pull_out'))
    return { push: 'asks for a time outside your class', wish: 'would like to work outside your class' };
  if (settings.every((setting) => setting === 'consult'))
    return { push: 'asks for a talk', wish: 'would like to talk with you' };
  return { push: 'asks for times with your class', wish: 'would like some times with your class' };
};

const settingLabel: Readonly<Record<VisitSetting, string>> = {
  push_in: 'In the classroom',
  either: 'In the classroom if it fits, else outside',
  pull_out: 'Outside the classroom',
  consult: 'Only with the adults',
};

const rhythmLabel: Readonly<Record<Rhythm, string>> = {
  every_week: 'Alike every week',
  three_one: 'Three weeks with the students, the fourth with the adults',
};

/** Beside how often and how long; `known` where there is a mandate already, which stays as it is unless chosen. */
export const settingFields = (known: boolean): Field[] => [
  {
    kind: 'choice',
    name: 'setting',
    label: 'Where',
    options: visitSettings.map((value) => ({ value, label: settingLabel[value] })),
    optional: true,
    ...(known ? { hint: 'Leave empty where it stays as it was.' } : { value: 'push_in' }),
  },
  {
    kind: 'choice',
    name: 'rhythm',
    label: 'Rhythm',
    options: rhythms.map((value) => ({ value, label: rhythmLabel[value] })),
    optional: true,
    ...(known ? {} : { value: 'every_week' }),
  },
  {
    kind: 'text',
    name: 'differing',
    label: 'Students whose mandate differs',
    hint: 'Alias, how often, how long, where. Two entries for one student add up.',
    placeholder: 'Otter: 1 × 20 outside; K.: 3 × 30',
    maxLength: 300,
    multiline: true,
    optional: true,
  },
];

export const differingFaults = {
  unclear: (piece: string): string =>
    `I can’t read “${piece}”. Please write it like “Otter: 1 × 20 outside”.`,
  'unknown-alias': (alias: string): string =>
    `“${alias}” is not among these students. Please check the alias.`,
  rhythm:
    'Three weeks and one go with weekly sessions with the students. Please choose “Week”, and a place with students.',
} as const;
