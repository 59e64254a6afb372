import { rolesCard } from '../../core/wording/roles.ts';
import { visitById } from '../../store/visits.ts';
import { sideOfVisit } from '../visit-side.ts';
import type { Composer } from './composer.ts';

/** Nothing to say about a visit that will not be. */
export const composeRoles: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  const side = visit && sideOfVisit(desk, visit);
  if (!visit || !side || (visit.state !== 'proposed' && visit.state !== 'agreed')) return undefined;
  return rolesCard(visit, side, desk.local.date);
};
