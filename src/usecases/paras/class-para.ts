import {
  classParaCard,
  NEW_PARA,
  paraAddedCard,
  paraFaults,
  paraForm,
  paraLeftCard,
} from '../../core/wording/para.ts';
import { noRoomCard } from '../../core/wording/routine.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { isMet } from '../../store/addresses.ts';
import { classroomById, classroomsOfTeacher } from '../../store/classrooms.ts';
import { addInvitation } from '../../store/invitations.ts';
import { addMember, memberById, memberByName, membersOfRole } from '../../store/members.ts';
import { addClassPara, isInClass, removeClassPara } from '../../store/paras.ts';
import type { Composer } from '../compose/composer.ts';
import type { Counter, Desk } from '../desk.ts';
import { field, isId, type OnSubmit, type OnTap } from '../door.ts';
import { newCode } from '../new-code.ts';
import { tell } from '../tell.ts';

const parasOfSchool = async ({ trx, me }: Desk) =>
  (await membersOfRole(trx, 'para')).filter(({ schoolId }) => schoolId === me.schoolId);

/** A teacher names the para of her class: with her own hand, because the para then sees who comes. */
export const openParaForm: OnTap = async (counter) => {
  const rooms = await classroomsOfTeacher(counter.trx, counter.me.id);
  if (rooms.length === 0) return { kind: 'card', card: noRoomCard() };
  return { kind: 'form', form: paraForm(rooms, await parasOfSchool(counter)) };
};

export const nameClassPara: OnSubmit = async (counter, submit) => {
  const { trx, me, now } = counter;
  const rooms = await classroomsOfTeacher(trx, me.id);
  const room = rooms.length === 1 ? rooms[0] : rooms.find(({ id }) => id === field(submit.values, 'room'));
  if (!room) return { kind: 'faults', faults: { room: paraFaults.room } };
  const para = await paraSaid(counter, field(submit.values, 'para'), field(submit.values, 'name'));
  if ('faults' in para) return { kind: 'faults', faults: para.faults };
  await addClassPara(trx, room.id, para.id, now);
  if (await isMet(trx, para.id)) {
    await tell(trx, { to: para.id, purpose: 'class-para', subjectId: room.id, occasion: String(now) }, now);
    return { kind: 'card', card: paraAddedCard(room.id, para, room.name, undefined) };
  }
  const code = newCode();
  await addInvitation(trx, code, para.id, now);
  return { kind: 'card', card: paraAddedCard(room.id, para, room.name, code) };
};

const paraSaid = async (
  counter: Counter,
  chosen: string,
  name: string,
): Promise<{ id: string; name: string } | { faults: Record<string, string> }> => {
  const { trx, me } = counter;
  if (chosen !== NEW_PARA) {
    const known = (await parasOfSchool(counter)).find(({ id }) => id === chosen);
    return known ?? { faults: { para: paraFaults.para } };
  }
  if (name === '' || name.length > 60) return { faults: { name: paraFaults.name } };
  const namesake = await memberByName(trx, me.schoolId, name);
  if (namesake?.role === 'para' && namesake.active) return namesake;
  return { id: await addMember(trx, { schoolId: me.schoolId, name, role: 'para' }), name };
};

/** Her teacher or she herself says so. */
export const leaveClass: OnTap = async ({ trx, me }, tap) => {
  const room = isId(tap.ref) ? await classroomById(trx, tap.ref) : undefined;
  const paraId = me.role === 'para' ? me.id : (tap.value ?? '');
  const mayNot = me.role === 'teacher' && room?.teacherId !== me.id;
  if (!room || mayNot || !isId(paraId) || !(await isInClass(trx, room.id, paraId)))
    return { kind: 'replace', card: outdatedCard() };
  await removeClassPara(trx, room.id, paraId);
  return { kind: 'replace', card: paraLeftCard(room.name) };
};

export const composeClassPara: Composer = async ({ trx, me }, classroomId) => {
  const room = await classroomById(trx, classroomId);
  if (!room || !(await isInClass(trx, room.id, me.id))) return undefined;
  return classParaCard(room.id, (await memberById(trx, room.teacherId)).name, room.name);
};
