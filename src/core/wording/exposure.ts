import type { Exposure } from '../exposure/find-exposed.ts';
import type { Exposed } from '../exposure/words.ts';
import type { Field } from '../form.ts';
import { listed } from './parts.ts';

const meaning: Readonly<Record<Exposed, string>> = {
  student: 'a student',
  diagnosis: 'a diagnosis',
  service: 'a service',
};

/** “Otter” (a student) and “ADHD” (a diagnosis). */
export const exposedWords = (found: readonly Exposure[]): string =>
  listed(found.map(({ what, words }) => `“${words}” (${meaning[what]})`));

export const SEND_AS_IS = 'as-is';
const sendAsIsLabel = 'Send it as it is';

/** Below what was written; the form stays open with every word still there. */
export const exposedFault = (found: readonly Exposure[]): string =>
  `I see ${exposedWords(found)}. A class might read it over a shoulder. Say it another way, or tick “${sendAsIsLabel}”.`;

/** For forms whose words somebody else will read. */
export const sendAsIsField: Field = {
  kind: 'choices',
  name: SEND_AS_IS,
  label: 'If I find a student, a diagnosis or a service in it',
  options: [{ value: 'yes', label: sendAsIsLabel }],
  optional: true,
};
