import { randomUUID } from 'node:crypto';
import type { ActivityKind } from '../../core/activity-kind.ts';
import { activitiesOn } from '../../core/class-day.ts';
import { type HeardTime, heardTimes } from '../../core/heard.ts';
import type { Understanding } from '../../core/reading/message/understanding.ts';
import type { WhenResult } from '../../core/reading/read-when.ts';
import type { LocalDate, Span } from '../../core/time.ts';
import { bellsOn } from '../../core/timetable.ts';
import { noSchoolThenCard, whenToSayNote } from '../../core/wording/ask.ts';
import { note } from '../../core/wording/parts.ts';
import type { Answer } from '../../ports/inbound.ts';
import type { AskView } from '../../store/asks.ts';
import { classWeek } from '../class-week.ts';
import type { Counter } from '../desk.ts';
import { recordActivity } from '../record-activity.ts';
import { showHeard } from './show-heard.ts';

interface Wanted {
  readonly room: string;
  readonly ask: AskView | undefined;
  readonly heard: Understanding;
  readonly kind: ActivityKind;
  readonly when: Extract<WhenResult, { ok: true }>;
}

/** More than a school week in one message is a plan, and has the routine's form. */
const MOST_DAYS = 5;

/** What was told counts from now on, and is shown on one card, whole. */
export const keepHeard = async (counter: Counter, wanted: Wanted): Promise<Answer> => {
  const times = await timesTold(counter, wanted);
  if ('kind' in times) return times;
  const saying = randomUUID();
  for (const { date, start, end, kind, welcome } of times) {
    const said = { classroomId: wanted.room, date, start, end, kind, saying, confirmed: false };
    await recordActivity(counter, welcome === undefined ? said : { ...said, welcome });
  }
  const [first] = times;
  const guess = first?.guessedEnd && { end: first.end, otherwise: first.guessedEnd.otherwise };
  return showHeard(counter, saying, {
    ...(guess ? { guess } : {}),
    weekly: wanted.heard.recurring === 'weekly',
  });
};

const timesTold = async (counter: Counter, wanted: Wanted): Promise<HeardTime[] | Answer> => {
  const { heard, kind, ask, when, room } = wanted;
  const dates = heard.days.length > 0 ? heard.days : when.date !== undefined ? [when.date] : [];
  if (dates.length === 0 || dates.length > MOST_DAYS) return missing();
  const words = {
    start: heard.start ?? when.start,
    end: heard.end ?? when.end,
    kind,
    welcome: heard.welcome,
    next: heard.next,
  };
  const times: HeardTime[] = [];
  for (const date of dates) {
    const bells = bellsOn(counter.school, date);
    if (bells === undefined) continue;
    const asked = ask?.date === date ? { start: ask.start, end: ask.end } : undefined;
    const usual = await usualSpan(counter, room, date, kind, words.start ?? asked?.start);
    const told = heardTimes(words, date, { asked, usual, bells });
    if (told === undefined) return missing();
    times.push(...told);
  }
  const [first = ''] = dates;
  return times.length > 0 ? times : { kind: 'card', card: noSchoolThenCard(first, counter.local.date) };
};

const missing = (): Answer => ({ kind: 'card', card: note('answer', 'When is that?', whenToSayNote) });

/** The class's own block of this kind at that hour. */
const usualSpan = async (
  { trx }: Counter,
  room: string,
  date: LocalDate,
  kind: ActivityKind,
  minute: number | undefined,
): Promise<Span | undefined> => {
  const { blocks, school } = await classWeek(trx, room, date, date);
  const day = { blocks, activities: [], ...(school ? { school } : {}) };
  const block = activitiesOn(day, date).find(
    (known) => known.kind === kind && (minute === undefined || (known.start <= minute && minute < known.end)),
  );
  return block && { start: block.start, end: block.end };
};
