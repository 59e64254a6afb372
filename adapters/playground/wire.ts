import type { Instant } from '../../src/core/time.ts';
import type { Seat } from './seats.ts';

/** What the page and the server say to each other. */
export type Json = Readonly<Record<string, unknown>>;

export interface Place {
  readonly seats: readonly Seat[];
  readonly states: readonly SeatState[];
  readonly clock: ClockReading;
  readonly moves: readonly Move[];
  readonly guide: readonly Step[];
}

export interface ClockReading {
  readonly now: Instant;
  readonly zone: string;
}

export interface Move {
  readonly id: string;
  readonly label: string;
}

/** One step of "Try this": sit down as somebody, and perhaps say something or move the clock. */
export interface Step {
  readonly seat: string;
  readonly text: string;
  readonly say?: string;
  readonly move?: string;
}

export interface SeatState {
  readonly seat: string;
  readonly messages: readonly Shown[];
  /** Slack only: the app's home page. */
  readonly home: Json | undefined;
  /** Slack only: open modals, the topmost last. */
  readonly views: readonly Json[];
  /** Teams only. */
  readonly dialog: Dialog | undefined;
}

export interface Shown {
  readonly id: string;
  readonly by: 'bot' | 'person' | 'platform';
  readonly at: Instant;
  readonly text: string;
  /** The line a notification or lock screen shows. */
  readonly push: string;
  readonly blocks?: readonly Json[];
  readonly card?: Json;
  readonly onlyYou: boolean;
  readonly edited: boolean;
}

export interface Dialog {
  readonly title: string;
  readonly card: Json | undefined;
  /** Shown instead of a card. */
  readonly text: string | undefined;
}

/** By block id, then by action id. */
export type Values = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What became of something a person did. `errors` are by block id. */
export type Done =
  | { readonly ok: true; readonly errors?: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };
