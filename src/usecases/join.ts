import type { School } from '../core/classroom.ts';
import type { Faults } from '../core/form.ts';
import { type Address, disciplines } from '../core/people.ts';
import { readWords } from '../core/reading/read-words.ts';
import { type Instant, localTime } from '../core/time.ts';
import { joinFaults, joinForm, newcomerCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Profile } from '../ports/directory.ts';
import type { Answer, InboundEvent } from '../ports/inbound.ts';
import { rememberAddress } from '../store/addresses.ts';
import { callerAt } from '../store/callers.ts';
import { addClassroom, classroomByName } from '../store/classrooms.ts';
import { addMember, unmetMember } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { schools } from '../store/schools.ts';
import { takeTurn } from '../store/turns.ts';
import { field, type Submit } from './door.ts';
import { firstSchool } from './first-school.ts';
import { redeemCode } from './invite-by-code.ts';

export interface Newcomer {
  readonly trx: Trx;
  readonly now: Instant;
  readonly from: Address;
  /** As the platform knows them, to start the form with. */
  readonly profile: Profile;
}

/** Offered where the platform does not tell; the form shows it and it can be changed. */
const USUAL_ZONE = 'America/New_York';

/** Somebody of a known tenant whom nobody has named yet: a code or a few questions make them a member. */
export const meetNewcomer = async (newcomer: Newcomer, event: InboundEvent): Promise<Answer> => {
  const { trx, now, from, profile } = newcomer;
  if (event.kind === 'submit' && event.form === 'join') return join(newcomer, event);
  if (event.kind === 'tap' && event.action === 'join.open') {
    return { kind: 'form', form: joinForm(profile.name, await schools(trx), profile.zone ?? USUAL_ZONE) };
  }
  if (event.kind === 'words') {
    const reading = readWords(event.text, localTime(now, USUAL_ZONE));
    if (reading.kind === 'code')
      return { kind: 'card', card: await redeemCode(trx, reading.code, from, now) };
  }
  return { kind: 'card', card: newcomerCard() };
};

const join = async (newcomer: Newcomer, submit: Submit): Promise<Answer> => {
  const { trx, from, now } = newcomer;
  await takeTurn(trx, 'join');
  const already = await callerAt(trx, from, now);
  if (already) return { kind: 'card', card: welcomeCard(already.member.name, already.member.role) };
  const wish = readWish(submit);
  const school = await schoolFor(trx, submit);
  const faults: Record<string, string> = { ...wish.faults, ...('faults' in school ? school.faults : {}) };
  const id = 'id' in school ? school.id : undefined;
  const { name, room, discipline } = wish;
  const role = discipline ? 'therapist' : 'teacher';
  const listed = id === undefined ? undefined : await unmetMember(trx, { schoolId: id, name, role });
  const taken = id && !discipline && room !== '' ? await classroomByName(trx, id, room) : undefined;
  if (taken && taken.teacherId !== listed?.id) faults['room'] = joinFaults.roomTaken;
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const schoolId = id ?? ('add' in school ? await school.add() : '');
  const memberId =
    listed?.id ?? (await addMember(trx, { schoolId, name, role, ...(discipline ? { discipline } : {}) }));
  if (!discipline && !taken) await addClassroom(trx, { schoolId, teacherId: memberId, name: room });
  await rememberAddress(trx, memberId, from, now);
  return { kind: 'card', card: welcomeCard(listed?.name ?? name, role) };
};

const readWish = ({ values }: Submit) => {
  const name = field(values, 'name');
  const role = field(values, 'role');
  const room = field(values, 'room').slice(0, 40);
  const discipline = disciplines.find((known) => known === role);
  const faults: Record<string, string> = {};
  if (name === '' || name.length > 60) faults['name'] = joinFaults.name;
  if (role !== 'teacher' && !discipline) faults['role'] = joinFaults.role;
  if (role === 'teacher' && room === '') faults['room'] = joinFaults.room;
  return { name, room, discipline, faults };
};

type SchoolWish = Pick<School, 'id'> | { readonly add: () => Promise<string> } | { readonly faults: Faults };

/** One that is there, or, from the very first person, a new one. */
const schoolFor = async (trx: Trx, submit: Submit): Promise<SchoolWish> => {
  const known = await schools(trx);
  if (known.length === 0) return firstSchool(trx, submit.values);
  const chosen = known.find((school) => school.id === field(submit.values, 'school'));
  return chosen ?? { faults: { school: joinFaults.school } };
};
