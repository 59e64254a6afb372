import type { Prices } from '../core/plan/model/prices.ts';
import type { Limits } from './solver.ts';

/** A visit between threads: the number of its candidate, then those of its mandates. */
export type PackedVisit = readonly number[];

/** What class time costs if the schools of these therapists may be split: a first guess for `price`. */
interface RelaxTask {
  readonly kind: 'relax';
  readonly therapists: readonly number[];
  readonly limits: Limits;
}

/** The best one therapist could do at these prices, beside these visits of others, visits in parts allowed. */
interface PriceTask {
  readonly kind: 'price';
  readonly therapist: number;
  readonly prices: Prices;
  readonly visits: readonly PackedVisit[];
  readonly limits: Limits;
}

/** These therapists and days anew, everything else as it is. */
export interface ImproveTask {
  readonly kind: 'improve';
  readonly therapists: readonly number[];
  readonly days: readonly number[];
  /** Therapist and half-day (`2 × day + half`) whose school may change. */
  readonly openHalves: readonly (readonly [number, number])[];
  /** Where a half-day is settled otherwise than in `visits`. */
  readonly schools?: readonly (readonly [number, number, number])[];
  readonly visits: readonly PackedVisit[];
  /** What class time is worth to others, who come later. */
  readonly prices?: Prices;
  readonly limits: Limits;
}

export type Task = RelaxTask | PriceTask | ImproveTask;

export interface RelaxAnswer {
  readonly prices: Prices;
}

export interface PriceAnswer {
  /** Before what the prices themselves are worth. */
  readonly bound: number;
  /** How much of what is priced the therapist would use. */
  readonly use: Prices;
  /** Half-day and school. */
  readonly schools: readonly (readonly [number, number])[];
}

export interface ImproveAnswer {
  /** Of the scope only; undefined where nothing was found. */
  readonly visits: readonly PackedVisit[] | undefined;
  /** On the worth of the scope, up to a constant: that of the whole week if everything was in it. */
  readonly bound: number;
  readonly isOptimal: boolean;
}

export interface Answers {
  relax: RelaxAnswer;
  price: PriceAnswer;
  improve: ImproveAnswer;
}
