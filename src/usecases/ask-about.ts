import { ASKS_PER_TEACHER_AND_WEEK } from '../core/ask-plan.ts';
import type { Card } from '../core/card.ts';
import { activityAt, sourceAge } from '../core/class-day.ts';
import { findByWords } from '../core/reading/find-by-words.ts';
import type { WhenResult } from '../core/reading/read-when.ts';
import { instantOf, type LocalDate, localTime, type Minute } from '../core/time.ts';
import { bellsOn } from '../core/timetable.ts';
import {
  alreadyAskedCard,
  askedEnoughCard,
  askHelp,
  knownCard,
  noClassThenCard,
  noSchoolThenCard,
  noSuchPlaceCard,
  notPairedCard,
  untoldTitle,
  whenToSayNote,
  whichPlaceCard,
  willAskCard,
} from '../core/wording/ask.ts';
import { formatClock } from '../core/wording/clock-words.ts';
import { note } from '../core/wording/parts.ts';
import { momentWords, noMinuteInTime } from '../core/wording/sent-when.ts';
import { unknownWordsCard } from '../core/wording/welcome.ts';
import { whenFaultCard } from '../core/wording/when.ts';
import { type AskView, asksInWeek, ensureAsk } from '../store/asks.ts';
import { memberByAddress } from '../store/members.ts';
import { activePairingsOf, type PairingView } from '../store/pairings.ts';
import { takeTurn } from '../store/turns.ts';
import { classWeek } from './class-week.ts';
import type { Counter } from './desk.ts';
import { nextOpenFor, tell } from './tell.ts';

/** Minutes of a question when nothing tells how long the activity lasts. */
const USUAL_SLOT_MINUTES = 30;

/** What a class does at a time: told at once when known, asked at the teacher's next free minute when not. */
export const askAbout = async (counter: Counter, about: string, when: WhenResult): Promise<Card> => {
  if (!when.ok) return whenFaultCard(when.why, when.said);
  const place = await findPlace(counter, about);
  if ('card' in place) return place.card;
  if (when.start === undefined) return note('ask-help', 'When?', askHelp);
  const { pairing } = place;
  const date = when.date ?? counter.local.date;
  const week = await classWeek(counter.trx, pairing.classroomId, date, date);
  const school = week.school ?? counter.school;
  const { date: today, minute } = localTime(counter.now, school.zone);
  const hours = bellsOn(school, date);
  if (hours === undefined) return noSchoolThenCard(date, today);
  const known = activityAt(week, date, when.start);
  // A bare “at 10” means today's; over is over, whatever the routine says of it.
  if (date === today && (known?.end ?? when.end ?? when.start) < minute)
    return whenFaultCard('past', formatClock(when.start));
  if (known)
    return knownCard(pairing.classroomName, date, known, sourceAge(known, today, school.zone), today);
  if (when.start < hours.start || when.start >= hours.end)
    return noClassThenCard(pairing.classroomName, when.start, hours);
  if (pairing.teacherId === counter.me.id) return note('ask-help', untoldTitle, whenToSayNote);
  return putQuestion(counter, pairing, { date, start: when.start, end: when.end, zone: school.zone });
};

const putQuestion = async (
  counter: Counter,
  pairing: PairingView,
  slot: {
    readonly date: LocalDate;
    readonly start: Minute;
    readonly end: Minute | undefined;
    readonly zone: string;
  },
): Promise<Card> => {
  const { date, start, end } = slot;
  const { trx, now, school, local } = counter;
  await takeTurn(trx, `asks of ${pairing.teacherId}`);
  // The weekly limit counts every question about that week, whoever wanted it.
  const asked = await asksInWeek(trx, pairing.teacherId, date);
  const standing = asked.find((ask) => isAbout(ask, pairing, date, start));
  if (standing && standing.timesAsked > 0)
    return alreadyAskedCard(pairing.classroomName, pairing.teacherName, date, start, local.date);
  if (!standing && asked.length >= ASKS_PER_TEACHER_AND_WEEK)
    return askedEnoughCard(pairing.classroomName, pairing.teacherName);
  const usefulUntil = instantOf(date, start, slot.zone);
  const due = await nextOpenFor(trx, pairing.teacherId, now, usefulUntil);
  if (due === undefined) return note('will-ask', noMinuteInTime(pairing.teacherName));
  const ask =
    standing ??
    (await ensureAsk(
      trx,
      {
        classroomId: pairing.classroomId,
        teacherId: pairing.teacherId,
        date,
        start,
        end: end ?? start + USUAL_SLOT_MINUTES,
      },
      now,
    ));
  await tell(trx, { to: pairing.teacherId, purpose: 'ask', subjectId: ask.id, usefulUntil }, now);
  const moment = localTime(due, school.zone);
  return willAskCard(
    pairing.classroomName,
    pairing.teacherName,
    momentWords(moment.date, moment.minute, local),
    date,
    start,
    local.date,
  );
};

/** A question that stands already costs nothing more, and she isn't asked the same ten minutes later. */
const isAbout = (ask: AskView, pairing: PairingView, date: LocalDate, start: Minute): boolean =>
  ask.classroomId === pairing.classroomId &&
  ask.date === date &&
  (ask.start === start || (ask.state !== 'answered' && ask.start < start && start < ask.end));

type Found = { readonly pairing: PairingView } | { readonly card: Card };

/** A room, a teacher's name or a mention, among the classes this person works in; her only one when left out. */
const findPlace = async (counter: Counter, about: string): Promise<Found> => {
  const pairings = distinctRooms(await activePairingsOf(counter.trx, counter.me.id));
  const words = about.trim();
  const only = pairings[0];
  if (words === '' && only && pairings.length === 1) return { pairing: only };
  if (words === '' && pairings.length > 1)
    return { card: whichPlaceCard(pairings.map((pairing) => pairing.classroomName)) };
  const mentioned = /<@([^<>|\s]+)[|>]/.exec(words)?.[1];
  const found = mentioned
    ? await mentionedPairings(counter, mentioned, pairings)
    : findByWords(
        words,
        pairings.map((pairing) => ({ value: pairing, names: [pairing.classroomName, pairing.teacherName] })),
      );
  const [first, second] = found;
  if (first && second) return { card: whichPlaceCard(found.map((pairing) => pairing.classroomName)) };
  if (first) return { pairing: first };
  // A question of hers that names no class of hers was about something else.
  if (counter.me.role === 'teacher') return { card: unknownWordsCard('teacher') };
  return {
    card: mentioned
      ? notPairedCard('that teacher')
      : noSuchPlaceCard(
          words,
          pairings.map((pairing) => pairing.classroomName),
        ),
  };
};

const mentionedPairings = async (
  counter: Counter,
  userId: string,
  pairings: readonly PairingView[],
): Promise<PairingView[]> => {
  const member = await memberByAddress(counter.trx, counter.from.platform, counter.from.tenantId, userId);
  return member ? pairings.filter((pairing) => pairing.teacherId === member.id) : [];
};

/** Two therapists share a room; a teacher asking about it means the room. */
const distinctRooms = (pairings: readonly PairingView[]): PairingView[] => [
  ...new Map(pairings.map((pairing) => [pairing.classroomId, pairing])).values(),
];
