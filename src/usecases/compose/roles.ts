import { sideOf } from '../../core/partner.ts';
import { rolesCard } from '../../core/wording/roles.ts';
import { visitById } from '../../store/visits.ts';
import type { Composer } from './composer.ts';

/** Nothing to say about a visit that will not be. */
export const composeRoles: Composer = async (desk, visitId) => {
  const visit = await visitById(desk.trx, visitId);
  const side = visit && sideOf(visit, desk.me.id);
  if (!visit || !side || (visit.state !== 'proposed' && visit.state !== 'agreed')) return undefined;
  return rolesCard(visit, side, desk.local.date);
};
