import type { SeatState } from '../../../../adapters/playground/wire.ts';
import type { Stub } from './start.ts';

export const ofSeat = async (stub: Stub, id: string): Promise<SeatState> => {
  const states = (await stub.place())['states'] as SeatState[];
  const state = states.find((one) => one.seat === id);
  if (state === undefined) throw new Error(`no seat ${id}`);
  return state;
};

export const field = (thing: Readonly<Record<string, unknown>> | undefined, name: string): string =>
  String(thing?.[name]);
