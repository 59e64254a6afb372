import { counted, listed } from './parts.ts';

/** Stands where the name of somebody stood who was forgotten. */
export const formerMember = 'Somebody who left';

export const privacyWords = {
  exportUsage:
    'Say whom: npx pushin export person "Ms. Rivera", student "Otter" or organization. --csv gives tables, --out says where, --organization which.',
  forgetUsage:
    'Say whom: npx pushin forget person "Ms. Rivera", student "Otter" or organization. --yes asks no question, --organization says which.',
  written: (place: string) => `Written to ${place}, for your eyes only (mode 0600).`,
  notForgotten: 'Nothing was forgotten.',
  trailWhole: (entries: number) => `The trail is whole: ${counted(entries, 'entry', 'entries')}.`,
  trailBroken: (numbers: readonly number[]) =>
    `Somebody changed the trail at ${listed(numbers.map((number) => `entry ${number}`))}. Whoever has the database’s password could; ask there.`,
} as const;

export const forgetQuestion = (kind: string, name: string): string =>
  kind === 'organization'
    ? `Forget everything of “${name}”, for good? Type yes: `
    : `Forget ${kind} “${name}”, for good? Type yes: `;

export const forgottenLines = (counts: Readonly<Record<string, number>>): string[] => [
  ...Object.entries(counts).map(([table, count]) => `  ${table.replaceAll('_', ' ')}: ${count}`),
  'Forgotten. Messages already in Slack or Teams are theirs to delete.',
];

export const noSubject = (words: string): string => `Nobody here is called “${words}”.`;

export const severalSubjects = (words: string, found: readonly { id: string; more: string }[]): string =>
  [
    `“${words}” is more than one. Give the id instead:`,
    ...found.map(({ id, more }) => `  ${id}  ${more}`),
  ].join('\n');

export const severalOrganizations = (all: readonly { id: string; name: string }[]): string =>
  all.length === 0
    ? 'There is no organization in this database yet.'
    : [
        'Say which organization, with --organization and the id of one of these:',
        ...all.map(({ id, name }) => `  ${id}  ${name}`),
      ].join('\n');

export const noKeys = 'PUSHIN_KEYS is not set, so there is nothing to seal with.';
export const resealedLine = (count: number, key: string): string =>
  `${counted(count, 'token', 'tokens')} sealed anew with “${key}”. Keys after it can go from PUSHIN_KEYS.`;
