import { progressOf } from '../core/minutes/visit-record.ts';
import { addDays } from '../core/time.ts';
import { progressCard, recordsCard } from '../core/wording/visit-records.ts';
import { noteRead } from '../store/trail.ts';
import { visitRecordsOf } from '../store/visit-records.ts';
import type { OnTap } from './door.ts';
import { studentMinutesOf } from './student-minutes.ts';

/** In days: a school year for how it goes, two months for what is copied month by month. */
const YEAR = 365;
const TWO_MONTHS = 62;

/** Each goal's months, and minutes student by student where they differ, for the therapist who worked on it. */
export const showProgress: OnTap = async (counter) => {
  const { trx, me, local, now } = counter;
  await noteRead(trx, me.id, 'progress', me.id, now);
  const progress = progressOf(await visitRecordsOf(trx, me.id, addDays(local.date, -YEAR)));
  return { kind: 'card', card: progressCard(progress, await studentMinutesOf(counter)) };
};

/** A table to copy. */
export const showRecords: OnTap = async ({ trx, me, local, now }) => {
  await noteRead(trx, me.id, 'visit records', me.id, now);
  return {
    kind: 'card',
    card: recordsCard(await visitRecordsOf(trx, me.id, addDays(local.date, -TWO_MONTHS))),
  };
};
