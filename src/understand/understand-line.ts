import { z } from 'zod';
import type { ActivityKind } from '../core/activity-kind.ts';
import { clockOf, minuteOf } from '../core/clock-minutes.ts';
import type { Understanding } from '../core/reading/message/understanding.ts';
import { READ_LIMIT } from '../core/reading/normalize.ts';
import { readMessage } from '../core/reading/read-message.ts';
import { type Moment, readTimePhrase } from '../core/reading/read-time-phrase.ts';
import { isDate, type LocalTime, type Minute } from '../core/time.ts';

const clock = z.string().regex(/^(?:[01]?\d|2[0-4]):[0-5]\d$/, 'must be a time such as 09:30');
const day = z.string().refine(isDate, 'must be a date such as 2026-11-09');
const now = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d/, 'must be a local time such as 2026-11-09T07:40')
  .refine((text) => isDate(text.slice(0, 10)), 'must be a day of the calendar');

const message = z.object({
  id: z.string(),
  role: z.enum(['teacher', 'therapist']),
  now,
  asked: z.object({ day, start: clock.nullish(), end: clock.nullish() }).nullish(),
  text: z.string(),
});

const phrase = z.object({
  id: z.string(),
  text: z.string(),
  now,
  schoolDay: z.boolean().nullish(),
  bell: z.record(z.string(), z.union([clock, z.array(clock).min(1).max(2)])).nullish(),
});

/** No bell rings at night: "1:25" in a schedule is 13:25. */
const bellMinute = (text: string): Minute =>
  minuteOf(text) < 7 * 60 ? minuteOf(text) + 12 * 60 : minuteOf(text);
const timeOf = (text: string): LocalTime => ({
  date: text.slice(0, 10),
  minute: minuteOf(text.slice(11, 16)),
});
const orNull = (minute: Minute | undefined): string | null => (minute === undefined ? null : clockOf(minute));
const momentWords = (moment: Moment | undefined): string | null =>
  moment === undefined
    ? null
    : `${moment.date}T${moment.minute === undefined ? '*' : clockOf(moment.minute)}`;

const understandPhrase = ({ id, text, now: at, schoolDay, bell }: z.infer<typeof phrase>): object => {
  const bells = new Map(
    Object.entries(bell ?? {}).map(([name, span]) => {
      const [start = '', end = start] = typeof span === 'string' ? [span] : span;
      return [name.toLowerCase(), { start: bellMinute(start), end: bellMinute(end) }];
    }),
  );
  if (text.length > READ_LIMIT) return { id, start: null, end: null, tooLong: true };
  const found = readTimePhrase(text, { now: timeOf(at), bells, schoolDay: schoolDay ?? true });
  if (found.is === 'nothing') return { id, start: null, end: null };
  if (found.is === 'span') return { id, start: momentWords(found.start), end: momentWords(found.end) };
  const { weekdays, everyWeeks, start, end } = found;
  return { id, weekdays, everyWeeks, startTime: orNull(start), endTime: orNull(end) };
};

/** Teacher preparation is a kind of ours that the format does not know. */
const kindWord = (kind: ActivityKind | undefined): string | null =>
  kind === 'prep' ? 'other' : (kind ?? null);

const messageWords = (understood: Understanding): object => {
  const { intent, days, start, end, activity, available, next, welcome: _, ...extras } = understood;
  return {
    intent,
    days,
    start: orNull(start),
    end: orNull(end),
    activity: kindWord(activity),
    available: available ?? null,
    // biome-ignore lint/suspicious/noThenProperty: the format's own word; nothing awaits this object.
    ...(next && { then: { activity: kindWord(next.activity), start: orNull(next.start) } }),
    ...extras,
  };
};

const understandMessage = ({ id, role, now: at, asked, text }: z.infer<typeof message>): object => {
  const time = (words: string | null | undefined) => (words ? minuteOf(words) : undefined);
  const question = asked ? { day: asked.day, start: time(asked.start), end: time(asked.end) } : undefined;
  return { id, ...messageWords(readMessage(text, { role, now: timeOf(at), asked: question })) };
};

const faultOf = (error: z.ZodError): { error: string } => {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'This line';
  return { error: `${field}: ${issue?.message ?? 'cannot be read'}` };
};

/** A message unless it says otherwise; every other kind is one of time. */
const isMessage = (raw: unknown): boolean => {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
  return kind === undefined || kind === null || kind === 'message';
};

/** One line of JSON in, one object out, whatever the line holds. */
export const understandLine = (line: string): object => {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { error: 'This line is not JSON.' };
  }
  if (isMessage(raw)) {
    const parsed = message.safeParse(raw);
    return parsed.success ? understandMessage(parsed.data) : faultOf(parsed.error);
  }
  const parsed = phrase.safeParse(raw);
  return parsed.success ? understandPhrase(parsed.data) : faultOf(parsed.error);
};
