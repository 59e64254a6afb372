import { isOpen } from '../../core/card.ts';
import type { Member } from '../../core/people.ts';
import { studentsAround } from '../../core/students-around.ts';
import { addDays, type Instant, localTime } from '../../core/time.ts';
import { type SchoolTimes, schoolTimesNow } from '../../store/calendars.ts';
import { membersById } from '../../store/members.ts';
import { cardsAtTheBell, setFolded, waitForBell } from '../../store/outbox-bell.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { timetablesOf } from '../../store/timetables.ts';
import { compose } from '../compose.ts';
import { deskAt } from '../desk.ts';
import { folding } from './at-the-bell.ts';

/** Cards that still wait for a reader whose class begins close, and open again when her students have left. */
export const mindTheBell = async (trx: Trx, now: Instant): Promise<void> => {
  const rows = await cardsAtTheBell(trx, folding, now);
  if (rows.length === 0) return;
  const timeOf = schoolTimesNow(trx, now);
  const readers = await membersById(trx, [...new Set(rows.map((row) => row.member_id))]);
  const today = localTime(now, 'utc').date;
  const dates = { start: addDays(today, -2), end: addDays(today, 2) };
  const timetables = await timetablesOf(trx, [...readers.values()], dates, timeOf);
  const turned = { opening: [] as string[], closing: [] as string[] };
  const waiting = new Map<Instant, string[]>();
  for (const [id, reader] of readers) {
    const timetable = timetables.get(id);
    if (!timetable) continue;
    const hers = rows.filter((row) => row.member_id === id);
    const { around, until } = studentsAround(timetable, now);
    const turning = hers.filter((row) => row.folded !== around);
    if (around) turned.closing.push(...idsOf(await stillOpen(trx, reader, turning, timeOf, now)));
    else turned.opening.push(...idsOf(turning));
    waiting.set(until, [...(waiting.get(until) ?? []), ...idsOf(hers)]);
  }
  await setFolded(trx, turned.closing, { folded: true });
  await setFolded(trx, turned.opening, { folded: false });
  // The bells of a district are few, its teachers many.
  for (const [until, ids] of waiting) await waitForBell(trx, ids, until);
};

const idsOf = (rows: readonly Row<'outbox'>[]): string[] => rows.map(({ id }) => id);

/** One that is settled asks for nothing any more, and is not worth a call to the platform at every bell. */
const stillOpen = async (
  trx: Trx,
  reader: Member,
  rows: readonly Row<'outbox'>[],
  timeOf: SchoolTimes,
  now: Instant,
): Promise<Row<'outbox'>[]> => {
  const { school } = await timeOf(reader.schoolId);
  const desk = deskAt(trx, reader, school, now);
  const open: Row<'outbox'>[] = [];
  for (const row of rows) {
    const card = await compose(row.purpose)?.(desk, row.subject_id);
    if (card && isOpen(card)) open.push(row);
  }
  return open;
};
