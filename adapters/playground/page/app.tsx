import { useEffect, useMemo, useState } from 'react';
import type { Seat } from '../seats.ts';
import type { Place, Step } from '../wire.ts';
import { ClockBar, moveButtonId } from './clock-bar.tsx';
import { composerId } from './composer.tsx';
import { act } from './connection.ts';
import { Guide } from './guide.tsx';
import { Mark } from './icons.tsx';
import { SeatPicker } from './seat-picker.tsx';
import { SeatWindow } from './seat-window.tsx';
import { useNarrow } from './use-narrow.ts';
import { usePlace } from './use-place.ts';
import { useUnread } from './use-unread.ts';
import { words } from './words.ts';

export const App = () => {
  const { place, online } = usePlace();
  if (place) return <Playground place={place} online={online} />;
  return (
    <div className="opening" role="status">
      <Mark size={48} />
      <p>{online ? words.loading : words.offline}</p>
    </div>
  );
};

const firstTwo = ({ seats, guide }: Place): readonly string[] => {
  const told = [...new Set(guide.map((step) => step.seat))];
  return [...told, ...seats.map((seat) => seat.id).filter((id) => !told.includes(id))].slice(0, 2);
};

/** Focus can only go where React has already drawn. */
const focusLater = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
};

const Playground = ({ place, online }: { place: Place; online: boolean }) => {
  const narrow = useNarrow();
  const [columns, setColumns] = useState(() => firstTwo(place));
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const visible = useMemo(() => (narrow ? columns.slice(0, 1) : columns), [columns, narrow]);
  const { unread, arrival } = useUnread(place.states, visible);

  useEffect(() => {
    // Again after a restart: the server may have forgotten who was there.
    if (online) for (const seat of visible) void act('open', { seat });
  }, [visible, online]);

  /** Somebody already sitting in the other place changes places. */
  const sit = (column: number, id: string): void => {
    const here = columns[column];
    setColumns(columns.map((other, index) => (index === column ? id : other === id && here ? here : other)));
  };

  const bySeat = (id: string): Seat | undefined => place.seats.find((seat) => seat.id === id);
  const setDraft = (id: string, text: string): void => setDrafts((old) => ({ ...old, [id]: text }));

  const take = (step: Step): void => {
    const seat = bySeat(step.seat);
    if (seat === undefined) return;
    if (!visible.includes(seat.id)) {
      const samePlatform = visible.findIndex((id) => bySeat(id)?.platform === seat.platform);
      sit(Math.max(samePlatform, 0), seat.id);
    }
    if (step.say) setDraft(seat.id, step.say);
    focusLater(step.move ? moveButtonId(step.move) : composerId(seat));
  };

  const arrivedFor = arrival && bySeat(arrival.seat);

  return (
    <div className="playground">
      <ClockBar clock={place.clock} moves={place.moves} />
      {online ? null : (
        <p className="offline" role="alert">
          {words.offline}
        </p>
      )}
      <Guide steps={place.guide} seats={place.seats} open={!narrow} onStep={take} />
      <main className="columns">
        {visible.map((id, column) => {
          const seat = bySeat(id);
          const state = place.states.find((one) => one.seat === id);
          if (seat === undefined || state === undefined) return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place stays the same whoever sits there
            <div className="column" key={column}>
              <SeatPicker
                column={column + 1}
                seats={place.seats}
                chosen={seat}
                unread={unread}
                onChoose={(chosen) => sit(column, chosen)}
              />
              <SeatWindow
                key={id}
                seat={seat}
                state={state}
                seats={place.seats}
                zone={place.clock.zone}
                draft={drafts[id] ?? ''}
                setDraft={(text) => setDraft(id, text)}
              />
            </div>
          );
        })}
      </main>
      <p className="sr" aria-live="polite">
        {arrival && arrivedFor ? words.announce(arrivedFor.name, arrival.push) : ''}
      </p>
    </div>
  );
};
