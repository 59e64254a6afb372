import type { Said } from '../core/strategy.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';
import { untold } from './untold.ts';

export interface StrategyView {
  readonly id: string;
  readonly pairingId: string;
  readonly classroomName: string;
  readonly madeBy: string;
  readonly makerName: string;
  readonly words: string;
  readonly cue: string | null;
  readonly requestId: string | null;
  readonly askedBy: string | null;
  readonly madeAt: Instant;
  readonly closedAt: Instant | null;
  /** When its maker is asked whether it is still needed. */
  readonly reviewOn: LocalDate | null;
}

const views = (trx: Trx) =>
  trx
    .selectFrom('strategies')
    .innerJoin('members as maker', 'maker.id', 'strategies.made_by')
    .innerJoin('pairings', 'pairings.id', 'strategies.pairing_id')
    .innerJoin('classrooms', 'classrooms.id', 'pairings.classroom_id')
    .leftJoin('requests', 'requests.id', 'strategies.request_id')
    .leftJoin('members as asker', 'asker.id', 'requests.teacher_id')
    .select([
      'strategies.id',
      'strategies.pairing_id as pairingId',
      'classrooms.name as classroomName',
      'strategies.made_by as madeBy',
      'maker.name as makerName',
      'strategies.words',
      'strategies.cue',
      'strategies.request_id as requestId',
      'asker.name as askedBy',
      'strategies.made_at as madeAt',
      'strategies.closed_at as closedAt',
      'strategies.review_on as reviewOn',
    ]);

export const strategyById = (trx: Trx, id: string): Promise<StrategyView | undefined> =>
  views(trx).where('strategies.id', '=', id).executeTakeFirst();

/** What this member made or was sent, not closed yet; the latest first. */
export const openStrategiesOf = (trx: Trx, memberId: string): Promise<StrategyView[]> =>
  views(trx)
    .where('strategies.closed_at', 'is', null)
    .where((where) =>
      where.or([
        where('strategies.made_by', '=', memberId),
        where('pairings.therapist_id', '=', memberId),
        where.exists(
          where
            .selectFrom('strategy_readers')
            .select('strategy_readers.member_id')
            .whereRef('strategy_readers.strategy_id', '=', 'strategies.id')
            .where('strategy_readers.member_id', '=', memberId),
        ),
      ]),
    )
    .orderBy('strategies.made_at', 'desc')
    .orderBy('strategies.id')
    .execute();

export const openStrategiesOfPairing = (trx: Trx, pairingId: string): Promise<StrategyView[]> =>
  views(trx)
    .where('strategies.closed_at', 'is', null)
    .where('strategies.pairing_id', '=', pairingId)
    .orderBy('strategies.made_at')
    .execute();

/** What came of a teacher’s word, the oldest first. */
export const strategiesAnswering = (trx: Trx, requestId: string): Promise<StrategyView[]> =>
  views(trx)
    .where('strategies.request_id', '=', requestId)
    .orderBy('strategies.made_at')
    .orderBy('strategies.id')
    .execute();

export interface NewStrategy {
  readonly pairingId: string;
  readonly madeBy: string;
  readonly words: string;
  readonly cue: string | null;
  readonly reviewOn: LocalDate;
  /** The teacher’s word it answers. */
  readonly requestId?: string | undefined;
  readonly readers: readonly string[];
}

export const addStrategy = async (trx: Trx, strategy: NewStrategy, now: Instant): Promise<string> => {
  const { id } = await trx
    .insertInto('strategies')
    .values({
      pairing_id: strategy.pairingId,
      made_by: strategy.madeBy,
      words: strategy.words,
      cue: strategy.cue,
      review_on: strategy.reviewOn,
      request_id: strategy.requestId ?? null,
      made_at: new Date(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const member_id of strategy.readers)
    await trx.insertInto('strategy_readers').values({ strategy_id: id, member_id }).execute();
  return id;
};

export const isReader = async (trx: Trx, strategyId: string, memberId: string): Promise<boolean> =>
  (await trx
    .selectFrom('strategy_readers')
    .select('member_id')
    .where('strategy_id', '=', strategyId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()) !== undefined;

/** One word a day and person; the later one of a day counts. */
export const sayTried = async (
  trx: Trx,
  one: {
    readonly strategyId: string;
    readonly memberId: string;
    readonly date: LocalDate;
    readonly said: Said;
  },
): Promise<void> => {
  const { strategyId: strategy_id, memberId: member_id, date, said } = one;
  await trx
    .insertInto('strategy_tries')
    .values({ strategy_id, member_id, date, said })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'strategy_id', 'member_id', 'date']).doUpdateSet({ said }),
    )
    .execute();
};

export interface Try {
  readonly strategyId: string;
  readonly memberId: string;
  readonly date: LocalDate;
  readonly said: Said;
}

/** What was said about these strategies, the oldest first. */
export const triesOf = async (trx: Trx, strategyIds: readonly string[]): Promise<Try[]> =>
  strategyIds.length === 0
    ? []
    : trx
        .selectFrom('strategy_tries')
        .select(['strategy_id as strategyId', 'member_id as memberId', 'date', 'said'])
        .where('strategy_id', 'in', [...strategyIds])
        .orderBy('date')
        .execute();

export const closeStrategy = async (trx: Trx, id: string, now: Instant): Promise<void> => {
  await trx
    .updateTable('strategies')
    .set({ closed_at: new Date(now) })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
};

/** Sent to somebody before that instant, still open, and not asked about yet. */
export const uncheckedSince = (
  trx: Trx,
  before: Instant,
): Promise<{ strategyId: string; memberId: string; madeAt: Instant }[]> =>
  trx
    .selectFrom('strategies')
    .innerJoin('strategy_readers', 'strategy_readers.strategy_id', 'strategies.id')
    .select([
      'strategies.id as strategyId',
      'strategy_readers.member_id as memberId',
      'strategies.made_at as madeAt',
    ])
    .where('strategies.closed_at', 'is', null)
    .where('strategies.made_at', '<=', timestamp(before))
    .where(untold('strategy-check', { subject: 'strategies.id', member: 'strategy_readers.member_id' }))
    .orderBy('strategies.id')
    .orderBy('strategy_readers.member_id')
    .execute();

/** Still open on the day on which they were to be looked at again. */
export const strategiesToReview = (trx: Trx, today: LocalDate): Promise<StrategyView[]> =>
  views(trx)
    .where('strategies.closed_at', 'is', null)
    .where('strategies.review_on', '<=', today)
    .orderBy('strategies.id')
    .execute();

/** Undefined: it is not asked about any more. */
export const reviewStrategyOn = async (trx: Trx, id: string, date: LocalDate | undefined): Promise<void> => {
  await trx
    .updateTable('strategies')
    .set({ review_on: date ?? null })
    .where('id', '=', id)
    .execute();
};
