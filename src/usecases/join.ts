import type { Address } from '../core/people.ts';
import { disciplines } from '../core/people.ts';
import { readWords } from '../core/reading/read-words.ts';
import { type Instant, localTime } from '../core/time.ts';
import { joinFaults, joinForm, newcomerCard, noSchoolYetCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Answer, InboundEvent } from '../ports/inbound.ts';
import { rememberAddress } from '../store/addresses.ts';
import { addClassroom, classroomByName } from '../store/classrooms.ts';
import { addMember } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { schools } from '../store/schools.ts';
import { field, type Submit } from './door.ts';
import { redeemCode } from './invite-by-code.ts';

export interface Newcomer {
  readonly trx: Trx;
  readonly now: Instant;
  readonly from: Address;
  /** As the platform knows them, to start the form with. */
  readonly name: string;
}

/** Somebody of a known tenant whom nobody has named yet: a code or three questions make them a member. */
export const meetNewcomer = async (newcomer: Newcomer, event: InboundEvent): Promise<Answer> => {
  if (event.kind === 'submit' && event.form === 'join') return join(newcomer, event);
  if (event.kind === 'tap' && event.action === 'join.open') {
    const known = await schools(newcomer.trx);
    if (known.length === 0) return { kind: 'card', card: noSchoolYetCard() };
    return { kind: 'form', form: joinForm(newcomer.name, known) };
  }
  if (event.kind === 'words') {
    const reading = readWords(event.text, localTime(newcomer.now, 'utc'));
    if (reading.kind === 'code') {
      return {
        kind: 'card',
        card: await redeemCode(newcomer.trx, reading.code, newcomer.from, newcomer.now),
      };
    }
  }
  return { kind: 'card', card: newcomerCard() };
};

const join = async (newcomer: Newcomer, submit: Submit): Promise<Answer> => {
  const { trx } = newcomer;
  const name = field(submit.values, 'name');
  const role = field(submit.values, 'role');
  const room = field(submit.values, 'room').slice(0, 40);
  const school = (await schools(trx)).find((known) => known.id === field(submit.values, 'school'));
  const discipline = disciplines.find((known) => known === role);
  const faults: Record<string, string> = {};
  if (name === '' || name.length > 60) faults['name'] = joinFaults.name;
  if (role !== 'teacher' && !discipline) faults['role'] = joinFaults.role;
  if (!school) faults['school'] = joinFaults.school;
  if (role === 'teacher' && room === '') faults['room'] = joinFaults.room;
  if (role === 'teacher' && school && room !== '' && (await classroomByName(trx, school.id, room)))
    faults['room'] = joinFaults.roomTaken;
  if (!school || Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const id = await addMember(trx, {
    schoolId: school.id,
    name,
    ...(discipline ? { role: 'therapist', discipline } : { role: 'teacher' }),
  });
  if (!discipline) await addClassroom(trx, { schoolId: school.id, teacherId: id, name: room });
  await rememberAddress(trx, id, newcomer.from, newcomer.now);
  return { kind: 'card', card: welcomeCard(name, discipline ? 'therapist' : 'teacher') };
};
