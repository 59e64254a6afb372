import type { LocalDate, LocalTime, Minute } from '../time.ts';
import { normalize } from './normalize.ts';
import { readWhen } from './read-when.ts';

/** What somebody wants of the question that is open, other than to answer it. */
export type Aside = { readonly kind: 'skip' } | Later;

export interface Later {
  /** `quiet`: nothing at all is wanted until then, not only this question. */
  readonly kind: 'ask later' | 'quiet';
  /** Without a minute: as early on that day as they may be written to. */
  readonly until:
    | { readonly minutes: number }
    | { readonly date: LocalDate; readonly minute: Minute | undefined };
}

const skip =
  /^(?:please )?(?:skip (?:this|the|that) (?:one|question)|skip question|not this (?:one|question)|ask me (?:about )?(?:another|next) (?:one|time)|(?:dont|don't|do not) ask (?:me )?(?:about )?(?:this|that)(?: one)?)[.!]*$/u;
const later =
  /^(?:please )?(?:(?:can you |could you )?(?:ask|remind|ping|nudge|try) me|snooze|not now,? ask me)\b/u;
const bare = /^(?:please )?snooze[.!]*$/u;
const wait =
  /^.{0,40}?\b(?:in|for|snooze) (?:(\d{1,3}) ?|(half an|an|a|one|two) )(?:more )?(minutes?|mins?|m|hours?|hrs?|h)\b/u;

const counts: Readonly<Record<string, number>> = { 'half an': 0.5, two: 2 };

/** In minutes, as the button “two hours” has it. */
const SNOOZE = 120;

/** “ask me in 30 min”, “remind me tomorrow”, “skip this one”; undefined for everything else. */
export const readAside = (text: string, now: LocalTime): Aside | undefined => {
  const words = normalize(text).toLowerCase().trim();
  if (skip.test(words)) return { kind: 'skip' };
  if (!later.test(words)) return undefined;
  const until = untilSaid(words, now);
  return until && { kind: words.includes('snooze') ? 'quiet' : 'ask later', until };
};

const untilSaid = (words: string, now: LocalTime): Later['until'] | undefined => {
  if (bare.test(words)) return { minutes: SNOOZE };
  const [, digits, word, unit] = wait.exec(words) ?? [];
  if (unit !== undefined) {
    const count = digits === undefined ? (counts[word ?? ''] ?? 1) : Number(digits);
    const minutes = Math.round(count * (unit.startsWith('h') ? 60 : 1));
    return minutes > 0 ? { minutes } : undefined;
  }
  const when = readWhen(words, now);
  if (!when.ok) return undefined;
  const minute = when.start ?? when.end;
  if (when.date === undefined && minute === undefined) return undefined;
  return { date: when.date ?? now.date, minute };
};
