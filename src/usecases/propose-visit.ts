import { beginsAt } from '../core/has-begun.ts';
import { possibleVisits } from '../core/possible-visits.ts';
import type { Need, ProposeInput } from '../core/propose.ts';
import { isDate } from '../core/time.ts';
import { visitSettings } from '../core/visit-setting.ts';
import { goneIntro, takenIntro } from '../core/wording/schedule.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { visitAskedCard, visitGoneCard, visitStatusCard } from '../core/wording/visit.ts';
import { keepRoles, rolesOfLastTime } from '../store/role-cards.ts';
import { takeTurn } from '../store/turns.ts';
import { addVisitStudents, holdVisit, visitById } from '../store/visits.ts';
import type { Counter } from './desk.ts';
import { isId, type OnTap, type Tap } from './door.ts';
import { findTimes } from './find-times.ts';
import { possibleAt } from './possible-at.ts';
import { rememberShown } from './remember-shown.ts';
import { showSchedule } from './show-schedule.ts';
import { tell } from './tell.ts';
import { whenWords } from './when-words.ts';

/** The therapist picks a time: the room is held, and the teacher gets one card. Of two picks at once, one wins. */
export const proposeVisit: OnTap = async (counter, tap) => {
  const { trx, now, me, school } = counter;
  const wanted = /^(\d{4}-\d{2}-\d{2})\/(\d{1,4})(?:\/(\w+))?$/.exec(tap.value ?? '');
  const setting = visitSettings.find((known) => known === (wanted?.[3] ?? 'push_in'));
  if (!isId(tap.ref) || !wanted || !isDate(wanted[1] ?? '') || !setting)
    return { kind: 'replace', card: outdatedCard() };
  // Two picks at once would both still count one visit as missing.
  await takeTurn(trx, `visits of ${me.id}`);
  const times = await findTimes(counter, tap.ref);
  const pairing = times.pairings[0];
  const need = times.input.needs[0];
  if (!pairing || pairing.therapistId !== me.id || !need) return { kind: 'replace', card: outdatedCard() };
  const [, date = '', start = ''] = wanted;
  // The same tap delivered again: the answer it had the first time.
  const mine = times.visits.find(
    (visit) => visit.pairingId === pairing.id && visit.date === date && visit.start === Number(start),
  );
  if (mine) return { kind: 'replace', card: visitStatusCard(mine, counter.local.date) };
  const asked =
    setting === 'push_in'
      ? { visit: timesAt(times.input, need, date, Number(start)), studentIds: [] }
      : await possibleAt(counter, { pairingId: pairing.id, setting, date, start: Number(start) });
  const fits = asked.visit;
  const taken = times.visits.some(
    (visit) =>
      visit.classroomId === pairing.classroomId &&
      visit.date === date &&
      visit.start < Number(start) + need.minutes &&
      visit.end > Number(start),
  );
  if (!fits) {
    return {
      kind: 'replace',
      card: await showSchedule(counter, taken ? takenIntro(pairing.classroomName) : goneIntro),
    };
  }
  const visitId = await holdVisit(
    trx,
    {
      ...fits,
      setting,
      therapistId: me.id,
      teacherId: pairing.teacherId,
      zone: (need.classDay.school ?? school).zone,
    },
    now,
  );
  if (visitId === undefined)
    return { kind: 'replace', card: await showSchedule(counter, takenIntro(pairing.classroomName)) };
  await addVisitStudents(trx, visitId, asked.studentIds);
  const before = await rolesOfLastTime(trx, pairing.id, fits.kind);
  if (before) await keepRoles(trx, visitId, before, { therapist: true, teacher: false });
  return askTeacher(counter, visitId, pairing.teacherId, tap);
};

const timesAt = (input: ProposeInput, need: Need, date: string, start: number) =>
  need.missing > 0 && input.dates.includes(date)
    ? possibleVisits(input, need, date).find((visit) => visit.start === start)
    : undefined;

const askTeacher = async (counter: Counter, visitId: string, teacherId: string, tap: Tap) => {
  const { trx, now, me, local } = counter;
  const visit = await visitById(trx, visitId);
  if (!visit) return { kind: 'replace', card: visitGoneCard() } as const;
  const usefulUntil = beginsAt(visit);
  const due = await tell(trx, { to: teacherId, purpose: 'visit-ask', subjectId: visitId, usefulUntil }, now);
  const when = whenWords(counter, due, visit.teacherName);
  const status = { to: me.id, purpose: 'visit-status', subjectId: visitId } as const;
  if (tap.message) {
    await rememberShown(counter, { purpose: status.purpose, subjectId: visitId, usefulUntil }, tap.message);
    return { kind: 'replace', card: visitStatusCard(visit, local.date, when) } as const;
  }
  // The list was shown for a moment only, and such a card cannot change later: one that can follows.
  await tell(trx, { ...status, usefulUntil }, now);
  return { kind: 'replace', card: visitAskedCard(when) } as const;
};
