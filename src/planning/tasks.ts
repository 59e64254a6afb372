import type { Prices } from '../core/plan/model/prices.ts';
import type { Limits } from './solver.ts';

/** A visit between threads: the number of its candidate, then those of its mandates. */
export type PackedVisit = readonly number[];

/** Therapist, half-day (`2 × day + half`) and the school it belongs to. */
export type SettledHalf = readonly [number, number, number];

/** What class time costs if the schools of these therapists may be split: a first guess for `price`. */
interface RelaxTask {
  readonly kind: 'relax';
  readonly therapists: readonly number[];
}

/** The best one therapist could do at these prices, visits in parts allowed. */
export interface PriceTask {
  readonly kind: 'price';
  readonly therapist: number;
  readonly prices: Prices;
  /** Where the therapist would have gone at the prices before. */
  readonly schools: readonly SettledHalf[];
  /** Points by which the bound may be too high, for the sake of speed. */
  readonly tolerance: number;
}

/** Better schools for some half-days, and the visits that go with them; everybody else as they are. */
export interface ImproveTask {
  readonly kind: 'improve';
  readonly therapists: readonly number[];
  readonly schools: readonly SettledHalf[];
  /** Therapist and half-day whose school may change. */
  readonly openHalves: readonly (readonly [number, number])[];
  /** Whether visits are wanted even where the schools stay as they are. */
  readonly isNew: boolean;
  readonly visits: readonly PackedVisit[];
  /** What class time is worth to others, who come later. */
  readonly prices?: Prices;
  readonly limits: Limits;
}

/** The best week of one therapist, with a proof. */
export interface ProveTask {
  readonly kind: 'prove';
  readonly therapist: number;
  readonly visits: readonly PackedVisit[];
  readonly limits: Limits;
}

export type Task = RelaxTask | PriceTask | ImproveTask | ProveTask;

export interface RelaxAnswer {
  readonly prices: Prices;
}

export interface PriceAnswer {
  /** Before what the prices themselves are worth. */
  readonly bound: number;
  /** How much of what is priced the therapist would use. */
  readonly use: Prices;
  readonly schools: readonly SettledHalf[];
  /** Whether the tolerance was enough to get through. */
  readonly isComplete: boolean;
}

export interface ImproveAnswer {
  /** Of these therapists only; undefined where nothing was looked for or found. */
  readonly visits: readonly PackedVisit[] | undefined;
  readonly schools: readonly SettledHalf[];
  /** What better schools bring, as long as visits may be split. */
  readonly gain: number;
  /** Whether every choice of schools was looked at. */
  readonly isComplete: boolean;
}

export interface ProveAnswer {
  /** Undefined where nothing is better. */
  readonly visits: readonly PackedVisit[] | undefined;
  /** Counted from nothing served. */
  readonly bound: number;
}

export interface Answers {
  relax: RelaxAnswer;
  price: PriceAnswer;
  improve: ImproveAnswer;
  prove: ProveAnswer;
}
