import { addDays, type Instant } from '../core/time.ts';
import { slotPatternCard } from '../core/wording/pattern.ts';
import type { Trx } from '../store/schema.ts';
import { displacedInSlot } from '../store/visit-outcomes.ts';
import { type VisitView, visitById } from '../store/visits.ts';
import type { Composer } from './compose/composer.ts';
import { tell } from './tell.ts';

/** In days: three in a quarter of a year is a pattern, three in a year is a year (needs 49). */
const WITHIN = 84;
const PATTERN = 3;

const displaced = (trx: Trx, visit: VisitView) => displacedInSlot(trx, visit, addDays(visit.date, -WITHIN));

/** Call when a visit was displaced: the third time at one hour its therapist gets a summary, and then each third. */
export const noticePattern = async (trx: Trx, visit: VisitView, now: Instant): Promise<void> => {
  const times = await displaced(trx, visit);
  if (times.length === 0 || times.length % PATTERN !== 0) return;
  await tell(trx, { to: visit.therapistId, purpose: 'slot-pattern', subjectId: visit.id }, now);
};

export const composeSlotPattern: Composer = async ({ trx }, visitId) => {
  const visit = await visitById(trx, visitId);
  const times = visit ? await displaced(trx, visit) : [];
  const [first] = times;
  if (!visit || !first || times.length < PATTERN) return undefined;
  return slotPatternCard({
    ...visit,
    since: first.date,
    minutes: times.reduce((sum, { start, end }) => sum + end - start, 0),
    causes: times.map(({ reason }) => reason ?? 'other'),
  });
};
