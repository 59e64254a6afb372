import type { ClockReading, Done, Place, SeatState } from '../wire.ts';
import { words } from './words.ts';

const API = '/playground/api/';

export const fetchPlace = async (): Promise<Place> => {
  const response = await fetch(`${API}place`);
  if (!response.ok) throw new Error(`place: ${response.status}`);
  return (await response.json()) as Place;
};

/** Does something as somebody. */
export const act = async (name: string, content: Readonly<Record<string, unknown>>): Promise<Done> => {
  try {
    const response = await fetch(API + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    });
    return (await response.json()) as Done;
  } catch {
    return { ok: false, error: words.offline };
  }
};

export interface Listener {
  /** Also after a lost connection: everything may have changed meanwhile. */
  connected(): void;
  seat(state: SeatState): void;
  clock(reading: ClockReading): void;
  lost(): void;
}

export const listen = (listener: Listener): (() => void) => {
  const source = new EventSource(`${API}live`);
  const parsed = (event: Event): unknown => JSON.parse((event as MessageEvent<string>).data);
  source.addEventListener('open', () => listener.connected());
  source.addEventListener('error', () => listener.lost());
  source.addEventListener('seat', (event) => listener.seat(parsed(event) as SeatState));
  source.addEventListener('clock', (event) => listener.clock(parsed(event) as ClockReading));
  return () => source.close();
};
