import type { Seat } from '../seats.ts';
import type { Json } from '../wire.ts';
import type { Surfaces } from './surfaces.ts';
import type { Threads } from './threads.ts';
import type { Team } from './types.ts';

/** Arguments as sent: in a form's fields everything is a string. */
export type Arguments = Readonly<Record<string, unknown>>;
export type Method = (given: Arguments) => Json;

export interface MethodDeps {
  readonly seats: readonly Seat[];
  readonly team: Team;
  readonly threads: Threads;
  readonly surfaces: Surfaces;
}

export const refuse = (error: string): Json => ({ ok: false, error });
