import { type FocusArea, focusAreas } from '../core/focus-area.ts';
import type { Faults } from '../core/form.ts';
import { pairMandates, type Rhythm, type StudentLine } from '../core/minutes/tracks.ts';
import { aliasFault, readAliases } from '../core/reading/read-alias.ts';
import { DAY } from '../core/time.ts';
import { NEW_TEACHER, pairFaults, pairForm, pairingStatusCard } from '../core/wording/pair.ts';
import type { Answer } from '../ports/inbound.ts';
import { isMet } from '../store/addresses.ts';
import {
  addClassroom,
  classroomByName,
  classroomsOfTeacher,
  classroomsOfTeachers,
} from '../store/classrooms.ts';
import { addMember, membersOfRole } from '../store/members.ts';
import { invite, pairingById, standingPairing, wasDeclined } from '../store/pairings.ts';
import { schools } from '../store/schools.ts';
import { addMandates } from '../store/student-mandates.ts';
import { addStudents, studentsOfPairing } from '../store/students.ts';
import type { Counter } from './desk.ts';
import { chosen, field, fields, isWhole, type OnSubmit, type Submit } from './door.ts';
import { inviteByCode } from './invite-by-code.ts';
import { linesFor, readSettings, rhythmFault } from './read-mandate.ts';
import { rememberShown } from './remember-shown.ts';
import { tell } from './tell.ts';
import { whenWords } from './when-words.ts';

export const openPairForm = async ({ trx, me }: Counter): Promise<Answer> => {
  const teachers = await membersOfRole(trx, 'teacher');
  const rooms = await classroomsOfTeachers(
    trx,
    teachers.map(({ id }) => id),
  );
  const all = await schools(trx);
  const choices = teachers.map(({ id, name, schoolId }) => ({
    id,
    name,
    rooms: rooms.filter(({ teacherId }) => teacherId === id).map((room) => room.name),
    // Two schools of a district each have a Room 12.
    school: all.length > 1 ? (all.find((school) => school.id === schoolId)?.name ?? '') : '',
    isNear: schoolId === me.schoolId,
  }));
  const near = choices.filter(({ isNear }) => isNear);
  return { kind: 'form', form: pairForm([...near, ...choices.filter(({ isNear }) => !isNear)]) };
};

/** A “not now” that is asked again next day was no free choice. */
const REST_AFTER_NO = 28 * DAY;

/** Invites the teacher. Until her yes, nothing else happens in her room. */
export const pairUp: OnSubmit = async (counter, submit) => {
  const wish = readWish(submit);
  if ('faults' in wish) return { kind: 'faults', faults: wish.faults };
  const place = await findPlace(counter, wish);
  if ('faults' in place) return { kind: 'faults', faults: place.faults };
  const { teacher, classroom } = place;
  const twice = pairFaults.twice(teacher.name, classroom.name);
  const met = await isMet(counter.trx, teacher.id);
  const standing = await standingPairing(counter.trx, counter.me.id, classroom.id);
  // A code that was lost or grew too old: paired again, a new one is given.
  if (standing?.state === 'invited' && !met)
    return { kind: 'card', card: await inviteByCode(counter, teacher) };
  if (standing) return { kind: 'faults', faults: { teacher: twice } };
  const lately = counter.now - REST_AFTER_NO;
  if (await wasDeclined(counter.trx, counter.me.id, classroom.id, lately))
    return { kind: 'faults', faults: { teacher: pairFaults.notNow(teacher.name) } };

  const inClass = pairMandates(wish.lines, wish).find(({ track }) => track === 'in_class');
  const pairingId = await invite(
    counter.trx,
    {
      therapistId: counter.me.id,
      teacherId: teacher.id,
      classroomId: classroom.id,
      focuses: wish.focuses,
      visitCount: inClass?.count ?? 0,
      visitMinutes: inClass?.minutes ?? wish.minutes,
      period: wish.period,
    },
    counter.now,
  );
  if (pairingId === undefined) return { kind: 'faults', faults: { teacher: twice } };
  await addStudents(counter.trx, pairingId, classroom.id, wish.aliases);
  const students = await studentsOfPairing(counter.trx, pairingId);
  const lines = wish.lines.map(({ student, ...line }) => ({
    ...line,
    studentId: students.find(({ alias }) => alias.toLowerCase() === student.alias.toLowerCase())?.id ?? null,
  }));
  await addMandates(counter.trx, pairingId, { ...wish, lines });
  if (!met) return { kind: 'card', card: await inviteByCode(counter, teacher) };

  const due = await tell(
    counter.trx,
    { to: teacher.id, purpose: 'invitation', subjectId: pairingId },
    counter.now,
  );
  const pairing = await pairingById(counter.trx, pairingId);
  if (!pairing) throw new Error(`pairing ${pairingId} is gone within its own transaction`);
  const status = { purpose: 'pairing-status', subjectId: pairingId, occasion: 'invited' } as const;
  return {
    kind: 'card',
    card: pairingStatusCard(pairing, whenWords(counter, due, teacher.name)),
    shown: (message) => counter.later((trx) => rememberShown({ ...counter, trx }, status, message)),
  };
};

interface Wish {
  readonly teacher: string;
  readonly newTeacher: string;
  readonly room: string;
  readonly focuses: readonly FocusArea[];
  readonly aliases: readonly string[];
  /** Student by student, by alias. */
  readonly lines: readonly (StudentLine & { readonly student: { readonly alias: string } })[];
  readonly rhythm: Rhythm;
  readonly minutes: number;
  readonly period: 'week' | 'month' | 'quarter';
}

const readWish = (submit: Submit): Wish | { faults: Faults } => {
  const { values } = submit;
  const teacher = field(values, 'teacher');
  const newTeacher = field(values, 'newTeacher');
  const focuses = focusAreas.filter((focus) => fields(values, 'focuses').includes(focus));
  const aliases = readAliases(field(values, 'students'));
  const period = chosen(values, 'period', ['month', 'quarter']) ?? 'week';
  const count = Number(field(values, 'count'));
  const minutes = Number(field(values, 'minutes'));
  const faults: Record<string, string> = {};
  if (teacher === '') faults['teacher'] = pairFaults.teacher;
  if (teacher === NEW_TEACHER && (newTeacher === '' || newTeacher.length > 60))
    faults['newTeacher'] = pairFaults.newTeacher;
  if (teacher === NEW_TEACHER && field(values, 'room') === '') faults['room'] = pairFaults.room;
  if (focuses.length < 1 || focuses.length > 6) faults['focuses'] = pairFaults.focuses;
  const aliasesFault = studentsFault(aliases, fields(values, 'keep').includes('yes'));
  if (aliasesFault) faults['students'] = aliasesFault;
  if (!isWhole(count, 1, 10)) faults['count'] = pairFaults.mandate;
  if (!isWhole(minutes, 5, 120)) faults['minutes'] = pairFaults.mandate;
  const said = readSettings(submit, aliases);
  if ('faults' in said) return { faults: { ...faults, ...said.faults } };
  const { setting = 'push_in', rhythm = 'every_week', differing } = said;
  const students = aliases.map((alias) => ({ alias }));
  const lines = linesFor(students, () => [{ count, minutes, setting }], differing);
  Object.assign(faults, rhythmFault(rhythm, period, lines));
  if (Object.keys(faults).length > 0) return { faults };
  return {
    teacher,
    newTeacher,
    room: field(values, 'room').slice(0, 40),
    focuses,
    aliases,
    lines,
    rhythm,
    minutes,
    period,
  };
};

/** In characters, also when a name is kept as typed; the column's own check says the same. */
const LONGEST_KEPT = 40;

/** A full name is refused once, with the reason; the therapist decides. */
const studentsFault = (aliases: readonly string[], keep: boolean): string | undefined => {
  if (aliases.length === 0) return pairFaults.noStudents;
  for (const alias of aliases) {
    const fault = aliasFault(alias);
    if (fault === 'looks-like-a-name' && !keep) return pairFaults.aliasIsName(alias);
    if (fault === 'too-long' || alias.length > LONGEST_KEPT) return pairFaults.aliasTooLong;
    if (fault === 'empty') return pairFaults.noStudents;
  }
  return undefined;
};

type Place = {
  readonly teacher: { readonly id: string; readonly name: string };
  readonly classroom: { readonly id: string; readonly name: string };
};

const findPlace = async (counter: Counter, wish: Wish): Promise<Place | { faults: Faults }> => {
  const { trx, me } = counter;
  const known = (await membersOfRole(trx, 'teacher')).find((member) => member.id === wish.teacher);
  if (!known && wish.teacher !== NEW_TEACHER) return { faults: { teacher: pairFaults.teacher } };
  const schoolId = known?.schoolId ?? me.schoolId;
  const rooms = known ? await classroomsOfTeacher(trx, known.id) : [];
  const onlyRoom = rooms.length === 1 ? rooms[0] : undefined;
  if (wish.room === '' && !onlyRoom) return { faults: { room: pairFaults.room } };
  const room = wish.room === '' ? onlyRoom : await classroomByName(trx, schoolId, wish.room);
  if (room && room.teacherId !== known?.id) return { faults: { room: pairFaults.roomTaken(room.name) } };
  const teacher = known
    ? { id: known.id, name: known.name }
    : {
        id: await addMember(trx, { schoolId, name: wish.newTeacher, role: 'teacher' }),
        name: wish.newTeacher,
      };
  const classroom = room ?? {
    id: await addClassroom(trx, { schoolId, teacherId: teacher.id, name: wish.room }),
    name: wish.room,
  };
  return { teacher, classroom };
};
