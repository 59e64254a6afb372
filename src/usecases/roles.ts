import { partnerOf } from '../core/partner.ts';
import {
  changedRoles,
  formats,
  leads,
  paraParts,
  places,
  type Roles,
  rolesOf,
  whoms,
} from '../core/roles.ts';
import { rolesCard, rolesFault, rolesForm } from '../core/wording/roles.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { refresh, wasShown } from '../store/outbox.ts';
import { keepRoles } from '../store/role-cards.ts';
import { type VisitView, visitById } from '../store/visits.ts';
import type { Counter } from './desk.ts';
import { chosen, isOvertaken, type OnSubmit, type OnTap, type Submit } from './door.ts';
import { ownComingVisit } from './own-coming-visit.ts';
import { tell } from './tell.ts';

/** “Who does what”, filled in as it stands. */
export const openRolesForm: OnTap = async (counter, tap) => {
  const own = await ownComingVisit(counter, tap.ref);
  if (!own) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: rolesForm(own.visit, own.side, counter.local.date) };
};

/** Either may change it, and the other is asked once whether that is fine. */
export const changeRoles: OnSubmit = async (counter, submit) => {
  const own = await ownComingVisit(counter, submit.ref);
  if (!own) return { kind: 'card', card: outdatedCard() };
  const { visit, side } = own;
  const before = rolesOf(visit);
  const said = readRoles(submit, before, side === 'teacher');
  if (said === undefined) return { kind: 'faults', faults: { format: rolesFault } };
  const roles = changedRoles(before, said);
  if (JSON.stringify(roles) !== JSON.stringify(before)) {
    const agreed = { therapist: side === 'therapist', teacher: side === 'teacher' };
    await keepRoles(counter.trx, visit.id, roles, agreed);
    await refresh(counter.trx, visit.id);
    // Not agreed yet, the question about the visit is also the one about its roles.
    if (visit.state === 'agreed') await askPartner(counter, visit);
  }
  // The visit's own card says it, where there is one.
  if (await wasShown(counter.trx, visit.id, counter.me.id)) return { kind: 'none' };
  const now = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'card', card: rolesCard(now, side, counter.local.date) };
};

const askPartner = (counter: Counter, visit: VisitView) => {
  const { id: to } = partnerOf(visit, counter.me.id);
  return tell(
    counter.trx,
    { to, purpose: 'roles', subjectId: visit.id, occasion: `after ${visit.version}` },
    counter.now,
  );
};

/** In the teacher's form helping around the room stands for its discreet sister too. */
const readRoles = ({ values }: Submit, before: Roles, byTeacher: boolean): Roles | undefined => {
  const format = chosen(values, 'format', formats);
  const lead = chosen(values, 'lead', leads);
  const place = chosen(values, 'place', places);
  const whom = chosen(values, 'whom', whoms);
  if (!format || !lead || !place || !whom) return undefined;
  const cover = byTeacher && before.format === 'cover' && format === 'circulate';
  return {
    format: cover ? 'cover' : format,
    lead,
    place,
    whom,
    para: chosen(values, 'para', paraParts) ?? null,
  };
};

/** “Fine with me.” */
export const agreeToRoles: OnTap = async (counter, tap) => {
  const own = await ownComingVisit(counter, tap.ref);
  if (!own) return { kind: 'replace', card: outdatedCard() };
  const { visit, side } = own;
  if (!isOvertaken(tap, visit)) {
    await keepRoles(counter.trx, visit.id, rolesOf(visit), { therapist: true, teacher: true });
    await refresh(counter.trx, visit.id, tap.message);
  }
  const now = (await visitById(counter.trx, visit.id)) ?? visit;
  return { kind: 'replace', card: rolesCard(now, side, counter.local.date) };
};
