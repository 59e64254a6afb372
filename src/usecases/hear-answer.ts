import type { Reading } from '../core/reading/read-words.ts';
import { routineOffer } from '../core/routine-offer.ts';
import { bellsOn } from '../core/timetable.ts';
import { heardCard, noSchoolThenCard, whenToSayNote, whichPlaceCard } from '../core/wording/ask.ts';
import { note } from '../core/wording/parts.ts';
import { noRoomCard } from '../core/wording/routine.ts';
import { unknownWordsCard } from '../core/wording/welcome.ts';
import { whenFaultCard } from '../core/wording/when.ts';
import type { Answer } from '../ports/inbound.ts';
import { type AskView, openAsksOfTeacher } from '../store/asks.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import { answerWith, notSureYet } from './answer-ask.ts';
import { classWeek } from './class-week.ts';
import { composeAsk, hasPassed } from './compose/ask.ts';
import type { Counter } from './desk.ts';
import { recordActivity } from './record-activity.ts';

type AnswerReading = Extract<Reading, { kind: 'answer' }>;

/** “writing til 1040”: to the question that is open, or told without being asked. */
export const hearAnswer = async (counter: Counter, reading: AnswerReading): Promise<Answer> => {
  if (!reading.when.ok) return { kind: 'card', card: whenFaultCard(reading.when.why, reading.when.said) };
  if (counter.me.role !== 'teacher') return { kind: 'card', card: unknownWordsCard(counter.me.role) };
  const ask = await askMeant(counter, reading);
  // A refusal without an activity still closes that time: nobody is sent into the room on a guess.
  const kind = reading.activity ?? (reading.welcome === 'no' ? 'other' : undefined);
  if (!kind) return { kind: 'card', card: unknownWordsCard(counter.me.role) };
  if (ask) {
    const { card } = await answerWith(counter, ask, kind, reading.when, reading.welcome);
    return { kind: 'card', card };
  }
  return tellUnasked(counter, { ...reading, activity: kind }, reading.when);
};

export const hearUnsure = async (counter: Counter): Promise<Answer> => {
  const open = await openAsksOfTeacher(counter.trx, counter.me.id, counter.local.date);
  const ask = open.find((waiting) => waiting.timesAsked > 0 && !hasPassed(counter, waiting));
  if (!ask) return { kind: 'card', card: unknownWordsCard(counter.me.role) };
  await notSureYet(counter, ask);
  const card = await composeAsk(counter, ask.id);
  return card ? { kind: 'card', card } : { kind: 'none' };
};

/** The open question these words fit: one about the same day and hour, or the first when neither is named. */
const askMeant = async (counter: Counter, { when }: AnswerReading): Promise<AskView | undefined> => {
  if (!when.ok) return undefined;
  const open = await openAsksOfTeacher(counter.trx, counter.me.id, counter.local.date);
  return open.find(
    (ask) =>
      !hasPassed(counter, ask) &&
      (when.date === undefined || when.date === ask.date) &&
      (when.start === undefined || Math.abs(when.start - ask.start) < SAME_HOUR) &&
      (when.end === undefined || when.start !== undefined || when.end > ask.start),
  );
};

/** In minutes: “10:15” still answers a question about ten o'clock. */
const SAME_HOUR = 60;

const USUAL_MINUTES = 45;

const tellUnasked = async (
  counter: Counter,
  reading: AnswerReading,
  when: Extract<AnswerReading['when'], { ok: true }>,
): Promise<Answer> => {
  const rooms = await classroomsOfTeacher(counter.trx, counter.me.id);
  if (rooms.length === 0) return { kind: 'card', card: noRoomCard() };
  const named = rooms.filter(({ name }) => when.rest.toLowerCase().includes(name.toLowerCase()));
  const [room, another] = rooms.length === 1 ? rooms : named;
  if (!room || another) return { kind: 'card', card: whichPlaceCard(rooms.map(({ name }) => name)) };
  const kind = reading.activity;
  if (
    !kind ||
    when.date === undefined ||
    (when.start === undefined && when.end === undefined && !isWholeDay(kind))
  ) {
    return { kind: 'card', card: note('answer', 'When is that?', whenToSayNote) };
  }
  const bells = bellsOn(counter.school, when.date);
  if (bells === undefined) return { kind: 'card', card: noSchoolThenCard(when.date, counter.local.date) };
  const { start: firstBell, end: lastBell } = bells;
  const start =
    when.start ?? (when.end === undefined ? firstBell : Math.max(firstBell, when.end - USUAL_MINUTES));
  const end = when.end ?? (when.start === undefined ? lastBell : Math.min(lastBell, start + USUAL_MINUTES));
  if (end <= start) return { kind: 'card', card: note('answer', 'When is that?', whenToSayNote) };
  const { known, therapists } = await recordActivity(counter, {
    classroomId: room.id,
    date: when.date,
    start,
    end,
    kind,
    ...(reading.welcome ? { welcome: reading.welcome } : {}),
  });
  const week = await classWeek(counter.trx, room.id, when.date, when.date);
  const { school } = week;
  const facts = {
    classroomId: room.id,
    place: room.name,
    date: when.date,
    known,
    therapists,
    offer: school && routineOffer({ ...week, school }, when.date, known.start),
  };
  return { kind: 'card', card: heardCard(facts, counter.local.date) };
};

/** These fill a day when no hour is named. */
const isWholeDay = (kind: string): boolean => kind === 'field_trip' || kind === 'test' || kind === 'assembly';
