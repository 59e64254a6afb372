import { useEffect, useRef, useState } from 'react';
import type { SeatState, Shown } from '../wire.ts';

const fromBot = (state: SeatState): readonly Shown[] =>
  state.messages.filter((message) => message.by === 'bot');

/** How many messages wait for each person nobody is looking at, and the newest arrival for a screen reader. */
export const useUnread = (states: readonly SeatState[], visible: readonly string[]) => {
  const seen = useRef(new Map<string, Set<string>>());
  const [arrival, setArrival] = useState<{ seat: string; push: string }>();

  const unread: Record<string, number> = {};
  for (const state of states) {
    const known = seen.current.get(state.seat);
    const fresh = known ? fromBot(state).filter((message) => !known.has(message.id)) : [];
    unread[state.seat] = visible.includes(state.seat) ? 0 : fresh.length;
  }

  const announced = useRef(new Set<string>());
  useEffect(() => {
    const first = seen.current.size === 0;
    for (const state of states) {
      const ids = fromBot(state).map((message) => message.id);
      if (visible.includes(state.seat) || !seen.current.has(state.seat)) {
        seen.current.set(state.seat, new Set(ids));
      }
      const news = fromBot(state).filter((message) => !announced.current.has(message.id));
      for (const id of ids) announced.current.add(id);
      const newest = news.at(-1);
      if (newest && !first) setArrival({ seat: state.seat, push: newest.push });
    }
  }, [states, visible]);

  return { unread, arrival };
};
