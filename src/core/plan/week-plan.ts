import type { PlanDay } from './caseload.ts';

/** One therapist in one class, with the students who are served then. */
export interface PlannedVisit {
  readonly therapist: string;
  readonly class: string;
  readonly day: PlanDay;
  /** `HH:MM` */
  readonly start: string;
  readonly services: readonly string[];
}

export interface Unplaced {
  readonly service: string;
  readonly missing: number;
  readonly why: string;
}

/** A whole week as it is written down. */
export interface WeekPlan {
  readonly visits: readonly PlannedVisit[];
  readonly unplaced: readonly Unplaced[];
  readonly objective: number;
  /** No plan can be worth more; null as long as nothing is proven. */
  readonly bound: number | null;
  /** How far the plan can be from the best one, in percent of the bound. */
  readonly gap: number | null;
  readonly provenOptimal: boolean;
  readonly seconds: number;
}
