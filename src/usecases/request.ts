import { findExposed } from '../core/exposure/find-exposed.ts';
import { type About, abouts, answers } from '../core/request.ts';
import {
  nobodyPairedCard,
  requestDraftCard,
  requestFaults,
  requestForm,
  requestReadCard,
  requestStatusCard,
} from '../core/wording/request.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { onlyTeachersCard } from '../core/wording/welcome.ts';
import type { Answer } from '../ports/inbound.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import { cancelQueued, refresh, wasShown } from '../store/outbox.ts';
import { activePairingsOfClassroom } from '../store/pairings.ts';
import { addRequest, type RequestView, requestById, settleRequest } from '../store/requests.ts';
import { strategiesAnswering } from '../store/strategies.ts';
import { aliasesOfClassrooms } from '../store/students.ts';
import { drawRequest } from './compose/request.ts';
import type { Counter } from './desk.ts';
import { chosen, field, isId, type OnSubmit, type OnTap, type Tap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { roomMeant } from './room-meant.ts';
import { withTrends } from './strategies.ts';
import { tell } from './tell.ts';

const LONGEST = 300;

/** “I need a hand with …”, typed: on its way at once, or shown back when it tells about a child. */
export const hearRequest = async (counter: Counter, text: string, about: About): Promise<Answer> => {
  const { trx, me, now } = counter;
  const room = await roomMeant(counter, text);
  if ('card' in room) return { kind: 'card', card: room.card };
  const names = await therapistsOf(counter, room.id);
  if (names.length === 0) return { kind: 'card', card: nobodyPairedCard() };
  const words = text.trim().slice(0, LONGEST);
  const found = findExposed(words, await aliasesOfClassrooms(trx, [room.id]));
  const state = found.length > 0 ? 'draft' : 'open';
  const id = await addRequest(trx, { classroomId: room.id, teacherId: me.id, about, words, state }, now);
  const request = await stands(counter, id);
  if (found.length > 0) return { kind: 'card', card: requestDraftCard(request, found, names) };
  await send(counter, request);
  return { kind: 'card', card: requestStatusCard(request, names) };
};

const therapistsOf = async ({ trx }: Counter, classroomId: string): Promise<string[]> =>
  (await activePairingsOfClassroom(trx, classroomId)).map(({ therapistName }) => therapistName);

const stands = async ({ trx }: Counter, id: string): Promise<RequestView> => {
  const request = await requestById(trx, id);
  if (!request) throw new Error(`request ${id} is gone within its own transaction`);
  return request;
};

const send = async ({ trx, now }: Counter, { id, classroomId }: RequestView): Promise<void> => {
  for (const { therapistId: to } of await activePairingsOfClassroom(trx, classroomId))
    await tell(trx, { to, purpose: 'request', subjectId: id }, now);
};

const mine = async ({ trx, me }: Counter, ref: string): Promise<RequestView | undefined> => {
  const request = isId(ref) ? await requestById(trx, ref) : undefined;
  return request?.teacherId === me.id ? request : undefined;
};

/** From the week, or to say a draft another way. */
export const openRequestForm: OnTap = async (counter, tap) => {
  if (counter.me.role !== 'teacher') return { kind: 'card', card: onlyTeachersCard() };
  const draft = await mine(counter, tap.ref);
  const rooms = draft ? [] : await classroomsOfTeacher(counter.trx, counter.me.id);
  const said = draft?.state === 'draft' ? draft : ({ about: 'hand', words: '' } as const);
  return { kind: 'form', form: requestForm(draft?.id ?? '', rooms, said) };
};

export const askForSomething: OnSubmit = async (counter, submit) => {
  const { trx, me, now } = counter;
  if (me.role !== 'teacher') return { kind: 'card', card: onlyTeachersCard() };
  const draft = await mine(counter, submit.ref);
  const rooms = await classroomsOfTeacher(trx, me.id);
  const wanted = draft?.classroomId ?? (field(submit.values, 'room') || rooms[0]?.id);
  const room = rooms.find(({ id }) => id === wanted);
  const about = chosen(submit.values, 'about', abouts);
  const words = field(submit.values, 'words').slice(0, LONGEST);
  if (!about) return { kind: 'faults', faults: { about: requestFaults.about } };
  if (!room) return { kind: 'faults', faults: { room: requestFaults.room } };
  if (words === '') return { kind: 'faults', faults: { words: requestFaults.words } };
  const names = await therapistsOf(counter, room.id);
  if (names.length === 0) return { kind: 'card', card: nobodyPairedCard() };
  const faults = await exposedFaults(counter, [room.id], submit, ['words']);
  if (faults) return { kind: 'faults', faults };
  if (draft) await settleRequest(trx, draft.id, ['draft'], { state: 'withdrawn' });
  const said = { classroomId: room.id, teacherId: me.id, about, words, state: 'open' } as const;
  const request = await stands(counter, await addRequest(trx, said, now));
  await send(counter, request);
  return { kind: 'card', card: requestStatusCard(request, names) };
};

const redrawn = async (counter: Counter, request: RequestView): Promise<Answer> => {
  const now = await stands(counter, request.id);
  return { kind: 'replace', card: requestStatusCard(now, await therapistsOf(counter, now.classroomId)) };
};

/** “Send it as it is”: she has seen what was found. */
export const sendDraft: OnTap = async (counter, tap) => {
  const request = await mine(counter, tap.ref);
  if (!request) return { kind: 'replace', card: outdatedCard() };
  if (await settleRequest(counter.trx, request.id, ['draft'], { state: 'open' }))
    await send(counter, request);
  return redrawn(counter, request);
};

export const withdrawRequest: OnTap = async (counter, tap) => {
  const request = await mine(counter, tap.ref);
  if (!request) return { kind: 'replace', card: outdatedCard() };
  if (await settleRequest(counter.trx, request.id, ['draft', 'open'], { state: 'withdrawn' })) {
    await cancelQueued(counter.trx, request.id, 'taken back');
    await refresh(counter.trx, request.id, tap.message);
  }
  return redrawn(counter, request);
};

/** Somebody whom it was for. */
const forMe = async (counter: Counter, tap: Tap): Promise<RequestView | undefined> => {
  const request = isId(tap.ref) ? await requestById(counter.trx, tap.ref) : undefined;
  if (!request || request.state === 'draft') return undefined;
  const pairings = await activePairingsOfClassroom(counter.trx, request.classroomId);
  return pairings.some(({ therapistId }) => therapistId === counter.me.id) ? request : undefined;
};

/** The first who answers settles it; the others see who it was. */
export const answerRequest: OnTap = async (counter, tap) => {
  const request = await forMe(counter, tap);
  const answer = answers.find((one) => one === tap.value);
  if (!request || !answer) return { kind: 'replace', card: outdatedCard() };
  const to = { state: 'answered', answer, by: counter.me.id } as const;
  if (await settleRequest(counter.trx, request.id, ['open'], to)) {
    await refresh(counter.trx, request.id, tap.message);
    const told = { to: request.teacherId, purpose: 'request-status', subjectId: request.id } as const;
    if (!(await wasShown(counter.trx, request.id, request.teacherId)))
      await tell(counter.trx, told, counter.now);
  }
  return { kind: 'replace', card: drawRequest(counter, await stands(counter, request.id)) };
};

export const readRequestWords: OnTap = async (counter, tap) => {
  const request = await forMe(counter, tap);
  if (!request) return { kind: 'card', card: outdatedCard() };
  const tried = await withTrends(counter, await strategiesAnswering(counter.trx, request.id));
  const since = tried.map(({ facts: { makerName }, trend }) => ({ makerName, trend }));
  return { kind: 'card', card: requestReadCard(request, since) };
};
