import type { VisitRecord } from '../core/minutes/visit-record.ts';
import { compareDates } from '../core/rank.ts';
import type { LocalDate } from '../core/time.ts';
import { spentIn } from './minutes.ts';
import type { Trx } from './schema.ts';
import { aliasesOf } from './students.ts';

/** A therapist's own visits, pull-outs and consulting from that date on that have their word, the oldest first. */
export const visitRecordsOf = async (
  trx: Trx,
  therapistId: string,
  since: LocalDate,
): Promise<VisitRecord[]> => {
  const visits = await trx
    .selectFrom('visits')
    .innerJoin('classrooms', 'classrooms.id', 'visits.classroom_id')
    .leftJoin('visit_notes', 'visit_notes.visit_id', 'visits.id')
    .leftJoin('intentions', 'intentions.visit_id', 'visits.id')
    .select([
      'visits.id',
      'visits.pairing_id as pairingId',
      'visits.date',
      'classrooms.name as room',
      'visits.start_minute as start',
      'visits.end_minute as end',
      'visits.outcome',
      'visits.reason as cause',
      'visits.focus',
      'visits.setting',
      'visits.was_out as wasOut',
      'intentions.focus as planned',
      'visit_notes.tally_hits as hits',
      'visit_notes.tally_tries as tries',
      'visit_notes.prompt_level as promptLevel',
    ])
    .where('visits.therapist_id', '=', therapistId)
    .where('visits.date', '>=', since)
    .where('visits.outcome', 'is not', null)
    .execute();
  const noted = await trx
    .selectFrom('noted_minutes')
    .innerJoin('pairings', 'pairings.id', 'noted_minutes.pairing_id')
    .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
    .select([
      'pairing_id as pairingId',
      'date',
      'classrooms.name as room',
      'minutes',
      'kind',
      'reason as cause',
    ])
    .where('pairings.therapist_id', '=', therapistId)
    .where('date', '>=', since)
    .execute();
  const aliases = await aliasesOf(trx, [...new Set([...visits, ...noted].map(({ pairingId }) => pairingId))]);
  const ofVisits = await aliasesOfVisits(
    trx,
    visits.map(({ id }) => id),
  );
  return [
    ...visits.map(
      ({
        id,
        pairingId,
        start,
        end,
        outcome,
        focus,
        planned,
        hits,
        tries,
        promptLevel,
        setting,
        wasOut,
        ...visit
      }) => ({
        ...visit,
        setting: wasOut ? ('pull_out' as const) : spentIn[setting],
        minutes: end - start,
        outcome: outcome ?? 'as_planned',
        focus: planned ?? focus,
        aliases: ofVisits.get(id) ?? aliases.get(pairingId) ?? [],
        tally: hits === null || tries === null ? undefined : { hits, tries },
        promptLevel: promptLevel ?? undefined,
      }),
    ),
    ...noted.map(({ pairingId, kind, cause, ...one }) => ({
      ...one,
      setting: kind,
      outcome: cause === null ? ('as_planned' as const) : ('could_not' as const),
      cause,
      focus: null,
      aliases: aliases.get(pairingId) ?? [],
      tally: undefined,
      promptLevel: undefined,
    })),
  ].sort((a, b) => compareDates(a.date, b.date));
};

/** Whom each visit was for; a visit without rows was for everybody of its pairing, unless those are forgotten. */
const aliasesOfVisits = async (trx: Trx, visitIds: readonly string[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (visitIds.length === 0) return found;
  const rows = await trx
    .selectFrom('visits')
    .leftJoin('visit_students', 'visit_students.visit_id', 'visits.id')
    .leftJoin('students', 'students.id', 'visit_students.student_id')
    .select(['visits.id', 'students.alias'])
    .where('visits.id', 'in', [...visitIds])
    .where((where) => where.or([where('alias', 'is not', null), where('student_gone', '=', true)]))
    .orderBy('students.alias')
    .execute();
  for (const { id, alias } of rows)
    found.set(id, [...(found.get(id) ?? []), ...(alias === null ? [] : [alias])]);
  return found;
};
