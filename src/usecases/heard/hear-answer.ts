import { schoolClockOf } from '../../core/calendar/school-clock-of.ts';
import type { Card } from '../../core/card.ts';
import { routineOn } from '../../core/class-day.ts';
import { likelyKinds } from '../../core/likely-kinds.ts';
import { bellsOf } from '../../core/reading/bells-of.ts';
import type { Understanding } from '../../core/reading/message/understanding.ts';
import { readMessage } from '../../core/reading/read-message.ts';
import type { WhenResult } from '../../core/reading/read-when.ts';
import type { Bells } from '../../core/reading/time-phrase/bell-at.ts';
import type { LocalDate } from '../../core/time.ts';
import { whenToSayNote } from '../../core/wording/ask.ts';
import { formatWhen } from '../../core/wording/clock-words.ts';
import { askToTapPart, likelyCard, nothingBeforeCard } from '../../core/wording/heard.ts';
import { note } from '../../core/wording/parts.ts';
import { visitAskCard } from '../../core/wording/visit.ts';
import { unknownWordsCard } from '../../core/wording/welcome.ts';
import { whenFaultCard } from '../../core/wording/when.ts';
import type { Answer } from '../../ports/inbound.ts';
import { type AskView, openAsksOfTeacher } from '../../store/asks.ts';
import { classroomsOfTeacher } from '../../store/classrooms.ts';
import { wasShown } from '../../store/outbox.ts';
import { proposedTo } from '../../store/visits.ts';
import { notSureYet } from '../answer-ask.ts';
import { classWeek } from '../class-week.ts';
import { composeAsk, hasPassed } from '../compose/ask.ts';
import type { Counter } from '../desk.ts';
import { roomMeant } from '../room-meant.ts';
import { correctLast } from './correct.ts';
import { keepHeard } from './keep-heard.ts';
import { kindBefore } from './same-as.ts';

/** “writing til 1040”: to the question that is open, or told without being asked. */
export const hearAnswer = async (counter: Counter, text: string, when: WhenResult): Promise<Answer> => {
  const { me, local } = counter;
  if (!when.ok) return answered(whenFaultCard(when.why, when.said));
  if (me.role !== 'teacher') return answered(unknownWordsCard(me.role));
  const ask = await askMeant(counter, when);
  const asked = ask && { day: ask.date, start: ask.start, end: ask.end };
  const bells = await bellsHere(counter, ask?.date ?? when.date ?? local.date);
  const heard = readMessage(text, { role: 'teacher', now: local, asked, bells });
  if (heard.intent === 'defer') return hearUnsure(counter, ask);
  if (heard.intent === 'correction') {
    // What it leaves out is as it was heard, whatever question is open meanwhile.
    const alone = readMessage(text, { role: 'teacher', now: local, asked: undefined, bells });
    const corrected = await correctLast(counter, alone);
    if (corrected) return corrected;
  }
  // A bare yes or no is an answer to a proposal, and says nothing about what a class does.
  const [visit] = ask && namesTime(when) ? [] : await proposedTo(counter.trx, me.id, counter.now);
  // Nothing about her room is settled by words alone: the card with its tap comes again.
  if (visit && isAboutVisit(heard)) {
    const card = visitAskCard(visit, local.date);
    return answered({ ...card, parts: [...card.parts, askToTapPart] });
  }
  if (!ask && saysNothing(heard, when)) return answered(unknownWordsCard(me.role));
  const room = ask ? { id: ask.classroomId } : await roomMeant(counter, text);
  if ('card' in room) return answered(room.card);
  const kind = await kindMeant(counter, heard, room.id, ask);
  if (kind === 'unknown before') return answered(nothingBeforeCard());
  if (kind === undefined) return answered(await likeliest(counter, ask));
  return keepHeard(counter, { room: room.id, ask, heard, kind, when });
};

/** By the bells of that date, and by her own week. */
const bellsHere = async (counter: Counter, date: LocalDate): Promise<Bells> => {
  const clock = schoolClockOf(counter.school);
  const day = clock.day(date) ?? clock.day(counter.local.date);
  if (day === undefined) return new Map();
  const [room] = await classroomsOfTeacher(counter.trx, counter.me.id);
  const week = room && (await classWeek(counter.trx, room.id, date, date));
  return bellsOf(day.dayType, week ? routineOn(week, date) : []);
};

const saysNothing = ({ intent, activity, welcome, substitute }: Understanding, when: Timed): boolean =>
  activity === undefined && welcome === undefined && !substitute && intent !== 'same_as' && !namesTime(when);

const answered = (card: Card): Answer => ({ kind: 'card', card });

/** A yes or a no with nothing else in it, and no question it could answer. */
const isAboutVisit = ({ intent, activity }: Understanding): boolean =>
  activity === undefined && (intent === 'accept' || intent === 'unavailable' || intent === 'propose_time');

export const hearUnsure = async (counter: Counter, meant?: AskView): Promise<Answer> => {
  const open = await openAsksOfTeacher(counter.trx, counter.me.id, counter.local.date);
  const ask = meant ?? open.find((waiting) => waiting.timesAsked > 0 && !hasPassed(counter, waiting));
  if (!ask) return answered(unknownWordsCard(counter.me.role));
  await notSureYet(counter, ask);
  const card = await composeAsk(counter, ask.id);
  // Its buttons are on the card she was asked with, which says the same by now.
  const isThere = await wasShown(counter.trx, ask.id, counter.me.id);
  return card ? answered(isThere ? { ...card, actions: [] } : card) : { kind: 'none' };
};

type Timed = Extract<WhenResult, { ok: true }>;

/** The open question these words fit: one about the same day and hour, or the first she has seen when neither is named. */
const askMeant = async (counter: Counter, when: Timed): Promise<AskView | undefined> => {
  const open = await openAsksOfTeacher(counter.trx, counter.me.id, counter.local.date);
  return open.find(
    (ask) =>
      !hasPassed(counter, ask) &&
      (namesTime(when) || ask.timesAsked > 0) &&
      (when.date === undefined || when.date === ask.date) &&
      (when.start === undefined || Math.abs(when.start - ask.start) < SAME_HOUR) &&
      (when.end === undefined || when.start !== undefined || when.end > ask.start),
  );
};

const namesTime = ({ date, start, end }: Timed): boolean =>
  date !== undefined || start !== undefined || end !== undefined;

/** In minutes: “10:15” still answers a question about ten o'clock. */
const SAME_HOUR = 60;

/** A refusal without an activity still closes that time: nobody is sent into the room on a guess. */
const kindMeant = async (counter: Counter, heard: Understanding, room: string, ask: AskView | undefined) => {
  if (heard.intent === 'same_as')
    return (await kindBefore(counter, heard.ref ?? 'last_week', room, ask)) ?? 'unknown before';
  return heard.activity ?? (heard.welcome === 'no' || heard.substitute ? 'other' : undefined);
};

/** Never a shrug: the class's likeliest activities at that time, one tap each. */
const likeliest = async (counter: Counter, ask: AskView | undefined): Promise<Card> => {
  if (!ask) return note('answer', 'What is the class doing?', whenToSayNote);
  const week = await classWeek(counter.trx, ask.classroomId, ask.date, ask.date);
  const where = `${ask.classroomName}, ${formatWhen(ask.date, ask, counter.local.date)}`;
  return likelyCard(ask.id, ask.version, where, likelyKinds(week, ask.date, ask));
};
