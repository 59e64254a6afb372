import type { LocalDate } from '../time.ts';
import { trackOf } from '../visit-setting.ts';
import type { StudentMandate } from '../week-plan/student-mandate.ts';
import type { Counted } from './ledger.ts';
import type { Mandate } from './mandate.ts';
import { type PairEntry, type PairLedger, pairLedgerOf } from './pair-ledger.ts';
import { type Track, tracks } from './tracks.ts';

/** An entry of a visit that was for some students of its pairing only names them. */
export type StudentEntry = PairEntry & { readonly students?: readonly string[] | undefined };

/**
 * The same pages for one student of a pair, whose mandate may be another than that of those they share visits with: a
 * visit counts for everybody it was for, up to what each is to get.
 */
export const studentLedgerOf = (
  asked: Omit<Counted, 'mandates' | 'entries'> & {
    readonly studentId: string | null;
    readonly mandates: readonly StudentMandate[];
    readonly entries: readonly StudentEntry[];
    /** The day of the teacher's yes. */
    readonly begins: LocalDate;
  },
): PairLedger => {
  const { studentId, begins } = asked;
  const own = asked.mandates.filter((one) => one.studentId === studentId);
  const mandates = [...new Set(own.map((one) => one.startsOn ?? begins))]
    .sort()
    .flatMap((from, index, all) => {
      const lines = own.filter((one) => (one.startsOn ?? begins) === from);
      const before = own.filter((one) => all.slice(0, index).includes(one.startsOn ?? begins));
      return [...whole(lines, from), ...endedBy(lines, before, from)];
    });
  const entries = asked.entries.filter(
    ({ students }) => students === undefined || studentId === null || students.includes(studentId),
  );
  return pairLedgerOf({ ...asked, mandates, entries });
};

type Kept = Mandate & { readonly track: Track };

const minutesIn = (lines: readonly StudentMandate[], track: Track): number =>
  lines
    .filter(({ setting }) => trackOf(setting) === track)
    .reduce((sum, { count, minutes }) => sum + count * minutes, 0);

/** What is said twice for one student adds up; in the rhythm of 3:1 the fourth week's minutes are owed with the adults. */
const whole = (lines: readonly StudentMandate[], from: LocalDate): Kept[] => {
  const [first] = lines;
  if (first === undefined) return [];
  const { period, rhythm } = first;
  const isThreeOne = rhythm === 'three_one';
  const direct = tracks
    .map((track): Kept => ({ track, count: 1, minutes: minutesIn(lines, track), period, from }))
    .filter(({ minutes }) => minutes > 0)
    .map((one): Kept => (isThreeOne ? { ...one, rhythm: 'three_of_four' } : one));
  const minutes = direct.reduce((sum, one) => sum + one.minutes, 0);
  return isThreeOne
    ? [...direct, { track: 'adults', count: 1, minutes, period, from, rhythm: 'one_of_four' }]
    : direct;
};

/** A place the changed mandate no longer names asks for nothing from then on. */
const endedBy = (
  lines: readonly StudentMandate[],
  before: readonly StudentMandate[],
  from: LocalDate,
): Kept[] => {
  const named = (some: readonly StudentMandate[]) => new Set(whole(some, from).map(({ track }) => track));
  const [period = 'week'] = lines.map((line) => line.period);
  return [...named(before)]
    .filter((track) => !named(lines).has(track))
    .map((track) => ({ track, count: 0, minutes: 0, period, from }));
};
