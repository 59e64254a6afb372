import { useEffect, useState } from 'react';
import type { Place } from '../wire.ts';
import { fetchPlace, listen } from './connection.ts';

/** Everything there is to see, kept up to date; undefined until it has arrived. */
export const usePlace = (): { place: Place | undefined; online: boolean } => {
  const [place, setPlace] = useState<Place>();
  const [online, setOnline] = useState(true);

  useEffect(
    () =>
      listen({
        connected: () => {
          setOnline(true);
          fetchPlace().then(setPlace, () => setOnline(false));
        },
        lost: () => setOnline(false),
        clock: (clock) => setPlace((old) => old && { ...old, clock }),
        seat: (state) =>
          setPlace(
            (old) =>
              old && {
                ...old,
                states: old.states.map((other) => (other.seat === state.seat ? state : other)),
              },
          ),
      }),
    [],
  );

  return { place, online };
};
