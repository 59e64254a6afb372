import type { ActivityKind } from '../activity-kind.ts';
import { activityAt, type ClassDay, type KnownActivity, sourceAge } from '../class-day.ts';
import type { School } from '../classroom.ts';
import { type Instant, type LocalDate, localTime } from '../time.ts';

/** Best first; where two speak of one time the later word counts, so a better source is also a later one. */
type AnswerSource = 'said today' | 'said this week' | 'changed' | 'routine' | 'unknown';

export interface Answer {
  readonly kind: ActivityKind | undefined;
  readonly source: AnswerSource;
  readonly confidence: 'sure' | 'likely' | 'guess' | 'none';
}

/** What the class does at that instant, as known `now`. Outside of its school days nothing is known. */
export const answerAt = (
  c: ClassDay & { readonly school: School },
  instant: Instant,
  now: Instant,
): Answer => {
  const { zone } = c.school;
  const { date, minute } = localTime(instant, zone);
  const known = activityAt(c, date, minute);
  if (known === undefined) return { kind: undefined, source: 'unknown', confidence: 'none' };
  const source = sourceOf(known, localTime(now, zone).date, zone);
  return { kind: known.kind, source, confidence: known.unsure ? 'guess' : confidenceIn[source] };
};

const sourceOf = (known: KnownActivity, today: LocalDate, zone: string): AnswerSource => {
  const age = sourceAge(known, today, zone);
  if (age === 'routine') return 'routine';
  return age === 'earlier' ? 'changed' : `said ${age}`;
};

const confidenceIn: Readonly<Record<AnswerSource, Answer['confidence']>> = {
  'said today': 'sure',
  'said this week': 'sure',
  changed: 'likely',
  routine: 'likely',
  unknown: 'none',
};
