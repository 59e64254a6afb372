import type { Card } from '../card.ts';
import { note } from './parts.ts';

/** One sentence for each way a time can be wrong, with what to write instead. */
const faults: Record<
  'past' | 'no-such-date' | 'no-such-time' | 'ends-before-start',
  (said: string) => string
> = {
  past: (said) => `“${said}” has passed. Please give me a time still to come, like “Tuesday 10”.`,
  'no-such-date': (said) => `There is no “${said}” in the calendar. Try “Tuesday” or “Nov 24”.`,
  'no-such-time': (said) => `“${said}” isn’t a time of day. Try “10:15” or “1:25”.`,
  'ends-before-start': (said) => `“${said}” ends before it starts. Try “10–10:45”.`,
};

export type WhenFault = keyof typeof faults;

export const whenFault = (why: WhenFault, said: string): string => faults[why](said);

export const whenFaultCard = (why: WhenFault, said: string): Card =>
  note('when-fault', 'That time doesn’t work', whenFault(why, said));
