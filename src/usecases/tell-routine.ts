import { type ActivityKind, isAway } from '../core/activity-kind.ts';
import type { Card } from '../core/card.ts';
import type { Block, School } from '../core/classroom.ts';
import { guessWeek } from '../core/import/guess-week.ts';
import { type RoutineBlock, readRoutine } from '../core/reading/read-routine.ts';
import { routineOffer } from '../core/routine-offer.ts';
import { isDate, type LocalDate, overlaps, type Span, type Weekday, weekdayOf } from '../core/time.ts';
import {
  noRoomCard,
  ownTimes,
  routineCard,
  routineFaultCard,
  routineFaults,
  routineForm,
  routineKeptCard,
  whichRoomCard,
} from '../core/wording/routine.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { onlyTeachersCard } from '../core/wording/welcome.ts';
import type { Answer } from '../ports/inbound.ts';
import { type BlockOwner, blocksOf, replaceBlocks } from '../store/blocks.ts';
import { calendarOf } from '../store/calendars.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import { classWeek } from './class-week.ts';
import type { Counter, Desk } from './desk.ts';
import { field, type OnCommand, type OnSubmit, type OnTap } from './door.ts';
import { myDay } from './my-day.ts';
import { replanQueued } from './replan.ts';

/** `/pushin routine`: alone it shows the week; with words it adds to it. */
export const routineCommand: OnCommand = async (counter, rest) => {
  const place = await placeOf(counter);
  if ('card' in place) return { kind: 'card', card: place.card };
  if (rest.trim() === '') return { kind: 'card', card: await drawRoutine(counter, place) };
  const told = read(rest, place, counter.school);
  if ('faults' in told) return { kind: 'card', card: routineFaultCard(told.faults) };
  await layInto(counter, place.owner, told.blocks);
  return { kind: 'card', card: await drawRoutine(counter, place, told.guessed) };
};

/** “Every Tuesday”, offered because it was told twice; worked out again, so a card of last month adds nothing. */
export const keepOffered: OnTap = async (counter, tap) => {
  const [, date = '', minute = ''] = /^(\d{4}-\d\d-\d\d)\/(\d{1,4})$/.exec(tap.value ?? '') ?? [];
  const rooms = await classroomsOfTeacher(counter.trx, counter.me.id);
  const room = rooms.find(({ id }) => id === tap.ref);
  const week = room && isDate(date) ? await classWeek(counter.trx, room.id, date, date) : undefined;
  const school = week?.school;
  const offer = week && school && routineOffer({ ...week, school }, date, Number(minute));
  if (!room || !offer) return { kind: 'replace', card: outdatedCard() };
  await layInto(counter, { classroomId: room.id }, [offer.block]);
  return { kind: 'replace', card: routineKeptCard(offer.block, room.id) };
};

/** “Every week”, said of one day. */
export const keepEveryWeek = async (
  counter: Counter,
  told: Span & { readonly classroomId: string; readonly date: LocalDate; readonly kind: ActivityKind },
): Promise<Answer> => {
  const { classroomId, start, end, kind } = told;
  const block = { weekdays: [weekdayOf(told.date)], start, end, kind, withStudents: !isAway(kind) };
  await layInto(counter, { classroomId }, [block]);
  return { kind: 'replace', card: routineKeptCard(block, classroomId) };
};

export const openRoutineForm: OnTap = async (counter, tap) => {
  const place = await placeOf(counter, tap.ref);
  if ('card' in place) return { kind: 'card', card: place.card };
  const known = await blocksOf(counter.trx, place.owner);
  if (known.length > 0 || !place.forTeacher)
    return { kind: 'form', form: routineForm(place, known.filter(isPlain)) };
  const guess = guessWeek(await calendarOf(counter.trx, counter.school.id));
  return { kind: 'form', form: routineForm(place, guess, guess.length > 0) };
};

/** The form holds the whole week in words, so what it no longer says is gone. */
export const saveRoutine: OnSubmit = async (counter, submit) => {
  const place = await placeOf(counter, submit.ref);
  if ('card' in place) return { kind: 'card', card: place.card };
  const told = read(field(submit.values, 'words'), place, counter.school);
  if ('faults' in told) return { kind: 'faults', faults: { words: told.faults.join(' ') } };
  const known = await blocksOf(counter.trx, place.owner);
  await keep(counter, place.owner, [...known.filter(not(isPlain)), ...told.blocks]);
  return { kind: 'card', card: await drawRoutine(counter, place, told.guessed) };
};

/** What words can tell: by weekday and clock, all year. The rest came in by tables, and goes by them. */
const isPlain = ({ cycleDays, period, effective }: Block): boolean => !cycleDays && !period && !effective;
const not =
  (is: (block: Block) => boolean) =>
  (block: Block): boolean =>
    !is(block);

interface Place {
  readonly ref: string;
  readonly name: string;
  readonly owner: BlockOwner;
  readonly forTeacher: boolean;
}

/** A teacher's class, or a therapist's own hours with students. */
const placeOf = async (desk: Desk, ref = ''): Promise<Place | { card: Card }> => {
  if (desk.me.role === 'therapist') {
    return { ref: '', name: ownTimes, owner: { memberId: desk.me.id }, forTeacher: false };
  }
  if (desk.me.role !== 'teacher') return { card: onlyTeachersCard() };
  const rooms = await classroomsOfTeacher(desk.trx, desk.me.id);
  const room = ref === '' ? rooms[0] : rooms.find((known) => known.id === ref);
  if (!room) return { card: noRoomCard() };
  if (ref === '' && rooms.length > 1) return { card: whichRoomCard(rooms) };
  return { ref: room.id, name: room.name, owner: { classroomId: room.id }, forTeacher: true };
};

/** What was told, whole: every end known, and whether students are there. */
const read = (
  words: string,
  place: Place,
  school: School,
): { blocks: Block[]; guessed: Block[] } | { faults: string[] } => {
  const { blocks, faults } = readRoutine(words, place.forTeacher ? undefined : 'other');
  if (faults.length > 0) return { faults: faults.map((fault) => routineFaults[fault.why](fault.line)) };
  if (blocks.length === 0) return { faults: [routineFaults.empty] };
  const whole = blocks.map((block) => toBlock(block, blocks, place, school));
  return { blocks: whole, guessed: whole.filter((_, index) => blocks[index]?.end === undefined) };
};

/** A block told without its end lasts until the next one that day, at most this long. */
const USUAL_MINUTES = 45;

const toBlock = (told: RoutineBlock, all: readonly RoutineBlock[], place: Place, school: School): Block => {
  const next = all
    .filter((other) => other.start > told.start && other.weekdays.some((day) => told.weekdays.includes(day)))
    .reduce((earliest, other) => Math.min(earliest, other.start), Math.max(school.lastBell, told.start + 5));
  const end = told.end ?? Math.min(next, told.start + USUAL_MINUTES);
  const withStudents = place.forTeacher ? !isAway(told.kind) : told.kind !== 'lunch' && told.kind !== 'prep';
  return { weekdays: told.weekdays, start: told.start, end, kind: told.kind, withStudents };
};

/** New blocks take their time from old ones, on their own days only. */
const laidOver = (old: readonly Block[], told: readonly Block[]): Block[] => {
  const kept = old.flatMap((block) => {
    const weekdays = block.weekdays.filter(
      (day: Weekday) => !told.some((fresh) => fresh.weekdays.includes(day) && overlaps(fresh, block)),
    );
    return weekdays.length === 0 ? [] : [{ ...block, weekdays }];
  });
  return [...kept, ...told].sort((a, b) => a.start - b.start);
};

const layInto = async (counter: Counter, owner: BlockOwner, told: readonly Block[]): Promise<void> => {
  const known = await blocksOf(counter.trx, owner);
  const plain = told.some(not(isPlain))
    ? [...known.filter(isPlain), ...told]
    : laidOver(known.filter(isPlain), told);
  await keep(counter, owner, [...known.filter(not(isPlain)), ...plain]);
};

const keep = async (counter: Counter, owner: BlockOwner, blocks: readonly Block[]): Promise<void> => {
  await replaceBlocks(counter.trx, owner, blocks);
  await replanQueued(counter.trx, counter.me, counter.now);
};

const drawRoutine = async (desk: Desk, place: Place, guessed: readonly Block[] = []): Promise<Card> =>
  routineCard({
    place: place.name,
    ofClass: place.forTeacher,
    ref: place.ref,
    blocks: await blocksOf(desk.trx, place.owner),
    myDay: await myDay(desk),
    today: desk.local.date,
    guessed,
  });
