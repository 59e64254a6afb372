import type { ParaPart } from '../core/roles.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';

export interface ParaOffer {
  readonly id: string;
  readonly visitId: string;
  readonly paraId: string;
  readonly paraName: string;
  readonly part: ParaPart;
  /** Null until the teacher has said. */
  readonly accepted: boolean | null;
  readonly version: number;
}

const offers = (trx: Trx) =>
  trx
    .selectFrom('para_offers')
    .innerJoin('members', 'members.id', 'para_offers.member_id')
    .select([
      'para_offers.id',
      'para_offers.visit_id as visitId',
      'para_offers.member_id as paraId',
      'members.name as paraName',
      'para_offers.part',
      'para_offers.accepted',
      'para_offers.version',
    ]);

export const paraOfferById = (trx: Trx, id: string): Promise<ParaOffer | undefined> =>
  offers(trx).where('para_offers.id', '=', id).executeTakeFirst();

export const paraOfferOf = (trx: Trx, visitId: string, memberId: string): Promise<ParaOffer | undefined> =>
  offers(trx)
    .where('para_offers.visit_id', '=', visitId)
    .where('para_offers.member_id', '=', memberId)
    .executeTakeFirst();

/** One of a para and visit: another offer takes the place of the one before, and is open again. */
export const offerPart = async (
  trx: Trx,
  offer: Pick<ParaOffer, 'visitId' | 'paraId' | 'part'>,
  now: Instant,
): Promise<{ id: string; version: number }> => {
  const said = { part: offer.part, accepted: null, said_at: new Date(now) };
  return trx
    .insertInto('para_offers')
    .values({ visit_id: offer.visitId, member_id: offer.paraId, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'visit_id', 'member_id'])
        .doUpdateSet((set) => ({ ...said, version: set('para_offers.version', '+', 1) })),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
};

/** True when it was open as the teacher saw it. */
export const settleParaOffer = async (
  trx: Trx,
  { id, version }: Pick<ParaOffer, 'id' | 'version'>,
  accepted: boolean,
): Promise<boolean> => {
  const result = await trx
    .updateTable('para_offers')
    .set({ accepted })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('accepted', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
