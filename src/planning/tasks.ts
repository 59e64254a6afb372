import type { Prices } from '../core/plan/model/prices.ts';
import type { Limits } from './solver.ts';

/** A visit between threads: the number of its candidate, then those of its mandates. */
export type PackedVisit = readonly number[];

/** Therapist, half-day (`2 × day + half`) and the school it belongs to. */
export type SettledHalf = readonly [number, number, number];

/** What class time costs if the schools of these therapists may be split, and nobody else comes: a first guess for `price`. */
export interface RelaxTask {
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

/** The best weeks of a few therapists; everybody else as they are. */
export interface PartTask {
  readonly kind: 'part';
  readonly therapists: readonly number[];
  /** Everybody’s. */
  readonly visits: readonly PackedVisit[];
  readonly limits: Limits;
}

/** Better schools for many therapists, and the visits that go with them; everybody else as they are. */
export interface SchoolsTask {
  readonly kind: 'schools';
  readonly therapists: readonly number[];
  /** Everybody’s. */
  readonly visits: readonly PackedVisit[];
  /** Of the order in which they are looked at. */
  readonly seed: number;
  /** Whether visits are wanted even where the schools stay as they are. */
  readonly isNew: boolean;
  readonly limits: Limits;
}

export type Task = RelaxTask | PriceTask | PartTask | SchoolsTask;

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

export interface PartAnswer {
  /** Of these therapists only; undefined where nothing is better. */
  readonly visits: readonly PackedVisit[] | undefined;
  /** What they can be worth at most; counted from nothing served. */
  readonly bound: number;
}

export interface SchoolsAnswer {
  /** Of these therapists only; undefined where nothing was looked for or found. */
  readonly visits: readonly PackedVisit[] | undefined;
}

export interface Answers {
  relax: RelaxAnswer;
  price: PriceAnswer;
  part: PartAnswer;
  schools: SchoolsAnswer;
}
