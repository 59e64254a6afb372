import type { Trx } from '../../src/store/schema.ts';

interface Of {
  readonly pairingId: string;
  readonly visitId: string;
  readonly teacherId: string;
  readonly classroomId: string;
  readonly date: string;
  readonly at: Date;
}

/** A row in each table of what is settled before a visit. */
export const fillPreparations = async (trx: Trx, of: Of): Promise<void> => {
  const { pairingId: pairing_id, visitId: visit_id, teacherId: teacher_id, at } = of;
  await trx
    .insertInto('role_cards')
    .values({
      visit_id,
      format: 'circulate',
      lead: 'teacher',
      place: 'around',
      whom: 'whoever',
      para: null,
      therapist_agreed: true,
      teacher_agreed: true,
    })
    .execute();
  const approach = 'Short pencil, then copy one line';
  await trx
    .insertInto('intentions')
    .values({ visit_id, focus: 'handwriting', approach, said_at: at })
    .execute();
  await trx
    .insertInto('next_tries')
    .values({ pairing_id, focus: 'handwriting', words: 'slant board', said_at: at })
    .execute();
  await trx.insertInto('prebriefs').values({ teacher_id, date: of.date }).execute();
  await trx
    .insertInto('agreements')
    .values({
      pairing_id,
      entry: 'slip_in',
      noise: 'whisper',
      interrupting: 'between',
      contact: 'prep',
      changed_by: teacher_id,
      changed_at: at,
    })
    .execute();
  await trx
    .insertInto('favors')
    .values({ visit_id, what: 'Print wide-ruled paper', created_at: at })
    .execute();
  await trx
    .insertInto('requests')
    .values({
      classroom_id: of.classroomId,
      teacher_id,
      about: 'hand',
      words: 'scissors',
      state: 'open',
      created_at: at,
    })
    .execute();
};
