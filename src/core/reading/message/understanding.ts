import type { ActivityKind } from '../../activity-kind.ts';
import type { LocalDate, LocalTime, Minute } from '../../time.ts';
import type { Welcome } from '../../welcome.ts';
import type { Bells } from '../time-phrase/bell-at.ts';

export const intents = [
  'report_activity',
  'unavailable',
  'defer',
  'same_as',
  'propose_time',
  'accept',
  'correction',
  'notify_absence',
  'ask_activity',
  'request_plan',
  'touch_base',
  'opt_out',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** The question somebody answers; it fills what the words leave out. */
interface Asked {
  readonly day: LocalDate;
  readonly start: Minute | undefined;
  readonly end: Minute | undefined;
}

export interface MessageContext {
  readonly role: 'teacher' | 'therapist';
  readonly now: LocalTime;
  readonly asked: Asked | undefined;
  /** What the school calls its hours; without it such names say none. */
  readonly bells?: Bells;
}

export interface Hours {
  readonly start: Minute | undefined;
  readonly end: Minute | undefined;
}

export interface NextSaid extends Hours {
  readonly activity: ActivityKind;
}

/** What a message says, as far as it says it. */
export interface Understanding extends Hours {
  readonly intent: Intent;
  /** Every day meant, ascending. */
  readonly days: readonly LocalDate[];
  readonly activity: ActivityKind | undefined;
  /** Undefined: the message is not about that. */
  readonly available: Welcome | undefined;
  /** The same, as far as words say it: undefined leaves it to the activity. */
  readonly welcome: Welcome | undefined;
  // Beyond what every message has.
  /** What comes after the activity: "then math". */
  readonly next?: NextSaid;
  readonly recurring?: 'weekly' | 'biweekly';
  readonly ref?: 'usual' | 'last_week' | 'before';
  readonly substitute?: true;
  readonly minutes?: Minute;
  readonly about?: string;
  /** Longer than anybody reads from: nothing was read. */
  readonly tooLong?: true;
}
