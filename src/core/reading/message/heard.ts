import type { Welcome } from '../../welcome.ts';
import type { KindsMeant } from './main-kind.ts';
import type { Offer } from './offered.ts';
import type { Said } from './said.ts';
import type { Stance } from './stance.ts';
import type { Intent } from './understanding.ts';

export interface Heard {
  readonly said: Said;
  readonly stance: Stance;
  readonly kinds: KindsMeant;
  readonly offers: readonly Offer[];
  /** Whether an offer is about another day or hour than asked. */
  readonly offersOther: boolean;
}

export interface Judgment {
  readonly intent: Intent;
  readonly available: Welcome | undefined;
}
