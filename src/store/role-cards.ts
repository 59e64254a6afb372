import type { Roles } from '../core/roles.ts';
import type { Trx } from './schema.ts';

export interface Agreed {
  readonly therapist: boolean;
  readonly teacher: boolean;
}

/** What both go by from now on. The visit's version moves on, so that no older card agrees to what it does not show. */
export const keepRoles = async (trx: Trx, visitId: string, roles: Roles, agreed: Agreed): Promise<void> => {
  const said = { ...roles, therapist_agreed: agreed.therapist, teacher_agreed: agreed.teacher };
  await trx
    .insertInto('role_cards')
    .values({ visit_id: visitId, ...said })
    .onConflict((conflict) => conflict.columns(['organization_id', 'visit_id']).doUpdateSet(said))
    .execute();
  await trx
    .updateTable('visits')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', visitId)
    .execute();
};

/** What this pair settled the last time the class did the same stands for the new visit, until somebody changes it. */
export const rolesOfLastTime = (trx: Trx, pairingId: string, kind: string): Promise<Roles | undefined> =>
  trx
    .selectFrom('role_cards')
    .innerJoin('visits', 'visits.id', 'role_cards.visit_id')
    .select(['format', 'lead', 'place', 'whom', 'para'])
    .where('visits.pairing_id', '=', pairingId)
    .where('visits.kind', '=', kind as never)
    .where('role_cards.teacher_agreed', '=', true)
    .where('role_cards.therapist_agreed', '=', true)
    .orderBy('visits.date', 'desc')
    .orderBy('visits.start_minute', 'desc')
    .executeTakeFirst();
