import { useState } from 'react';
import type { ClockReading, Move } from '../wire.ts';
import { act } from './connection.ts';
import { ForwardIcon, Mark } from './icons.tsx';
import { clockTime, longDay } from './time.ts';
import { words } from './words.ts';

export const moveButtonId = (move: string): string => `move-${move}`;

/** The school's time, and the buttons that move it. */
export const ClockBar = ({ clock, moves }: { clock: ClockReading; moves: readonly Move[] }) => {
  const [moving, setMoving] = useState<string>();
  const [stuck, setStuck] = useState(false);

  const move = async (id: string): Promise<void> => {
    if (moving !== undefined) return;
    setMoving(id);
    const { ok } = await act('clock', { move: id });
    setStuck(!ok);
    setMoving(undefined);
  };

  return (
    <header className="bar" aria-busy={moving !== undefined}>
      <h1 className="brand">
        <Mark size={30} />
        <span>PushIn</span>
        <span className="brand-more">playground</span>
      </h1>
      <output className="clock" aria-live="polite">
        <strong>{clockTime(clock.now, clock.zone)}</strong>
        <span className="clock-day">{longDay(clock.now, clock.zone)}</span>
        <span className="clock-zone">{words.zone(clock.zone)}</span>
      </output>
      <fieldset className="moves">
        <legend>{words.moveTo}</legend>
        {moves.map(({ id, label }) => (
          <button
            key={id}
            id={moveButtonId(id)}
            type="button"
            className={moving === id ? 'move is-moving' : 'move'}
            aria-disabled={moving !== undefined}
            onClick={() => void move(id)}
          >
            <ForwardIcon />
            {label}
          </button>
        ))}
      </fieldset>
      <span className="sr" role="status">
        {moving === undefined ? '' : words.moving}
      </span>
      {stuck ? (
        <p className="bar-trouble" role="alert">
          {words.stuck}
        </p>
      ) : null}
      {moving === undefined ? null : <div className="bar-progress" aria-hidden="true" />}
    </header>
  );
};
