import { hasBegun } from '../../core/has-begun.ts';
import { LEAD_MINUTES } from '../../core/possible-visits.ts';
import { addDays, type Instant, instantOf, MINUTE } from '../../core/time.ts';
import { trackOf } from '../../core/visit-setting.ts';
import { type Lost, type Swap, swapSteps } from '../../core/week-plan/swaps-for.ts';
import { inSlices } from '../../in-slices.ts';
import type { Clock } from '../../ports/clock.ts';
import { faultFields } from '../../ports/fault-fields.ts';
import type { Log } from '../../ports/log.ts';
import { memberById } from '../../store/members.ts';
import { refresh } from '../../store/outbox.ts';
import type { Db, Trx } from '../../store/schema.ts';
import { mandatesOf, studentsOfVisits } from '../../store/student-mandates.ts';
import {
  endSwapSearch,
  type SwapSearch,
  swapSearchById,
  swapSearchesLeft,
} from '../../store/swap-searches.ts';
import { takeTurn } from '../../store/turns.ts';
import { visitsInsteadOf, visitsLostTo } from '../../store/visit-bundles.ts';
import { addVisitStudents, holdVisit, type VisitView } from '../../store/visits.ts';
import { asScheduler, withOrganization } from '../../store/with-organization.ts';
import { deskFor } from '../desk.ts';
import { askWeek } from '../week-plan/ask-week.ts';

interface FindDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
}

/** Alternatives kept for each lost visit; where many are lost at once a room more is a room too many. */
const KEPT = 3;
const MANY_LOST = 4;
const keptFor = (lost: number): number => (lost > MANY_LOST ? 1 : KEPT);

/**
 * Looks for other times for lost visits, one therapist after the other, so that nobody is offered a room that is kept
 * for somebody else. Read in one transaction, planned in none, and kept in another together with the end of the
 * search: whoever dies in between leaves it to the next tick, and of two at once one keeps rooms.
 */
export const createSwapFinder =
  ({ db, clock, log }: FindDeps) =>
  async (): Promise<void> => {
    for (const { organizationId, id } of await asScheduler(db, swapSearchesLeft)) {
      try {
        const found = await withOrganization(db, organizationId, (trx) => look(trx, id, clock.now()));
        if (found === undefined) continue;
        const swaps = await inSlices(swapSteps(found.asked, found.serves));
        await withOrganization(db, organizationId, (trx) => keep(trx, found, swaps, clock.now()));
      } catch (fault) {
        // It stays for the next tick; the others do not wait for it.
        log.error({ organizationId, swapSearchId: id, ...faultFields(fault) }, 'no swaps found');
      }
    }
  };

type Found = NonNullable<Awaited<ReturnType<typeof look>>>;

const look = async (trx: Trx, id: string, now: Instant) => {
  const search = await swapSearchById(trx, id);
  if (search === undefined) return undefined;
  const desk = await deskFor(trx, await memberById(trx, search.therapist_id), now);
  const { asked } = await askWeek(desk);
  const lost = (await stillLost(trx, search, now)).filter(
    ({ date }) => date >= asked.monday && date <= addDays(asked.monday, 6),
  );
  return { search, asked, lost, serves: await servedBy(trx, lost) };
};

/** Of what the subject took: not over yet, not agreed after all, and without another time so far. */
const stillLost = async (trx: Trx, search: SwapSearch, now: Instant): Promise<VisitView[]> => {
  const lost = await visitsLostTo(trx, search.subject_id, search.therapist_id);
  const swapped = await visitsInsteadOf(
    trx,
    lost.map(({ id }) => id),
  );
  return lost
    .filter((visit) => visit.state !== 'agreed' && !hasBegun(visit, now))
    .filter(({ id }) => !swapped.some(({ insteadOf }) => insteadOf === id));
};

const keep = async (trx: Trx, found: Found, swaps: readonly Swap[], now: Instant): Promise<void> => {
  const { search, asked, lost } = found;
  if (!(await endSwapSearch(trx, search.id))) return;
  await takeTurn(trx, `visits of ${search.therapist_id}`);
  const open = await stillLost(trx, search, now);
  const kept = new Map<string, number>();
  for (const { lostId, pairingId, setting, visit } of swaps) {
    const one = open.find(({ id }) => id === lostId);
    const rank = (kept.get(lostId) ?? 0) + 1;
    if (one === undefined || rank > keptFor(lost.length)) continue;
    const need = asked.needs.find((other) => other.pairingId === pairingId);
    const zone = need?.classDay.school?.zone ?? one.zone;
    const begins = instantOf(visit.date, visit.start, zone);
    const swapId = await holdVisit(
      trx,
      {
        ...visit,
        pairingId,
        setting,
        zone,
        therapistId: one.therapistId,
        teacherId: one.teacherId,
        classroomId: one.classroomId,
        insteadOf: lostId,
        swapRank: rank,
        heldUntil: Math.min(search.held_until, begins - LEAD_MINUTES * MINUTE),
      },
      now,
    );
    if (swapId === undefined) continue;
    kept.set(lostId, rank);
    const students = await studentsOfVisits(trx, [lostId]);
    await addVisitStudents(trx, swapId, students.get(lostId) ?? []);
  }
  await refresh(trx, search.subject_id);
};

/** Which mandates each of them would have served: all of its pairing's, unless it was for some students only. */
const servedBy = async (trx: Trx, lost: readonly VisitView[]): Promise<Lost[]> => {
  const mandates = await mandatesOf(trx, [...new Set(lost.map(({ pairingId }) => pairingId))]);
  const students = await studentsOfVisits(
    trx,
    lost.map(({ id }) => id),
  );
  return lost.map(({ id, pairingId, setting }) => {
    const own = students.get(id);
    return {
      id,
      pairingId,
      setting,
      mandates: mandates
        .filter((mandate) => mandate.pairingId === pairingId && mandate.endsOn === null)
        .filter((mandate) => trackOf(mandate.setting) === trackOf(setting) || setting === 'consult')
        .filter(({ studentId }) => own === undefined || studentId === null || own.includes(studentId))
        .map((mandate) => mandate.id),
    };
  });
};
