import { createContext, useContext } from 'react';
import type { Seat } from '../seats.ts';
import type { Done, SeatState } from '../wire.ts';

/** What every part of one person's window needs. */
export interface Play {
  readonly seat: Seat;
  readonly state: SeatState;
  readonly seats: readonly Seat[];
  readonly zone: string;
  readonly draft: string;
  setDraft(text: string): void;
  /** Does something as this person; a refusal is shown over the window. */
  act(name: string, content?: Readonly<Record<string, unknown>>): Promise<Done>;
}

export const PlayContext = createContext<Play | undefined>(undefined);

export const usePlay = (): Play => {
  const play = useContext(PlayContext);
  if (play === undefined) throw new Error('usePlay outside a seat');
  return play;
};
