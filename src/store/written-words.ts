import { type RawBuilder, sql } from 'kysely';

/** Columns of a table in which people write freely: whose words they are, and which students they may speak of. */
export interface Written {
  readonly table: string;
  readonly columns: readonly string[];
  /** What a row belongs to. */
  readonly of: 'visit_id' | 'pairing_id' | 'classroom_id' | 'teacher_id';
  /** Who wrote: a member the row names, or one side of its visit or pairing. */
  readonly by: 'made_by' | 'changed_by' | 'teacher_id' | 'therapist_id';
  /** Without its words such a row says nothing, and goes with them. */
  readonly isNothingElse?: true;
  readonly isJson?: true;
}

/** test/privacy compares it with the schema. */
export const written: readonly Written[] = [
  { table: 'agreements', columns: ['words'], of: 'pairing_id', by: 'changed_by' },
  { table: 'favors', columns: ['what'], of: 'visit_id', by: 'therapist_id', isNothingElse: true },
  { table: 'intentions', columns: ['approach'], of: 'visit_id', by: 'therapist_id', isNothingElse: true },
  { table: 'next_tries', columns: ['words'], of: 'pairing_id', by: 'therapist_id', isNothingElse: true },
  { table: 'prebriefs', columns: ['materials', 'words'], of: 'teacher_id', by: 'teacher_id' },
  { table: 'requests', columns: ['words'], of: 'classroom_id', by: 'teacher_id', isNothingElse: true },
  { table: 'strategies', columns: ['words', 'cue'], of: 'pairing_id', by: 'made_by', isNothingElse: true },
  { table: 'touch_bases', columns: ['teacher_wrote'], of: 'pairing_id', by: 'teacher_id', isJson: true },
  { table: 'touch_bases', columns: ['therapist_wrote'], of: 'pairing_id', by: 'therapist_id', isJson: true },
  { table: 'visit_feedback', columns: ['words'], of: 'visit_id', by: 'teacher_id' },
  { table: 'visit_notes', columns: ['next_test', 'words'], of: 'visit_id', by: 'therapist_id' },
];

/** The rows in which the member wrote. */
export const writtenBy = ({ of, by }: Written, memberId: string): RawBuilder<unknown> => {
  const theirs = sql`${sql.ref(by)} = ${memberId}`;
  const isNamed = by === 'made_by' || by === 'changed_by' || of === 'classroom_id' || of === 'teacher_id';
  if (isNamed) return theirs;
  const whole = of === 'visit_id' ? 'visits' : 'pairings';
  return sql`${sql.ref(of)} in (select id from ${sql.table(whole)} where ${theirs})`;
};

/** The rows in which adults of that student may have written of them. */
export const writtenAround = ({ of }: Written, studentId: string): RawBuilder<unknown> => {
  const pairings = sql`(select pairing_id from pairing_students where student_id = ${studentId})`;
  const classroom = sql`(select classroom_id from students where id = ${studentId})`;
  switch (of) {
    case 'visit_id':
      return sql`visit_id in (select id from visits where pairing_id in ${pairings})`;
    case 'pairing_id':
      return sql`pairing_id in ${pairings}`;
    case 'classroom_id':
      return sql`classroom_id = ${classroom}`;
    case 'teacher_id':
      return sql`teacher_id in (select teacher_id from classrooms where id = ${classroom})`;
  }
};
