import type { Block } from '../core/classroom.ts';
import type { Span, Weekday } from '../core/time.ts';
import type { Trx } from './schema.ts';

/** An hour of every week in which a therapist works outside the class: when, never with whom. */
export interface PullOut extends Span {
  readonly pairingId: string;
  readonly therapistId: string;
  readonly therapistName: string;
  readonly teacherId: string;
  readonly weekdays: readonly Weekday[];
}

/** Those of live pairings in which any of these people has a part. */
export const pullOutsOf = async (trx: Trx, memberIds: readonly string[]): Promise<PullOut[]> => {
  if (memberIds.length === 0) return [];
  return trx
    .selectFrom('pull_outs')
    .innerJoin('pairings', 'pairings.id', 'pull_outs.pairing_id')
    .innerJoin('members as therapist', 'therapist.id', 'pairings.therapist_id')
    .select([
      'pull_outs.pairing_id as pairingId',
      'pairings.therapist_id as therapistId',
      'therapist.name as therapistName',
      'pairings.teacher_id as teacherId',
      'pull_outs.weekdays',
      'pull_outs.start_minute as start',
      'pull_outs.end_minute as end',
    ])
    .where('pairings.state', '=', 'active')
    .where((where) =>
      where.or([
        where('pairings.therapist_id', 'in', [...memberIds]),
        where('pairings.teacher_id', 'in', [...memberIds]),
      ]),
    )
    .orderBy('pull_outs.start_minute')
    .orderBy('pull_outs.id')
    .execute();
};

/** All of a pairing’s at once, as its therapist tells them. */
export const replacePullOuts = async (
  trx: Trx,
  pairingId: string,
  times: readonly Pick<PullOut, 'weekdays' | 'start' | 'end'>[],
): Promise<void> => {
  await trx.deleteFrom('pull_outs').where('pairing_id', '=', pairingId).execute();
  if (times.length === 0) return;
  await trx
    .insertInto('pull_outs')
    .values(
      times.map(({ weekdays, start, end }) => ({
        pairing_id: pairingId,
        weekdays: [...weekdays],
        start_minute: start,
        end_minute: end,
      })),
    )
    .execute();
};

/** In the therapist’s own week: students are with her then. */
export const asBlock = ({ weekdays, start, end }: PullOut): Block => ({
  weekdays,
  start,
  end,
  kind: 'other',
  withStudents: true,
});
