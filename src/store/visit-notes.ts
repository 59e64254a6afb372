import type { VisitNote } from '../core/outcome.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';

export interface KeptNote extends VisitNote {
  /** The whole note as the therapist changed it; null as long as it is made from the taps. */
  readonly words: string | null;
}

export const noteOf = async (trx: Trx, visitId: string): Promise<KeptNote | undefined> => {
  const row = await trx
    .selectFrom('visit_notes')
    .selectAll()
    .where('visit_id', '=', visitId)
    .executeTakeFirst();
  return (
    row && {
      found: row.found,
      did: row.did,
      consultMinutes: row.consult_minutes,
      tally:
        row.tally_hits === null || row.tally_tries === null
          ? undefined
          : { hits: row.tally_hits, tries: row.tally_tries },
      promptLevel: row.prompt_level ?? undefined,
      nextTest: row.next_test ?? '',
      words: row.words,
    }
  );
};

/** What is tapped anew replaces what was tapped, and what was written over it. */
export const keepNote = async (trx: Trx, visitId: string, note: VisitNote, now: Instant): Promise<void> => {
  const row = {
    found: [...note.found],
    did: [...note.did],
    consult_minutes: note.consultMinutes,
    tally_hits: note.tally?.hits ?? null,
    tally_tries: note.tally?.tries ?? null,
    prompt_level: note.promptLevel ?? null,
    next_test: note.nextTest || null,
    words: null,
    written_at: new Date(now),
  };
  await trx
    .insertInto('visit_notes')
    .values({ visit_id: visitId, ...row })
    .onConflict((conflict) => conflict.columns(['organization_id', 'visit_id']).doUpdateSet(row))
    .execute();
};

export const keepNoteWords = async (
  trx: Trx,
  visitId: string,
  words: string,
  now: Instant,
): Promise<void> => {
  await trx
    .updateTable('visit_notes')
    .set({ words, written_at: new Date(now) })
    .where('visit_id', '=', visitId)
    .execute();
};

/** Minutes of consulting during visits, by pairing. */
export const consultedIn = async (trx: Trx, pairingIds: readonly string[]): Promise<Map<string, number>> => {
  if (pairingIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('visit_notes')
    .innerJoin('visits', 'visits.id', 'visit_notes.visit_id')
    .select((select) => ['visits.pairing_id', select.fn.sum<number>('consult_minutes').as('minutes')])
    .where('visits.pairing_id', 'in', [...pairingIds])
    .groupBy('visits.pairing_id')
    .execute();
  return new Map(rows.map(({ pairing_id, minutes }) => [pairing_id, Number(minutes)]));
};
