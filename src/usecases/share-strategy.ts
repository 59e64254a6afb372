import { partnerOf, sideOf } from '../core/partner.ts';
import type { Member } from '../core/people.ts';
import { reviewWeeks, USUAL_REVIEW } from '../core/strategy.ts';
import { addDays } from '../core/time.ts';
import {
  ideaAt,
  nobodyToShareWithCard,
  strategyFaults,
  strategyForm,
  strategySharedCard,
} from '../core/wording/strategy.ts';
import { membersOfRole } from '../store/members.ts';
import { activePairings, activePairingsOf, type PairingView } from '../store/pairings.ts';
import { classroomsOfParas, parasOfClassroom } from '../store/paras.ts';
import { requestById } from '../store/requests.ts';
import { addStrategy } from '../store/strategies.ts';
import { visitById } from '../store/visits.ts';
import type { Desk } from './desk.ts';
import { field, fields, isId, type OnSubmit, type OnTap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { tell } from './tell.ts';

/** More does not fit a list of a form (Slack: 100), and nobody ticks so many. */
const MOST_READERS = 40;

/** A therapist or a teacher shares in her own pairs; a para in those of her class, or of her school while nobody has named it (needs 64). */
export const pairsToShareIn = async ({ trx, me, school }: Desk): Promise<PairingView[]> => {
  if (me.role !== 'para') return activePairingsOf(trx, me.id);
  const rooms = await classroomsOfParas(trx, [me.id]);
  if (rooms.length > 0)
    return (await activePairings(trx)).filter(({ classroomId }) =>
      rooms.some(({ id }) => id === classroomId),
    );
  const teachers = (await membersOfRole(trx, 'teacher')).filter(({ schoolId }) => schoolId === school.id);
  return (await activePairings(trx)).filter(({ teacherId }) => teachers.some(({ id }) => id === teacherId));
};

/** The pair itself, and every para and teacher of the school: the same words from every adult (needs 60, 62). */
const readersFor = async ({ trx, me }: Desk, pairings: readonly PairingView[]): Promise<Member[]> => {
  const everybody = [
    ...(await membersOfRole(trx, 'teacher')),
    ...(await membersOfRole(trx, 'para')),
    ...(await membersOfRole(trx, 'therapist')),
  ];
  const inPair = (id: string) => pairings.some((pair) => sideOf(pair, id));
  return everybody
    .filter(
      ({ id, schoolId, role }) =>
        id !== me.id && (inPair(id) || (schoolId === me.schoolId && role !== 'therapist')),
    )
    .sort((a, b) => Number(inPair(b.id)) - Number(inPair(a.id)))
    .slice(0, MOST_READERS);
};

/** From a recorded visit or a teacher’s word the pair is known; otherwise it is chosen. */
export const openStrategyForm: OnTap = async (counter, tap) => {
  const pairings = await pairsToShareIn(counter);
  const asked = tap.value === 'request' ? await askedIn(counter, tap.ref, pairings) : undefined;
  const visit = !asked && isId(tap.ref) ? await visitById(counter.trx, tap.ref) : undefined;
  const known = asked?.pairing ?? pairings.find(({ id }) => id === visit?.pairingId);
  const where = known ? [known] : pairings;
  const readers = await readersFor(counter, where);
  if (where.length === 0 || readers.length === 0) return { kind: 'card', card: nobodyToShareWithCard() };
  const [only] = where.length === 1 ? where : [];
  return {
    kind: 'form',
    form: strategyForm(
      asked ? `${asked.pairing.id}/${asked.request.id}` : (known?.id ?? ''),
      known
        ? []
        : where.map(({ id, classroomName, therapistName }) => ({
            value: id,
            label: `${classroomName}, ${therapistName}`.slice(0, 75),
          })),
      readers.map(({ id, name }) => ({ value: id, label: name.slice(0, 75) })),
      [...(only ? [partnerOf(only, counter.me.id).id] : []), ...(await parasOf(counter, only))],
    ),
  };
};

/** A word of the class’s teacher, and the pair in which it is answered. */
const askedIn = async ({ trx }: Desk, requestId: string, pairings: readonly PairingView[]) => {
  const request = isId(requestId) ? await requestById(trx, requestId) : undefined;
  const pairing = pairings.find(({ classroomId }) => classroomId === request?.classroomId);
  return request?.state === 'answered' && pairing ? { request, pairing } : undefined;
};

/** Whoever helps in that class is chosen along with the pair (needs 60, 62). */
const parasOf = async ({ trx, me }: Desk, only: PairingView | undefined): Promise<string[]> =>
  only ? (await parasOfClassroom(trx, only.classroomId)).filter((id) => id !== me.id) : [];

/** Each reader gets it on their own platform, in their own free window. */
export const shareStrategy: OnSubmit = async (counter, submit) => {
  const pairings = await pairsToShareIn(counter);
  const [known, requestId = ''] = submit.ref.split('/');
  const pairing = pairings.find(({ id }) => id === (known || field(submit.values, 'pairing')));
  if (!pairing) return { kind: 'faults', faults: { pairing: strategyFaults.pairing } };
  const words = (field(submit.values, 'words') || ideaAt(field(submit.values, 'idea'))).slice(0, 300);
  if (words === '') return { kind: 'faults', faults: { words: strategyFaults.words } };
  const exposed = await exposedFaults(counter, [pairing.classroomId], submit, ['words', 'cue']);
  if (exposed) return { kind: 'faults', faults: exposed };
  const chosen = fields(submit.values, 'readers');
  const readers = (await readersFor(counter, pairings)).filter(({ id }) => chosen.includes(id));
  if (readers.length === 0) return { kind: 'faults', faults: { readers: strategyFaults.readers } };
  const cue = field(submit.values, 'cue').slice(0, 100) || null;
  const weeks = reviewWeeks.find((one) => String(one) === field(submit.values, 'review')) ?? USUAL_REVIEW;
  const strategy = {
    pairingId: pairing.id,
    madeBy: counter.me.id,
    words,
    cue,
    reviewOn: addDays(counter.local.date, 7 * weeks),
    requestId: (await askedIn(counter, requestId, [pairing]))?.request.id,
    readers: readers.map(({ id }) => id),
  };
  const id = await addStrategy(counter.trx, strategy, counter.now);
  for (const { id: to } of readers)
    await tell(counter.trx, { to, purpose: 'strategy', subjectId: id }, counter.now);
  return { kind: 'card', card: strategySharedCard(readers.map(({ name }) => name)) };
};
